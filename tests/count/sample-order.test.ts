import { describe, expect, it } from 'vitest';
import { irelandDail } from '../../src/count/rules/ireland-dail';
import { isAmong, marker } from '../../src/count/transfers/sample-marks';
import { singlePapers } from '../../src/count/transfers/sample-order';
import { ballotAt, packBallots, skippedPreference, withBallot } from '../../src/election/ballots';
import { contestOf } from '../support/contests';

const lines = ['3: 0 1', '2: 2', '1: 0 1', '4: 1 - 2', '2: -', '1: 2 0 1'];
const contest = contestOf(1, 3, lines);
const seeded = (seed: string) => ({ kind: 'seeded', seed }) as const;
const asListed = { kind: 'listed', order: [0, 1, 2] } as const;
const read = ({ ballots }: ReturnType<typeof singlePapers>): string[] =>
  Array.from(ballots.copies, (_, row) => ballotAt(ballots, row).preferences.join(' '));

describe('single papers', () => {
  it('lie as in the file where lots are listed, without the invalid', () => {
    const gap = `1 ${skippedPreference} 2`;
    const expected = ['0 1', '0 1', '0 1', '2', '2', '0 1', gap, gap, gap, gap, '2 0 1'];
    expect(read(singlePapers(contest, irelandDail, asListed))).toEqual(expected);
  });

  it('are mixed by the seed, the same whatever the order and the bundling of the ballots', () => {
    const first = read(singlePapers(contest, irelandDail, seeded('1')));
    const other = contestOf(1, 3, [...lines.slice(1), '1: 0 1', '2: 0 1']);
    expect(read(singlePapers(other, irelandDail, seeded('1')))).toEqual(first);
    expect(read(singlePapers(contest, irelandDail, seeded('2')))).not.toEqual(first);
    expect([...first].sort()).toEqual(read(singlePapers(contest, irelandDail, asListed)).sort());
  });

  it('keep their order when another comes among them', () => {
    const first = read(singlePapers(contest, irelandDail, seeded('1')));
    const more = { ...contest, ballots: withBallot(contest.ballots, { copies: 1, preferences: [1, 0] }) };
    const second = read(singlePapers(more, irelandDail, seeded('1')));
    expect(second.filter((paper) => paper !== '1 0')).toEqual(first);
  });

  it('come into every place about as often', () => {
    const two = contestOf(1, 3, ['9: 0', '1: 1']);
    const places = Array.from({ length: 2000 }, (_, seed) =>
      read(singlePapers(two, irelandDail, seeded(`${seed}`))).indexOf('1'),
    );
    for (let place = 0; place < 10; place++) {
      const often = places.filter((one) => one === place).length;
      expect(often).toBeGreaterThan(140); // 200 expected, standard deviation 13
      expect(often).toBeLessThan(260);
    }
  });

  it('are told apart by marks: preferences, their order, what is left out, and which of the equal ones', () => {
    const { marks, key } = singlePapers(contest, irelandDail, asListed);
    expect(new Set(marks).size).toBe(11);
    const set = { key, marks: marks.slice().sort() };
    expect([0, 3, 4].map((which) => isAmong(set, [0, 1], which))).toEqual([true, true, false]);
    expect(isAmong(set, [1, skippedPreference, 2], 3)).toBe(true);
    expect([[1, 2], [1, 0], [0], [], [0, 1, 2]].map((some) => isAmong(set, some, 0))).not.toContain(true);
  });

  it('have the same marks packed in bytes and in words', () => {
    const ballots = packBallots([{ copies: 1, preferences: [1, skippedPreference, 2] }], 300);
    const wide = singlePapers({ ...contest, candidateCount: 300, ballots }, irelandDail, asListed);
    const narrow = singlePapers(contestOf(1, 3, ['1: 1 - 2']), irelandDail, asListed);
    expect([...wide.marks]).toEqual([...narrow.marks]);
  });

  it('have marks of 53 bits, spread evenly', () => {
    const one = marker('spread');
    const marks = Array.from({ length: 20_000 }, (_, i) => {
      one.begin();
      one.read(i % 100);
      return one.mark(Math.floor(i / 100));
    });
    expect(marks.every(Number.isSafeInteger)).toBe(true);
    for (const bit of [0, 1, 10, 20, 21, 30, 51, 52]) {
      const set = marks.filter((mark) => Math.floor(mark / 2 ** bit) % 2 === 1).length;
      expect(Math.abs(set - 10_000)).toBeLessThan(400); // standard deviation 71
    }
  });
});
