import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import RunsPage from '../../src/app/RunsPage.svelte';
import { builtInElection } from '../../src/election/built-in';
import { practice } from '../../src/election/built-in-practice';
import { createChoiceStore } from '../../src/state/choice';
import { createEnsembleStore, type EnsembleStore } from '../../src/state/ensemble';
import { createOwnTurnoutsStore } from '../../src/state/own-turnouts';
import { createRankingStore } from '../../src/state/ranking';
import { seatsText } from '../../src/ui/runs/runs-words';
import { createEngine } from '../../src/worker/client';
import { createCrew, type Crew } from '../../src/worker/crew';
import { fakeStorage } from '../state/fake-storage';
import { hostedPort } from '../support/channel';

let crew: Crew | null = null;
afterEach(() => crew?.close());

function open(ranking: readonly number[], voters: 'turnout' | 'ballots' = 'turnout') {
  const found = builtInElection('practice');
  if (found === null) throw new Error('no practice election');
  const current = { ...found, file: null, warnings: [] };
  const { storage } = fakeStorage();
  const choice = createChoiceStore(storage);
  if (voters === 'ballots') choice.getState().pickVoters('practice', { kind: 'ballots' });
  const ranked = createRankingStore(storage);
  ranked.getState().open(current.election);
  if (ranking.length > 0) ranked.getState().replace(ranking, 'set');
  const now = (): number => performance.now();
  crew = createCrew(() => createEngine(() => hostedPort(5)), 2, now);
  const ensemble = createEnsembleStore(crew, now);
  const props = { current, choice, ensemble, ranking: ranked, turnouts: createOwnTurnoutsStore(storage) };
  const page = render(RunsPage, props);
  const comeBack = (): void => {
    page.unmount();
    render(RunsPage, props);
  };
  return { user: userEvent.setup(), choice, ensemble, comeBack };
}

const fifty = async (user: ReturnType<typeof userEvent.setup>): Promise<void> => {
  const runs = screen.getByLabelText('Runs, 1 to 100,000');
  await user.clear(runs);
  await user.type(runs, '50');
  await user.tab();
  await user.click(screen.getByRole('button', { name: 'Start' }));
  await screen.findByText(/^50 runs made/, {}, { timeout: 45_000 });
  expect(screen.getByRole('button', { name: 'Start' })).toHaveFocus();
  expect(screen.getByRole('button', { name: 'Start' })).toHaveAttribute('aria-disabled', 'true');
};
/** The run a slider says it is at, its seats from what was added up, and those of the slider's own slate. */
function outcomeOf(ensemble: EnsembleStore, slider: HTMLElement) {
  const run = Number(/^Run (\d+)/.exec(slider.getAttribute('aria-valuetext') ?? '')?.[1]);
  const { ensemble: made } = ensemble.getState();
  const outcomes = made.kind === 'done' ? (made.tally?.arms[0]?.outcomes ?? []) : [];
  const elected = outcomes.find(({ runs }) => runs.includes(run))?.elected ?? [];
  const seats = [0, 1, null].map((slate) => elected.filter((id) => practice.candidates[id]?.slate === slate).length);
  const won = (of: HTMLElement): number => {
    const slate = practice.slates.findIndex(({ name }) => of.getAttribute('aria-label')?.endsWith(name));
    return seats.at(slate) ?? 0; // those on no slate are last
  };
  return { run, seats: seatsText(seats, practice), won };
}
const text = (element: HTMLElement): string => element.textContent.replace(/\s+/g, ' ').trim();

