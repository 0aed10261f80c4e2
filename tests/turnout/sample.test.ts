import { describe, expect, test } from 'vitest';
import { ballotAt, paperCount, type Ballots } from '../../src/election/ballots';
import type { Turnout } from '../../src/turnout/model';
import { paperKinds, type Paper } from '../../src/turnout/papers';
import { stopping } from '../../src/turnout/length';
import { createSampler, sampleBallots, sampling } from '../../src/turnout/sample';
import { blocOf, fivePaper, turnoutOf } from '../support/turnouts';

const sample = (turnout: Turnout, seed = '1', withdrawn: readonly number[] = []): Ballots =>
  sampleBallots(turnout, { ...fivePaper, withdrawn }, seed);

const onNoSlate = (candidateCount: number): Paper => ({
  candidateCount,
  slateOf: Array<null>(candidateCount).fill(null),
  withdrawn: [],
});

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
    const bloc = blocOf({ leaning: [1], candidateStrengths: weights });
    const rows = papers(sampleBallots(turnoutOf(n, [bloc]), onNoSlate(5), 'pl'));
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
    const leaning = [4, 2, 1];
    const rows = papers(sample(turnoutOf(n, [blocOf({ leaning, candidateStrengths: weights })]), 'slates'));
    const slateOf = fivePaper.slateOf.map((slate) => slate ?? 2);
    const chance = (taken: readonly number[], next: number): number => {
      const left = [0, 1, 2, 3, 4].filter((id) => !taken.includes(id));
      const open = leaning.map((strength, s) => (left.some((id) => slateOf[id] === s) ? strength : 0));
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

  test('more names than are looked up at once', () => {
    const twenty = Array.from({ length: 20 }, (_, id) => 1 + ((id * 7) % 5));
    const length = stopping({ kind: 'at', names: 2 });
    const bloc = blocOf({ leaning: [1], candidateStrengths: twenty, length });
    const rows = papers(sampleBallots(turnoutOf(n, [bloc]), onNoSlate(20), 'many'));
    const sum = twenty.reduce((a, b) => a + b);
    const pairs = new Map(
      twenty.flatMap((w, i) =>
        twenty.flatMap((v, j): [string, number][] => (i === j ? [] : [[`${i} ${j}`, (w / sum) * (v / (sum - w))]])),
      ),
    );
    expect(chiSquared(tally(rows.map((row) => row.join(' '))), pairs, n)).toBeLessThan(limit(379));
  });

  test('more slates than are looked up at once; by `next` once the own one is used up', () => {
    const slates = Array.from({ length: 12 }, (_, slate) => slate);
    const leaning = [...slates.map((slate) => (slate === 3 ? 40 : 1 + slate)), 0];
    const next = [...slates.map((slate) => 12 - slate), 0];
    const bloc = blocOf({
      leaning,
      next,
      slate: 3,
      candidateStrengths: slates.map(() => 1),
      length: stopping({ kind: 'at', names: 2 }),
    });
    const paper = { candidateCount: 12, slateOf: slates, withdrawn: [] };
    const rows = papers(sampleBallots(turnoutOf(n, [bloc]), paper, 'slates'));
    const sumOf = (strengths: readonly number[]): number => strengths.reduce((a, b) => a + b);
    const expected = new Map<string, number>();
    for (const a of slates) {
      const then = (a === 3 ? next : leaning).map((strength, slate) => (slate === a ? 0 : strength));
      const first = (leaning[a] ?? 0) / sumOf(leaning);
      for (const b of slates) if (b !== a) expected.set(`${a} ${b}`, (first * (then[b] ?? 0)) / sumOf(then));
    }
    expect(chiSquared(tally(rows.map((row) => row.join(' '))), expected, n)).toBeLessThan(limit(131));
  });

  test('a slate rarely drawn still has its names drawn by their strengths', () => {
    const many = 400_000;
    const bloc = blocOf({
      leaning: [500, 1, 0],
      candidateStrengths: [7, 1, 5, 3, 1],
      length: stopping({ kind: 'at', names: 1 }),
    });
    const firsts = tally(papers(sample(turnoutOf(many, [bloc]), 'rare')).map(([a]) => `${a}`));
    const expected = new Map(
      [7 / 8, 1 / 8, 5 / 8, 3 / 8].map((part, id) => [`${id}`, (part * (id < 2 ? 500 : 1)) / 501]),
    );
    expect(chiSquared(firsts, expected, many)).toBeLessThan(limit(3));
  });

  test('very unequal strengths lose nothing to rounding', () => {
    const bloc = blocOf({ leaning: [1], candidateStrengths: [1e9, 1e9, 300, 200, 100] });
    const rows = papers(sampleBallots(turnoutOf(60_000, [bloc]), onNoSlate(5), 'u'));
    const third = tally(rows.map((row) => `${row[2]}`));
    // Weights 300, 200 and 100 in 10^9 become 5, 3 and 2 in 2^24: still near, and above all never 0.
    expect(third.get('2')).toBeGreaterThan(third.get('3') ?? Infinity);
    expect(third.get('3')).toBeGreaterThan(third.get('4') ?? Infinity);
    expect(third.get('4')).toBeGreaterThan(60_000 / 10);
  });
});

