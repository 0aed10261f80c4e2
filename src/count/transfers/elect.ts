import type { CandidateId } from '../../election/candidate';
import { activeVote, reachesActiveShare } from './quota';
import type { Elected, ElectedBecause, Tie } from '../stage';
import { candidatesWho, placesLeft, restraints, sum, surplusOf, take, tallyOf, type Table } from './table';
import { settle, settleElection } from '../tie';
import { byVotes, canAllBeElected, leaderOf, reachesQuota, type Election } from '../standing';

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
    const first = leaderOf(table, able);
    if (first === undefined) break;
    const because = whyElected(table, first);
    if (because === null) break;
    const level = byVotes(table, able).filter((candidate) => tallyOf(table, candidate) === tallyOf(table, first));
    let candidate = first;
    if (level.length <= places && level.length > 1 && !canAllBeElected(table, level)) {
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

/** As many continuing candidates as places, or fewer: all are elected (SSI 2007/42 rule 52; ERS97 5.5.1). */
export function electRemaining(table: Table, afterTransfer: number | null): Elected[] {
  return byVotes(table, candidatesWho(table, 'continuing')).map((candidate) => {
    take(table, candidate, 'elected');
    return { candidate, because: { kind: 'remaining', vote: tallyOf(table, candidate) }, afterTransfer };
  });
}

/**
 * The last place, where the rule fills it while several are left for it.
 * - outvotes-others (SI 1985/454 rule 52(2)): a candidate with at least the votes of all the others and the surpluses not
 *   yet moved. Two who are level are not elected: which of them goes out is then for the ties of an exclusion.
 * - exceeds-others (Electoral Act 1992 s. 124(2)): the same with more votes than all of those.
 * - higher-of-two (Commonwealth Electoral Act 1918 s. 273 (17)): of two the one with more votes; level votes are decided
 *   by lot, and nothing is looked back on.
 */
export function electLast(table: Table, afterTransfer: number | null): Election {
  const { lastPlace, remaining } = table.rule;
  const [leader, second, ...rest] = byVotes(table, candidatesWho(table, 'continuing'));
  if (placesLeft(table) !== 1 || leader === undefined || second === undefined) return nobody;
  const vote = tallyOf(table, leader);
  const level = vote === tallyOf(table, second);
  const surpluses = sum(candidatesWho(table, 'elected').map((candidate) => surplusOf(table, candidate)));
  const { doomed } = restraints(table);
  switch (lastPlace) {
    case 'count-on':
      return nobody;
    case 'outvotes-others':
    case 'exceeds-others': {
      const others = sum([second, ...rest].map((candidate) => tallyOf(table, candidate)));
      if (vote < others + surpluses || level || doomed.has(leader)) return nobody;
      if (lastPlace === 'exceeds-others' && vote === others + surpluses) return nobody;
      take(table, leader, 'elected');
      const because = { kind: 'outvotes-others', vote, others, surpluses } as const;
      return { elected: [{ candidate: leader, because, afterTransfer }], ties: [] };
    }
    case 'higher-of-two': {
      if (rest.length > 0 || doomed.has(leader) || doomed.has(second)) return nobody;
      if (remaining === 'after-surpluses' && surpluses > 0n) return nobody;
      const among = level ? [leader, second] : [leader];
      const { chosen, tie } = settle({ ...table, rule: { ties: [] } }, 'election', among, 'highest');
      const candidate = chosen === leader ? second : leader;
      take(table, chosen, 'elected');
      const because = { kind: 'higher-of-two', vote, other: { candidate, vote: tallyOf(table, candidate) } } as const;
      return { elected: [{ candidate: chosen, because, afterTransfer }], ties: tie === null ? [] : [tie] };
    }
    default:
      return lastPlace satisfies never;
  }
}

const nobody: Election = { elected: [], ties: [] };

function whyElected(table: Table, candidate: CandidateId): ElectedBecause | null {
  const vote = tallyOf(table, candidate);
  if (reachesQuota(table.rule.reaching, table.quota, vote)) return { kind: 'quota', vote, quota: table.quota };
  // A vote of nothing never elects, though nothing is also a share of nothing.
  if (table.rule.progressive === 'active-vote' && vote > 0n && reachesActiveShare(table, vote)) {
    return { kind: 'active-vote', vote, activeVote: activeVote(table), placesLeft: placesLeft(table) };
  }
  return null;
}
