import type { CandidateId } from '../../election/candidate';
import type { PaperFate, PaperSelection, PaperSet, Transfer } from '../stage';
import { beginMove, endMove, handOn } from './move-papers';
import { preferenceReader, type SortedPapers } from './sort-papers';
import { paperSet, tallyOf, wholeVote, type Table } from './table';

/** Papers to be handed out one by one. */
export interface HandOut {
  /** Whose papers: the rows up to `until` are those of the first, and so on. */
  readonly from: readonly { readonly candidate: CandidateId; readonly until: number }[];
  /** In the order in which they are handed out. */
  readonly rows: Uint32Array;
  readonly selection: PaperSelection;
  /** Papers that move at most. */
  readonly most: number;
  /** Papers with no next preference stop, and count as moved; else they are passed over and stay. */
  readonly stopping: boolean;
  /** `filled` is who reached the quota with papers still to hand out; null in the last transfer. */
  readonly fateOf: (drawn: () => PaperSet, filled: CandidateId | null) => PaperFate;
}

/**
 * Hands papers out one by one, each to its next preference. The paper that brings someone to the quota ends a transfer,
 * since they get no more; the rest go on in another.
 */
export function* handOut(
  table: Table,
  { from, rows, selection, most, stopping, fateOf }: HandOut,
): Generator<Transfer, void, undefined> {
  const { readUpTo, sorting, receives, contest } = table;
  const { starts, preferences } = contest.ballots;
  const nobody = contest.candidateCount;
  const stays = nobody + 1;
  const nextAt = preferenceReader(table);
  const endOf = (row: number): number => starts[row + 1] as number;
  let at = 0;
  let moved = 0;
  do {
    const begin = at;
    const move = beginMove(table);
    const room = papersToQuota(table, move.receivers);
    let filled: CandidateId | null = null;
    for (; at < rows.length && moved < most && filled === null; at++) {
      const row = rows[at] as number;
      const place = nextAt(row);
      if (place === endOf(row)) {
        sorting[at] = stopping ? nobody : stays;
        if (stopping) moved += 1;
        continue;
      }
      const to = preferences[place] as number;
      readUpTo[row] = place - (starts[row] as number) + 1;
      sorting[at] = to;
      moved += 1;
      room[to] = (room[to] as number) - 1;
      if (room[to] === 0) filled = to;
    }
    if (filled !== null) receives[filled] = 0;
    const end = at;
    // Those that cannot move any more are passed over now, so that no empty transfer follows.
    while (!stopping && at < rows.length && nextAt(rows[at] as number) === endOf(rows[at] as number)) at += 1;
    const more = at < rows.length && moved < most;

    const drawn: Uint32Array[] = [];
    const parted = from.map(({ candidate, until }, giver) => {
      const first = Math.max(begin, from[giver - 1]?.until ?? 0);
      const last = Math.min(end, until);
      if (first >= last) return 0n;
      const piles = pileUp(rows.subarray(first, last), sorting.subarray(first, last), nobody);
      const own = [...piles.rowsFor.filter((some) => some !== null), piles.rowsWithout];
      drawn.push(...own);
      const papers = own.reduce((count, some) => count + some.length, 0);
      if (papers > 0) handOn(table, move, candidate, { papers, value: wholeVote }, piles, wholeVote, true);
      return BigInt(papers) * table.vote;
    });
    const fate = fateOf(() => paperSet(table, drawn), more ? filled : null);
    yield endMove(table, move, { from: from.map(({ candidate }) => candidate), selection, fate }, parted);
    if (!more) return;
  } while (at < rows.length);
}

/** Single papers in piles: `to` is a CandidateId, `nobody`, or more for those that stay. */
function pileUp(rows: Uint32Array, to: Uint16Array, nobody: number): SortedPapers {
  const counts = new Uint32Array(nobody + 2);
  for (const pile of to) counts[pile] = (counts[pile] as number) + 1;
  const piles = Array.from(counts, (count) => new Uint32Array(count));
  counts.fill(0);
  rows.forEach((row, i) => {
    const pile = to[i] as number;
    const place = counts[pile] as number;
    (piles[pile] as Uint32Array)[place] = row;
    counts[pile] = place + 1;
  });
  const without = piles[nobody] ?? new Uint32Array(0);
  return {
    rowsFor: piles.slice(0, nobody).map((pile) => (pile.length === 0 ? null : pile)),
    papersFor: Float64Array.from(counts.subarray(0, nobody)),
    rowsWithout: without,
    papersWithout: without.length,
  };
}

/** How many whole votes bring each candidate who can receive to the quota, by CandidateId; at least 1. */
export function papersToQuota(table: Table, receivers: readonly CandidateId[]): Float64Array {
  const { quota, vote, rule, contest } = table;
  const room = new Float64Array(contest.candidateCount);
  for (const candidate of receivers) {
    const missing = quota - tallyOf(table, candidate);
    const papers = rule.reaching === 'at-quota' ? (missing + vote - 1n) / vote : missing / vote + 1n;
    room[candidate] = Math.max(1, Number(papers));
  }
  return room;
}
