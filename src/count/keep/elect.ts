import type { Elected, Tie } from '../stage';
import {
  byVotes,
  canAllBeElected,
  candidatesWho,
  placesLeft,
  reachesQuota,
  restraints,
  type Election,
} from '../standing';
import { settle } from '../tie';
import { tallyOf, type KeepTable } from './table';

/**
 * Elects every continuing candidate who has reached the quota, most votes first. Not more than there are places can, as
 * seats + 1 quotas are more than the votes in play. Only half of them up to a whole vote, or a quota that was cut and has
 * only to be equalled, can one more than the places have; if they are level, then none of them is elected (NZ 2001 sch. 1A
 * cl. 34(b): the one who is not excluded next is).
 */
export function electReached(table: KeepTable, afterTransfer: number | null): Election {
  const elected: Elected[] = [];
  const ties: Tie[] = [];
  const { quota } = table;
  for (;;) {
    const { doomed } = restraints(table);
    const able = candidatesWho(table, 'continuing').filter((candidate) => !doomed.has(candidate));
    const reached = byVotes(table, able).filter((candidate) =>
      reachesQuota(table.rule.reaching, quota, tallyOf(table, candidate)),
    );
    const [first] = reached;
    if (first === undefined) break;
    const vote = tallyOf(table, first);
    const level = reached.filter((candidate) => tallyOf(table, candidate) === vote);
    if (level.length > placesLeft(table)) break;
    let candidate = first;
    if (level.length > 1 && !canAllBeElected(table, level)) {
      // The constraints have room for some of them only, so it matters who comes first.
      const settled = settle(table, 'election', level, 'highest');
      if (settled.tie !== null) ties.push(settled.tie);
      candidate = settled.chosen;
    }
    table.standing[candidate] = 'elected';
    elected.push({ candidate, because: { kind: 'quota', vote, quota }, afterTransfer });
  }
  return { elected, ties };
}

/** As many continuing candidates as places, or fewer: all are elected (NZ 2001 sch. 1A cl. 3; PRF reference rule C). */
export function electRemaining(table: KeepTable, afterTransfer: number | null): Elected[] {
  return byVotes(table, candidatesWho(table, 'continuing')).map((candidate) => {
    table.standing[candidate] = 'elected';
    return { candidate, because: { kind: 'remaining', vote: tallyOf(table, candidate) }, afterTransfer };
  });
}
