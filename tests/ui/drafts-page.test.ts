import { screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { compareOrders } from '../../src/election/compare-orders';
import { changeWords, summaryWords } from '../../src/ui/drafts/compare-words';
import { button, namesIn, openRankPage, said } from './open-rank-page';

beforeEach(() => localStorage.clear());

const dialog = (name: string) => within(screen.getByRole('dialog', { name }));
const switcher = () => screen.queryByRole('combobox', { name: 'Draft' });

describe('drafts', () => {
  it('are quiet as long as there is one', async () => {
    const { user } = openRankPage();
    expect(switcher()).not.toBeInTheDocument();
    await user.click(button('Drafts'));
    const drafts = dialog('Your drafts');
    expect(drafts.getByRole('button', { name: 'Draft 1 Nobody ranked, open now' })).toBeInTheDocument();
    expect(drafts.queryByRole('button', { name: /^Delete/ })).not.toBeInTheDocument();
  });

  it('a copy is opened, changed and left again; each keeps its own', async () => {
    const { user } = openRankPage([0, 1]);
    await user.click(button('Drafts'));
    await user.click(button('Duplicate Draft 1'));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(said()).toBe('Draft 1 copy opened. 2 names ranked');
    await user.click(button('Move Bo Li up'));
    expect(switcher()).toHaveDisplayValue('Draft 1 copy (2 names)');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Draft' }), 'Draft 1 (2 names)');
    expect(namesIn('My ranking')).toEqual(['Ann Black', 'Bo Li']);
    expect(said()).toBe('Draft 1 opened. 2 names ranked');
    await user.click(button('Undo: open Draft 1'));
    expect(namesIn('My ranking')).toEqual(['Bo Li', 'Ann Black']);
    await user.click(button('Undo: Bo Li to 1'));
    await user.click(button('Undo: duplicate Draft 1'));
    expect(switcher()).not.toBeInTheDocument();
  });

  it('a new one is empty', async () => {
    const { user } = openRankPage([0]);
    await user.click(button('Drafts'));
    await user.click(button('New empty draft'));
    expect(namesIn('My ranking')).toEqual([]);
    expect(switcher()).toHaveDisplayValue('Draft 2 (0 names)');
  });

  it('are renamed in place; Escape and Cancel keep the name and the dialog', async () => {
    const { user, draft } = openRankPage();
    await user.click(button('Drafts'));
    await user.click(button('Rename Draft 1'));
    const field = () => screen.getByRole('textbox', { name: 'New name for Draft 1' });
    expect(field()).toHaveFocus();
    await user.keyboard('Mine{Escape}');
    expect(draft().name).toBe('Draft 1');
    expect(button('Rename Draft 1')).toHaveFocus();
    await user.keyboard('{Enter}');
    await user.clear(field());
    await user.type(field(), 'Mine{Enter}');
    expect(draft().name).toBe('Mine');
    expect(button('Rename Mine')).toHaveFocus();
  });

  it('are deleted with a way back, in the dialog and after it', async () => {
    const { user, act, store } = openRankPage([0]);
    act.duplicateDraft(0);
    await user.click(button('Drafts'));
    await user.click(button('Delete Draft 1'));
    expect(dialog('Your drafts').getByText('Draft 1 deleted.')).toBeInTheDocument();
    expect(button('Undo delete Draft 1')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(store.getState().drafts.map(({ name }) => name)).toEqual(['Draft 1', 'Draft 1 copy']);
    expect(dialog('Your drafts').getByRole('button', { name: /^Draft 1 copy.*open now/ })).toHaveFocus();
    await user.click(button('Delete Draft 1 copy'));
    await user.click(button('Close'));
    expect(button('Undo: delete Draft 1 copy')).toBeInTheDocument();
  });
});

describe('comparing', () => {
  const rows = () =>
    within(screen.getByRole('table'))
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()).join(' '));

  it('two drafts: numbers, names and what moved', async () => {
    const { user, act } = openRankPage([0, 1, 2]);
    act.duplicateDraft(0);
    act.moveTo(2, 1);
    act.unrank(1);
    act.rank(3);
    await user.click(button('Drafts'));
    await user.click(button('Compare'));
    expect(dialog('What moved').getByRole('status')).toHaveTextContent(
      '1 moved, 1 added, 1 left out; 1 other keeps its place in the order.',
    );
    expect(screen.getByRole('table', { name: 'From Draft 1 to Draft 1 copy' })).toBeInTheDocument();
    expect(screen.getAllByRole('columnheader').map((one) => one.textContent)).toEqual(['No.', 'Name', 'What moved']);
    expect(rows()).toEqual([
      '1 Łukasz Ó Briain R Riverside up 2, was 3',
      '2 Ann Black G Green Hill was 1, order kept',
      '3 Cy Dow added',
      'none Bo Li R Riverside left out, was 2',
    ]);
    await user.selectOptions(screen.getByRole('combobox', { name: 'To' }), 'Riverside leaflet');
    expect(rows()[0]).toBe('1 Al Zed R Riverside added');
    await user.click(button('Swap'));
    expect(screen.getByRole('table', { name: 'From Riverside leaflet to Draft 1' })).toBeInTheDocument();
  });

  it('a published order with mine, before it is taken', async () => {
    const { user } = openRankPage([1, 6, 0]);
    await user.click(button('Start from an order'));
    await user.click(button(/^Riverside leaflet/));
    await user.click(button('Show what it differs from mine by'));
    expect(screen.getByRole('table', { name: 'From Draft 1 to Riverside leaflet' })).toBeInTheDocument();
    expect(rows().at(-1)).toBe('none Ann Black G Green Hill left out, was 3');
    expect(namesIn('My ranking')).toEqual(['Bo Li', 'Al Zed', 'Ann Black']);
  });

  it.each([
    [[], [], 'Nobody is ranked in either.'],
    [[1], [1], 'The two are the same.'],
    [[1, 2, 3], [3, 1, 2], '1 moved; the other 2 keep their order.'],
    [[1], [2], '1 added, 1 left out.'],
  ])('in a sentence: %j to %j', (before, after, sentence) =>
    expect(summaryWords(compareOrders(before, after))).toBe(sentence),
  );

  it('in words for each', () => {
    expect(compareOrders([1, 2, 3, 4], [2, 3, 1, 4]).map(changeWords)).toEqual([
      'was 2, order kept',
      'was 3, order kept',
      'down 2, was 1',
      'same number',
    ]);
  });
});

