import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paperCount } from '../../src/election/ballots';
import { builtInElection, builtInElections } from '../../src/election/built-in';
import { nec2020, necCandidate } from '../../src/election/built-in-nec-2020';
import { practice, practiceBallots } from '../../src/election/built-in-practice';
import { checkElection } from '../../src/election/election';
import { count } from '../../src/count/count';
import { findRule } from '../../src/count/rules/rules';
import { scottish2007 } from '../../src/count/rules/scottish-2007';

describe.each(builtInElections)('$election.id', ({ election }) => {
  test('is a valid election with a known rule', () => {
    expect(checkElection(election)).toMatchObject({ ok: true });
    expect(findRule(election.rule)).not.toBeNull();
    expect(builtInElection(election.id)?.election).toBe(election);
  });

  test('slates have letters of their own, one or two of them', () => {
    const letters = election.slates.map(({ letter }) => letter);
    expect(new Set(letters).size).toBe(letters.length);
    expect(letters.every((letter) => /^[A-Z]{1,2}$/.test(letter))).toBe(true);
  });

  test('candidates are listed A to Z by surname', () => {
    const surnames = election.candidates.map(({ name }) => name.split(' ').at(-1) ?? '');
    expect(surnames).toEqual([...surnames].sort((a, b) => a.localeCompare(b, 'en')));
  });
});

test('there is none of another name', () => {
  expect(builtInElection('nec-1820')).toBeNull();
});

interface Published {
  readonly seats: number;
  readonly validVotes: number;
  readonly quota: number;
  readonly candidateCountAtLeast: number;
  readonly candidates: readonly {
    readonly name: string;
    readonly slates: readonly string[];
    readonly elected: boolean | null;
    readonly onBallot: 'confirmed' | 'unconfirmed';
  }[];
}

describe('Labour NEC 2020 and the facts gathered', () => {
  const facts = join(import.meta.dirname, '../fixtures/facts/nec-2020.json');
  const published = JSON.parse(readFileSync(facts, 'utf8')) as Published;
  const notes = nec2020.notes.join('\n');

  test('the same names, slates and seats', () => {
    const slateName = (name: string | undefined): string | null =>
      name === undefined || name === 'Independent' ? null : name.replace(/ \/ CLGA \(GV6\)| \(LLA 6\)/, '');
    const listed = nec2020.candidates.map(({ name, slate }) => [
      name,
      slate === null ? null : nec2020.slates[slate]?.name,
    ]);
    const expected = published.candidates.map(({ name, slates }) => [name, slateName(slates[0])]);
    expect(new Map(listed as [string, string | null][])).toEqual(new Map(expected as [string, string | null][]));
    expect(listed).toHaveLength(expected.length);
    expect(nec2020.seats).toBe(published.seats);
  });

  test('the notes give the numbers and names as gathered', () => {
    const grouped = (value: number): string => value.toLocaleString('en-GB');
    expect(notes).toContain(`name ${published.candidates.length} people; there were at least 34`);
    expect(published.candidateCountAtLeast).toBe(34);
    expect(notes).toContain(grouped(published.validVotes));
    expect(notes).toContain(grouped(published.quota));
    const elected = nec2020.notes.find((note) => note.startsWith('Elected'))?.split('. ')[0] ?? '';
    const unconfirmed = nec2020.notes.find((note) => note.includes('unconfirmed')) ?? '';
    for (const { name, elected: won, onBallot } of published.candidates) {
      expect([name, elected.includes(name)]).toEqual([name, won === true]);
      expect([name, unconfirmed.includes(name)]).toEqual([name, onBallot === 'unconfirmed']);
    }
  });
});

test('only one group’s orders are said to be published; the others say they are ours', () => {
  const publishers = new Set(nec2020.orders.map(({ publisher }) => publisher));
  expect([...publishers]).toEqual(['Labour Left Alliance', 'Ballotflow (A to Z; not a published order)']);
  const [full, six] = nec2020.orders;
  expect(full?.order.slice(0, 6)).toEqual(six?.order);
  expect(full?.order).toHaveLength(13);
  expect(full?.order[6]).toBe(necCandidate('Cameron Mitchell'));
});

test('the practice count shows a surplus, an exclusion that decides, and votes that stop', () => {
  expect(paperCount(practiceBallots)).toBe(120);
  const contest = { seats: 2, candidateCount: 5, withdrawn: [], ballots: practiceBallots };
  const { stages, elected, quota } = count(contest, scottish2007, { kind: 'seeded', seed: '1' });
  const names = (ids: readonly number[]): string[] => ids.map((id) => practice.candidates[id]?.name ?? '');
  expect(quota).toBe(4_100_000n);
  expect(stages.map(({ kind, of }) => [kind, ...names(of)].join(' '))).toEqual([
    'first-preferences',
    'surplus Ada Ash',
    'exclusion Dev Damson',
    'exclusion Eve Elm',
    'exclusion Ben Birch',
  ]);
  expect(names(elected.map(({ candidate }) => candidate))).toEqual(['Ada Ash', 'Cleo Cedar']);
  expect(stages.flatMap(({ ties }) => ties)).toEqual([]);
  expect(stages[3]?.nonTransferable).toBeGreaterThan(stages[2]?.nonTransferable ?? 0n);
});
