import type { Contest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import type { Lots } from '../../src/count/lots';
import { recount } from '../../src/count/recount';
import type { Rule } from '../../src/count/rule';

/** Lots for the contest with this number: listed for every third, else by seed. */
export const lotsOf = (i: number, candidateCount: number): Lots =>
  i % 3 === 0
    ? { kind: 'listed', order: Array.from({ length: candidateCount }, (_, id) => id).toReversed() }
    : { kind: 'seeded', seed: `told ${i}` };

/** A contest, or the same with constraints, or a place in it filled again with everyone else kept. */
export function variantOf(contest: Contest, i: number, rule: Rule): Contest {
  const { candidateCount, seats, withdrawn } = contest;
  const standing = candidateCount - withdrawn.length;
  const some = Array.from({ length: candidateCount }, (_, id) => id).filter((id) => id % 2 === i % 2);
  if (i % 4 === 1) return { ...contest, constraints: [{ group: 'women', members: some, min: 1, max: Infinity }] };
  if (i % 4 === 2) return { ...contest, constraints: [{ group: 'north', members: some, min: 0, max: 1 }] };
  if (i % 8 !== 3 || standing <= seats) return contest;
  const [leaver, ...rest] = count(contest, rule, lotsOf(i, candidateCount)).elected.map(({ candidate }) => candidate);
  return leaver === undefined ? contest : recount(contest, { leaving: [leaver], keeping: rest });
}