describe('published orders', () => {
  it('two in turn, without those who withdrew, taken at once when nothing is ranked', async () => {
    const { user, ballot } = openRankPage();
    await user.click(button('Start from an order'));
    await user.click(button('Take two orders in turn'));
    expect(screen.getByRole('combobox', { name: 'First from' })).toHaveFocus();
    const items = () =>
      within(screen.getByRole('group', { name: 'So it goes' }))
        .getAllByRole('listitem')
        .map((row) => row.textContent.replace(/^\d+\s*/, '').trim());
    expect(items()).toEqual(['1: Al Zed', '2: Ann Black', '3: Bo Li', '4: Łukasz Ó Briain']);
    await user.selectOptions(screen.getByRole('combobox', { name: 'First from' }), 'Everyone’s friend');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Then from' }), 'Riverside leaflet');
    expect(items()).toEqual(['1: Ann Black', '2: Al Zed', '3: Bo Li', '4: Łukasz Ó Briain']);
    await user.click(button('Use this order'));
    expect(ballot()).toEqual([0, 6, 1, 2]);
    expect(button('Undo: start from Everyone’s friend and Riverside leaflet in turn')).toBeInTheDocument();
  });

  it('added below stay above those put last, and those never ranked are left out and said so', async () => {
    const { user, act, draft } = openRankPage([0]);
    act.putLast(1);
    act.park(2);
    await user.click(button('Start from an order'));
    await user.click(button(/^Riverside leaflet/));
    expect(screen.getByText(/It names 1 you never rank: left out either way/)).toBeInTheDocument();
    await user.click(button('Keep them, and add 1 below, above those put last'));
    expect(draft()).toMatchObject({ ranking: [0, 6], last: [1], parked: [2] });
    expect(said()).toBe('3 names ranked. Left out, as you never rank them: 1');
  });

  it('in place of the ballot take those put last out too', async () => {
    const { user, act, draft } = openRankPage([0]);
    act.putLast(3);
    await user.click(button('Start from an order'));
    await user.click(button(/^Riverside leaflet/));
    await user.click(button(/^Replace them with/));
    expect(draft()).toMatchObject({ ranking: [6, 1, 2], last: [] });
  });

  it('of the same people stand apart', async () => {
    const { election } = await import('./election');
    const north = { title: 'North', publisher: 'Riverside', slate: 1, order: [1, 2, 6], source: null };
    const { user } = openRankPage([], { ...election, orders: [...election.orders, north] });
    await user.click(button('Start from an order'));
    const apart = within(screen.getByRole('list', { name: 'The same 3 names in 2 orders' }));
    expect(apart.getAllByRole('button').map((one) => one.textContent)).toEqual([
      expect.stringContaining('Riverside leaflet'),
      expect.stringContaining('North'),
    ]);
  });
});
