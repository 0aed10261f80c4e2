import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import CountPage from '../../src/app/CountPage.svelte';
import { builtInElection } from '../../src/election/built-in';
import { createChoiceStore } from '../../src/state/choice';
import { createCountingStore } from '../../src/state/counting';
import { createOwnTurnoutsStore } from '../../src/state/own-turnouts';
import { createRankingStore } from '../../src/state/ranking';
import { createEngine, type Engine } from '../../src/worker/client';
import { fakeEngine, settle } from '../state/fake-engine';
import { fakeStorage } from '../state/fake-storage';
import { hostedPort } from '../support/channel';

let real: Engine | null = null;
afterEach(() => {
  real?.close();
  location.hash = '';
});

/** The practice election's own 120 ballots: Ash, then Cedar are elected. */
function open(ranking: readonly number[], engine: Pick<Engine, 'count'>) {
  const found = builtInElection('practice');
  if (found === null) throw new Error('no practice election');
  const current = { ...found, file: null, warnings: [] };
  const { storage } = fakeStorage();
  const choice = createChoiceStore(storage);
  choice.getState().pickVoters('practice', { kind: 'ballots' });
  const ranked = createRankingStore(storage);
  ranked.getState().open(current.election);
  if (ranking.length > 0) ranked.getState().replace(ranking, 'set');
  const counting = createCountingStore(engine);
  const target = document.body.appendChild(document.createElement('main'));
  target.tabIndex = -1;
  const props = { current, choice, counting, ranking: ranked, turnouts: createOwnTurnoutsStore(storage) };
  render(CountPage, { target, props });
  return { user: userEvent.setup(), choice, ranked };
}

const counted = (ranking: readonly number[]) => open(ranking, (real = createEngine(() => hostedPort(30))));
const region = (name: string) => screen.findByRole('region', { name });
const items = (within_: HTMLElement): string[] =>
  within(within_)
    .getAllByRole('listitem')
    .map((one) => one.textContent.replace(/\s+/g, ' ').trim());

