import type { CandidateId } from '../../election/candidate';
import type { Transfer } from '../stage';
import { quotaOf } from './quota';
import { sortByNextPreference } from './sort-papers';
import { candidatesWho, sum, wholeVote, type Table } from './table';

/**
 * Gives every paper to its first available preference, at a whole vote; how many have one. `received` is the transfer
 * it counts as, null at the start of the count.
 */
export function dealPapers(table: Table, received: number | null): number {
  const rows = new Uint32Array(table.contest.ballots.copies.length);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  table.readUpTo.fill(0);
  const sorted = sortByNextPreference(table, rows);
  let dealt = 0;
  sorted.rowsFor.forEach((own, candidate) => {
    const papers = sorted.papersFor[candidate] as number;
    const votes = BigInt(papers) * table.vote;
    table.tallies[candidate] = votes;
    table.holdings[candidate] = own === null ? [] : [{ rows: own, papers, value: wholeVote, votes, received }];
    dealt += papers;
  });
  return dealt;
}

/**
 * Wright system: candidates are out, and the count starts again as if they had not stood. Every paper is whole again and
 * with its first available preference, nobody is elected, and the quota is worked out anew on the papers that have one.
 * What ties look back on starts again too: the earlier votes belong to a count that has been given up.
 */
export function startAgain(table: Table, excluded: readonly CandidateId[]): Transfer {
  const { tallies, nonTransferable, lossByFraction } = table;
  const before = [...tallies];
  const index = table.transfers;
  for (const candidate of candidatesWho(table, 'elected')) table.standing[candidate] = 'continuing';
  table.placesLeft = table.contest.seats;
  table.settledAt.fill(0);
  table.finished.fill(false);
  const receivers = candidatesWho(table, 'continuing');
  table.receives.fill(0);
  for (const candidate of receivers) table.receives[candidate] = 1;

  dealPapers(table, index);
  table.nonTransferable = BigInt(table.validBallots) * table.vote - sum(tallies);
  table.lossByFraction = 0n;
  table.transfers += 1;
  const after = [...tallies];
  table.points = [{ stage: table.stage, transfer: index, tallies: after }];
  const transfer: Transfer = {
    from: before.flatMap((tally, candidate) => (tally > 0n || excluded.includes(candidate) ? [candidate] : [])),
    selection: { kind: 'all' },
    fate: { kind: 'restart' },
    receivers,
    papers: [],
    gains: after.map((tally, candidate) => {
      const gain = tally - (before[candidate] ?? 0n);
      return gain > 0n ? gain : 0n;
    }),
    nonTransferable: table.nonTransferable - nonTransferable,
    lossByFraction: -lossByFraction,
    tallies: after,
  };
  table.quota = quotaOf(table);
  return transfer;
}
