import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ballotAt, packBallots, paperCount, type Ballots } from '../../../src/election/ballots';
import { checkTurnout } from '../../../src/turnout/check';
import { describeTurnout } from '../../../src/turnout/describe';
import { formatTurnout, parseTurnout } from '../../../src/turnout/file';
import { fitTurnout } from '../../../src/turnout/fit/fit';
import { firstPreferences, readPapers } from '../../../src/turnout/fit/papers';
import { lengthsFor, meanLength } from '../../../src/turnout/length';
import { paperOf } from '../../../src/turnout/papers';
import { votersOf, type Bloc, type Turnout } from '../../../src/turnout/model';
import { sampleBallots } from '../../../src/turnout/sample';
import { electionOf, fitted } from '../../support/fits';
import { blocOf, turnoutOf } from '../../support/turnouts';

const four = electionOf(4);
const bloc = (turnout: Turnout, name: string): Bloc => {
  const found = turnout.blocs.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is not among ${turnout.blocs.map((each) => each.name).join(', ')}`);
  return found;
};
const mean = ({ length }: Bloc, most: number): number => meanLength(lengthsFor(length, 1, most));

describe('a turnout fitted to ballots of an election without slates', () => {
  /** Those who put A first like B most, those who put D first like C most. */
  const known = turnoutOf(40_000, [
    blocOf({
      members: 3,
      leaning: [1],
      candidateStrengths: [1, 6, 2, 1],
      follows: [{ order: [0], part: 1 }],
      length: [
        { part: 1, stop: { kind: 'at', names: 1 } },
        { part: 3, stop: { kind: 'at', names: 3 } },
      ],
    }),
    blocOf({
      members: 1,
      leaning: [1],
      candidateStrengths: [2, 1, 8, 1],
      follows: [{ order: [3], part: 1 }],
      length: [{ part: 1, stop: { kind: 'at', names: 2 } }],
    }),
  ]);
  const ballots = sampleBallots(known, paperOf(four), 'known');
  const turnout = fitted(four, ballots);

  test('has a bloc for each first preference, as large as that', () => {
    expect(turnout.blocs.map(({ name, members }) => [name, members])).toEqual([
      ['A first', 30_000],
      ['D first', 10_000],
    ]);
    expect(turnout.blocs.map(({ follows }) => follows)).toEqual([[{ order: [0], part: 1 }], [{ order: [3], part: 1 }]]);
    expect(checkTurnout(turnout, four).ok).toBe(true);
    expect(votersOf(turnout)).toBe(paperCount(ballots));
  });

  test('finds what each of them puts next and how many names they put', () => {
    for (const [name, strengths, names] of [
      ['A first', [6, 2, 1], 2.5],
      ['D first', [2, 1, 8], 2],
    ] as const) {
      // prettier-ignore
      const { candidateStrengths } = bloc(turnout, name);
      const open = candidateStrengths.filter((_, id) => id !== (name === 'A first' ? 0 : 3));
      const [sum, all] = [open.reduce((a, b) => a + b, 0), strengths[0] + strengths[1] + strengths[2]];
      strengths.forEach((strength, i) => {
        expect(Math.abs((open[i] ?? 0) / sum - strength / all)).toBeLessThan(0.015);
      });
      expect(mean(bloc(turnout, name), 4)).toBeCloseTo(names, 1);
    }
  });

  test('is described as nobody copying an order: a first preference is none', () => {
    expect(describeTurnout(turnout, four).map((each) => each.followingPercent)).toEqual([0, 0]);
  });

  test('can be written to a file and read back', () => {
    expect(parseTurnout(formatTurnout(turnout, four), four)).toEqual({ ok: true, value: turnout });
  });

  test('is the same whatever the order of the ballots, alike ones together or not', () => {
    const rows = Array.from(ballots.copies, (_, row) => ballotAt(ballots, row)).slice(0, 3000);
    const apart = rows.flatMap((row) => [row, row]);
    const together = rows.map((row) => ({ ...row, copies: 2 * row.copies })).toReversed();
    expect(fitted(four, packBallots(together, 4))).toEqual(fitted(four, packBallots(apart, 4)));
  });

  test('joins blocs of few papers, with first preferences as they were', () => {
    const rows = [
      { copies: 500, preferences: [0, 1] },
      { copies: 20, preferences: [1] },
      { copies: 5, preferences: [3, 0] },
    ];
    const few = fitted(four, packBallots(rows, 4));
    expect(few.blocs.map(({ name, members }) => [name, members])).toEqual([
      ['A first', 500],
      ['B or D first', 25],
    ]);
    const still = { ...few, variation: known.variation };
    const papers = readPapers(four, sampleBallots(still, paperOf(four), '1'));
    expect([...firstPreferences(papers, 4)]).toEqual([500, 20, 0, 5]);
  });
});

describe('ballots that tell little', () => {
  const sampled = (ballots: Ballots, election = four): string[] => {
    const still = { ...fitted(election, ballots), variation: turnoutOf(1, [blocOf()]).variation };
    const papers = readPapers(election, sampleBallots(still, paperOf(election), '1'));
    return Array.from(papers.weights, (weight, i) => `${weight}: ${[...papers.names.subarray(papers.starts[i], papers.starts[i + 1])].join(' ')}`); // prettier-ignore
  };

  test('one candidate', () => {
    const one = electionOf(1, { seats: 1 });
    expect(sampled(packBallots([{ copies: 7, preferences: [0] }], 1), one)).toEqual(['7: 0']);
  });

  test('one name on every paper', () => {
    const rows = [0, 1, 2, 3].map((id) => ({ copies: 40 * (id + 1), preferences: [id] }));
    expect(sampled(packBallots(rows, 4))).toEqual(['40: 0', '80: 1', '120: 2', '160: 3']);
  });

  test('a hundred papers alike: made-up ones are nearly all so', () => {
    const made = sampled(packBallots([{ copies: 100, preferences: [2, 0, 3] }], 4));
    const alike = made.find((row) => row.endsWith(': 2 0 3')) ?? '0';
    expect(parseInt(alike)).toBeGreaterThan(90);
    expect(made.every((row) => /: 2 \d \d$/.test(row))).toBe(true);
  });

  test('someone who withdrew is in no bloc', () => {
    const candidates = four.candidates.map((each, id) => ({ ...each, withdrawn: id === 0 }));
    const rows = [
      { copies: 60, preferences: [0, 1, 2] },
      { copies: 40, preferences: [3, 0] },
      { copies: 50, preferences: [0] },
    ];
    const turnout = fitted({ ...four, candidates }, packBallots(rows, 4));
    expect(turnout.blocs.map(({ name, members }) => [name, members])).toEqual([
      ['B first', 60],
      ['D first', 40],
    ]);
    expect(turnout.blocs.map(({ candidateStrengths }) => candidateStrengths[0])).toEqual([0, 0]);
  });

  test('no paper with a name on it: said in words', () => {
    const empty = fitTurnout(four, packBallots([{ copies: 3, preferences: [] }], 4));
    expect(empty).toEqual({
      ok: false,
      error: { message: 'No ballot names anyone who stands, so there is nothing to fit.' },
    });
  });

  test('any ballots at all: a turnout that can be used, of as many voters', () => {
    const row = fc.record({
      copies: fc.integer({ min: 1, max: 60 }),
      preferences: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 }),
    });
    const slates = fc.array(fc.option(fc.integer({ min: 0, max: 1 })), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), slates, (rows, slateOf) => {
        const election = electionOf(5, {
          candidates: slateOf.map((slate, id) => ({ name: `${id}`, slate, withdrawn: false })),
          slates: [0, 1].map((id) => ({ name: `Slate ${id}`, letter: `${id}` })),
          orders: [{ title: '', publisher: '', slate: 0, order: [2, 1, 0], source: null }],
        });
        const ballots = packBallots(rows, 5);
        const turnout = fitted(election, ballots);
        expect(checkTurnout(turnout, election)).toMatchObject({ ok: true });
        expect(votersOf(turnout)).toBe(paperCount(ballots));
        expect(paperCount(sampleBallots(turnout, paperOf(election), '1'))).toBe(paperCount(ballots));
      }),
      { numRuns: 60 },
    );
  });
});
