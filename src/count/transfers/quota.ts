import { fraction } from '../../basics/fraction';
import { candidatesWho, placesLeft, refine, sum, tallyOf, type Table } from './table';

/** The quota on the votes still in play, in units. */
export function quotaOf(table: Table): bigint {
  const { rule, contest, validBallots } = table;
  const seats = BigInt(contest.seats);
  switch (rule.quota) {
    case 'droop-integer': // SSI 2007/42 rule 46: divided by one more than the places, plus 1, fractions ignored
      return (wholeVotesInPlay(table) / (seats + 1n) + 1n) * table.vote;
    case 'droop-decimals': // ERS97 5.1.6, and 5.4.8 where some votes have become non-transferable
      return dividedUp(table, seats + 1n);
    case 'droop-next-decimal': // PRF reference WIGM: plus one unit also where the division is exact
      return (BigInt(validBallots) * table.vote) / (seats + 1n) + 1n;
    case 'hare-integer':
      return (wholeVotesInPlay(table) / seats) * table.vote;
    case 'hare-decimals':
      return dividedUp(table, seats);
    default:
      return rule.quota satisfies never;
  }
}

function inPlay({ rule, validBallots, vote, nonTransferable, lossByFraction }: Table): bigint {
  // ERS97 5.4.8 takes off papers that became non-transferable; it has lost nothing to rounding by then.
  const lost = rule.quotaOverTime === 'every-stage' ? lossByFraction : 0n;
  return BigInt(validBallots) * vote - nonTransferable - lost;
}

const wholeVotesInPlay = (table: Table): bigint => inPlay(table) / table.vote;

function dividedUp(table: Table, shares: bigint): bigint {
  refine(table, [fraction(inPlay(table), table.vote * shares)]);
  const votes = inPlay(table);
  return votes / shares + (votes % shares === 0n ? 0n : 1n);
}

/**
 * ERS97 5.4.8: until anyone is elected, votes that became non-transferable are left out of the quota. `every-stage`
 * goes on doing so; a quota never rises.
 */
export function reviseQuota(table: Table): void {
  const { quotaOverTime } = table.rule;
  if (quotaOverTime === 'static') return;
  if (quotaOverTime === 'until-first-elected' && candidatesWho(table, 'elected').length > 0) return;
  const revised = quotaOf(table); // may make the unit finer, so the old quota is read after it
  if (revised < table.quota) table.quota = revised;
}

/** ERS97 5.6.1: all votes less the non-transferable and less what the elected hold, up to a quota each. In units. */
export function activeVote(table: Table): bigint {
  const held = candidatesWho(table, 'elected').map((candidate) => {
    const tally = tallyOf(table, candidate);
    return tally < table.quota ? tally : table.quota;
  });
  return BigInt(table.validBallots) * table.vote - table.nonTransferable - table.lossByFraction - sum(held);
}

/** Whether a vote is at least the active vote divided by one more than the places left, without dividing. */
export function reachesActiveShare(table: Table, tally: bigint): boolean {
  return tally * (BigInt(placesLeft(table)) + 1n) >= activeVote(table);
}
