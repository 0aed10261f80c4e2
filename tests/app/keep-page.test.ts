import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import KeepPage from '../../src/app/KeepPage.svelte';
import { createChoiceStore } from '../../src/state/choice';
import { createCountingStore } from '../../src/state/counting';
import { createOwnTurnoutsStore } from '../../src/state/own-turnouts';
import { endsByFirst } from '../../src/count/ends';
import { trace } from '../../src/count/trace';
import { practice, practiceBallots } from '../../src/election/built-in-practice';
import { practiceCount } from '../support/practice-count';
import { fakeStorage } from '../state/fake-storage';
import { nec2020 } from '../../src/election/built-in-nec-2020';
import { election } from '../ui/election';

const text = 'Parish council\nMy order, not an official ballot paper\n\n1. Di Ek\n2. Ann Black\n';

type Counter = Parameters<typeof createCountingStore>[0];
const counter: Counter = { count: () => new Promise(() => undefined) };

function open(
  ranking: readonly number[] = [5, 0],
  of = election,
  file: string | null = 'parish.blt',
  counting = createCountingStore(counter),
) {
  const { storage } = fakeStorage();
  const current = { election: of, ballots: null, file, warnings: [] };
  const choice = createChoiceStore(storage);
  const turnouts = createOwnTurnoutsStore(storage);
  turnouts.getState().open(of);
  const { unmount } = render(KeepPage, { current, choice, ranking, turnouts, counting });
  return { choice, turnouts, unmount };
}
const told = (): string[] => screen.getAllByRole('status').map((one) => one.textContent.trim());

afterEach(() => vi.restoreAllMocks());

const linesOf = (name: string): string[] =>
  within(screen.getByRole('region', { name }))
    .getAllByRole('listitem')
    .map((row) => row.textContent.replace(/\s+/g, ' ').trim());

it('shows the ballot as on the paper, and in order', () => {
  open();
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
  open();
  const user = userEvent.setup();
  expect(screen.getByRole('article')).toHaveClass('a4');
  await user.click(screen.getByRole('radio', { name: 'Pocket, to cut out' }));
  expect(screen.getByRole('article')).toHaveClass('pocket');
  await user.click(screen.getByRole('button', { name: 'Print card' }));
  expect(print).toHaveBeenCalledOnce();
});

it('copies the order as text and says so', async () => {
  const user = userEvent.setup(); // puts a clipboard in the page
  open();
  await user.click(screen.getByRole('button', { name: 'Copy as text' }));
  expect(await navigator.clipboard.readText()).toBe(text);
  expect(told()).toEqual(['Copied']);
});

it('shows the text marked where the browser does not copy', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  open();
  await user.click(screen.getByRole('button', { name: 'Copy as text' }));
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Your order as text' });
  expect(field).toHaveValue(text);
  expect(field).toHaveFocus();
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, text.length]);
  expect(told()).toEqual([expect.stringContaining('copy it from there')]);
});

it('points back to ranking when there is nothing to keep', () => {
  open([]);
  expect(screen.getByRole('link', { name: 'Put the candidates in order' })).toHaveAttribute('href', '#/rank');
  expect(screen.queryByRole('article')).toBeNull();
});

it('copies a link that has the ballot, and says who can read it', async () => {
  const user = userEvent.setup();
  open([4, 0], nec2020, null);
  expect(screen.getByText(/Whoever has the link can read your ballot/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Copy link' }));
  expect(await navigator.clipboard.readText()).toMatch(/#\/keep\?e=nec-2020&t=.+&r=.+&s=2020&b=5\.1$/);
  expect(told()).toEqual(['', 'Copied']);
});

it('shows the link where the browser does not copy', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  open([4, 0], nec2020, null);
  await user.click(screen.getByRole('button', { name: 'Copy link' }));
  expect(await screen.findByRole('textbox', { name: 'Link' })).toHaveValue(
    `${location.href}#/keep?e=nec-2020&t=calibrated&r=${nec2020.rule}&s=2020&b=5.1`,
  );
});

it('says that a link cannot carry an election from a file', () => {
  open();
  expect(screen.getByText(/^A link cannot carry an election from a file\. Send the file “parish\.blt”/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Copy link' })).toBeNull();
});

it('has the journey of the order once it has been counted, and not that of another', async () => {
  const result = practiceCount();
  const ends = endsByFirst(result, practiceBallots);
  const counted = { count: result, journey: trace(result, [0, 3]), ends };
  const counting = createCountingStore({ count: () => Promise.resolve({ ok: true, value: counted }) });
  const voters = { kind: 'ballots', ballots: practiceBallots } as const;
  await counting.getState().count({ election: practice, voters, rule: result.rule, seed: '1', ranking: [0, 3] });

  const { unmount } = open([0, 3], practice, null, counting);
  const journey = within(screen.getByRole('region', { name: 'Where your vote goes' }));
  expect(journey.getByText('Your vote helped elect Ada Ash (82p). 18p stopped.')).toBeVisible();
  expect(journey.getByText(/^Made-up ballots that come with the election\. Counted by: .*Seed: 1\.$/)).toBeVisible();
  expect(journey.getByRole('button', { name: 'PNG of your vote', hidden: true })).toBeInTheDocument();
  unmount();

  open([3, 0], practice, null, counting);
  expect(screen.getByRole('link', { name: 'Count it' })).toHaveAttribute('href', '#/count');
  expect(screen.queryByText(/Your vote helped/)).toBeNull();
});
