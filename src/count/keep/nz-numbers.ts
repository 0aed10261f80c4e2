import type { CandidateId } from '../../election/candidate';
import type { KeepTable } from './table';

/**
 * Candidates by the pseudo-random numbers of the New Zealand regulations (2001 sch. 1A cl. 41 to 48), lowest first, for
 * the step at which the count is; every counting of the votes is a step. The generator is that of Wichmann and Hill.
 *
 * This is the clause as printed. The calculator by which elections are counted is said to differ in two places: 10,000
 * instead of 1,000 in clause 42, and the sum in clause 43 taken modulo 10,000 (docs/meek-differences.md).
 */
export function nzOrder({ contest, tree, points, standing }: KeepTable): readonly CandidateId[] {
  const stood = standing.flatMap((is, candidate) => (is === 'withdrawn' ? [] : [candidate]));
  const next = generator(stood.length, contest.seats, tree.validBallots);
  for (let discarded = 0; discarded < 4; discarded++) next();
  const numbers = new Map<number, CandidateId>();
  for (const candidate of stood) {
    let number = next();
    while (numbers.has(number)) number = next();
    numbers.set(number, candidate);
  }
  const fromLowest = [...numbers].sort(([a], [b]) => a - b).map(([, candidate]) => candidate);
  // Clause 48: from the second step on each number is 10,000 less the last one, which turns the order round every time.
  return points.length % 2 === 1 ? fromLowest : fromLowest.reverse();
}

/** Clauses 42 and 43. */
function generator(candidates: number, vacancies: number, votes: number): () => number {
  let x = candidates + 5;
  let y = vacancies;
  let z = (votes + 1000 * (votes % 10)) % 30323;
  return () => {
    x = (171 * x) % 30269;
    y = (172 * y) % 30307;
    z = (170 * z) % 30323;
    return Math.floor((10000 * x) / 30269) + Math.floor((10000 * y) / 30307) + Math.floor((10000 * z) / 30323);
  };
}
