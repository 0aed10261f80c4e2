import { screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { button, namesIn, openRankPage, poolRow, said } from './open-rank-page';

beforeEach(() => localStorage.clear());

describe('put last', () => {
  it('from those not ranked: filled from the bottom, numbered after the others, and said plainly', async () => {
    const { user, ballot } = openRankPage([0]);
    await user.click(button('More for Bo Li'));
    expect(button('More for Bo Li')).toHaveAttribute('aria-expanded', 'true');
    await user.click(button('Put Bo Li last'));
    expect(said()).toBe('Bo Li, put last, now 2 of 2');
    expect(button('More for Łukasz Ó Briain')).toHaveFocus();
    await user.keyboard('{Enter}');
    await user.click(button('Put Łukasz Ó Briain last'));
    expect(said()).toBe('Łukasz Ó Briain, put last, now 2 of 3');
    expect(namesIn('Put last')).toEqual(['Łukasz Ó Briain', 'Bo Li']);
    expect(screen.getByText(/Numbered after all the others you rank/)).toHaveTextContent(
      'Anyone you leave out is below: these still stand above them.',
    );
    await user.click(poolRow('Cy Dow'));
    expect(ballot()).toEqual([0, 3, 2, 1]);
    expect(button('4: take out Bo Li')).toBeInTheDocument();
    expect(screen.getByText('4 of 6 ranked')).toBeInTheDocument();
    expect(button('Undo: Cy Dow to 2')).toBeInTheDocument();
  });

  it('from the ranking and back to it, the focus going along', async () => {
    const { user, draft } = openRankPage([0, 1, 3]);
    await user.click(button(/^Ann Black.*more ways/));
    await user.click(button('Put Ann Black last'));
    expect(draft()).toMatchObject({ ranking: [1, 3], last: [0] });
    expect(button(/^Ann Black.*more ways/)).toHaveFocus();
    expect(button('Move Ann Black down')).toHaveAttribute('aria-disabled', 'true');
    await user.click(button('Move Ann Black up'));
    expect(draft()).toMatchObject({ ranking: [1, 0, 3], last: [] });
    expect(said()).toBe('Ann Black, now 2 of 3');
    expect(button('Move Ann Black up')).toHaveFocus();
    await user.click(button('Put Ann Black last'));
    await user.click(button('Rank Ann Black next, no longer last'));
    expect(draft()).toMatchObject({ ranking: [1, 3, 0], last: [] });
    expect(button(/^Ann Black.*more ways/)).toHaveFocus();
  });

  it('a number typed, bottom and top go by the whole ballot', async () => {
    const { user, act, draft } = openRankPage([0, 1]);
    act.putLast(3);
    act.putLast(2);
    await user.click(button(/^Ann Black.*more ways/));
    const field = screen.getByRole('spinbutton', { name: 'Move Ann Black to' });
    expect(field).toHaveAttribute('max', '4');
    await user.click(button('Move Ann Black to the bottom'));
    expect(draft()).toMatchObject({ ranking: [1, 0], last: [2, 3] });
    await user.clear(field);
    await user.type(field, '4{Enter}');
    expect(draft()).toMatchObject({ ranking: [1], last: [2, 3, 0] });
    await user.click(button('Move Ann Black to the top'));
    expect(draft()).toMatchObject({ ranking: [0, 1], last: [2, 3] });
  });

  it('taking out the last one there takes the list away, and focus goes to who is above', async () => {
    const { user, act } = openRankPage([0]);
    act.putLast(1);
    await user.click(await screen.findByRole('button', { name: '2: take out Bo Li' }));
    expect(screen.queryByRole('list', { name: 'Put last' })).not.toBeInTheDocument();
    expect(button('1: take out Ann Black')).toHaveFocus();
  });

  it('clear all empties both, and is offered when nobody else is ranked', async () => {
    const { user, act, ballot } = openRankPage();
    act.putLast(1);
    await user.click(await screen.findByRole('button', { name: 'Clear all' }));
    expect(ballot()).toEqual([]);
    expect(said()).toContain('1 name ranked before, all taken out');
  });
});

describe('never rank', () => {
  it('stops asking, is folded away, and comes back', async () => {
    const { user, draft } = openRankPage([0]);
    await user.click(button('More for Cy Dow'));
    await user.click(button('Never rank Cy Dow'));
    expect(said()).toBe('Cy Dow is never to be ranked, and not asked about again');
    expect(button('More for Di Ek')).toHaveFocus();
    expect(namesIn('Not ranked yet')).not.toContain('Cy Dow');
    await user.click(button(/^Ann Black.*more ways/));
    await user.click(button('Never rank Ann Black'));
    expect(draft()).toMatchObject({ ranking: [], parked: [3, 0] });
    expect(screen.getByText('0 of 6 ranked')).toBeInTheDocument();

    await user.click(screen.getByText('Never rank (2 names)'));
    await user.click(button('Bring back Cy Dow'));
    expect(button('Bring back Ann Black')).toHaveFocus();
    expect(said()).toBe('Cy Dow brought back, not ranked yet');
    await user.keyboard('{Enter}');
    expect(screen.queryByText(/^Never rank \(/)).not.toBeInTheDocument();
    expect(poolRow('Ann Black')).toHaveFocus();
    await user.keyboard('{Control>}z{/Control}');
    expect(draft()).toMatchObject({ parked: [0] });
    expect(said()).toContain('Undone: Ann Black brought back');
  });

  it('with everyone else ranked says that nobody is left', async () => {
    const { user, act } = openRankPage([0, 1, 2, 3, 5]);
    act.park(6);
    expect(await screen.findByText('That is everyone but those you never rank.')).toBeInTheDocument();
    expect(screen.getByText(/Every name has a number or is one you never rank/)).toBeInTheDocument();
    await user.click(screen.getByText('Never rank (1 name)'));
    expect(screen.getByRole('button', { name: 'Bring back Al Zed' })).toBeInTheDocument();
  });
});

it('by slate, the names stand under the slates’, and tapping goes down the screen', async () => {
  const { user } = openRankPage();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Order of the names' }), 'By slate');
  expect(namesIn('Not ranked yet Green Hill')).toEqual(['Ann Black', 'Di Ek']);
  expect(namesIn('Not ranked yet Riverside')).toEqual(['Bo Li', 'Łukasz Ó Briain', 'Al Zed']);
  expect(namesIn('Not ranked yet No slate')).toEqual(['Cy Dow']);
  await user.click(poolRow('Di Ek'));
  expect(poolRow('Bo Li')).toHaveFocus();
});
