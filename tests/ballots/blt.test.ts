import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatBlt, parseBlt, readBlt } from '../../src/ballots/blt';
import type { OpenedElection } from '../../src/ballots/file';
import { type Ballot, packBallots, paperCount, skippedPreference } from '../../src/election/ballots';
import { rankedEqual } from '../support/contests';
import { checkElection, type Election } from '../../src/election/election';

const plain = '2 1\n5 1 2 0\n4 2 0\n0\n"Adam"\n"Basil"\n"Title"\n';

function opened(text: string, file?: string): OpenedElection {
  const result = parseBlt(text, file === undefined ? {} : { file });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => text.replace(/[\r\n]/g, '').trim())
  .filter((text) => text !== '');

const name = fc.oneof(
  line,
  fc.constantFrom('"', '""', '#1', 'Ann ""Annie"" Lee', "Órla O'Neill, jr", '0', '-2', '[x]', '(1)'),
);

/** An election such as BLT can hold, with its ballots: two to 300 candidates, so that both packings are met. */
const elections = fc
  .record({
    title: name,
    seats: fc.integer({ min: 1, max: 12 }),
    candidates: fc.oneof(
      { weight: 9, arbitrary: fc.array(name, { minLength: 1, maxLength: 12 }) },
      { weight: 1, arbitrary: fc.array(name, { minLength: 253, maxLength: 300 }) },
    ),
    withdrawn: fc.func(fc.boolean()),
  })
  .chain(({ title, seats, candidates, withdrawn }) => {
    const election: Election = {
      id: 'any',
      title,
      seats,
      candidates: candidates.map((each, id) => ({ name: each, slate: null, withdrawn: withdrawn(id) })),
      slates: [],
      orders: [],
      rule: 'scottish-2007',
      ruleBasis: null,
      notes: [],
      sources: [],
    };
    const order = fc.shuffledSubarray(candidates.map((_, id) => id));
    const preferences = fc
      .tuple(order, fc.infiniteStream(fc.boolean()))
      .map(([ids, skips]) => ids.flatMap((id) => (skips.next().value === true ? [skippedPreference, id] : [id])));
    const plain: fc.Arbitrary<Ballot> = fc.record({ copies: fc.integer({ min: 1, max: 0xffffffff }), preferences });
    const bits = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(0xffff) });
    const ballot = fc.tuple(plain, bits).map(([paper, places]) => rankedEqual(paper, places));
    return fc.record({ election: fc.constant(election), ballots: fc.array(ballot, { maxLength: 20 }) });
  });

test('what is written is read back as it was', () => {
  fc.assert(
    fc.property(elections, ({ election, ballots }) => {
      const packed = packBallots(ballots, election.candidates.length);
      const again = opened(formatBlt(election, packed));
      expect(again.election).toEqual({ ...election, id: again.election.id });
      expect(again.ballots).toEqual(packed);
    }),
  );
});

test('a line break in a name is written as a space', () => {
  const { election, ballots } = opened(plain);
  const broken = { ...election, candidates: election.candidates.map((each) => ({ ...each, name: 'Ann\r\nLee' })) };
  expect(opened(formatBlt(broken, ballots)).election.candidates[0]?.name).toBe('Ann Lee');
});

describe('what an opened election is called', () => {
  test('its id depends on the text and on nothing else', () => {
    expect(opened(plain).election.id).toMatch(/^blt-[0-9a-f]{16}$/);
    expect(opened(plain, 'a.blt').election.id).toBe(opened(`\uFEFF${plain}`).election.id);
    expect(opened(plain).election.id).not.toBe(opened(plain.replace('5 1', '6 1')).election.id);
  });

  test('the title in the file comes before the name of the file', () => {
    const untitled = plain.replace('"Title"', '""');
    expect(opened(plain, 'votes/ward-3.blt').election.title).toBe('Title');
    expect(opened(untitled, 'votes/ward-3.blt').election.title).toBe('ward-3');
    expect(opened(untitled).election.title).toBe('Untitled election');
  });
});

