import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/basics/random';
import { ballotAt, paperCount, type Ballots } from '../../src/election/ballots';
import type { Turnout } from '../../src/turnout/model';
import { sampleBallots, sampling } from '../../src/turnout/sample';
import { blocOf, slateOfFive, turnoutOf } from '../support/turnouts';

const sample = (turnout: Turnout, seed = '1', withdrawn: readonly number[] = []): Ballots =>
  sampleBallots(turnout, 5, slateOfFive, seededRandom(seed), withdrawn);

const papers = (ballots: Ballots): (readonly number[])[] =>
  Array.from(ballots.copies, (_, row) => ballotAt(ballots, row).preferences);

/** Pearson's statistic; about as many as `expected` has entries less one, with a variance of twice that. */
function chiSquared(observed: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>, n: number): number {
  let sum = 0;
  for (const [key, chance] of expected) sum += ((observed.get(key) ?? 0) - n * chance) ** 2 / (n * chance);
  return sum;
}

function tally(keys: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Four standard deviations above the mean: about one seed in ten thousand would fail. */
const limit = (degrees: number): number => degrees + 4 * Math.sqrt(2 * degrees);

describe('chances', () => {
  const n = 200_000;
  const weights = [5, 3, 2, 1, 0.5];

  test('one slate: first preferences and first pairs are as Plackett and Luce say', () => {
    const bloc = blocOf({ slateStrengths: [1], candidateStrengths: weights });
    const none = weights.map(() => null);
    const rows = papers(sampleBallots(turnoutOf(n, [bloc]), 5, none, seededRandom('pl')));
    const sum = weights.reduce((a, b) => a + b);
    const first = new Map(weights.map((w, i) => [`${i}`, w / sum]));
    const pairs = new Map(
      weights.flatMap((w, i) =>
        weights.flatMap((v, j): [string, number][] => (i === j ? [] : [[`${i} ${j}`, (w / sum) * (v / (sum - w))]])),
      ),
    );
    expect(chiSquared(tally(rows.map(([a]) => `${a}`)), first, n)).toBeLessThan(limit(4));
    expect(chiSquared(tally(rows.map(([a, b]) => `${a} ${b}`)), pairs, n)).toBeLessThan(limit(19));
  });

  test('several slates: the slate is drawn first, and drops out once its names are used up', () => {
    const slateStrengths = [4, 2, 1];
    const rows = papers(sample(turnoutOf(n, [blocOf({ slateStrengths, candidateStrengths: weights })]), 'slates'));
    const slateOf = slateOfFive.map((slate) => slate ?? 2);
    const chance = (taken: readonly number[], next: number): number => {
      const left = [0, 1, 2, 3, 4].filter((id) => !taken.includes(id));
      const open = slateStrengths.map((strength, s) => (left.some((id) => slateOf[id] === s) ? strength : 0));
      const within = left
        .filter((id) => slateOf[id] === slateOf[next])
        .reduce((sum, id) => sum + (weights[id] ?? 0), 0);
      const strength = open[slateOf[next] ?? 0] ?? 0;
      return (strength / open.reduce((a, b) => a + b)) * ((weights[next] ?? 0) / within);
    };
    const expected = new Map<string, number>();
    for (let a = 0; a < 5; a++)
      for (let b = 0; b < 5; b++)
        for (let c = 0; c < 5; c++) {
          if (a === b || a === c || b === c) continue;
          expected.set(`${a} ${b} ${c}`, chance([], a) * chance([a], b) * chance([a, b], c));
        }
    expect([...expected.values()].reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(chiSquared(tally(rows.map((row) => row.slice(0, 3).join(' '))), expected, n)).toBeLessThan(limit(59));
  });

  test('very unequal strengths lose nothing to rounding', () => {
    const bloc = blocOf({ slateStrengths: [1], candidateStrengths: [1e9, 1e9, 300, 200, 100] });
    const rows = papers(sampleBallots(turnoutOf(60_000, [bloc]), 5, [null, null, null, null, null], seededRandom('u')));
    const third = tally(rows.map((row) => `${row[2]}`));
    // Weights 300, 200 and 100 in 10^9 become 5, 3 and 2 in 2^24: still near, and above all never 0.
    expect(third.get('2')).toBeGreaterThan(third.get('3') ?? Infinity);
    expect(third.get('3')).toBeGreaterThan(third.get('4') ?? Infinity);
    expect(third.get('4')).toBeGreaterThan(60_000 / 10);
  });
});

describe('habits', () => {
  test('blocs have exactly their shares, and followers exactly their part', () => {
    const third = { slateStrengths: [0, 0, 1], length: { kind: 'while', thenOn: 0 } } as const;
    const rows = papers(
      sample(
        turnoutOf(1000, [
          blocOf({ share: 3, follows: [{ order: [1, 0], part: 0.25 }], length: { kind: 'own-slate', thenOn: 0 } }),
          blocOf({ share: 1, ...third }),
        ]),
      ),
    );
    expect(rows).toHaveLength(1000);
    expect(rows.slice(750).every((row) => row.join() === '4')).toBe(true);
    // 187.5 of 750 follow; both remainders are a half, and the earlier part gets the odd voter.
    expect(rows.slice(0, 188).every((row) => row.join() === '1,0')).toBe(true);
    expect(rows.slice(188, 750).every((row) => row.length === 1)).toBe(true);
  });

  test('a follower who stops early writes the beginning, one who goes on adds names not yet written', () => {
    const follows = [{ order: [3, 1, 0], part: 1 }];
    const short = sample(turnoutOf(500, [blocOf({ follows, length: { kind: 'between', from: 1, to: 2 } })]));
    expect(new Set(papers(short).map((row) => row.join()))).toEqual(new Set(['3', '3,1']));
    const long = sample(turnoutOf(500, [blocOf({ follows })]));
    expect(new Set(papers(long).map((row) => row.join()))).toEqual(new Set(['3,1,0,2,4', '3,1,0,4,2']));
  });

  test('loyal voters put all of their own slate first, the others need not', () => {
    const bloc = blocOf({ slate: 1, loyalty: 0.6 });
    const rows = papers(sample(turnoutOf(1000, [bloc])));
    const ownFirst = (row: readonly number[]): boolean => [...row.slice(0, 2)].sort().join() === '2,3';
    expect(rows.slice(0, 600).every(ownFirst)).toBe(true);
    expect(rows.slice(600).every(ownFirst)).toBe(false);
  });

  test('nobody is named twice, and nobody who has withdrawn or has no strength', () => {
    const blocs = [
      blocOf({ slate: 0, loyalty: 0.5, follows: [{ order: [1, 2, 0], part: 0.3 }] }),
      blocOf({ candidateStrengths: [1, 1, 1, 0, 1], length: { kind: 'while', thenOn: 0.9 } }),
    ];
    const rows = papers(sample(turnoutOf(3000, blocs), '1', [2]));
    expect(rows.every((row) => row.length > 0 && new Set(row).size === row.length && !row.includes(2))).toBe(true);
    expect(rows.slice(1500).every((row) => !row.includes(3))).toBe(true);
    expect(rows.some((row) => row.includes(3))).toBe(true);
  });

  test('voters with nobody to name are refused', () => {
    expect(() => sample(turnoutOf(10, [blocOf({ slateStrengths: [0, 0, 0] })]))).toThrow('0 names');
  });
});

describe('the same everywhere', () => {
  const blocs = [
    blocOf({ share: 5, slate: 0, slateStrengths: [6, 1, 1], loyalty: 0.5, candidateStrengths: [3, 1, 4, 1, 5] }),
    blocOf({
      share: 4,
      slate: 1,
      slateStrengths: [1, 7, 2],
      follows: [
        { order: [2, 3], part: 0.2 },
        { order: [3, 2], part: 0.2 },
      ],
      length: { kind: 'own-slate', thenOn: 0.6 },
    }),
    blocOf({ share: 2, length: { kind: 'between', from: 1, to: 4 } }),
  ];

  /** FNV-1a over starts and preferences. */
  function fingerprint({ starts, preferences }: Ballots): string {
    let hash = 0x811c9dc5;
    for (const value of [...starts, ...preferences]) hash = Math.imul(hash ^ value, 0x01000193);
    return (hash >>> 0).toString(16);
  }

  test('a seed gives these ballots and no others', () => {
    expect(fingerprint(sample(turnoutOf(30_000, blocs), '1'))).toBe('8231dbbf');
    expect(fingerprint(sample(turnoutOf(30_000, blocs), 'village hall', [1]))).toBe('4796c660');
  });

  test('in slices or at once', () => {
    const steps = sampling(turnoutOf(30_000, blocs), 5, slateOfFive, seededRandom('1'));
    const done: number[] = [];
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) done.push(step.value);
    expect(done.length).toBeGreaterThan(3);
    expect(done.every((part, i) => part > (done[i - 1] ?? 0) && part < 1)).toBe(true);
    expect(fingerprint(step.value)).toBe(fingerprint(sample(turnoutOf(30_000, blocs), '1')));
    expect(paperCount(step.value)).toBe(30_000);
  });

  test('more candidates than fit in bytes', () => {
    const many = 400;
    const bloc = blocOf({
      slateStrengths: [1],
      candidateStrengths: Array.from({ length: many }, () => 1),
      length: { kind: 'between', from: many, to: many },
    });
    const ballots = sampleBallots(turnoutOf(50, [bloc]), many, Array<null>(many).fill(null), seededRandom('1'));
    expect(ballots.preferences).toBeInstanceOf(Uint16Array);
    expect(papers(ballots).every((row) => new Set(row).size === many)).toBe(true);
  });
});
