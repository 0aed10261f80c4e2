import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import KeepPage from '../../src/app/KeepPage.svelte';
import { election } from '../ui/election';

const text = 'Parish council\nMy order, not an official ballot paper\n\n1. Di Ek\n2. Ann Black\n';
const ranking = [5, 0];

afterEach(() => vi.restoreAllMocks());

const linesOf = (name: string): string[] =>
  within(screen.getByRole('region', { name }))
    .getAllByRole('listitem')
    .map((row) => row.textContent.replace(/\s+/g, ' ').trim());

it('shows the ballot as on the paper, and in order', () => {
  render(KeepPage, { election, ranking });
  const card = within(screen.getByRole('article', { name: 'Parish council' }));
  expect(card.getByText('My order, not an official ballot paper')).toBeVisible();
  expect(linesOf('As on the ballot paper')).toEqual([
    '2 Ann Black : write 2',
    'Bo Li : leave empty',
    'Łukasz Ó Briain : leave empty',
    'Cy Dow : leave empty',
    'Gone Away, withdrawn : leave empty',
    '1 Di Ek : write 1',
    'Al Zed : leave empty',
  ]);
  expect(linesOf('In your order')).toEqual(['1 1: Di Ek', '2 2: Ann Black']);
  expect(card.getByText('2 of 6 names ranked.')).toBeVisible();
});

it('prints the card in the size picked', async () => {
  const print = vi.fn();
  vi.stubGlobal('print', print);
  render(KeepPage, { election, ranking });
  const user = userEvent.setup();
  expect(screen.getByRole('article')).toHaveClass('a4');
  await user.click(screen.getByRole('radio', { name: 'Pocket, to cut out' }));
  expect(screen.getByRole('article')).toHaveClass('pocket');
  await user.click(screen.getByRole('button', { name: 'Print card' }));
  expect(print).toHaveBeenCalledOnce();
});

it('copies the order as text and says so', async () => {
  const user = userEvent.setup(); // puts a clipboard in the page
  render(KeepPage, { election, ranking });
  await user.click(screen.getByRole('button', { name: 'Copy as text' }));
  expect(await navigator.clipboard.readText()).toBe(text);
  expect(screen.getByRole('status')).toHaveTextContent('Copied');
});

it('shows the text marked where the browser does not copy', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  render(KeepPage, { election, ranking });
  await user.click(screen.getByRole('button', { name: 'Copy as text' }));
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Your order as text' });
  expect(field).toHaveValue(text);
  expect(field).toHaveFocus();
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, text.length]);
  expect(screen.getByRole('status')).toHaveTextContent('copy it from there');
});

it('points back to ranking when there is nothing to keep', () => {
  render(KeepPage, { election, ranking: [] });
  expect(screen.getByRole('link', { name: 'Put the candidates in order' })).toHaveAttribute('href', '#/rank');
  expect(screen.queryByRole('article')).toBeNull();
});
