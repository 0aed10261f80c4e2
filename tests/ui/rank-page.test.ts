import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import RankPage from '../../src/app/RankPage.svelte';
import { createCandidateNotesStore } from '../../src/state/candidate-notes';
import { createNoticesStore } from '../../src/state/notices';
import { createRankingStore, currentBallot } from '../../src/state/ranking';
import { createSafeStorage } from '../../src/state/storage';
import { election } from './election';

beforeEach(() => localStorage.clear());

function open(ranking: readonly number[] = []) {
  const storage = createSafeStorage({ backend: () => localStorage, now: () => 0, onProblem: () => undefined });
  const store = createRankingStore(storage);
  store.getState().open(election);
  if (ranking.length > 0) store.getState().replace(ranking, 'start');
  store.temporal.getState().clear();
  const user = userEvent.setup();
  render(RankPage, { election, store, notes: createCandidateNotesStore(storage), notices: createNoticesStore() });
  return { store, user };
}

const list = (name: string) => screen.getByRole('list', { name });
const namesIn = (name: string) =>
  within(list(name))
    .queryAllByRole('button', { name: /^Drag / })
    .map((handle) => handle.getAttribute('aria-label')?.replace('Drag ', ''));
const ranked = () => namesIn('My ranking');
const unranked = () => namesIn('Not ranked yet');
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const poolRow = (name: string) => button(new RegExp(`^${name}.*make it number`));
const said = () => screen.getByRole('status').textContent;

