import fc from 'fast-check';
import { expect, it } from 'vitest';
import { add, equal, fraction } from '../../src/basics/fraction';
import { checkContest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import { rules } from '../../src/count/rules/rules';
import { trace } from '../../src/count/trace';
import { contestOf, contests } from '../support/contests';

const lots = { kind: 'seeded', seed: 'uncounted' } as const;

it('a ballot that was not counted, and is like none that was, goes on where its first choice has nobody’s vote', () => {
  for (const rule of rules) {
    const contest = contestOf(2, 5, ['10: 0 1', '9: 1 0', '8: 2', '7: 3 2']);
    const traced = trace(count(contest, rule, lots), [4, 3, 2]);
    if (rule.method !== 'transfers') continue;
    // Nobody ranked 4 at all: it goes out, and the ballot is with another or has stopped.
    expect([rule.id, traced?.at(-1)?.holding.candidates.has(4)]).toEqual([rule.id, false]);
  }
});

it('a ballot that was not counted sums to one vote at every stage by every rule', () => {
  fc.assert(
    fc.property(contests, fc.constantFrom(...rules), fc.infiniteStream(fc.nat()), ({ contest }, rule, order) => {
      if (!checkContest(contest, rule).ok) return;
      const result = count(contest, rule, lots);
      const sorted = Array.from({ length: contest.candidateCount }, (_, id) => ({
        id,
        by: order.next().value as number,
      }));
      const ballot = sorted.sort((a, b) => a.by - b.by).map(({ id }) => id);
      const traced = trace(result, ballot);
      for (const { holding } of traced ?? []) {
        const parts = [...holding.candidates.values(), holding.nonTransferable, holding.lossByFraction];
        const own = add(fraction(BigInt(result.votesPerBallot)), holding.revalued);
        expect(equal(parts.reduce(add), own)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