describe('the count page', () => {
  it('says first whom the vote helped elect, then move by move', async () => {
    counted([0, 3, 2]);
    const headline = await screen.findByRole('heading', {
      name: /Your vote helped elect Ada Ash \(\d\dp\) and Cleo Cedar/,
    });
    expect(headline).toBeVisible();
    const moves = items(await region('Your vote, move by move'));
    expect(moves[0]).toMatch(/^Stage 1 ?Your whole vote is with Ada Ash, your 1st\./);
    expect(screen.getByText(/The count ends after stage \d;/)).toBeVisible();
    for (const bar of within(await region('Your vote, move by move')).getAllByRole('img')) {
      const pence = [...(bar.getAttribute('aria-label') ?? '').matchAll(/(\d+)p/g)].map(([, p]) => Number(p));
      expect(pence.reduce((a, b) => a + b, 0)).toBe(100);
    }
  });

  it('says that given ballots are counted as they are', async () => {
    counted([0]);
    expect(await screen.findByText(/Yours follows along but is not added/)).toBeVisible();
    expect(await screen.findByText(/^120 ballots are counted/)).toBeVisible();
  });

  it('lists who was elected, in order, with the stage', async () => {
    counted([0]);
    expect(items(await region('Elected in this count'))).toEqual([
      expect.stringMatching(/^Ada Ash .*stage 1$/),
      expect.stringMatching(/^Cleo Cedar .*stage \d$/),
    ]);
  });

  it('goes through the stages and marks where the own vote is', async () => {
    const { user } = counted([0, 3, 2]);
    const player = within(await region('The count, one stage at a time'));
    expect(player.getByRole('heading', { level: 3 })).toHaveTextContent('First preferences');
    expect(player.getByRole('button', { name: /Earlier/ })).toHaveAttribute('aria-disabled', 'true');
    expect(player.getByText('Elected now')).toBeVisible();
    await user.click(player.getByRole('button', { name: 'Next time my vote moves' }));
    expect(player.getByRole('heading', { level: 3 })).toHaveTextContent('Ada Ash’s extra votes move on');
    expect(player.getByRole('slider', { name: 'Stage' })).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/^Stage 2 of \d: Ada Ash’s extra votes move on$/),
    );
    expect(player.getByText(/Each of the 50 ballots passes on that share/)).toBeVisible();
    await user.click(player.getByRole('button', { name: /Later/ }));
    expect(player.getByText(/^Stage 3 of/)).toBeVisible();
  });

  it('opens a stage from the journey', async () => {
    const { user } = counted([0, 3, 2]);
    const journey = within(await region('Your vote, move by move'));
    await user.click(journey.getByText(/^Ada Ash keeps/));
    expect(
      journey.getByText(/^Like yours: 50 ballots worth a whole vote each, 43 .*: 9 × 1 ÷ 50 = 0.18 each/),
    ).toBeVisible();
    const see = journey.getByRole('link', { name: 'See stage 2' });
    expect(see).toHaveAttribute('href', '#/count/stage/2');
    await user.click(see);
    expect(screen.getByText(/^Stage 2 of/)).toBeVisible();
    expect(screen.getByRole('group', { name: 'Stages' })).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByText(/^Stage 3 of/)).toBeVisible();
    // A link to share leads there too.
    const share = within(await region('Share as a link'));
    expect(share.getByText(/and leads to stage 3, all after the #/)).toBeVisible();
    await user.click(share.getByRole('button', { name: 'Copy link' }));
    expect(await navigator.clipboard.readText()).toMatch(/#\/count\/stage\/3\?e=practice&t=ballots/);
  });

  it('has every tally in the result sheet, to the last digit', async () => {
    const { user } = counted([0]);
    const sheet = within(await region('Result sheet'));
    expect(sheet.getByRole('row', { name: /^Ada Ash ?elected, stage 1 50\.00000 41\.00000/ })).toBeVisible();
    expect(sheet.getByRole('row', { name: /^Quota 41\.00000/ })).toBeVisible();
    expect(sheet.getAllByRole('columnheader').length).toBeGreaterThan(3);
    // Ordered by the votes at a stage, from the head of its column or from the list, which says so.
    const order = screen.getByRole('combobox', { name: 'Candidates in order of' });
    expect(order).toHaveDisplayValue('the ballot paper');
    await user.click(sheet.getByRole('button', { name: /Stage 2/ }));
    expect(order).toHaveDisplayValue('votes at stage 2');
    await user.selectOptions(order, 'votes at stage 3');
    expect(order).toHaveDisplayValue('votes at stage 3');
    expect(sheet.getByRole('columnheader', { name: /Stage 3/ })).toHaveAttribute('aria-sort', 'descending');
  });

  it('shows Xs, no quota and no extra votes under the block vote', async () => {
    const { choice } = counted([0, 3, 2]);
    choice.getState().pickRule('practice', 'block-vote');
    expect(await screen.findByRole('heading', { name: /^Your 2 Xs: / })).toBeVisible();
    expect(screen.getByText('One ballot of 2 Xs, one for each seat.')).toBeVisible();
    const journey = within(await region('Your vote, move by move'));
    for (const bar of journey.getAllByRole('img')) expect(bar).toHaveAccessibleName(/^1 X with .*, 1 X with /);
    const player = within(await region('The count, in one stage'));
    expect(player.getByText(/^There is no quota: the 2 who have most are elected/)).toBeVisible();
    expect(player.queryByText(/^Quota:/)).toBeNull();
    // One stage: nothing to move between, and the page keeps its own keys.
    expect(player.queryByText('Keys')).toBeNull();
    for (const key of [' ', 'Home', 'ArrowRight'])
      expect(await fireEvent.keyDown(player.getByRole('group', { name: 'Stages' }), { key })).toBe(true);
    const sheet = within(await region('Result sheet'));
    expect(sheet.queryByRole('row', { name: /^Quota/ })).toBeNull();
    expect(sheet.getByRole('row', { name: /^Xs not given/ })).toBeVisible();
  });

  it('speaks of no other stages where there is one', async () => {
    const { choice } = counted([0, 3, 2]);
    choice.getState().pickRule('practice', 'sntv');
    expect(await screen.findByText('One vote is shown as a pound, 100 pence.')).toBeVisible();
  });

  it('goes through the runs of a count by quotients', async () => {
    const { user, choice } = counted([0, 3, 2]);
    choice.getState().pickRule('practice', 'qpq');
    expect(await screen.findByText(/^Candidates are compared by their quotient/)).toBeVisible();
    expect(screen.getByRole('heading', { name: /^Your vote helped elect Ada Ash \(\d\dp\)/ })).toBeVisible();
    const player = within(await region('The count, one stage at a time'));
    await user.click(player.getByText('Why? The sums of this stage'));
    await user.click(player.getByRole('button', { name: /Later/ }));
    expect(player.getByRole('heading', { level: 3 })).toHaveTextContent('Ada Ash passes the quota');
    expect(player.getByText('Ada Ash, 50 ballots ÷ 1 = 50, above the quota, 40.')).toBeVisible();
    await user.click(player.getByRole('button', { name: /Later/ }));
    expect(player.getByText(/^The count starts again without them/)).toBeVisible();
    const sheet = within(await region('Result sheet'));
    const after = '39.510489510 37.412587412 35.580419580'; // with a quota in every run
    expect(sheet.getByRole('row', { name: `Ada Ash elected, stage 4 50.000000000 ${after}` })).toBeVisible();
    expect(sheet.getByRole('row', { name: `Quota 40.000000000 ${after}` })).toBeVisible();
  });

  it('says that first past the post cannot fill two seats', async () => {
    const { choice } = counted([0]);
    choice.getState().pickRule('practice', 'fptp');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'First past the post can fill one seat only, and there are 2 here.',
    );
  });

  it('counts without a ballot too, and asks for one', async () => {
    counted([]);
    expect(await screen.findByRole('heading', { name: 'You have not ranked anyone yet' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Rank the candidates' })).toHaveAttribute('href', '#/rank');
    expect(await region('Elected in this count')).toBeVisible();
  });

  it('copies a link to this count, with the ballot only when asked', async () => {
    const { user, choice } = open([0, 3], fakeEngine().engine);
    choice.getState().pickRule('practice', 'ers97');
    choice.getState().pickVoters('practice', { kind: 'turnout', id: 'rank-all' });
    choice.getState().pickRun('2020/17', 50);
    const link = `${location.href}#/count?e=practice&t=rank-all&r=ers97&s=2020%2F17&p=50`;
    const share = within(await region('Share as a link'));
    await user.click(share.getByRole('button', { name: 'Copy link' }));
    expect(await navigator.clipboard.readText()).toBe(link);
    expect(share.getByRole('status')).toHaveTextContent('Copied');
    const mine = share.getByRole('checkbox', { name: 'With my ballot (2 names)' });
    expect(mine).not.toBeChecked();
    await user.click(mine);
    expect(share.getByRole('status').textContent.trim()).toBe(''); // this link was not copied
    expect(share.getByText(/Whoever has the link can read your ballot/)).toBeVisible();
    await user.click(share.getByRole('button', { name: 'Copy link' }));
    expect(await navigator.clipboard.readText()).toBe(`${link}&b=1.4`);
    expect(share.getByRole('status')).toHaveTextContent('Copied');
  });

  it('offers no ballot for the link where there is none', async () => {
    open([], fakeEngine().engine);
    const share = within(await region('Share as a link'));
    expect(share.getByRole('button', { name: 'Copy link' })).toBeVisible();
    expect(share.queryByRole('checkbox')).toBeNull();
  });

  it('says when fewer papers stand for all voters, which a link can ask for, and counts a paper each', async () => {
    const { user, choice } = open([0], fakeEngine().engine);
    choice.getState().pickVoters('practice', { kind: 'turnout', id: 'busy-meeting' });
    choice.getState().pickRun('7', 50);
    expect(await screen.findByText(/^50 papers stand for \d+ voters\./)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Count a paper each' }));
    expect(choice.getState()).toMatchObject({ seed: '7', papers: null });
    expect(screen.queryByText(/papers stand for/)).toBeNull();
    expect(screen.getByRole('main')).toHaveFocus();
  });

  it('shows progress, can be cancelled and started again', async () => {
    const fake = fakeEngine();
    const { user } = open([0], fake.engine);
    await settle();
    fake.counts[0]?.options.onProgress?.({ doing: 'counting', done: 0.5 });
    expect(await screen.findByText('Counting …')).toBeVisible();
    expect(screen.getByRole('progressbar', { name: 'Progress of the count' })).toHaveAttribute('value', '0.5');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('button', { name: 'Count' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(fake.counts).toHaveLength(2);
    expect(await screen.findByRole('button', { name: 'Cancel' })).toHaveFocus();
    fake.counts[1]?.answer({ ok: false, error: { message: 'There are no ballots to count.' } });
    await screen.findByRole('alert');
    expect(screen.getByRole('main')).toHaveFocus();
  });

  it('says when it broke off and tries again', async () => {
    const fake = fakeEngine();
    const { user } = open([0], fake.engine);
    await settle();
    fake.counts[0]?.fail('the wheel came off');
    expect(await screen.findByRole('alert')).toHaveTextContent('The count broke off');
    expect(screen.getByRole('alert')).toHaveTextContent('the wheel came off');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(fake.counts).toHaveLength(2);
    expect(await screen.findByRole('button', { name: 'Cancel' })).toHaveFocus();
  });

  it('says when there is nothing to count', async () => {
    const fake = fakeEngine();
    open([0], fake.engine);
    await settle();
    fake.counts[0]?.answer({ ok: false, error: { message: 'There are no ballots to count.' } });
    expect(await screen.findByRole('alert')).toHaveTextContent('There are no ballots to count.');
  });

  it('counts again when the ranking or the rule changes, and not when nothing does', async () => {
    const fake = fakeEngine();
    const { ranked, choice } = open([0], fake.engine);
    await settle();
    ranked.getState().rank(1);
    await settle();
    choice.getState().pickRule('practice', 'ers97');
    await settle();
    choice.getState().pickRule('practice', 'ers97');
    await settle();
    expect(fake.counts.map(({ job }) => [job.mine, job.rule.id])).toEqual([
      [[0], 'scottish-2007'],
      [[0, 1], 'scottish-2007'],
      [[0, 1], 'ers97'],
    ]);
  });
});
