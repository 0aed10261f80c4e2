import { describe, expect, it } from 'vitest';
import type { Contest } from '../../src/count/contest';
import type { Lots } from '../../src/count/lots';
import { isAmong, marksOf } from '../../src/count/transfers/sample-marks';
import { paperSet, putInOrder, type InOrder } from '../../src/count/transfers/sample-order';
import { singlePapers, type SinglePapers } from '../../src/count/transfers/single-papers';
import { packBallots, skippedPreference, withBallot } from '../../src/election/ballots';
import { groupBallots } from '../../src/election/group-ballots';
import { contestOf } from '../support/contests';

const lines = ['3: 0 1', '2: 2', '1: 0 1', '4: 1 - 2', '1: 2 0 1'];
const contest = contestOf(1, 3, lines);
const seeded = (seed: string) => ({ kind: 'seeded', seed }) as const;
const asListed = { kind: 'listed', order: [0, 1, 2] } as const;

const allRows = ({ which }: SinglePapers): Uint32Array => Uint32Array.from(which.keys());
/** All papers of a contest in the order of one draw. */
function ordered(of: Contest, lots: Lots, transfers = 0, ends?: readonly number[]): InOrder & { papers: SinglePapers } {
  const papers = singlePapers(of);
  const table = { lots, papers, transfers };
  const rows = allRows(papers);
  return { ...putInOrder(table, rows, ends ?? [rows.length]), papers };
}
const read = ({ order, papers }: ReturnType<typeof ordered>): string[] =>
  Array.from(order, (paper) =>
    Array.from(papers.preferences.subarray(papers.starts[paper], papers.ends[paper]), (preference) =>
      preference === papers.mark ? skippedPreference : preference,
    ).join(' '),
  );

describe('the order of single papers', () => {
  it('is that of the file where lots are listed', () => {
    const gap = `1 ${skippedPreference} 2`;
    const expected = ['0 1', '0 1', '0 1', '2', '2', '0 1', gap, gap, gap, gap, '2 0 1'];
    expect(read(ordered(contest, asListed))).toEqual(expected);
  });

  it('is mixed by the seed, the same whatever the order and the bundling of the ballots', () => {
    const first = read(ordered(contest, seeded('1')));
    const other = contestOf(1, 3, [...lines.slice(1), '1: 0 1', '2: 0 1']);
    expect(read(ordered(other, seeded('1')))).toEqual(first);
    expect(read(ordered(contest, seeded('2')))).not.toEqual(first);
    expect([...first].sort()).toEqual(read(ordered(contest, asListed)).sort());
  });

  it('is another one for another transfer, so that who was drawn once is not the likelier to be drawn again', () => {
    const single = contestOf(1, 8, ['1: 0', '1: 1', '1: 2', '1: 3', '1: 4', '1: 5', '1: 6', '1: 7']);
    let same = 0;
    for (let seed = 0; seed < 1000; seed++) {
      const [first, second] = [0, 5].map((transfer) => ordered(single, seeded(`${seed}`), transfer).order[0]);
      if (first === second) same += 1;
    }
    expect(same).toBeGreaterThan(80); // 125 expected, standard deviation 10
    expect(same).toBeLessThan(170);
  });

  it('stays when another comes among them', () => {
    const first = read(ordered(contest, seeded('1')));
    const more = { ...contest, ballots: withBallot(contest.ballots, { copies: 1, preferences: [1, 0] }) };
    expect(read(ordered(more, seeded('1'))).filter((paper) => paper !== '1 0')).toEqual(first);
  });

  it('brings each into every place about as often', () => {
    const two = contestOf(1, 3, ['9: 0', '1: 1']);
    const places = Array.from({ length: 2000 }, (_, seed) => read(ordered(two, seeded(`${seed}`))).indexOf('1'));
    for (let place = 0; place < 10; place++) {
      const often = places.filter((one) => one === place).length;
      expect(often).toBeGreaterThan(140); // 200 expected, standard deviation 13
      expect(often).toBeLessThan(260);
    }
  });

  it('keeps one parcel before the next, each mixed for itself', () => {
    const { order, marks } = ordered(contest, seeded('1'), 0, [4, 4, 9, 11]);
    for (const [from, to] of [
      [0, 4],
      [4, 9],
      [9, 11],
    ] as const) {
      const parcel = [...order.subarray(from, to)];
      expect([...parcel].sort((a, b) => a - b)).toEqual(Array.from({ length: to - from }, (_, i) => from + i));
      const inParcel = parcel.map((place) => marks[place] as number);
      expect([...inParcel].sort((a, b) => a - b)).toEqual(inParcel);
    }
  });
});

