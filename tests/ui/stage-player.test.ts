import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { count, type Count } from '../../src/count/count';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { standingsOver } from '../../src/story/standings';
import { wholeVotes } from '../../src/story/words';
import StagePlayer from '../../src/ui/stages/StagePlayer.svelte';
import { contestOf } from '../support/contests';
import { smallElection } from '../support/small-election';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout'] });
  // jsdom lays nothing out: no screen is narrow, and nothing grows.
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const many = count(contestOf(2, 6, ['14: 0 1', '9: 1 2', '8: 2 1', '5: 3 2', '4: 4 3', '3: 5 4']), scottish2007, {
  kind: 'seeded',
  seed: '1',
});
const few = count(contestOf(2, 6, ['20: 0', '19: 1', '1: 2']), scottish2007, { kind: 'seeded', seed: '1' });

const frame = () => vi.advanceTimersToNextFrame();
const painted = async () => {
  frame();
  await vi.advanceTimersByTimeAsync(1);
  await tick();
};
const place = () => screen.getByText(/^Stage \d+ of \d+$/).textContent;
/** Candidates and their votes as the bars have them. */
const bars = () =>
  [...document.querySelectorAll('.bars > ol > li')].map(
    (row) => `${row.querySelector('.called')?.textContent ?? ''} ${row.querySelector('.tally')?.textContent ?? ''}`,
  );
const votesAt = (of: Count, stage: number) =>
  standingsOver(of, { first: stage, last: stage }, stage).rows.map(
    ({ candidate, tally }) => `${smallElection(6, 2).candidates[candidate]?.name ?? ''} ${wholeVotes(tally, of)}`,
  );

async function opened() {
  const props = { count: many, election: smallElection(6, 2), moving: new Set<number>(), mine: new Map() };
  const { rerender } = render(StagePlayer, { ...props, stage: 0, onchange: () => undefined });
  const go = (stage: number) => rerender({ stage: stage - 1 });
  await tick();
  return { go, rerender };
}

it('a step is told at once, and its bars are drawn once that is on the screen', async () => {
  const { go } = await opened();
  expect(place()).toBe(`Stage 1 of ${many.stages.length}`);
  expect(bars()).toEqual(votesAt(many, 1));
  await go(2);
  expect(place()).toBe(`Stage 2 of ${many.stages.length}`);
  expect(bars()).toEqual(votesAt(many, 1));
  await painted();
  expect(bars()).toEqual(votesAt(many, 2));
});

it('steps quicker than the screen do not put the bars off', async () => {
  const { go } = await opened();
  await go(2);
  frame();
  await go(3); // before the task that follows the paint
  await vi.advanceTimersByTimeAsync(1);
  expect(bars()).toEqual(votesAt(many, 3));
  await painted();
  expect(bars()).toEqual(votesAt(many, 3));
});

it('until then the bars are those of the count they were drawn of, also when another has fewer stages', async () => {
  const { go, rerender } = await opened();
  await go(4);
  await painted();
  expect(few.stages.length).toBeLessThan(4);
  await rerender({ count: few, stage: 0 });
  expect(bars()).toEqual(votesAt(many, 4));
  await painted();
  expect(bars()).toEqual(votesAt(few, 1));
});