describe('ranking by tap', () => {
  it('gives the next number, says so, and goes on to the next name', async () => {
    const { user, store } = open();
    await user.click(poolRow('Bo Li'));
    expect(ranked()).toEqual(['Bo Li']);
    expect(said()).toBe('Bo Li, now 1 of 1');
    expect(poolRow('Łukasz Ó Briain')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(ranked()).toEqual(['Bo Li', 'Łukasz Ó Briain']);
    expect(said()).toBe('Łukasz Ó Briain, now 2 of 2');
    expect(poolRow('Cy Dow')).toHaveFocus();
    expect(currentBallot(store.getState())).toEqual([1, 2]);
    expect(screen.getByText('2 of 6 ranked')).toBeInTheDocument();
  });

  it('goes to the name before when the last was tapped, and to the heading when none is left', async () => {
    const { user } = open([0, 1, 2, 3]);
    await user.click(poolRow('Al Zed'));
    expect(poolRow('Di Ek')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('heading', { name: 'My ranking' })).toHaveFocus();
    expect(screen.getByText(/Every name has a number/)).toBeInTheDocument();
  });

  it('says what to do on an empty paper, and that any number will do', () => {
    open();
    expect(screen.getByText('Tap the name you want most')).toBeInTheDocument();
    expect(screen.getByText('as many or as few as you like, more than the 2 seats too')).toBeInTheDocument();
    expect(screen.getByText('Withdrawn: Gone Away')).toBeInTheDocument();
    expect(unranked()).not.toContain('Gone Away');
  });
});

describe('a ranked row', () => {
  it('comes out by its number; focus goes to the neighbour’s', async () => {
    const { user } = open([0, 1, 2]);
    await user.click(button('2: take out Bo Li'));
    expect(ranked()).toEqual(['Ann Black', 'Łukasz Ó Briain']);
    expect(said()).toBe('Bo Li taken out');
    expect(button('2: take out Łukasz Ó Briain')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(button('1: take out Ann Black')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(poolRow('Ann Black')).toHaveFocus();
  });

  it('moves up and down; focus stays on it', async () => {
    const { user } = open([0, 1, 2]);
    await user.click(button('Move Łukasz Ó Briain up'));
    expect(ranked()).toEqual(['Ann Black', 'Łukasz Ó Briain', 'Bo Li']);
    expect(said()).toBe('Łukasz Ó Briain, now 2 of 3');
    expect(button('Move Łukasz Ó Briain up')).toHaveFocus();
    await user.keyboard('{Enter}{Enter}');
    expect(ranked()).toEqual(['Łukasz Ó Briain', 'Ann Black', 'Bo Li']);
    expect(button('Move Łukasz Ó Briain up')).toHaveFocus();
    expect(button('Move Łukasz Ó Briain up')).toHaveAttribute('aria-disabled', 'true');
    await user.click(button('Move Łukasz Ó Briain down'));
    expect(ranked()).toEqual(['Ann Black', 'Łukasz Ó Briain', 'Bo Li']);
  });

  it('has more ways to move behind its name: top, bottom, a number, out', async () => {
    const { user } = open([0, 1, 2, 3]);
    const more = button(/^Łukasz.*more ways to move/);
    expect(more).toHaveAttribute('aria-expanded', 'false');
    await user.click(more);
    expect(more).toHaveAttribute('aria-expanded', 'true');
    await user.click(button('Move Łukasz Ó Briain to the top'));
    expect(ranked()[0]).toBe('Łukasz Ó Briain');
    expect(button('Move Łukasz Ó Briain to the top')).toHaveFocus();
    await user.click(button('Move Łukasz Ó Briain to the bottom'));
    expect(ranked()[3]).toBe('Łukasz Ó Briain');
    const field = screen.getByRole('spinbutton', { name: 'Move Łukasz Ó Briain to' });
    expect(field).toHaveValue(4);
    await user.clear(field);
    await user.type(field, '2{Enter}');
    expect(ranked()).toEqual(['Ann Black', 'Łukasz Ó Briain', 'Bo Li', 'Cy Dow']);
    expect(said()).toBe('Łukasz Ó Briain, now 2 of 4');
    expect(field).toHaveFocus();
    expect(field).toHaveValue(2);
    const [, inPanel] = screen.getAllByRole('button', { name: 'Take out Łukasz Ó Briain' });
    await user.click(inPanel as HTMLElement);
    expect(ranked()).toEqual(['Ann Black', 'Bo Li', 'Cy Dow']);
  });

  it('shows someone who withdrew after they were ranked', () => {
    open([4, 0]);
    expect(within(list('My ranking')).getByText('withdrawn')).toBeInTheDocument();
  });
});

describe('finding a name', () => {
  it('by search, without regard to accents, and by slate name', async () => {
    const { user } = open();
    await user.type(screen.getByRole('searchbox'), 'lukasz');
    expect(unranked()).toEqual(['Łukasz Ó Briain']);
    expect(screen.getByRole('status')).toHaveTextContent('1 of 6 shown');
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'riverside');
    expect(unranked()).toEqual(['Bo Li', 'Łukasz Ó Briain', 'Al Zed']);
  });

  it('has a way back when nothing matches', async () => {
    const { user } = open();
    await user.type(screen.getByRole('searchbox'), 'qqq');
    expect(unranked()).toEqual([]);
    await user.click(button('Show all 6'));
    expect(unranked()).toHaveLength(6);
    expect(screen.getByRole('searchbox')).toHaveValue('');
    expect(screen.getByRole('heading', { name: 'Not ranked yet' })).toHaveFocus(); // that button is gone
    expect(screen.getByRole('status')).toHaveTextContent(/^6 names$/);
  });

  it('says how many are found, once, and leaves the focus there when the only one is ranked', async () => {
    const { user } = open();
    await user.type(screen.getByRole('searchbox'), 'lukasz');
    expect(screen.getByRole('status')).toHaveTextContent(/^1 of 6 shown$/);
    await user.click(button(/Łukasz Ó Briain.*make it number 1/));
    expect(screen.getByRole('status')).toHaveTextContent(/^Łukasz Ó Briain, now 1 of 1$/);
    expect(button('Show all 5')).toHaveFocus();
    expect(document.querySelectorAll('[aria-live]')).toHaveLength(0); // or the count would be said too
  });

  it('by slate', async () => {
    const { user } = open();
    const filters = within(screen.getByRole('group', { name: 'Show only' }));
    await user.click(filters.getByRole('button', { name: /Green Hill/ }));
    expect(unranked()).toEqual(['Ann Black', 'Di Ek']);
    await user.click(filters.getByRole('button', { name: 'No slate' }));
    expect(unranked()).toEqual(['Ann Black', 'Cy Dow', 'Di Ek']);
    expect(filters.getByRole('button', { name: 'No slate' })).toHaveAttribute('aria-pressed', 'true');
    await user.click(filters.getByRole('button', { name: /Green Hill/ }));
    expect(unranked()).toEqual(['Cy Dow']);
  });

  it('in another order', async () => {
    const { user } = open();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Order of the names' }), 'A to Z');
    expect(unranked()[0]).toBe('Al Zed');
    await user.selectOptions(screen.getByRole('combobox'), 'Ballot order');
    expect(unranked()[0]).toBe('Ann Black');
  });
});

describe('starting from a published order', () => {
  it('takes it at once when nothing is ranked, without those who withdrew', async () => {
    const { user } = open();
    await user.click(button('Start from an order'));
    const dialog = screen.getByRole('dialog', { name: 'Start from an order' });
    expect(within(dialog).getByText('Al Zed, Bo Li, Łukasz Ó Briain')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: /Everyone’s friend.*by The Parish Post/ }));
    expect(ranked()).toEqual(['Ann Black']);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(button('Undo: start from Everyone’s friend')).toBeInTheDocument();
  });

  it.each([
    [/Keep them, and add 2 below/, ['Bo Li', 'Ann Black', 'Al Zed', 'Łukasz Ó Briain']],
    [/Replace them with/, ['Al Zed', 'Bo Li', 'Łukasz Ó Briain']],
    ['Cancel', ['Bo Li', 'Ann Black']],
  ])('asks when there is a ranking: %s', async (answer, result) => {
    const { user, store } = open([1, 0]);
    await user.click(button('Start from an order'));
    await user.click(button(/^Riverside leaflet/));
    expect(screen.getByRole('dialog', { name: 'You have 2 ranked' })).toBeInTheDocument();
    expect(ranked()).toEqual(['Bo Li', 'Ann Black']);
    await user.click(button(answer));
    expect(ranked()).toEqual(result);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(store.temporal.getState().pastStates).toHaveLength(answer === 'Cancel' ? 0 : 1);
  });

  it('does not offer to add when all of it is ranked', async () => {
    const { user } = open([0]);
    await user.click(button('Start from an order'));
    await user.click(button(/^Riverside leaflet/));
    expect(button(/add 3 below/)).toHaveFocus();
    await user.click(button('Cancel'));
  });
});

