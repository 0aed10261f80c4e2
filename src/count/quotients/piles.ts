import { skippedMark } from '../../election/ballots';
import type { CandidateId } from '../../election/candidate';
import type { Contest } from '../contest';
import type { QuotientRule } from '../rule';

/**
 * Where every paper stands: at its first name in `open`, or at nobody, which is the number past all candidates. The
 * papers themselves are only read when the candidate they stand at goes.
 */
export interface Piles {
  readonly contest: Contest;
  readonly rule: QuotientRule;
  /** 1 for candidates at whom papers may stand, by CandidateId. */
  readonly open: Uint8Array;
  /** By ballot row. */
  readonly at: Uint16Array;
  /** How many preferences of each ballot row have been read. */
  readonly readUpTo: Uint16Array;
  /** Papers, counting copies, by CandidateId, and last those at nobody; valid ones only. */
  readonly papers: Float64Array;
}

/** Every paper at its first preference. One that has none is not a valid one and is in no pile. */
export function layPiles(contest: Contest, rule: QuotientRule): Piles {
  const { candidateCount, withdrawn, ballots } = contest;
  const rows = ballots.copies.length;
  const open = new Uint8Array(candidateCount).fill(1);
  for (const candidate of withdrawn) open[candidate] = 0;
  const at = new Uint16Array(rows);
  const piles = {
    contest,
    rule,
    open,
    at,
    readUpTo: new Uint16Array(rows),
    papers: new Float64Array(candidateCount + 1),
  };
  moveOn(piles, 0); // where all are before anything is read
  piles.papers[candidateCount] = 0;
  return piles;
}

/** The same papers where they stand, to be moved without moving these. */
export const copyOf = (piles: Piles): Piles => ({
  ...piles,
  open: piles.open.slice(),
  at: piles.at.slice(),
  readUpTo: piles.readUpTo.slice(),
  papers: piles.papers.slice(),
});

/** Closes a candidate and moves their papers on. How many went to each candidate, and last to nobody. */
export function movePapersOf(piles: Piles, candidate: CandidateId): Float64Array {
  const { papers, open } = piles;
  const before = papers.slice();
  open[candidate] = 0;
  papers[candidate] = 0;
  before[candidate] = 0;
  moveOn(piles, candidate);
  return papers.map((now, holder) => now - (before[holder] as number));
}

/**
 * Takes the rows at a candidate on to their next name that is open. The one loop over papers: all it needs is at hand
 * before it begins.
 */
function moveOn({ contest, rule, open, at, readUpTo, papers }: Piles, from: CandidateId): void {
  const { ballots, candidateCount: nobody } = contest;
  const { starts, preferences, copies } = ballots;
  const mark = skippedMark(ballots);
  const markEnds = rule.skippedPreference === 'stops';
  for (let row = 0; row < at.length; row++) {
    if (at[row] !== from) continue;
    const start = starts[row] as number;
    const end = starts[row + 1] as number;
    let holder = nobody;
    let place = start + (readUpTo[row] as number);
    while (place < end && holder === nobody) {
      const candidate = preferences[place] as number;
      place += 1;
      if (candidate === mark) {
        if (markEnds) place = end;
      } else if (open[candidate] === 1) holder = candidate;
    }
    readUpTo[row] = place - start;
    at[row] = holder;
    papers[holder] = (papers[holder] as number) + (copies[row] as number);
  }
}
