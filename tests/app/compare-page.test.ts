import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import ComparePage from '../../src/app/ComparePage.svelte';
import { builtInElection } from '../../src/election/built-in';
import { createChoiceStore } from '../../src/state/choice';
import { comparedKey, createComparing } from '../../src/state/comparing';
import { createOwnTurnoutsStore } from '../../src/state/own-turnouts';
import { createRankingStore } from '../../src/state/ranking';
import { createEngine, type Engine } from '../../src/worker/client';
import { fakeEngine, settle } from '../state/fake-engine';
import { fakeStorage } from '../state/fake-storage';
import { hostedPort } from '../support/channel';

let engines: Engine[] = [];
afterEach(() => {
  for (const engine of engines) engine.close();
  engines = [];
});

function builtIn(id: string) {
  const found = builtInElection(id);
  if (found === null) throw new Error(`no election ${id}`);
  return found;
}

/** The practice election's own 120 ballots unless a turnout is picked: Ash, then Cedar are elected. */
function open({
  id = 'practice',
  ranking = [],
  fake,
  store = fakeStorage(),
}: {
  readonly id?: string;
  readonly ranking?: readonly number[];
  readonly fake?: readonly [Pick<Engine, 'count'>, Pick<Engine, 'count'>];
  readonly store?: ReturnType<typeof fakeStorage>;
} = {}) {
  const current = { ...builtIn(id), file: null, warnings: [] };
  const { storage, backend } = store;
  const choice = createChoiceStore(storage);
  choice.getState().pickVoters('practice', { kind: 'ballots' });
  const ranked = createRankingStore(storage);
  ranked.getState().open(current.election);
  if (ranking.length > 0) ranked.getState().replace(ranking, 'set');
  if (fake === undefined) engines = [0, 1].map(() => createEngine(() => hostedPort(30)));
  const comparing = createComparing(storage, fake ?? (engines as [Engine, Engine]));
  const turnouts = createOwnTurnoutsStore(storage);
  const page = render(ComparePage, { current, choice, comparing, ranking: ranked, turnouts });
  const props = { current, choice, comparing, ranking: ranked, turnouts };
  return { user: userEvent.setup(), choice, ranked, backend, comparing, page, props };
}

const text = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();
/** The cells of a row, or the sentences of a card, one after the other. */
const parts = (element: Element): string => [...element.children].map(text).join(' ');
/** Two real counts of many voters take their time on a busy machine. */
const patient = { timeout: 10_000 };
/** The card of differences, once it is there. */
const differences = async (): Promise<string> =>
  parts(
    (await screen.findByRole('heading', { level: 2, name: /Both|elected in both/ }, patient))
      .parentElement as HTMLElement,
  );
const sideA = (): HTMLElement => screen.getByRole('combobox', { name: 'Count A' });
const sideB = (): HTMLElement => screen.getByRole('combobox', { name: 'Count B' });

describe('comparing two rules', () => {
  it('begins with the rule in use and another, and puts who is elected beside each other', async () => {
    const { user } = open({ ranking: [0, 3, 2] });
    expect(await differences()).toContain('Both give the same two, in the same order.');
    expect(sideA()).toHaveDisplayValue('Scottish council elections (2007)');
    expect(sideB()).not.toHaveDisplayValue('Scottish council elections (2007)');
    await user.selectOptions(sideB(), 'As many Xs as seats (block vote)');
    expect(
      await screen.findByText(/^They part at the first stage, where in A Ada Ash is elected, and in B /),
    ).toBeVisible();
    const rows = within(screen.getByRole('region', { name: 'Elected' }))
      .getAllByRole('row')
      .slice(1);
    expect(parts(rows[0] as HTMLElement)).toMatch(/^1 .*Ada Ash.*stage 1/);
    expect(rows).toHaveLength(2);
    const facts = within(screen.getByRole('region', { name: 'The two counts in numbers' }));
    expect(parts(facts.getByRole('row', { name: /^Ballots counted/ }))).toBe('Ballots counted 120 120');
    expect(parts(facts.getByRole('row', { name: /\(the quota\)/ }))).toMatch(/ 41 none$/);
  });

  it('shows the votes at any stage, first where the two part', async () => {
    const { user } = open({ ranking: [0] });
    await differences();
    await user.selectOptions(sideB(), 'As many Xs as seats (block vote)');
    await screen.findByText(/They part at the first stage/);
    const votes = within(screen.getByRole('region', { name: 'Votes side by side' }));
    expect(votes.getByRole('combobox', { name: 'Votes at' })).toHaveDisplayValue('stage 1, where they part');
    const row = (): string => parts(votes.getByRole('row', { name: /Ada Ash/ }));
    const first = row();
    expect(first).toMatch(/Ada Ash.* \d+ elected at 1 /); // all are whole
    await user.selectOptions(votes.getByRole('combobox', { name: 'Votes at' }), 'stage 2');
    expect(row()).not.toBe(first);
    expect(row()).toMatch(/Ada Ash.* 41\.00000 elected at 1 /); // what is left of the surplus is the quota, beside votes that are not whole
    await user.selectOptions(votes.getByRole('combobox', { name: 'Votes at' }), 'stage 3');
    expect(votes.getByRole('row', { name: /Dev Damson.*– out at 3/ })).toBeVisible(); // no zeros for who is out
  });

  it('says so where both are the same, and keeps what is picked', async () => {
    const store = fakeStorage();
    const { user, page } = open({ ranking: [0], store });
    await differences();
    await user.selectOptions(sideB(), 'Scottish council elections (2007)');
    const steps =
      /^Both give the same two, in the same order\. Both take the same \d steps, with the same votes at every stage\. Your vote goes the same way in both\.$/;
    expect(await differences()).toMatch(steps);
    page.unmount();
    open({ store });
    await differences();
    expect([sideA(), sideB()].map((side) => (side as HTMLSelectElement).value)).toEqual([
      'scottish-2007',
      'scottish-2007',
    ]);
  });

  it('copies a link to the two, whatever the other pages count by', async () => {
    const { user, choice } = open();
    await differences();
    await user.selectOptions(sideA(), 'Electoral Reform Society rules (ERS97)');
    await user.selectOptions(sideB(), 'As many Xs as seats (block vote)');
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    expect(await navigator.clipboard.readText()).toMatch(
      /#\/count\/compare\?e=practice&t=ballots&r=ers97&s=2020&c=r\.block-vote$/,
    );
    expect(choice.getState().rules).toEqual({});
  });

  it('goes from an election with many names to one with few', async () => {
    const { page, props } = open({ id: 'nec-2020' });
    await differences();
    page.unmount();
    const practice = { ...builtIn('practice'), file: null, warnings: [] };
    props.ranking.getState().open(practice.election);
    render(ComparePage, { ...props, current: practice });
    const differ = await differences();
    expect(differ).toMatch(/the same two|Both elect|elected in both/);
    expect(screen.getAllByText(/Ada Ash/)[0]).toBeVisible();
  });

  it('swaps the two', async () => {
    const { user } = open();
    await differences();
    const before = [sideA(), sideB()].map((side) => (side as HTMLSelectElement).value);
    await user.click(screen.getByRole('button', { name: 'Swap A and B' }));
    await differences();
    expect([sideB(), sideA()].map((side) => (side as HTMLSelectElement).value)).toEqual(before);
  });
});

