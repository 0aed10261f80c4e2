import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInElections } from '../../src/election/built-in';
import { nec2020, necCandidate } from '../../src/election/built-in-nec-2020';
import { practice } from '../../src/election/built-in-practice';
import { checkElection } from '../../src/election/election';
import { answerTo, type Answer, type Questionnaire } from '../../src/election/questionnaire';

const sound: Questionnaire = {
  title: 'Hall survey',
  askedBy: 'The Parish Post',
  source: 'The Parish Post',
  date: '2021-02-28',
  note: null,
  questions: [
    { id: '1', text: 'Mend the roof first' },
    { id: '2', text: 'What about the kitchen?' },
  ],
  replies: [
    { candidate: 0, answers: { '1': { kind: 'agrees' }, '2': { kind: 'text', text: 'Later.' } } },
    { candidate: 2, answers: { '1': { kind: 'agrees-with-qualifications', qualification: null } } },
  ],
};
const check = (change: Partial<Questionnaire>) =>
  checkElection({ ...practice, questionnaires: [{ ...sound, ...change }] });
const reply = (answers: object, candidate = 1): Partial<Questionnaire> => ({
  replies: [...sound.replies, { candidate, answers: answers as Record<string, Answer> }],
});

describe('checkElection', () => {
  test('takes a sound questionnaire, and an election without any', () => {
    expect(check({})).toMatchObject({ ok: true });
    expect(checkElection(practice)).toMatchObject({ ok: true });
  });

  test.each<[Partial<Questionnaire>, string]>([
    [{ title: ' ' }, 'Questionnaire number 1 has no title.'],
    [{ askedBy: '' }, 'The questionnaire "Hall survey" does not say who asked.'],
    [{ source: '' }, 'The questionnaire "Hall survey" does not say where its answers were published.'],
    [{ date: 'May 2021' }, 'is dated "May 2021", which is not a day such as 2020-10-19.'],
    [{ date: '2021-13-01' }, 'is dated "2021-13-01", which is not a day'],
    [{ questions: [] }, 'has no questions.'],
    [{ questions: [{ id: '', text: 'Roof' }] }, 'has no number for its question in place 1.'],
    [{ questions: [{ id: '1', text: '' }] }, 'has no words for question 1.'],
    [{ questions: [...sound.questions, { id: '2', text: 'Again' }] }, 'has two questions numbered 2.'],
    [reply({}, 5), 'has answers of candidate number 6, who does not exist.'],
    [reply({}, 0), 'has the answers of Ada Ash twice.'],
    [reply({ '3': { kind: 'agrees' } }), 'has an answer of Ben Birch to question 3, which it does not ask.'],
    [reply({ '2': { kind: 'text', text: ' ' } }), 'has an answer of Ben Birch to question 2 that is empty.'],
    [
      reply({ '2': { kind: 'agrees-with-qualifications', qualification: '' } }),
      'to question 2 whose qualification is empty; where it is not known, leave it null.',
    ],
    [reply({ '2': { kind: 'maybe' } }), 'has an answer of Ben Birch to question 2 of the unknown kind "maybe".'],
  ])('says what is wrong: %j', (change, message) => {
    const checked = check(change);
    expect(checked.ok ? '' : checked.error.message).toContain(message);
  });
});

test('an answer that was not published is none', () => {
  expect(answerTo(sound, 0, '1')).toEqual({ kind: 'agrees' });
  expect(answerTo(sound, 2, '2')).toBeNull();
  expect(answerTo(sound, 1, '1')).toBeNull();
  expect(answerTo(sound, 0, 'constructor')).toBeNull();
});

test.each(builtInElections.flatMap(({ election }) => (election.questionnaires ?? []).map((q) => ({ election, q }))))(
  'every answer of $q.title names a candidate of $election.id and a question',
  ({ election, q }) => {
    const ids = q.questions.map(({ id }) => id);
    for (const { candidate, answers } of q.replies) {
      expect(election.candidates[candidate]).toBeDefined();
      for (const question of Object.keys(answers)) expect(ids).toContain(question);
    }
    expect(q.replies.length).toBeGreaterThan(0);
  },
);

interface Published {
  readonly source: string;
  readonly questions: readonly { readonly id: string; readonly question: string }[];
  readonly answers: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

describe('the Action Programme and the facts gathered', () => {
  const facts = join(import.meta.dirname, '../fixtures/facts/nec-2020-answers.json');
  const published = JSON.parse(readFileSync(facts, 'utf8')) as Published;
  const [programme, ...others] = nec2020.questionnaires ?? [];
  if (programme === undefined) throw new Error('NEC 2020 has 0 questionnaires');

  test('the same questions, and of nobody else an answer', () => {
    expect(others).toEqual([]);
    const straight = (text: string): string => text.replace(/[“”’]/g, "'");
    expect(programme.questions.map(({ id, text }) => ({ id, question: straight(text) }))).toEqual(published.questions);
    expect(programme.replies.map(({ candidate }) => candidate).sort((a, b) => a - b)).toEqual(
      Object.keys(published.answers)
        .map(necCandidate)
        .sort((a, b) => a - b),
    );
  });

  test.each(Object.entries(published.answers))('the same answers of %s', (name, answers) => {
    for (const [question, label] of Object.entries(answers)) {
      const kind = answerTo(programme, necCandidate(name), question)?.kind.replaceAll('-', ' ');
      expect([question, kind]).toEqual([question, label]);
    }
  });

  test('the source, and that it is one of several and silence no disagreement', () => {
    expect(`${programme.source} dated ${programme.date ?? ''}`).toBe(published.source);
    expect(programme.note).toContain('one organisation’s questionnaire among several');
    expect(programme.note).toContain('silence is not disagreement');
  });

  test('those who replied are listed in ballot order', () => {
    const order = programme.replies.map(({ candidate }) => candidate);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});