describe('habits', () => {
  test('blocs have exactly their shares, and followers exactly their part', () => {
    const third = { leaning: [0, 0, 1], length: stopping({ kind: 'while', thenOn: 0 }) } as const;
    const rows = papers(
      sample(
        turnoutOf(1000, [
          blocOf({
            members: 3,
            follows: [{ order: [1, 0], part: 0.25 }],
            length: stopping({ kind: 'own-slate', thenOn: 0 }),
          }),
          blocOf({ members: 1, ...third }),
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
    const short = sample(turnoutOf(500, [blocOf({ follows, length: stopping({ kind: 'between', from: 1, to: 2 }) })]));
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
      blocOf({ candidateStrengths: [1, 1, 1, 0, 1], length: stopping({ kind: 'while', thenOn: 0.9 }) }),
    ];
    const rows = papers(sample(turnoutOf(3000, blocs), '1', [2]));
    expect(rows.every((row) => row.length > 0 && new Set(row).size === row.length && !row.includes(2))).toBe(true);
    expect(rows.slice(1500).every((row) => !row.includes(3))).toBe(true);
    expect(rows.some((row) => row.includes(3))).toBe(true);
  });

  test('voters with nobody to name are refused', () => {
    expect(() => sample(turnoutOf(10, [blocOf({ leaning: [0, 0, 0] })]))).toThrow('0 names');
  });
});

test('once their own slate or printed order is used up, voters go where `next` says', () => {
  const onlyFifth = { next: [0, 0, 1], length: stopping({ kind: 'at', names: 3 }) };
  const loyal = papers(sample(turnoutOf(300, [blocOf({ ...onlyFifth, slate: 0, loyalty: 1 })])));
  expect(new Set(loyal.map((row) => row.join()))).toEqual(new Set(['0,1,4', '1,0,4']));
  const copying = papers(sample(turnoutOf(300, [blocOf({ ...onlyFifth, follows: [{ order: [3, 0], part: 1 }] })])));
  expect(new Set(copying.map((row) => row.join()))).toEqual(new Set(['3,0,4']));
  const mixing = papers(sample(turnoutOf(2000, [blocOf({ ...onlyFifth, slate: 1, leaning: [1, 3, 0] })])));
  const ends = tally(
    mixing.filter((row) => [2, 3].every((id) => row.slice(0, 2).includes(id))).map((row) => `${row[2]}`),
  );
  expect([...ends.keys()]).toEqual(['4']);
  // Slate 0 is drawn while a name of slate 1 is left, and candidate 4 never before both are written.
  expect(mixing.some((row) => row[0] === 0 || row[1] === 0)).toBe(true);
  expect(mixing.every((row) => row.indexOf(4) < 0 || (row.includes(2) && row.includes(3)))).toBe(true);
});

describe('streams of chance', () => {
  const blocs = [blocOf({ slate: 0, loyalty: 0.5, leaning: [5, 1, 1] }), blocOf({ slate: 1, leaning: [1, 5, 1] })];
  const other = { slate: 1, leaning: [1, 5, 1], follows: [{ order: [2, 3], part: 0.5 }] };
  const shorter = { ...other, length: stopping({ kind: 'between', from: 1, to: 4 }) };

  test.each([other, shorter])('changing one bloc’s order or length leaves the papers of others alone', (changes) => {
    const before = papers(sample(turnoutOf(2000, blocs)));
    const after = papers(sample(turnoutOf(2000, [blocs[0] ?? blocOf(), blocOf(changes)])));
    expect(after.slice(0, 1000)).toEqual(before.slice(0, 1000));
    expect(after.slice(1000)).not.toEqual(before.slice(1000));
  });

  test('those of the bloc itself who do as before write the same', () => {
    const changed = blocOf({ slate: 0, loyalty: 0.5, leaning: [5, 1, 1], follows: [{ order: [4], part: 0.5 }] });
    const before = papers(sample(turnoutOf(1000, [blocs[0] ?? blocOf()])));
    const after = papers(sample(turnoutOf(1000, [changed])));
    expect(after.slice(500, 750)).toEqual(before.slice(0, 250)); // loyal: half of a half
    expect(after.slice(750)).toEqual(before.slice(500, 750)); // those who mix
  });
});

describe('fewer papers than voters', () => {
  const turnout = turnoutOf(12_955, [
    blocOf({ members: 900, slate: 0, loyalty: 0.3, leaning: [4, 1, 1] }),
    blocOf({ members: 99, follows: [{ order: [3], part: 0.25 }] }),
    blocOf({ members: 1 }),
  ]);
  const quick = sampleBallots(turnout, fivePaper, '1', 1000);

  test('copies add up to the voters, exactly, and bloc by bloc', () => {
    expect(paperCount(quick)).toBe(12_955);
    expect(quick.copies.length).toBeGreaterThanOrEqual(1000);
    expect(quick.copies.length).toBeLessThan(1005);
    expect(Math.max(...quick.copies) - Math.min(...quick.copies)).toBeLessThanOrEqual(2);
    const whole = paperKinds(turnout, fivePaper, null);
    const kinds = paperKinds(turnout, fivePaper, 1000);
    expect(kinds.map(({ voters }) => voters)).toEqual(whole.map(({ voters }) => voters));
    let row = 0;
    for (const { papers: rows, voters } of kinds) {
      expect(quick.copies.subarray(row, row + rows).reduce((sum, copies) => sum + copies, 0)).toBe(voters);
      row += rows;
    }
  });

  test('a handful still gives every kind of voter a paper', () => {
    const few = sampleBallots(turnout, fivePaper, '1', 1);
    expect(few.copies).toHaveLength(paperKinds(turnout, fivePaper, null).length);
    expect(paperCount(few)).toBe(12_955);
  });

  test('as many papers as voters, or more, are a paper each', () => {
    const all = sampleBallots(turnout, fivePaper, '1');
    expect(sampleBallots(turnout, fivePaper, '1', 20_000)).toEqual(all);
    expect(all.copies.every((copies) => copies === 1)).toBe(true);
  });
});

describe('the same everywhere', () => {
  const blocs = [
    blocOf({ members: 5, slate: 0, leaning: [6, 1, 1], loyalty: 0.5, candidateStrengths: [3, 1, 4, 1, 5] }),
    blocOf({
      members: 4,
      slate: 1,
      leaning: [1, 7, 2],
      follows: [
        { order: [2, 3], part: 0.2 },
        { order: [3, 2], part: 0.2 },
      ],
      length: stopping({ kind: 'own-slate', thenOn: 0.6 }),
    }),
    blocOf({ members: 2, length: stopping({ kind: 'between', from: 1, to: 4 }) }),
  ];

  /** FNV-1a over starts and preferences. */
  function fingerprint({ starts, preferences }: Ballots): string {
    let hash = 0x811c9dc5;
    for (const value of [...starts, ...preferences]) hash = Math.imul(hash ^ value, 0x01000193);
    return (hash >>> 0).toString(16);
  }

  test('a seed gives these ballots and no others', () => {
    expect(fingerprint(sample(turnoutOf(30_000, blocs), '1'))).toBe('e3041632');
    expect(fingerprint(sample(turnoutOf(30_000, blocs), 'village hall', [1]))).toBe('3887c2f0');
  });

  test('in slices or at once', () => {
    const steps = sampling(turnoutOf(30_000, blocs), fivePaper, '1');
    const done: number[] = [];
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) done.push(step.value);
    expect(done.length).toBeGreaterThan(3);
    expect(done.every((part, i) => part > (done[i - 1] ?? 0) && part < 1)).toBe(true);
    expect(fingerprint(step.value)).toBe(fingerprint(sample(turnoutOf(30_000, blocs), '1')));
    expect(paperCount(step.value)).toBe(30_000);
  });

  test('a sampler that reuses its memory gives the same, whatever it made before', () => {
    const small = turnoutOf(500, blocs.slice(0, 1));
    for (const many of [null, 2000]) {
      const sampler = createSampler(fivePaper, many);
      for (const [turnout, seed] of [
        [small, '1'],
        [turnoutOf(30_000, blocs), '2'],
        [small, '3'],
      ] as const) {
        expect(sampler.sample(turnout, seed)).toEqual(sampleBallots(turnout, fivePaper, seed, many));
      }
    }
  });

  test('more candidates than fit in bytes', () => {
    const many = 400;
    const bloc = blocOf({
      leaning: [1],
      candidateStrengths: Array.from({ length: many }, () => 1),
      length: stopping({ kind: 'between', from: many, to: many }),
    });
    const ballots = sampleBallots(turnoutOf(50, [bloc]), onNoSlate(many), '1');
    expect(ballots.preferences).toBeInstanceOf(Uint16Array);
    expect(papers(ballots).every((row) => new Set(row).size === many)).toBe(true);
  });
});