describe('comparing two turnouts', () => {
  it('counts made-up voters beside the ballots that came with it, and says that they are made up', async () => {
    const { user } = open({ ranking: [0] });
    await user.click(screen.getByRole('radio', { name: 'Turnout' }));
    await differences();
    expect(sideA()).toHaveDisplayValue('The ballots that come with it (made up)');
    expect((sideB() as HTMLSelectElement).selectedOptions[0]).toHaveTextContent(/\(made up\)$/);
    const facts = within(screen.getByRole('region', { name: 'The two counts in numbers' }));
    expect(parts(facts.getByRole('row', { name: /^Ballots counted/ }))).toMatch(
      /^Ballots counted \(differs\) 120 \d+$/,
    );
  });
});

describe('comparing two drafts', () => {
  it('asks for a second one where there is none', async () => {
    const { user } = open({ ranking: [0, 1] });
    await user.click(screen.getByRole('radio', { name: 'Ballot' }));
    expect(screen.getByRole('heading', { name: 'There is only one to count' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'To the drafts' })).toHaveAttribute('href', '#/rank');
  });

  it('follows both through the same ballots', async () => {
    const { user, ranked } = open({ ranking: [0, 1] });
    ranked.getState().addBallot([4, 2], 'Another');
    await user.click(screen.getByRole('radio', { name: 'Ballot' }));
    await differences();
    expect(sideA()).toHaveDisplayValue('Another'); // the one that is open
    expect(sideB()).toHaveDisplayValue('Draft 1');
    expect(await differences()).toMatch(/in the same order\. .*Your vote goes another way from the start\.$/);
    const [a, b] = await screen.findAllByRole('article');
    expect(a).toHaveAccessibleName('Your vote in A');
    expect(text(b as HTMLElement)).toContain('Ada Ash');
    expect(text(a as HTMLElement)).not.toContain('Ada Ash');
  });
});

describe('while it counts', () => {
  it('can be cancelled and begun again', async () => {
    const [one, other] = [fakeEngine(), fakeEngine()];
    const { user } = open({ fake: [one.engine, other.engine] });
    await settle();
    expect([one.counts.length, other.counts.length]).toEqual([1, 1]);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(one.counts[0]?.options.signal?.aborted).toBe(true);
    expect(other.counts[0]?.options.signal?.aborted).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Count' }));
    await settle();
    expect([one.counts.length, other.counts.length]).toEqual([2, 2]);
  });

  it('says what went wrong on either side, and tries again', async () => {
    const [one, other] = [fakeEngine(), fakeEngine()];
    const { user } = open({ fake: [one.engine, other.engine] });
    await settle();
    other.counts[0]?.fail('out of memory');
    expect(await screen.findByText(/out of memory/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    expect([one.counts.length, other.counts.length]).toEqual([1, 2]);
  });
});

it('says of each side that it cannot be counted, by which rule', async () => {
  const [one, other] = [fakeEngine(), fakeEngine()];
  open({ fake: [one.engine, other.engine] });
  await settle();
  one.counts[0]?.answer({ ok: false, error: { message: 'No ballot is read.' } });
  other.counts[0]?.answer({ ok: false, error: { message: 'There are no ballots.' } });
  await settle();
  expect(screen.getAllByRole('alert').map(text)).toEqual([
    expect.stringContaining('No ballot is read.'),
    expect.stringContaining('There are no ballots.'),
  ]);
  for (const side of [sideA(), sideB()]) {
    const rule = (side as HTMLSelectElement).selectedOptions[0]?.text ?? '';
    expect(screen.getByText(rule, { selector: 'p *' })).toBeVisible();
  }
});

it('sets aside what it cannot read', () => {
  const store = fakeStorage();
  store.backend.setItem(
    comparedKey,
    JSON.stringify({ state: { compared: { practice: { kind: 'weather' } } }, version: 1 }),
  );
  const { comparing } = open({ store, fake: [fakeEngine().engine, fakeEngine().engine] });
  expect(comparing.compared.getState().compared).toEqual({});
  expect(store.problems).toMatchObject([{ kind: 'set-aside', entry: { name: comparedKey, reason: 'invalid' } }]);
});
