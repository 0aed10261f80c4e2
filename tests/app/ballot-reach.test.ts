import { render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import BallotReach from '../../src/app/BallotReach.svelte';
import { one, zero } from '../../src/basics/fraction';
import { cambridge } from '../../src/count/rules/cambridge';
import { practice, practiceBallots } from '../../src/election/built-in-practice';
import { createChoiceStore } from '../../src/state/choice';
import type { CurrentElection } from '../../src/state/elections';
import { createFollowingStore } from '../../src/state/following';
import { createOwnTurnoutsStore } from '../../src/state/own-turnouts';
import { createRankingStore } from '../../src/state/ranking';
import { createSafeStorage } from '../../src/state/storage';
import type { Outcomes } from '../../src/worker/jobs';
import { fakeEngine, settle } from '../state/fake-engine';

beforeEach(() => localStorage.clear());
afterEach(() => vi.useRealTimers());

const builtIn: CurrentElection = { election: practice, ballots: practiceBallots, file: null, warnings: [] };

/** The line under a ranking, counted by an engine that answers when told. */
function open(ranking: readonly number[] = [], current = builtIn) {
  const storage = createSafeStorage({ backend: () => localStorage, now: () => 0, onProblem: () => undefined });
  const store = createRankingStore(storage);
  store.getState().open(practice);
  if (ranking.length > 0) store.getState().replace(ranking, 'start');
  const turnouts = createOwnTurnoutsStore(storage);
  turnouts.getState().open(practice);
  const choice = createChoiceStore(storage);
  const { engine, follows } = fakeEngine();
  const following = createFollowingStore(engine);
  const show = () => render(BallotReach, { current, choice, following, ranking: store, turnouts });
  const { unmount } = show();
  /** The newest ballot asked about ends with this candidate, the names below unread. */
  const answer = async (candidate: number): Promise<void> => {
    const mine = follows.at(-1)?.job.mine ?? [];
    const holding = {
      candidates: new Map([[candidate, one]]),
      nonTransferable: zero,
      lossByFraction: zero,
      revalued: zero,
    };
    const read = mine.slice(0, mine.indexOf(candidate) + 1);
    follows.at(-1)?.answer({ ok: true, value: { traced: [{ holding, afterTransfers: [], read }] } });
    await settle();
  };
  const reply = async (outcome: Outcomes['follow']): Promise<void> => {
    follows.at(-1)?.answer(outcome);
    await settle();
  };
  return { choice, store, follows, answer, reply, show, unmount };
}

const region = () => screen.getByRole('region', { name: 'How far your vote would travel' });
const line = () => region().querySelector('p')?.textContent;
const nameOf = (id: number): string => practice.candidates[id]?.name ?? '';

describe('how far the vote would travel', () => {
  it('asks for a name first, and has the voters made ready', () => {
    const { follows } = open();
    expect(line()).toBe('Rank a name, and see here how far your vote would travel with these made-up voters.');
    expect(follows[0]?.job).toMatchObject({ mine: [], voters: { kind: 'made-up' } });
    expect(within(region()).queryByRole('link', { name: 'See it counted' })).not.toBeInTheDocument();
    expect(within(region()).getByRole('link', { name: 'A busy meeting' })).toHaveAttribute('href', '#/turnout');
  });

  it('is said in a sentence, with the way to the count', async () => {
    const { answer } = open([3, 0, 2, 1]);
    expect(line()).toBe('');
    await answer(0);
    const sentence = `With these made-up voters your vote would reach your number 2, ${nameOf(0)}; the 2 names below would not be read.`;
    expect(line()).toBe(sentence);
    expect(region()).toHaveTextContent('Others could take it further, or less far.');
    const link = within(region()).getByRole('link', { name: 'See it counted' });
    expect(link).toHaveAttribute('href', '#/count');
    expect(link).toHaveAccessibleDescription(sentence);
  });

  it('follows every change, and the old line stands until the new is there', async () => {
    const { store, follows, answer } = open([3, 0, 2]);
    await answer(3);
    const before = line();
    store.getState().rank(1);
    await tick();
    expect(follows.at(-1)?.job).toMatchObject({ mine: [3, 0, 2, 1], voters: null });
    expect(line()).toBe(before);
    await answer(1);
    expect(line()).toMatch(/reach your last name/);
    store.getState().clear();
    await tick();
    expect(line()).toMatch(/^Rank a name/);
  });

  it('is not spoken: no live region, nor an alert', async () => {
    const { answer } = open([3]);
    await answer(3);
    expect(region().closest('[aria-live], [role=status], [role=alert]')).toBeNull();
    expect(region().querySelector('[aria-live], [role=status], [role=alert]')).toBeNull();
  });

  it('says that it is counting when that takes a while', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { store } = open([3, 0, 2]);
    await vi.advanceTimersByTimeAsync(499);
    expect(line()).toBe('');
    await vi.advanceTimersByTimeAsync(2);
    expect(line()).toBe('Counting with your ballot as it is now …');
    store.getState().clear();
    await vi.advanceTimersByTimeAsync(1);
    expect(line()).toMatch(/^Rank a name/);
  });

  it('is there at once on coming back, but not about other voters', async () => {
    const { choice, answer, unmount, show, follows } = open([3, 0]);
    await answer(3);
    const before = line();
    unmount();
    const again = show();
    expect(line()).toBe(before);
    expect(follows).toHaveLength(1);
    again.unmount();
    choice.getState().pickSeed('other');
    show();
    expect(line()).toBe('');
    expect(follows.at(-1)?.job.voters).not.toBeNull();
  });

  it('says where chance has a say', async () => {
    const { choice, answer } = open([3, 0]);
    await answer(3);
    choice.getState().pickRule(practice.id, cambridge.id);
    await tick();
    await answer(3);
    expect(region()).toHaveTextContent('so could another seed, as whole ballots move here and which ones is chance.');
  });

  it('does not call ballots voters, nor those of a file made up', async () => {
    const { choice, answer } = open([3, 0]);
    await answer(3);
    choice.getState().pickVoters(practice.id, { kind: 'ballots' });
    await tick();
    await answer(3);
    expect(line()).toMatch(/^With these made-up ballots your vote/);
  });

  it('takes the ballots of an opened file', async () => {
    const file = { name: 'club.blt', content: 'x', papers: 3 } as unknown as CurrentElection['file'];
    const { follows, answer } = open([3, 0], { ...builtIn, file });
    await answer(3);
    expect(follows[0]?.job.voters).toEqual({ kind: 'given', ballots: practiceBallots });
    expect(line()).toMatch(/^With the ballots in the file your vote/);
  });

  it('stays quiet when it cannot be counted', async () => {
    const { store, reply, follows } = open([3]);
    await reply({ ok: false, error: { kind: 'refused', message: 'There are no ballots to count.' } });
    expect(line()).toBe('How far your vote would travel cannot be said: There are no ballots to count.');
    store.getState().rank(1);
    await tick();
    follows.at(-1)?.fail('It broke.');
    await settle();
    expect(line()).toBe('How far your vote would travel cannot be said: the count broke off.');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says when nobody ranked is standing', async () => {
    const { reply } = open([3]);
    await reply({ ok: true, value: { traced: null } });
    expect(line()).toBe('None of the names you ranked is standing, so there is no vote to follow.');
  });
});
