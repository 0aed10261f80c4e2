import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import RankPage from '../../src/app/RankPage.svelte';
import type { Election } from '../../src/election/election';
import type { Questionnaire } from '../../src/election/questionnaire';
import { createCandidateNotesStore, notesKey } from '../../src/state/candidate-notes';
import { createNoticesStore } from '../../src/state/notices';
import { createRankingStore } from '../../src/state/ranking';
import { createSafeStorage } from '../../src/state/storage';
import { notesText } from '../../src/ui/answers/notes-text';
import { election } from './election';

const survey: Questionnaire = {
  title: 'Hall survey',
  askedBy: 'The Parish Post',
  source: 'Parish Post page',
  date: '2021-02-28',
  note: 'One survey among several.',
  questions: [
    { id: '1', text: 'Mend the roof first' },
    { id: '2', text: 'A new kitchen' },
  ],
  replies: [
    { candidate: 1, answers: { '1': { kind: 'agrees' }, '2': { kind: 'disagrees' } } },
    {
      candidate: 3,
      answers: { '1': { kind: 'agrees' }, '2': { kind: 'agrees-with-qualifications', qualification: 'when paid for' } },
    },
    { candidate: 5, answers: { '1': { kind: 'no-answer' }, '2': { kind: 'text', text: 'Ask me later.' } } },
  ],
};
const asked: Election = { ...election, questionnaires: [survey] };

beforeEach(() => localStorage.clear());