describe('undo and redo', () => {
  it('name what they undo, and say that it is done', async () => {
    const { user } = open();
    expect(button('Undo')).toHaveAttribute('aria-disabled', 'true');
    await user.click(poolRow('Ann Black'));
    await user.click(poolRow('Cy Dow'));
    await user.click(button('Undo: Cy Dow to 2'));
    expect(ranked()).toEqual(['Ann Black']);
    expect(said()).toBe('Undone: Cy Dow to 2. 1 name ranked');
    expect(button('Undo: Ann Black to 1')).toHaveFocus();
    await user.click(button('Redo: Cy Dow to 2'));
    expect(ranked()).toEqual(['Ann Black', 'Cy Dow']);
    expect(said()).toBe('Redone: Cy Dow to 2. 2 names ranked');
  });

  it('work by key, but leave a field its own undo', async () => {
    const { user } = open();
    await user.click(poolRow('Ann Black'));
    await user.keyboard('{Control>}z{/Control}');
    expect(ranked()).toEqual([]);
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(ranked()).toEqual(['Ann Black']);
    await user.keyboard('{Meta>}z{/Meta}');
    expect(ranked()).toEqual([]);
    await user.keyboard('{Meta>}{Shift>}Z{/Shift}{/Meta}');
    await user.click(screen.getByRole('searchbox'));
    await user.keyboard('{Control>}z{/Control}');
    expect(ranked()).toEqual(['Ann Black']);
  });

  it('bring back what was cleared', async () => {
    const { user } = open([3, 2, 1]);
    await user.click(button('Clear all'));
    expect(ranked()).toEqual([]);
    expect(screen.getByRole('heading', { name: 'My ranking' })).toHaveFocus();
    await user.click(button('Undo: clear all'));
    expect(ranked()).toEqual(['Cy Dow', 'Łukasz Ó Briain', 'Bo Li']);
  });
});

it('follows the store when something else changes it', async () => {
  const { store } = open();
  store.getState().rank(5);
  expect(await screen.findByText('1 of 6 ranked')).toBeInTheDocument();
  expect(ranked()).toEqual(['Di Ek']);
});
