import type { CandidateId } from '../../election/candidate';
import type { PaperFate, PaperSelection, PaperSet, Transfer } from '../stage';
import { beginMove, endMove, handOn, type Move } from './move-papers';
import { paperSet, putInOrder } from './sample-order';
import { preferenceReader, sortByNextPreference, type SortedPapers } from './sort-papers';
import { tallyOf, wholeVote, type Table } from './table';

/** Papers to be handed out one by one. */
export interface HandOut {
  /** Whose papers: the rows up to `until` are those of the first, and so on. */
  readonly from: readonly { readonly candidate: CandidateId; readonly until: number }[];
  readonly rows: Uint32Array;
  /** Where each parcel ends in the rows: they are in the order received. */
  readonly ends: readonly number[];
  /** The papers as they are handed out, from the order in which they lie; those of different givers keep apart. */
  readonly sequence: (order: Uint32Array) => Uint32Array;
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
 * since they get no more; the rest go on in another. Where all move and nobody comes to the quota, the order in which
 * they do is nothing to the result, and is not made.
 */
export function* handOut(table: Table, what: HandOut): Generator<Transfer, void, undefined> {
  const { from, rows, selection, most, stopping, fateOf } = what;
  const next = new Uint16Array(rows.length);
  const arriving = new Float64Array(table.contest.candidateCount + 1);
  const sorted = eachGiver(what, (first, last) => {
    const own = sortByNextPreference(table, rows.subarray(first, last));
    next.set(table.sorting.subarray(0, last - first), first);
    own.papersFor.forEach((papers, to) => (arriving[to] = (arriving[to] as number) + papers));
    return own;
  });
  const move = beginMove(table);
  const room = papersToQuota(table, move.receivers);
  if (
    !stopping ||
    most < rows.length ||
    move.receivers.some((to) => (arriving[to] as number) >= (room[to] as number))
  ) {
    yield* oneByOne(table, what, next);
    return;
  }
  const all = (): PaperSet => {
    const inOrder = putInOrder(table, rows, what.ends);
    return paperSet(inOrder, inOrder.order);
  };
  const parted = from.map(({ candidate }, giver) => giveOn(table, move, candidate, sorted[giver] as SortedPapers));
  yield endMove(
    table,
    move,
    { from: from.map(({ candidate }) => candidate), selection, fate: fateOf(all, null) },
    parted,
  );
}

/** `next` is whom each paper goes to, or past all candidates for nobody: as it would be were nobody to be filled. */
function* oneByOne(table: Table, what: HandOut, next: Uint16Array): Generator<Transfer, void, undefined> {
  const { from, rows, selection, most, stopping, fateOf } = what;
  const { receives, contest } = table;
  const nobody = contest.candidateCount;
  const stays = nobody + 1;
  const readNext = preferenceReader(table);
  const inOrder = putInOrder(table, rows, what.ends);
  const sequence = what.sequence(inOrder.order);
  const nextOf = (place: number): number => {
    const to = next[place] as number;
    if (to === nobody || receives[to] === 1) return to;
    return (next[place] = readNext(rows[place] as number) ?? nobody);
  };
  let at = 0;
  let moved = 0;
  do {
    const begin = at;
    const move = beginMove(table);
    const room = papersToQuota(table, move.receivers);
    let filled: CandidateId | null = null;
    for (; at < sequence.length && moved < most && filled === null; at++) {
      const place = sequence[at] as number;
      const to = nextOf(place);
      if (to === nobody) {
        if (stopping) moved += 1;
        else next[place] = stays;
        continue;
      }
      moved += 1;
      room[to] = (room[to] as number) - 1;
      if (room[to] === 0) filled = to;
    }
    if (filled !== null) receives[filled] = 0;
    const end = at;
    // Those that cannot move any more are passed over now, so that no empty transfer follows.
    while (!stopping && at < sequence.length && nextOf(sequence[at] as number) === nobody) at += 1;
    const more = at < sequence.length && moved < most;

    const drawn = (): PaperSet => {
      const places = sequence.slice(begin, end);
      let many = 0;
      for (const place of places) if (next[place] !== stays) places[many++] = place;
      return paperSet(inOrder, places.subarray(0, many));
    };
    const parted = eachGiver(what, (first, last, candidate) => {
      const places = sequence.slice(Math.max(begin, first), Math.max(begin, Math.min(end, last)));
      if (inOrder.mixed) sortPlaces(places, rows.length); // memory is then read forwards when they move again
      return giveOn(table, move, candidate, pileUp(rows, next, places, nobody));
    });
    const fate = fateOf(drawn, more ? filled : null);
    yield endMove(table, move, { from: from.map(({ candidate }) => candidate), selection, fate }, parted);
    if (!more) return;
  } while (at < sequence.length);
}

const eachGiver = <T>({ from }: HandOut, one: (first: number, last: number, candidate: CandidateId) => T): T[] =>
  from.map(({ candidate, until }, giver) => one(from[giver - 1]?.until ?? 0, until, candidate));

/** Up to so many places to one drawn, it is quicker to look at them all than to sort. */
const sparse = 32;

/** Puts different places below `all` in ascending order. */
function sortPlaces(places: Uint32Array, all: number): void {
  if (places.length * sparse < all) {
    places.sort();
    return;
  }
  const isThere = new Uint8Array(all);
  for (const place of places) isThere[place] = 1;
  let to = 0;
  for (let place = 0; place < all; place++) if (isThere[place] === 1) places[to++] = place;
}

/** Gives single papers on at a whole vote each; what the giver parts with. */
function giveOn(table: Table, move: Move, giver: CandidateId, sorted: SortedPapers): bigint {
  const papers = sorted.rowsFor.reduce((total, pile) => total + (pile?.length ?? 0), sorted.papersWithout);
  if (papers > 0) handOn(table, move, giver, { papers, value: wholeVote }, sorted, wholeVote, true);
  return BigInt(papers) * table.vote;
}

/** Single papers at these places of the rows in piles: `to` is a CandidateId, `nobody`, or more for those that stay. */
export function pileUp(rows: Uint32Array, to: Uint16Array, places: Uint32Array, nobody: number): SortedPapers {
  const counts = new Uint32Array(nobody + 2);
  for (const place of places) {
    const pile = to[place] as number;
    counts[pile] = (counts[pile] as number) + 1;
  }
  const piles = Array.from(counts, (count) => new Uint32Array(count));
  counts.fill(0);
  for (const place of places) {
    const pile = to[place] as number;
    const filled = counts[pile] as number;
    (piles[pile] as Uint32Array)[filled] = rows[place] as number;
    counts[pile] = filled + 1;
  }
  const without = piles[nobody] ?? new Uint32Array(0);
  return {
    rowsFor: piles.slice(0, nobody).map((pile) => (pile.length === 0 ? null : pile)),
    papersFor: Array.from(counts.subarray(0, nobody)),
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