describe('many runs', { timeout: 60_000 }, () => {
  it('copies a link to all of them', async () => {
    const { user, choice } = open([0, 3]);
    choice.getState().pickRun('7/3', 50);
    const share = within(screen.getByRole('region', { name: 'Share as a link' }));
    await user.click(share.getByRole('button', { name: 'Copy link' }));
    expect(await navigator.clipboard.readText()).toMatch(/#\/count\/runs\?e=practice&t=busy-meeting&r=.+&s=7&p=10000$/);
    choice.getState().pickQuick(false);
    await user.click(await share.findByRole('checkbox', { name: 'With my ballot (2 names)' }));
    await user.click(share.getByRole('button', { name: 'Copy link' }));
    expect(await navigator.clipboard.readText()).toMatch(/&s=7&b=1\.4$/);
  });

  it('shows how often each is elected, as a picture and in numbers', async () => {
    const { user, ensemble } = open([0, 3, 2]);
    await fifty(user);
    const rows = within(screen.getByRole('region', { name: 'How often each is elected' })).getAllByRole('listitem');
    const { ensemble: made } = ensemble.getState();
    if (made.kind !== 'done') throw new Error(made.kind);
    const elected = made.tally?.arms[0]?.elected ?? [];
    expect(elected.reduce((sum, times) => sum + times, 0)).toBe(100); // two seats a run
    for (const row of rows) {
      const shown = /(\d+)%/.exec(text(row));
      expect(elected).toContain(Number(shown?.[1]) / 2);
    }
    expect(rows).toHaveLength(elected.filter((times) => times > 0).length);

    await user.click(screen.getByText('Chances as a table'));
    const chances = within(screen.getByRole('region', { name: 'Chances as a table' })).getAllByRole('row');
    for (const [id, { name }] of practice.candidates.entries()) {
      const row = chances.find((one) => text(one).startsWith(name));
      expect(within(row as HTMLElement).getAllByRole('cell')[1]).toHaveTextContent(String(elected[id]));
    }
    await user.click(screen.getByText('Seats as a table'));
    const seats = within(screen.getByRole('region', { name: 'Seats as a table' }));
    const cells = within(seats.getByRole('row', { name: /^Mend the Roof/ })).getAllByRole('cell');
    const won = made.tally?.arms[0]?.seats[0] ?? [];
    expect(cells.slice(1).map(text)).toEqual([0, 1].map((seats) => `${2 * (won[seats] ?? 0)}%`));
  });

  it('says in pence where the vote ends on average, and how often it helps', async () => {
    const { user } = open([0, 3, 2]);
    await fifty(user);
    expect(
      screen.getByRole('heading', { name: /of your vote ends with somebody elected|^Your whole vote, or nearly/ }),
    ).toBeVisible();
    expect(screen.getByText(/^In (\d+%|every one) of 50 runs it helps elect somebody/)).toBeVisible();
  });

  it('tries a what-if with the same voters', async () => {
    const { user } = open([0, 3, 2]);
    await user.click(screen.getByText('What if?'));
    await user.click(screen.getByRole('checkbox', { name: 'Your ballot stops after 1 name' }));
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Another rule' }),
      'Counted by As many Xs as seats (block vote)',
    );
    await fifty(user);
    const changes = within(screen.getByRole('region', { name: 'What it changes' }));
    expect(changes.getAllByRole('heading', { level: 3 }).map(text)).toEqual([
      'Your ballot stops after 1 name',
      'Counted by As many Xs as seats (block vote)',
    ]);
    const side = within(changes.getByRole('region', { name: 'All that was tried, side by side' }));
    expect(side.getAllByRole('columnheader').map(text)).toEqual([
      'Side by side',
      'As it is',
      'Your ballot stops after 1 name',
      'Counted by As many Xs as seats (block vote)',
    ]);
    // A shorter ballot of one among hundreds changes no chance; the sum of the block vote's changes is 0.
    const chances = side.getAllByRole('row').filter((row) => /^[A-Z–]+ .*%/.test(text(row)));
    expect(chances.length).toBeGreaterThan(1);
    const points = chances
      .map((row) => within(row).getAllByRole('cell'))
      .map((cells) => {
        const percents = cells.map((cell) => Number(/^(\d+)%/.exec(text(cell))?.[1]));
        return (percents[2] ?? NaN) - (percents[0] ?? NaN);
      });
    expect(points.reduce((sum, one) => sum + one, 0)).toBe(0);
  });

  it('opens a run as a count, with the seed of that run', async () => {
    const { user, choice } = open([0]);
    await fifty(user);
    const [first] = screen.getAllByRole('button', { name: /^Look at run/ });
    const number = /run (\d+)/.exec(first?.textContent ?? '')?.[1] ?? '';
    await user.click(first as HTMLElement);
    expect(choice.getState()).toMatchObject({ seed: `2020/${number}`, papers: null });
    expect(location.hash).toBe('#/count');
    expect(screen.getByText(/· seed 2020 ·/)).toBeVisible(); // the runs are still those of the seed itself
    expect(screen.getByText(/^50 runs made/)).toBeVisible();
  });

  it('asks for a ballot where there is none, and still shows the runs', async () => {
    const { user } = open([]);
    await fifty(user);
    expect(screen.getByRole('link', { name: 'rank at least one name' })).toHaveAttribute('href', '#/rank');
    await user.click(screen.getByText('Seats as a table'));
    expect(screen.getByRole('table')).toBeVisible();
  });

  it('has a dot for every run; arrow keys go from dot to dot, and Enter opens the run', async () => {
    const { user, choice, ensemble, comeBack } = open([0]);
    choice.getState().pickVoters('practice', { kind: 'turnout', id: 'half-1' }); // the second seat is not always the same slate's
    await fifty(user);
    const seats = within(screen.getByRole('region', { name: 'Seats by slate' }));
    expect(seats.getByText(/^A dot is a run, over the seats/)).toBeVisible();
    const sliders = seats.getAllByRole('slider');
    for (const slider of sliders) {
      expect(slider).toHaveAccessibleName(/^Runs by seats of (Mend the Roof|New Kitchen|No slate)$/);
      expect(slider).toHaveAttribute('max', '50');
      expect(slider).toHaveAttribute('aria-valuetext', 'no run picked');
    }
    const at = async (slider: HTMLElement, dot: number): Promise<ReturnType<typeof outcomeOf>> => {
      await fireEvent.input(slider, { target: { value: String(dot) } });
      return outcomeOf(ensemble, slider);
    };
    const stacked = [];
    for (const slider of sliders) {
      const [first, last] = [await at(slider, 1), await at(slider, 50)];
      expect(seats.getByRole('button', { name: `Open run ${last.run}` })).toBeVisible();
      if (first.won(slider) < last.won(slider)) stacked.push(slider);
    }
    const [slider] = stacked;
    if (slider === undefined) throw new Error('every slate always wins the same seats');
    const low = await at(slider, 1);
    slider.focus();
    await user.keyboard('{PageUp}'); // to the next stack
    const next = outcomeOf(ensemble, slider);
    expect(next.won(slider)).toBeGreaterThan(low.won(slider));
    for (const one of sliders) expect(one).toHaveAttribute('aria-valuetext', `Run ${next.run}: ${next.seats}`);
    await user.keyboard('{PageDown}');
    expect(outcomeOf(ensemble, slider).won(slider)).toBe(low.won(slider));
    await user.keyboard('{PageUp}');
    await user.keyboard('{Enter}');
    expect(choice.getState()).toMatchObject({ seed: `2020/${next.run}`, papers: null });
    expect(location.hash).toBe('#/count');
    comeBack();
    expect(await screen.findByRole('button', { name: `Open run ${next.run}` })).toBeVisible(); // as it was left
  });

  it('does not show runs of one thing as if they were of another', async () => {
    const { user, choice } = open([0]);
    await fifty(user);
    choice.getState().pickSeed('8');
    expect(await screen.findByRole('button', { name: 'Start' })).toBeVisible();
    expect(screen.queryByText(/runs made/)).toBeNull();
  });

  it('takes 1 to 100,000 runs', async () => {
    const { user } = open([0]);
    const runs = screen.getByLabelText('Runs, 1 to 100,000');
    for (const [typed, taken] of [
      ['0', 1],
      ['2000000', 100_000],
      ['12', 12],
    ] as const) {
      await user.clear(runs);
      await user.type(runs, typed);
      await user.tab();
      expect(runs).toHaveValue(taken);
    }
    await user.clear(runs);
    await user.tab();
    expect(runs).toHaveValue(12);
  });

  it('says that given ballots are counted once', () => {
    open([0], 'ballots');
    expect(screen.getByRole('heading', { name: 'These ballots are counted once' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Start' })).toBeNull();
  });
});