describe('what is kept with a warning', () => {
  test('papers with no preferences', () => {
    const { ballots, warnings } = opened(plain.replace('4 2 0', '4 2 0\n3 0\n1 0'));
    expect([...ballots.copies]).toEqual([5, 4, 3, 1]);
    expect([...ballots.starts]).toEqual([0, 2, 3, 3, 3]);
    expect(warnings).toEqual([
      {
        line: 4,
        column: 1,
        message: '4 papers with no preferences, first on line 4: kept, but they cannot count for anyone.',
      },
    ]);
  });

  test('papers that rank candidates equal', () => {
    const { ballots, warnings } = opened(plain.replace('4 2 0', '1 2=1 0\n4 2 0\n3 1=2 0'));
    expect(ballots.joined).toEqual(Uint8Array.of(0, 0, 0, 1, 0, 0, 1));
    expect(warnings).toEqual([
      {
        line: 3,
        column: 1,
        message: '4 papers with candidates ranked equal, first on line 3: what they count for depends on the rule.',
      },
    ]);
  });

  test('a long file whose last ballot is the first to rank candidates equal, and one whose first is the last', () => {
    const many = '1 1 2 3 4 5 0\n'.repeat(5000);
    const equal = '1 1 2=3=4 5 0\n';
    for (const lines of [many + equal, equal + many]) {
      const { ballots } = opened(`5 1\n${lines}0\n"A"\n"B"\n"C"\n"D"\n"E"\n"T"`);
      const at = lines.startsWith(equal) ? 0 : 25_000;
      expect(ballots.joined).toHaveLength(25_005);
      expect([...(ballots.joined ?? [])].flatMap((is, place) => (is === 1 ? [place] : []))).toEqual([at + 2, at + 3]);
    }
  });

  test('a file without ballots', () => {
    expect(opened('2 1\n0\n"Adam"\n"Basil"\n"T"').warnings).toMatchObject([{ message: 'The file has no ballots.' }]);
  });
});

test('short names stand for numbers on ballots, also as equals, and among the withdrawn', () => {
  const { election, ballots } = opened(
    '2 1\n[nick a b]\n[withdrawn b]\n5 a b 0\n4 b 0\n1 b=a 0\n0\n"Adam"\n"Basil"\n"T"',
  );
  expect([...ballots.preferences]).toEqual([0, 1, 1, 1, 0]);
  expect([...(ballots.joined ?? [])]).toEqual([0, 0, 0, 0, 1]);
  expect(election.candidates.map(({ withdrawn }) => withdrawn)).toEqual([false, true]);
});

test('a long file is read in slices, and the fraction read only grows', () => {
  const text = `2 1\n${'1 2 1 0\n'.repeat(50_000)}0\n"Adam"\n"Basil"\n"T"`;
  const fractions: number[] = [];
  const reading = readBlt(text);
  let step = reading.next();
  for (; !step.done; step = reading.next()) fractions.push(step.value);
  expect(fractions.length).toBeGreaterThan(1);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  expect(fractions.every((fraction) => fraction > 0 && fraction < 1)).toBe(true);
  expect(step.value.ok && paperCount(step.value.value.ballots)).toBe(50_000);
});

describe('damaged files', () => {
  const folder = new URL('../fixtures/quirks/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.blt'));
  const texts = files.map((file) => readFileSync(new URL(file, folder), 'latin1'));
  const scrap = fc.oneof(
    fc.constantFrom(
      '0',
      ' 0\n',
      '"',
      '#',
      '\n',
      '\r',
      '-',
      '-1 ',
      '=',
      '(',
      ')',
      '[',
      ']',
      ',',
      '\t',
      '99',
      '1.5',
      '\0',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(6), scrap });
  const damaged = fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([text, changes]) =>
      changes.reduce((result, { at, cut, scrap: put }) => {
        const place = Math.floor(at * result.length);
        return result.slice(0, place) + put + result.slice(place + cut);
      }, text),
    );

  test('are read or refused in one line, never a crash; what is read holds together and can be written', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const result = parseBlt(text);
        if (!result.ok) {
          expect(result.error.line).toBeGreaterThanOrEqual(1);
          expect(result.error.column).toBeGreaterThanOrEqual(1);
          expect(result.error.message).toMatch(/^[^\r\n]+\.$/);
          return;
        }
        const { election, ballots } = result.value;
        expect(checkElection(election).ok).toBe(true);
        expect(ballots.starts.at(-1)).toBe(ballots.preferences.length);
        expect(ballots.preferences.every((id) => id < election.candidates.length || id === 0xff)).toBe(true);
        const again = opened(formatBlt(election, ballots));
        expect({ ...again.election, id: election.id }).toEqual(election);
        expect(again.ballots).toEqual(ballots);
      }),
      { numRuns: 2000 },
    );
  });
});
