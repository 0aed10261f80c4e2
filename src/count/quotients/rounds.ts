import { compare, type Fraction } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import { candidatesWho, placesLeft, restraints } from '../standing';
import type { QuotientOf, StageBecause, Tie } from '../stage';
import { settle } from '../tie';
import { compareQuotients, elect, quotaOf, quotientOf, standingAt, startAgainWithout } from './table';
import type { QuotientTable } from './table';

/** One look at all quotients, and whom it elects or excludes. */
export type Round = ElectionRound | ExclusionRound;

interface ElectionRound {
  readonly outcome: 'election';
  readonly quota: Fraction;
  readonly of: QuotientOf;
  readonly tie: Tie | null;
}

export interface ExclusionRound {
  /** The count ends with a `last-exclusion`: all who are left are elected, and it does not start again. */
  readonly outcome: 'exclusion' | 'last-exclusion';
  readonly quota: Fraction;
  readonly of: readonly CandidateId[];
  readonly because: Extract<StageBecause, { readonly kind: 'lowest-quotient' | 'doomed' }>;
  readonly tie: Tie | null;
}

/**
 * The rounds of a count (Woodall, Voting matters 17, 2.3 to 2.5), each given before it is carried out, while the table
 * still is as it was looked at. After an exclusion the count starts again without the excluded.
 *
 * Woodall says nothing of constraints. As elsewhere, whoever can no longer be elected goes out before anything else, and
 * whoever is needed does not go out. Both are told from those elected in the run as it stands. The elections may come to
 * nothing when the count starts again, but exclusions are for good, as those of the lowest are, and the constraints can
 * always be kept: there was a way to fill the seats with those elected in the run, and it has none of the excluded.
 */
export function* roundsOf(table: QuotientTable): Generator<Round, void> {
  let rounds = 0;
  while (placesLeft(table) > 0 && candidatesWho(table, 'continuing').length > placesLeft(table)) {
    const round = look(table, rounds);
    yield round;
    if (round.outcome === 'last-exclusion') return;
    if (round.outcome === 'election') elect(table, round.of.candidate);
    else startAgainWithout(table, round.of);
    rounds += 1;
  }
}

function look(table: QuotientTable, rounds: number): Round {
  const { guarded, doomed } = restraints(table);
  const quota = quotaOf(table);
  if (doomed.size > 0) return exclusion(table, quota, [...doomed], { kind: 'doomed' }, null);
  const { rule, lots } = table;
  const record = { rule, points: [], lots, transfers: rounds };
  const continuing = candidatesWho(table, 'continuing');
  const highest = levelAt(table, continuing, 1);
  if (compare(quotientOf(table, highest[0] as CandidateId), quota) > 0) {
    const { chosen, tie } = settle(record, 'election', highest, 'highest');
    return { outcome: 'election', quota, of: quotientRecord(table, chosen), tie };
  }
  const able = continuing.filter((candidate) => !guarded.has(candidate));
  const { chosen, tie } = settle(record, 'exclusion', levelAt(table, able, -1), 'lowest');
  const others = able.filter((candidate) => candidate !== chosen);
  const [above] = others.length === 0 ? [] : levelAt(table, others, -1);
  const because = {
    kind: 'lowest-quotient',
    lowest: quotientRecord(table, chosen),
    next: above === undefined ? null : quotientRecord(table, above),
    quota,
    spared: continuing.filter((candidate) => guarded.has(candidate) && compareQuotients(table, candidate, chosen) < 0),
  } as const;
  return exclusion(table, quota, [chosen], because, tie);
}

/** 2.5b: the last one, where it leaves as many as the places. */
function exclusion(
  table: QuotientTable,
  quota: Fraction,
  of: readonly CandidateId[],
  because: ExclusionRound['because'],
  tie: Tie | null,
): ExclusionRound {
  const left = candidatesWho(table, 'continuing').length - of.length;
  return { outcome: left <= placesLeft(table) ? 'last-exclusion' : 'exclusion', quota, of, because, tie };
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
