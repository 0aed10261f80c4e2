import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import RunsPage from '../../src/app/RunsPage.svelte';
import { builtInElection } from '../../src/election/built-in';
import { createChoiceStore } from '../../src/state/choice';
import { createEnsembleStore } from '../../src/state/ensemble';
import { createOwnTurnoutsStore } from '../../src/state/own-turnouts';
import { createRankingStore } from '../../src/state/ranking';
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
  render(RunsPage, { current, choice, ensemble, ranking: ranked, turnouts: createOwnTurnoutsStore(storage) });
  return { user: userEvent.setup(), choice, ensemble };
}

const hundred = async (user: ReturnType<typeof userEvent.setup>): Promise<void> => {
  const runs = screen.getByLabelText('Runs, 1 to 100,000');
  await user.clear(runs);
  await user.type(runs, '100');
  await user.tab();
  await user.click(screen.getByRole('button', { name: 'Start' }));
  await screen.findByText(/^100 runs made/, {}, { timeout: 15_000 });
};
const text = (element: HTMLElement): string => element.textContent.replace(/\s+/g, ' ').trim();

describe('many runs', () => {
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

  it('shows how often each is elected, with chances that add up to the seats', async () => {
    const { user, ensemble } = open([0, 3, 2]);
    await hundred(user);
    const rows = within(screen.getByRole('region', { name: 'How often each is elected' })).getAllByRole('listitem');
    const { ensemble: made } = ensemble.getState();
    if (made.kind !== 'done') throw new Error(made.kind);
    const elected = made.tally?.arms[0]?.elected ?? [];
    expect(elected.reduce((sum, times) => sum + times, 0)).toBe(200);
    for (const row of rows) {
      const shown = /(\d+)%/.exec(text(row));
      expect(elected).toContain(Number(shown?.[1]));
    }
    expect(rows).toHaveLength(elected.filter((times) => times > 0).length);
  });

  it('says in pence where the vote ends on average, and how often it helps', async () => {
    const { user } = open([0, 3, 2]);
    await hundred(user);
    expect(
      screen.getByRole('heading', { name: /of your vote ends with somebody elected|^Your whole vote, or nearly/ }),
    ).toBeVisible();
    expect(screen.getByText(/^In (\d+%|every one) of 100 runs it helps elect somebody/)).toBeVisible();
  });

  it('tries a what-if with the same voters', async () => {
    const { user } = open([0, 3, 2]);
    await user.click(screen.getByText('What if?'));
    await user.click(screen.getByRole('checkbox', { name: 'Your ballot stops after 1 name' }));
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Another rule' }),
      'Counted by As many Xs as seats (block vote)',
    );
    await hundred(user);
    const changes = within(screen.getByRole('region', { name: 'What it changes' }));
    expect(changes.getAllByRole('heading', { level: 3 }).map(text)).toEqual([
      'Your ballot stops after 1 name',
      'Counted by As many Xs as seats (block vote)',
    ]);
    expect(changes.getAllByText(/runs/).length).toBeGreaterThan(0);
  });

  it('opens a run as a count, with the seed of that run', async () => {
    const { user, choice } = open([0]);
    await hundred(user);
    const [first] = screen.getAllByRole('button', { name: /^Look at run/ });
    const number = /run (\d+)/.exec(first?.textContent ?? '')?.[1] ?? '';
    await user.click(first as HTMLElement);
    expect(choice.getState()).toMatchObject({ seed: `2020/${number}`, papers: null });
    expect(location.hash).toBe('#/count');
    expect(screen.getByText(/· seed 2020 ·/)).toBeVisible(); // the runs are still those of the seed itself
    expect(screen.getByText(/^100 runs made/)).toBeVisible();
  });

  it('asks for a ballot where there is none, and still shows the runs', async () => {
    const { user } = open([]);
    await hundred(user);
    expect(screen.getByRole('link', { name: 'rank at least one name' })).toHaveAttribute('href', '#/rank');
    expect(screen.getByRole('table')).toBeVisible();
  });

  it('does not show runs of one thing as if they were of another', async () => {
    const { user, choice } = open([0]);
    await hundred(user);
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
