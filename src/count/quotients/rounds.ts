import { compare, type Fraction } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import type { QuotientOf, Tie } from '../stage';
import { settle } from '../tie';
import { compareQuotients, elect, hopefulOf, quotaOf, quotientOf, standingAt, startAgainWithout } from './table';
import type { QuotientTable } from './table';

/** One look at all quotients, and the one candidate it elects or excludes. */
export interface Round {
  /** The count ends with a `last-exclusion`: all who are left are elected, and it does not start again. */
  readonly outcome: 'election' | 'exclusion' | 'last-exclusion';
  readonly quota: Fraction;
  readonly of: QuotientOf;
  /** Of an exclusion: the next above, or level; null where nobody else is left. */
  readonly next: QuotientOf | null;
  readonly tie: Tie | null;
}

/**
 * The rounds of a count (Woodall, Voting matters 17, 2.3 to 2.5), each given before it is carried out, while the table
 * still is as it was looked at. After an exclusion the count starts again without the excluded.
 */
export function* roundsOf(table: QuotientTable): Generator<Round, void> {
  const { seats } = table.contest;
  let rounds = 0;
  let hopeful = hopefulOf(table);
  while (table.elected.length < seats && table.elected.length + hopeful.length > seats) {
    const round = look(table, hopeful, rounds);
    yield round;
    if (round.outcome === 'last-exclusion') return;
    if (round.outcome === 'election') elect(table, round.of.candidate);
    else startAgainWithout(table, round.of.candidate);
    hopeful = hopefulOf(table);
    rounds += 1;
  }
}

function look(table: QuotientTable, hopeful: readonly CandidateId[], rounds: number): Round {
  const { rule, lots, contest, elected } = table;
  const record = { rule, points: [], lots, transfers: rounds };
  const quota = quotaOf(table);
  const highest = levelAt(table, hopeful, 1);
  if (compare(quotientOf(table, highest[0] as CandidateId), quota) > 0) {
    const { chosen, tie } = settle(record, 'election', highest, 'highest');
    return { outcome: 'election', quota, of: quotientRecord(table, chosen), next: null, tie };
  }
  const { chosen, tie } = settle(record, 'exclusion', levelAt(table, hopeful, -1), 'lowest');
  const others = hopeful.filter((candidate) => candidate !== chosen);
  const [above] = others.length === 0 ? [] : levelAt(table, others, -1);
  return {
    // 2.5b: all but as many as the seats are excluded.
    outcome: elected.length + others.length <= contest.seats ? 'last-exclusion' : 'exclusion',
    quota,
    of: quotientRecord(table, chosen),
    next: above === undefined ? null : quotientRecord(table, above),
    tie,
  };
}

/** Those with the highest quotient (`sign` 1) or the lowest (-1). */
function levelAt(table: QuotientTable, candidates: readonly CandidateId[], sign: 1 | -1): CandidateId[] {
  let level: CandidateId[] = [];
  for (const candidate of candidates) {
    const [best] = level;
    const over = best === undefined ? 1 : sign * compareQuotients(table, candidate, best);
    if (over > 0) level = [candidate];
    else if (over === 0) level.push(candidate);
  }
  return level;
}

const quotientRecord = (table: QuotientTable, candidate: CandidateId): QuotientOf => ({
  candidate,
  ...standingAt(table, candidate),
  quotient: quotientOf(table, candidate),
});