describe('marks', () => {
  it('tell papers apart: preferences, their order, what is left out, and which of the equal ones', () => {
    const inOrder = ordered(contest, asListed);
    expect(new Set(inOrder.marks).size).toBe(11);
    const set = paperSet(inOrder, inOrder.order);
    expect([0, 3, 4].map((which) => isAmong(set, [0, 1], which))).toEqual([true, true, false]);
    expect(isAmong(set, [1, skippedPreference, 2], 3)).toBe(true);
    expect([[1, 2], [1, 0], [0], [], [0, 1, 2]].map((some) => isAmong(set, some, 0))).not.toContain(true);
  });

  it('number equal papers once: those that are left keep their numbers in a later draw', () => {
    const papers = singlePapers(contest);
    const table = { lots: seeded('1'), papers };
    putInOrder({ ...table, transfers: 0 }, allRows(papers), [11]);
    const rows = Uint32Array.of(1, 5, 8); // of papers 0 1 the second and fourth, of 1 - 2 the third
    const set = paperSet(putInOrder({ ...table, transfers: 3 }, rows, [3]), Uint32Array.of(0, 1, 2));
    expect([0, 1, 2, 3].filter((which) => isAmong(set, [0, 1], which))).toEqual([1, 3]);
    expect([0, 1, 2, 3].filter((which) => isAmong(set, [1, skippedPreference, 2], which))).toEqual([2]);
  });

  it('are the same of papers known to begin alike, for all of them and for some', () => {
    const long = Array.from({ length: 300 }, (_, id) => id);
    const ballots = [
      long,
      [...long, 300],
      long.slice(0, 260),
      [1, 2, 3],
      [1, 2, 3, 4],
      [1, 2],
      [1, 2, 3],
      [1, skippedPreference],
    ];
    const grouped = groupBallots(
      packBallots(
        ballots.map((preferences) => ({ copies: 2, preferences })),
        301,
      ),
      301,
    );
    expect(Math.max(...(grouped.alike ?? []))).toBe(255);
    const marks = (alike: Uint8Array | null, rows: Uint32Array): Float64Array =>
      marksOf(singlePapers({ ...contest, candidateCount: 301, ballots: { ...grouped, alike } }), rows, 'key');
    for (const rows of [Uint32Array.from({ length: 16 }, (_, row) => row), Uint32Array.of(1, 2, 5, 6, 7, 12, 3, 4)]) {
      expect(marks(grouped.alike, rows)).toEqual(marks(null, rows));
    }
  });

  it('are the same packed in bytes and in words', () => {
    const ballots = packBallots([{ copies: 1, preferences: [1, skippedPreference, 2] }], 300);
    const wide = ordered({ ...contest, candidateCount: 300, ballots }, asListed);
    expect([...wide.marks]).toEqual([...ordered(contestOf(1, 3, ['1: 1 - 2']), asListed).marks]);
  });

  it('have 53 bits, spread evenly', () => {
    const lists = Array.from({ length: 100 }, (_, i) => `200: ${i}`);
    const { marks } = ordered(contestOf(1, 100, lists), seeded('spread'));
    expect(marks.every(Number.isSafeInteger)).toBe(true);
    for (const bit of [0, 1, 10, 20, 21, 30, 51, 52]) {
      const set = marks.filter((mark) => Math.floor(mark / 2 ** bit) % 2 === 1).length;
      expect(Math.abs(set - 10_000)).toBeLessThan(400); // standard deviation 71
    }
  });

  it('of long ballots differ, though they differ in two names only', () => {
    const ballots = Array.from({ length: 20_000 }, (_, i) => {
      const names = Array.from({ length: 28 }, (_, id) => id);
      const [a, b, c] = [i % 28, Math.floor(i / 28) % 28, Math.floor(i / 784)];
      [names[a], names[b]] = [names[b] as number, names[a] as number];
      [names[c], names[27 - c]] = [names[27 - c] as number, names[c] as number];
      return { copies: 1, preferences: names };
    });
    const different = new Set(ballots.map(({ preferences }) => preferences.join(' ')));
    const single = [...different].map((names) => ({ copies: 1, preferences: names.split(' ').map(Number) }));
    const { key } = ordered({ ...contest, candidateCount: 28, ballots: packBallots(single, 28) }, seeded('long'));
    expect(key.endsWith('/0')).toBe(true); // the first key told them apart
  });
});
