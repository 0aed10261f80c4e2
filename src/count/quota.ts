import { sum, type Table, candidatesWho, placesLeft, tallyOf } from './table';

/** The quota on the votes still in play, in units. */
export function quotaOf(table: Table): bigint {
  const { rule, vote, contest } = table;
  const shares = BigInt(contest.seats) + 1n;
  switch (rule.quota) {
    case 'droop-integer': // SSI 2007/42 rule 46: divided by one more than the places, plus 1, fractions ignored
      return (BigInt(table.validBallots) / shares + 1n) * vote;
    case 'droop-decimals': {
      // ERS97 5.1.6, and 5.4.8 where some votes have become non-transferable
      const inPlay = BigInt(table.validBallots) * vote - table.nonTransferable;
      return inPlay / shares + (inPlay % shares === 0n ? 0n : 1n);
    }
    case 'droop-next-decimal': // PRF reference WIGM: plus one unit also where the division is exact
      return (BigInt(table.validBallots) * vote) / shares + 1n;
    default:
      return rule.quota satisfies never;
  }
}

/** ERS97 5.4.8: until anyone is elected, votes that became non-transferable are left out of the quota. */
export function reviseQuota(table: Table): void {
  if (table.rule.quotaOverTime === 'until-first-elected' && candidatesWho(table, 'elected').length === 0) {
    table.quota = quotaOf(table);
  }
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
