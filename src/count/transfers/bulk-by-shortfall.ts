import type { CandidateId } from '../../election/candidate';
import type { StageBecause, Tie } from '../stage';
import { byVotes, canAllGo } from '../standing';
import { settle } from '../tie';
import { excludable } from './lowest-sets';
import { candidatesWho, placesLeft, sum, tallyOf, type Table } from './table';

interface BulkExclusion {
  /** Lowest first, two or more. */
  readonly of: readonly CandidateId[];
  readonly because: Extract<StageBecause, { kind: 'shortfall' }>;
  readonly ties: readonly Tie[];
}

/**
 * Commonwealth Electoral Act 1918 s. 273 (13A), (13B) and, for the terms, (29). A candidate's notional vote is theirs with
 * those of all who stand lower; a shortfall is what is missing to the quota: the leading one that of whoever has most, the
 * vacancy one that of as many leading candidates as there are vacancies, together.
 *
 * - (a), (b): B is the highest whose notional vote is fewer than the vacancy shortfall and than the votes of the next above.
 * - (c): if it is fewer than the leading shortfall too, B and all lower are excluded.
 * - (d): else C and all lower, C being the highest whose notional vote is fewer than the leading shortfall. The Act
 *   supposes that there is one; where there is none, only the lowest candidate goes.
 * - (13B): never so many that vacancies stay empty. (13C) adds the votes of a surplus that waits; here none does, as they
 *   move before anyone is excluded.
 *
 * Null where fewer than two would go. C can have the votes of somebody above, and then the standing of the two is settled
 * as in any exclusion.
 */
export function byShortfall(table: Table): BulkExclusion | null {
  const fromLowest = excludable(table);
  const continuing = byVotes(table, candidatesWho(table, 'continuing'));
  const [leader] = continuing;
  if (leader === undefined) return null;
  const shortOf = (candidate: CandidateId): bigint => table.quota - tallyOf(table, candidate);
  const leading = shortOf(leader);
  const vacancy = sum(continuing.slice(0, placesLeft(table)).map(shortOf));
  const notional = fromLowest.map((_, i) => votesOf(table, fromLowest.slice(0, i + 1)));

  const b = notional.findLastIndex((votes, i) => {
    const above = fromLowest[i + 1];
    return votes < vacancy && above !== undefined && votes < tallyOf(table, above);
  });
  if (b < 0) return null;
  const withB = fromLowest.slice(0, b + 1);
  const next = fromLowest[b + 1] as CandidateId;
  const c = notional.findLastIndex((votes) => votes < leading);
  let size = Math.min(b, c) + 1;
  size = Math.min(size, continuing.length - placesLeft(table));
  while (size > 1 && !canAllGo(table, fromLowest.slice(0, size))) size -= 1;
  if (size < 2) return null;
  const { of, ties } = lowestInStanding(table, fromLowest, size);
  const because = {
    kind: 'shortfall',
    votes: votesOf(table, of),
    leader: { candidate: leader, vote: tallyOf(table, leader) },
    shortfall: leading,
    together: { candidates: withB, votes: votesOf(table, withB) },
    next: { candidate: next, vote: tallyOf(table, next) },
  } as const;
  return { of, because, ties };
}

const votesOf = (table: Table, candidates: readonly CandidateId[]): bigint =>
  sum(candidates.map((candidate) => tallyOf(table, candidate)));

/** So many of the lowest; of those who are level where they are parted, the ones lower in the poll, (29) to (31A). */
function lowestInStanding(
  table: Table,
  fromLowest: readonly CandidateId[],
  size: number,
): { readonly of: readonly CandidateId[]; readonly ties: readonly Tie[] } {
  const vote = tallyOf(table, fromLowest[size - 1] as CandidateId);
  const of = fromLowest.filter((candidate) => tallyOf(table, candidate) < vote);
  let level = fromLowest.filter((candidate) => tallyOf(table, candidate) === vote).sort((x, y) => x - y);
  const ties: Tie[] = [];
  while (of.length < size) {
    const left = size - of.length;
    const { chosen, tie } = settle(table, 'exclusion', left === level.length ? level.slice(0, 1) : level, 'lowest');
    of.push(chosen);
    if (tie !== null) ties.push(tie);
    level = level.filter((candidate) => candidate !== chosen);
  }
  return { of, ties };
}
