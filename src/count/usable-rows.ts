import { skippedMark, type Ballots } from '../election/ballots';
import type { CandidateId } from '../election/candidate';
import type { Count } from './count';

/**
 * Visits every valid ballot, as the rule reads it, with its preferences that can count: without the withdrawn, and up to
 * or past a number left out. What is visited is the same list every time, written anew.
 */
export function eachUsable(
  count: Count,
  ballots: Ballots,
  visit: (usable: readonly CandidateId[], papers: number, row: number) => void,
): void {
  const { starts, preferences, copies } = ballots;
  const mark = skippedMark(ballots);
  const stops = count.rule.skippedPreference === 'stops';
  const stands = new Uint8Array(mark + 1).fill(1, 0, count.candidateCount);
  for (const candidate of count.withdrawn) stands[candidate] = 0;
  const usable: CandidateId[] = [];
  copies.forEach((papers, row) => {
    usable.length = 0;
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) {
      const candidate = preferences[at] as number;
      if (candidate === mark && stops) break;
      if (stands[candidate] === 1) usable.push(candidate);
    }
    if (usable.length > 0) visit(usable, papers, row);
  });
}
