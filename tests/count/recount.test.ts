import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest } from '../../src/count/contest';
import { count, countOrAsk } from '../../src/count/count';
import type { LotAnswer } from '../../src/count/lots';
import { recount } from '../../src/count/recount';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { asText, contestOf, contests } from '../support/contests';

const lots = { kind: 'seeded', seed: 'recount' } as const;
const winners = (result: ReturnType<typeof count>): number[] => result.elected.map(({ candidate }) => candidate).sort();

describe('a recount for a vacancy', () => {
  // 0 and 1 are elected. Once 0 has left, 2 has their voters; 3 stays out.
  const contest = contestOf(2, 4, ['12: 0 2', '11: 1 3', '4: 2 3', '3: 3 2']);

  it('passes over the leaver as if they had not stood', () => {
    expect(winners(count(contest, scottish2007, lots))).toEqual([0, 1]);
    const again = count(recount(contest, { leaving: [0], keeping: [] }), scottish2007, lots);
    expect(winners(again)).toEqual([1, 2]);
    expect(again.withdrawn).toEqual([0]);
  });

  it('can unseat a member unless sitting members are kept', () => {
    // 1 and 2 sit. Without 1 their voters' second preferences bring in 3 and 0, and 2 is the lowest.
    const members = contestOf(2, 4, ['1: 0 1', '9: 1 3', '8: 1 0', '9: 2 3', '5: 3 0']);
    expect(winners(count(members, scottish2007, lots))).toEqual([1, 2]);
    expect(winners(count(recount(members, { leaving: [1], keeping: [] }), scottish2007, lots))).toEqual([0, 3]);
    expect(winners(count(recount(members, { leaving: [1], keeping: [2] }), scottish2007, lots))).toContain(2);
  });

  it('never elects the leaver, and always keeps whom it is told to keep', () => {
    fc.assert(
      fc.property(contests, ({ contest: drawn }) => {
        fc.pre(checkContest(drawn, scottish2007).ok);
        const [leaver, ...sitting] = count(drawn, scottish2007, lots).elected.map(({ candidate }) => candidate);
        const again = recount(drawn, { leaving: leaver === undefined ? [] : [leaver], keeping: sitting });
        fc.pre(checkContest(again, scottish2007).ok);
        const after = winners(count(again, scottish2007, lots));
        expect(after).not.toContain(leaver);
        expect(after).toEqual(expect.arrayContaining(sitting));
      }),
      { numRuns: 300, seed: 22 },
    );
  });
});

describe('lots drawn by hand', () => {
  it('stop the count at each tie without an answer, and give the same count once all are answered', () => {
    fc.assert(
      fc.property(contests, ({ contest }) => {
        fc.pre(checkContest(contest, scottish2007).ok);
        const listed = {
          kind: 'listed',
          order: Array.from({ length: contest.candidateCount }, (_, id) => id),
        } as const;
        const answers: LotAnswer[] = [];
        for (;;) {
          const result = countOrAsk(contest, scottish2007, answers);
          if (!('occasion' in result)) {
            const wanted = count(contest, scottish2007, listed);
            expect(asText({ ...result, lots: wanted.lots })).toBe(asText(wanted));
            return;
          }
          expect(answers.some(({ occasion }) => occasion === result.occasion)).toBe(false);
          expect(result.tied.length).toBeGreaterThan(1);
          answers.push({ occasion: result.occasion, chosen: Math.min(...result.tied) });
        }
      }),
      { numRuns: 300, seed: 23 },
    );
  });
});
