import { cleanup, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { button, namesIn, openRankPage, said } from './open-rank-page';

beforeEach(() => localStorage.clear());

const asked = () => screen.getByRole('heading', { level: 3 }).textContent;

it('asks about one after the other; a button keeps the focus, and the next name is said', async () => {
  const { user, draft } = openRankPage();
  await user.click(button('One at a time'));
  expect(screen.getByRole('heading', { name: 'Who next?' })).toHaveFocus();
  expect(said()).toBe('Next: Ann Black, Green Hill. 6 left');
  expect(screen.getByText('0 of 6 decided, 6 left to ask about')).toBeInTheDocument();

  await user.click(button('Rank next, number 1 : Ann Black'));
  expect(said()).toBe('Ann Black, now 1 of 1. Next: Bo Li, Riverside. 5 left');
  expect(button('Rank next, number 2 : Bo Li')).toHaveFocus();
  await user.click(button('Put last : Bo Li'));
  expect(said()).toBe('Bo Li, put last, now 2 of 2. Next: Łukasz Ó Briain, Riverside. 4 left');
  expect(button('Put last : Łukasz Ó Briain')).toHaveFocus();
  await user.click(button('Never rank : Łukasz Ó Briain'));
  expect(asked()).toBe('Cy Dow');
  await user.click(button('Skip for now : Cy Dow'));
  expect(said()).toBe('Cy Dow skipped for now. Next: Di Ek, Green Hill. 3 left');
  expect(button('Skip for now : Di Ek')).toHaveFocus();
  expect(screen.getByText('3 of 6 decided, 3 left to ask about, 1 of them skipped')).toBeInTheDocument();
  expect(draft()).toMatchObject({ ranking: [0], last: [1], parked: [2] });
  const soFar = within(screen.getByRole('region', { name: 'Your ballot so far' }));
  expect(soFar.getAllByRole('listitem')).toHaveLength(2);
});

it('a skipped name comes again at the end, or at once by the way back', async () => {
  const { user } = openRankPage([0, 1, 2, 3]);
  await user.click(button('One at a time'));
  await user.click(button(/^Skip for now/));
  expect(asked()).toBe('Al Zed');
  await user.click(button('Back to Di Ek'));
  expect(asked()).toBe('Di Ek');
  expect(screen.getByRole('heading', { name: 'Who next?' })).toHaveFocus(); // that button is gone
  await user.click(button(/^Skip for now/));
  await user.click(button(/^Skip for now/));
  expect(asked()).toBe('Di Ek');
  await user.click(button(/^Rank next/));
  expect(asked()).toBe('Al Zed');
  expect(button(/^Skip for now/)).toHaveAttribute('aria-disabled', 'true');
  await user.click(button(/^Skip for now/));
  expect(asked()).toBe('Al Zed');
});

it('ranks at a number, and ends when all are decided', async () => {
  const { user, ballot } = openRankPage([0, 1, 2, 3, 5]);
  await user.click(button('One at a time'));
  const field = screen.getByRole('spinbutton', { name: 'Or as number' });
  expect(field).toHaveValue(6);
  await user.clear(field);
  await user.type(field, '2{Enter}');
  expect(ballot()).toEqual([0, 6, 1, 2, 3, 5]);
  expect(said()).toBe('Al Zed, now 2 of 6. Nobody left to ask about');
  expect(screen.getByRole('heading', { name: 'Nobody left to ask about' })).toHaveFocus();
  await user.keyboard('{Control>}z{/Control}');
  expect(asked()).toBe('Al Zed');
});

it('back in the lists all is as it was: ranking, search and order', async () => {
  const { user } = openRankPage([0]);
  await user.type(screen.getByRole('searchbox'), 'riverside');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Order of the names' }), 'A to Z');
  await user.click(button('One at a time'));
  expect(asked()).toBe('Al Zed');
  expect(screen.getByText(/2 more are hidden by the search or filters/)).toBeInTheDocument();
  await user.click(button(/^Rank next/));
  await user.click(screen.getAllByRole('button', { name: 'Back to the lists' })[0] as HTMLElement);
  expect(button('One at a time')).toHaveFocus();
  expect(namesIn('My ranking')).toEqual(['Ann Black', 'Al Zed']);
  expect(namesIn('Not ranked yet')).toEqual(['Bo Li', 'Łukasz Ó Briain']);
  await user.click(button('One at a time'));
  await user.click(button('Ask about everyone'));
  expect(screen.getByText(/4 left to ask about/)).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'Who next?' })).toHaveFocus();
  expect(said()).toMatch(/^Next: .+ 4 left$/);
});

it('asks in the order chosen', async () => {
  const { user } = openRankPage();
  await user.click(button('One at a time'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Ask in this order' }), 'By surname');
  expect(asked()).toBe('Ann Black');
  await user.click(button(/^Skip/));
  expect(asked()).toBe('Cy Dow');
});

it('is there again at the next visit, and then leaves the focus where it is', async () => {
  const { user } = openRankPage();
  await user.click(button('One at a time'));
  cleanup();
  openRankPage();
  expect(screen.getByRole('heading', { name: 'Who next?' })).not.toHaveFocus();
  expect(said()).toBe('');
  await userEvent.click(screen.getAllByRole('button', { name: 'Back to the lists' })[0] as HTMLElement);
  expect(button('One at a time')).toHaveFocus();
});