function open(of: Election = asked, ranking: readonly number[] = []) {
  const storage = createSafeStorage({ backend: () => localStorage, now: () => 0, onProblem: () => undefined });
  const store = createRankingStore(storage);
  store.getState().open(of);
  if (ranking.length > 0) store.getState().replace(ranking, 'start');
  const notes = createCandidateNotesStore(storage);
  const notices = createNoticesStore();
  render(RankPage, { election: of, store, notes, notices });
  return { notes, notices, user: userEvent.setup() };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const unranked = () =>
  within(screen.getByRole('list', { name: 'Not ranked yet' }))
    .queryAllByRole('button', { name: /^Drag / })
    .map((handle) => handle.getAttribute('aria-label')?.replace('Drag ', ''));
const openDetails = async (user: ReturnType<typeof userEvent.setup>, name: string) => {
  await user.click(button(new RegExp(`^About ${name}`)));
  return within(screen.getByRole('dialog', { name }));
};

describe('the shortlist star', () => {
  it('is in every row, ranked or not, and says whether it is on', async () => {
    const { user, notes } = open(asked, [0]);
    expect(screen.getAllByRole('button', { name: /^Shortlist / })).toHaveLength(6);
    const star = button('Shortlist Cy Dow');
    expect(star).toHaveAttribute('aria-pressed', 'false');
    await user.click(star);
    expect(star).toHaveAttribute('aria-pressed', 'true');
    expect(star).toHaveFocus();
    await user.click(button('Shortlist Ann Black'));
    expect(notes.getState().stars).toEqual([0, 3]);
    await user.click(star);
    expect(notes.getState().stars).toEqual([0]);
  });

  it('filters the names; a row that goes with its star hands the focus on', async () => {
    const { user } = open();
    expect(screen.queryByRole('button', { name: 'Shortlist' })).not.toBeInTheDocument();
    await user.click(button('Shortlist Bo Li'));
    await user.click(button('Shortlist Cy Dow'));
    await user.click(button('Shortlist'));
    expect(button('Shortlist')).toHaveAttribute('aria-pressed', 'true');
    expect(unranked()).toEqual(['Bo Li', 'Cy Dow']);
    await user.click(button('Shortlist Bo Li'));
    expect(unranked()).toEqual(['Cy Dow']);
    await waitFor(() => expect(button('Shortlist Cy Dow')).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(unranked()).toEqual([]);
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Not ranked yet' })).toHaveFocus());
    await user.click(button('Show all 6'));
    expect(unranked()).toHaveLength(6);
    expect(screen.queryByRole('button', { name: 'Shortlist' })).not.toBeInTheDocument();
  });
});

describe('a candidate’s details', () => {
  it('give name, slate and answers with their source', async () => {
    const { user } = open();
    const dialog = await openDetails(user, 'Bo Li');
    expect(dialog.getByText('Riverside')).toBeInTheDocument();
    expect(dialog.getByRole('heading', { name: 'Hall survey' })).toBeInTheDocument();
    expect(
      dialog.getByText('Asked by: The Parish Post. Source: Parish Post page dated 28 February 2021.'),
    ).toBeInTheDocument();
    expect(dialog.getByText('One survey among several.')).toBeInTheDocument();
    expect(dialog.getAllByRole('term').map((term) => term.textContent)).toEqual([
      '1 Mend the roof first',
      '2 A new kitchen',
    ]);
    expect(dialog.getAllByRole('definition').map((one) => one.textContent)).toEqual(['Agrees', 'Disagrees']);
  });

  it('give qualifications, words of their own and what was left out as they are', async () => {
    const { user } = open();
    let dialog = await openDetails(user, 'Cy Dow');
    expect(dialog.getByText('On no slate')).toBeInTheDocument();
    expect(dialog.getByText('Agrees with qualifications: when paid for')).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    dialog = await openDetails(user, 'Di Ek');
    expect(dialog.getAllByRole('definition').map((one) => one.textContent)).toEqual([
      'Left unanswered',
      'Ask me later.',
    ]);
  });

  it('say of one who is not listed that silence is not disagreement', async () => {
    const { user } = open();
    const dialog = await openDetails(user, 'Ann Black');
    expect(dialog.getByText('No published answer here. That is not disagreement.')).toBeInTheDocument();
    expect(dialog.queryByRole('definition')).not.toBeInTheDocument();
  });

  it('keep a note as it is typed, and show in the row that there is one', async () => {
    const { user, notes } = open();
    const dialog = await openDetails(user, 'Bo Li');
    await user.type(dialog.getByRole('textbox', { name: 'My note' }), 'Kept the books');
    expect(notes.getState().notes).toEqual({ 1: 'Kept the books' });
    expect(localStorage.getItem(notesKey)).toContain('Kept the books');
    expect(localStorage.getItem('ballotflow/rankings') ?? '').not.toContain('Kept');
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(button('About Bo Li, with your note')).toBeInTheDocument();
  });

  it('delete a note with a way back', async () => {
    const { user, notes } = open();
    const dialog = await openDetails(user, 'Bo Li');
    const field = dialog.getByRole('textbox', { name: 'My note' });
    await user.type(field, 'Kept the books');
    await user.click(dialog.getByRole('button', { name: 'Delete note on Bo Li' }));
    expect(field).toHaveValue('');
    expect(dialog.getByRole('status')).toHaveTextContent('Note deleted');
    expect(notes.getState().notes).toEqual({});
    expect(dialog.getByRole('button', { name: 'Undo: delete note' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(field).toHaveValue('Kept the books');
    expect(field).toHaveFocus();
    expect(dialog.getByRole('status')).toHaveTextContent('Note is back');
  });

  it('offer the deleted note again when they are opened again, but only this candidate’s', async () => {
    const { user, notes } = open();
    let dialog = await openDetails(user, 'Bo Li');
    await user.type(dialog.getByRole('textbox'), 'x');
    await user.click(dialog.getByRole('button', { name: /^Delete note/ }));
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    dialog = await openDetails(user, 'Cy Dow');
    expect(dialog.queryByRole('button', { name: 'Undo: delete note' })).not.toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    dialog = await openDetails(user, 'Bo Li');
    await user.click(dialog.getByRole('button', { name: 'Undo: delete note' }));
    expect(notes.getState().notes).toEqual({ 1: 'x' });
  });

  it('have the star too', async () => {
    const { user, notes } = open();
    const dialog = await openDetails(user, 'Bo Li');
    await user.click(dialog.getByRole('button', { name: 'On my shortlist', pressed: false }));
    expect(dialog.getByRole('button', { name: 'On my shortlist', pressed: true })).toBeInTheDocument();
    expect(notes.getState().stars).toEqual([1]);
  });

  it('say when nothing can be saved, and offer a file', async () => {
    const { user, notices } = open();
    const dialog = await openDetails(user, 'Bo Li');
    expect(dialog.queryByRole('alert')).not.toBeInTheDocument();
    await user.type(dialog.getByRole('textbox'), 'Kept the books');
    notices.getState().note({ kind: 'not-saved', name: notesKey, message: 'full' });
    expect(await dialog.findByRole('alert')).toHaveTextContent('This device does not save notes and stars now');
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:test';
    });
    await user.click(dialog.getByRole('button', { name: 'Save my notes as a file' }));
    expect(await blobs[0]?.text()).toBe('Parish council\nMy private notes\n\nBo Li\nKept the books\n');
    notices.getState().note({ kind: 'saved-again', name: notesKey });
    await waitFor(() => expect(dialog.queryByRole('alert')).not.toBeInTheDocument());
    vi.restoreAllMocks();
  });
});

describe('finding by answer', () => {
  const question = () => screen.getByRole('combobox', { name: 'Question' });
  const answer = () => screen.getByRole('combobox', { name: 'Answer' });

  it('shows those who answered, then those who answered so', async () => {
    const { user } = open();
    expect(screen.queryByRole('combobox', { name: 'Answer' })).not.toBeInTheDocument();
    await user.selectOptions(question(), '2 A new kitchen');
    expect(unranked()).toEqual(['Bo Li', 'Cy Dow', 'Di Ek']);
    expect(screen.getAllByText(/^3 of 6/)[0]).toHaveTextContent('3 of 6 shown');
    expect(
      within(answer())
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual([
      'Any published answer',
      'Agrees with qualifications',
      'Disagrees',
      'In their own words',
      'No published answer here',
    ]);
    await user.selectOptions(answer(), 'Disagrees');
    expect(unranked()).toEqual(['Bo Li']);
    await user.selectOptions(answer(), 'No published answer here');
    expect(unranked()).toEqual(['Ann Black', 'Łukasz Ó Briain', 'Al Zed']);
    await user.selectOptions(question(), '1 Mend the roof first');
    await user.selectOptions(answer(), 'Left unanswered');
    expect(unranked()).toEqual(['Di Ek']);
    await user.selectOptions(question(), 'Whatever they answered');
    expect(unranked()).toHaveLength(6);
  });

  it('finds words of my own notes', async () => {
    const { user, notes } = open();
    notes.getState().write(3, 'Kept the bóoks');
    await user.type(screen.getByRole('searchbox', { name: /your notes/ }), 'books dow');
    expect(unranked()).toEqual(['Cy Dow']);
  });
});

describe('comparing answers', () => {
  const choose = async (user: ReturnType<typeof userEvent.setup>, ...wanted: string[]) => {
    for (const [place, name] of wanted.entries()) {
      await user.selectOptions(screen.getByRole('combobox', { name: `Candidate ${place + 1}` }), name);
    }
  };
  const lines = () =>
    screen
      .getAllByRole('row')
      .map((row) => [...row.querySelectorAll('th, td > span:last-child')].map((cell) => cell.textContent.trim()));

  it('starts with the shortlist, asks for two at least, and shows a line for each question', async () => {
    const { user, notes } = open();
    notes.getState().toggleStar(3);
    await user.click(button('Compare answers'));
    expect(screen.getByRole('combobox', { name: 'Candidate 1' })).toHaveDisplayValue('Cy Dow');
    expect(screen.getByText('To compare, choose two candidates or more.')).toBeInTheDocument();
    await choose(user, 'Cy Dow', 'Bo Li', 'Al Zed');
    expect(screen.getByRole('table', { name: 'Hall survey: answers of Cy Dow, Bo Li, Al Zed' })).toBeInTheDocument();
    expect(lines()).toEqual([
      ['Question', 'Cy Dow', 'Bo Li', 'Al Zed'],
      ['1 Mend the roof first', 'Agrees', 'Agrees', 'No published answer here'],
      ['2 A new kitchen', 'Agrees with qualifications: when paid for', 'Disagrees', 'No published answer here'],
    ]);
    expect(screen.getByText(/Source: Parish Post page dated 28 February 2021/)).toBeInTheDocument();
  });

  it('lists nobody twice, and those who answered apart from those who did not', async () => {
    const { user } = open();
    await user.click(button('Compare answers'));
    await choose(user, 'Bo Li');
    const second = within(screen.getByRole('combobox', { name: 'Candidate 2' }));
    expect(second.getByRole('option', { name: 'Bo Li' })).toBeDisabled();
    expect(
      within(second.getByRole('group', { name: 'Published answers here' }))
        .getAllByRole('option')
        .map((option) => option.textContent.trim()),
    ).toEqual(['Bo Li', 'Cy Dow', 'Di Ek']);
    expect(second.queryByRole('option', { name: 'Gone Away' })).not.toBeInTheDocument();
  });

  it('can keep to the questions with different answers; silence is no different answer', async () => {
    const { user } = open();
    await user.click(button('Compare answers'));
    await choose(user, 'Bo Li', 'Cy Dow', 'Ann Black');
    const only = screen.getByRole('checkbox', { name: 'Only questions with different published answers' });
    await user.click(only);
    expect(lines().map(([first]) => first)).toEqual(['Question', '2 A new kitchen']);
    await choose(user, 'Bo Li', 'Nobody', 'Ann Black');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.getByText('No two published answers differ.')).toBeInTheDocument();
  });

  it('opens from the details with that candidate first, and shows my notes last', async () => {
    const { user, notes } = open();
    notes.getState().toggleStar(5);
    notes.getState().write(1, 'Kept the books');
    const dialog = await openDetails(user, 'Bo Li');
    await user.click(dialog.getByRole('button', { name: 'Compare answers with others' }));
    const compare = within(await screen.findByRole('dialog', { name: 'Compare answers' }));
    expect(compare.getByRole('combobox', { name: 'Candidate 1' })).toHaveDisplayValue('Bo Li');
    expect(compare.getByRole('combobox', { name: 'Candidate 2' })).toHaveDisplayValue('Di Ek');
    expect(compare.getByRole('heading', { name: 'My notes' })).toBeInTheDocument();
    expect(compare.getByRole('definition')).toHaveTextContent('Kept the books');
    await new Promise((done) => setTimeout(done)); // the close of the details comes in a task of its own
    expect(screen.getByRole('dialog', { name: 'Compare answers' })).toBeInTheDocument();
  });
});

it('an election without questionnaires has notes and stars, and no empty frames', async () => {
  const { user } = open(election);
  expect(screen.queryByRole('combobox', { name: 'Question' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Compare answers/ })).not.toBeInTheDocument();
  const dialog = await openDetails(user, 'Bo Li');
  expect(dialog.getByRole('textbox', { name: 'My note' })).toBeInTheDocument();
  expect(dialog.getByRole('button', { name: 'On my shortlist' })).toBeInTheDocument();
  expect(dialog.queryByRole('heading', { level: 3 })).not.toBeInTheDocument();
  expect(dialog.queryByRole('button', { name: /Compare/ })).not.toBeInTheDocument();
});

it('notes as a file are in ballot order with the shortlist marked', () => {
  expect(notesText(election, { 5: 'Later', 1: 'Kept the books' }, [0, 5])).toBe(
    'Parish council\nMy private notes\n\nAnn Black (on my shortlist)\n\nBo Li\nKept the books\n\nDi Ek (on my shortlist)\nLater\n',
  );
});
