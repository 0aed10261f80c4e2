import { fraction } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import type { Transfer } from '../stage';
import { quotaOf } from './quota';
import { passedOn, sortByNextPreference, type SortedPapers } from './sort-papers';
import { valueOfPart } from './split-equal';
import { apart, candidatesWho, refine, sum, wholeVote, type Table } from './table';

/** Papers that have been given to their first available preference. */
interface Dealt {
  /** How many, parts of papers put together. */
  readonly papers: number;
  /** What is cut of those that were split, units. */
  readonly cut: bigint;
}

/**
 * Gives every paper to its first available preference, at a whole vote, or at its part of one where it was split.
 * `received` is the transfer it counts as, null at the start of the count.
 */
export function dealPapers(table: Table, received: number | null): Dealt {
  if (table.papers !== null) table.at.set(table.papers.starts.subarray(0, table.at.length));
  table.tallies.fill(0n);
  table.holdings.forEach((_, candidate) => (table.holdings[candidate] = []));
  table.fresh = table.fresh.map(({ parts, piles }) => ({ parts, piles: passedOn(table, piles) }));
  const dealtOut = table.laid === null ? [{ parts: 1, piles: sortFromTheStart(table) }] : table.fresh;
  refine(
    table,
    dealtOut.map(({ parts }) => fraction(1n, BigInt(parts))),
  );
  let dealt = 0;
  let cut = 0n;
  for (const { parts, piles } of dealtOut) {
    const value = parts === 1 ? wholeVote : valueOfPart(table.vote, parts);
    const each = table.vote / BigInt(parts);
    let papersHere = 0;
    piles.rowsFor.forEach((own, candidate) => {
      if (own === null) return;
      const papers = piles.papersFor[candidate] as number;
      const votes = BigInt(papers) * each;
      table.tallies[candidate] = (table.tallies[candidate] as bigint) + votes;
      table.holdings[candidate]?.push({ rows: own, papers, value, votes, received });
      papersHere += papers;
    });
    dealt += papersHere / parts;
    cut += BigInt(papersHere / parts) * (table.vote % BigInt(parts));
  }
  return { papers: dealt, cut };
}

function sortFromTheStart(table: Table): SortedPapers {
  const rows = new Uint32Array(apart(table).which.length);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  return sortByNextPreference(table, rows);
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
  // Every paper loses again what it lost when it was first split, whether it has a preference left or not.
  table.lossByFraction = table.cutAtFirst;
  table.nonTransferable = BigInt(table.validBallots) * table.vote - sum(tallies) - table.cutAtFirst;
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
    lossByFraction: table.lossByFraction - lossByFraction,
    tallies: after,
  };
  table.quota = quotaOf(table);
  return transfer;
}
