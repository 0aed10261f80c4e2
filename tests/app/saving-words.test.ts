import { describe, expect, it } from 'vitest';
import { savingNotices } from '../../src/app/saving-words';
import { notesKey } from '../../src/state/candidate-notes';
import { ownTurnoutsKey } from '../../src/state/own-turnouts';
import { rankingsKey } from '../../src/state/ranking-record';

const notSaved = (name: string) => ({ kind: 'not-saved', name, message: 'full' }) as const;
const held = (name: string) => ({ kind: 'held', name, message: 'denied' }) as const;

describe('what is said about saving', () => {
  it('says nothing while all is well', () => expect(savingNotices([])).toEqual([]));

  it.each([
    [
      notSaved(rankingsKey),
      /^Your latest change could not be saved on this device; .* print or copy your ballot/,
      true,
    ],
    [held(rankingsKey), /^What was saved on this device cannot be read/, true],
    [notSaved(notesKey), /^This device does not save notes and stars now/, false],
    [held(ownTurnoutsKey), /^This device does not save your turnouts now/, false],
    [{ kind: 'newer-elsewhere', name: rankingsKey } as const, /^A newer version of Ballotflow/, false],
  ])('says of one record what it is about: %o', (problem, words, drafts) => {
    expect(savingNotices([problem])).toEqual([
      { words: expect.stringMatching(words) as string, problems: [problem], drafts },
    ]);
  });

  it('says once what befalls several records at once, with the drafts as a file if they are among them', () => {
    const without = [held('ballotflow/choice'), held(notesKey)];
    const all = [...without, held(rankingsKey), notSaved(ownTurnoutsKey)];
    const words = expect.stringMatching(/^This device does not save your changes now/) as string;
    expect(savingNotices(without)).toEqual([{ words, problems: without, drafts: false }]);
    expect(savingNotices(all)).toEqual([{ words, problems: all, drafts: true }]);
  });

  it('says of another tab once, and apart', () => {
    const elsewhere = [rankingsKey, notesKey].map((name) => ({ kind: 'newer-elsewhere', name }) as const);
    const notices = savingNotices([...elsewhere, notSaved('ballotflow/choice')]);
    expect(notices.map(({ problems }) => problems.length)).toEqual([1, 2]);
  });
});
