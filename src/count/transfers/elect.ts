import type { CandidateId } from '../../election/candidate';
import { activeVote, reachesActiveShare } from './quota';
import type { Elected, ElectedBecause, Tie } from '../stage';
import { candidatesWho, placesLeft, progress, restraints, sum, surplusOf, take, tallyOf, type Table } from './table';
import { settle, settleElection } from '../tie';
import { canBeMet } from '../constraints';

/** Candidates by votes, most first; equal ones in ballot-paper order (a listing, not a decision). */
export function byVotes(table: Table, candidates: readonly CandidateId[]): CandidateId[] {
  return [...candidates].sort((a, b) => {
    const difference = tallyOf(table, b) - tallyOf(table, a);
    return difference > 0n ? 1 : difference < 0n ? -1 : a - b;
  });
}

export interface Election {
  readonly elected: readonly Elected[];
  readonly ties: readonly Tie[];
}

/**
 * Deems elected, from most votes down, everyone who has reached what is needed (SSI 2007/42 rule 47; ERS97 5.1.7,
 * 5.3.13, 5.4.9). Each is weighed after the last has been elected, since that changes the active vote.
 */
export function electReached(table: Table, afterTransfer: number | null): Election {
  const elected: Elected[] = [];
  const ties: Tie[] = [];
  for (;;) {
    const places = placesLeft(table);
    if (places <= 0) break;
    const { doomed } = restraints(table);
    const able = candidatesWho(table, 'continuing').filter((candidate) => !doomed.has(candidate));
    const [first, ...others] = byVotes(table, able);
    if (first === undefined) break;
    const because = whyElected(table, first);
    if (because === null) break;
    const level = [first, ...others.filter((candidate) => tallyOf(table, candidate) === tallyOf(table, first))];
    let candidate = first;
    if (level.length <= places && level.length > 1 && !allCanBeElected(table, level)) {
      // The constraints have room for some of them only, so it matters who comes first.
      const { chosen, tie } = settle(table, 'election', level, 'highest');
      if (tie !== null) ties.push(tie);
      candidate = chosen;
    } else if (level.length > places) {
      // ERS97 5.6.2: more equal candidates than places
      const tie = settleElection(table, level);
      if (tie === null) break;
      ties.push(tie);
      candidate = tie.chosen;
    }
    take(table, candidate, 'elected');
    elected.push({ candidate, because, afterTransfer });
  }
  return { elected, ties };
}

function allCanBeElected(table: Table, candidates: readonly CandidateId[]): boolean {
  const { seats, elected, continuing } = progress(table);
  return canBeMet(table.contest.constraints ?? [], {
    seats,
    elected: [...elected, ...candidates],
    continuing: continuing.filter((candidate) => !candidates.includes(candidate)),
  });
}

/** As many continuing candidates as places, or fewer: all are elected (SSI 2007/42 rule 52; ERS97 5.5.1). */
export function electRemaining(table: Table, afterTransfer: number | null): Elected[] {
  return byVotes(table, candidatesWho(table, 'continuing')).map((candidate) => {
    take(table, candidate, 'elected');
    return { candidate, because: { kind: 'remaining', vote: tallyOf(table, candidate) }, afterTransfer };
  });
}

/**
 * SI 1985/454 rule 52(2): for the last place, a candidate with at least the votes of all the others and the surpluses
 * not yet moved is elected. Two who are level are not: which of them goes out is then for the ties of an exclusion.
 */
export function electLast(table: Table, afterTransfer: number | null): Elected[] {
  if (placesLeft(table) !== 1) return [];
  switch (table.rule.lastPlace) {
    case 'count-on':
      return [];
    case 'outvotes-others': {
      const [leader, ...rest] = byVotes(table, candidatesWho(table, 'continuing'));
      const [second] = rest;
      if (leader === undefined || second === undefined || restraints(table).doomed.has(leader)) return [];
      const vote = tallyOf(table, leader);
      const others = sum(rest.map((candidate) => tallyOf(table, candidate)));
      const surpluses = sum(candidatesWho(table, 'elected').map((candidate) => surplusOf(table, candidate)));
      if (vote < others + surpluses || vote === tallyOf(table, second)) return [];
      take(table, leader, 'elected');
      return [{ candidate: leader, because: { kind: 'outvotes-others', vote, others, surpluses }, afterTransfer }];
    }
    default:
      return table.rule.lastPlace satisfies never;
  }
}

function reachesQuota({ rule, quota }: Table, vote: bigint): boolean {
  switch (rule.reaching) {
    case 'at-quota':
      return vote >= quota;
    case 'above-quota':
      return vote > quota;
    default:
      return rule.reaching satisfies never;
  }
}

function whyElected(table: Table, candidate: CandidateId): ElectedBecause | null {
  const vote = tallyOf(table, candidate);
  if (reachesQuota(table, vote)) return { kind: 'quota', vote, quota: table.quota };
  // A vote of nothing never elects, though nothing is also a share of nothing.
  if (table.rule.progressive === 'active-vote' && vote > 0n && reachesActiveShare(table, vote)) {
    return { kind: 'active-vote', vote, activeVote: activeVote(table), placesLeft: placesLeft(table) };
  }
  return null;
}
