import type { CandidateId } from '../../election/candidate';
import { drawLot } from '../lots';
import type { SubParcel, Tie, Transfer } from '../stage';
import { settle } from '../tie';
import { beginMove, endMove, handOn } from './move-papers';
import { handOut, pileUp } from './sample-hand-out';
import { paperSet, putInOrder, type InOrder } from './sample-order';
import { joinRows } from '../papers/piles';
import { sortByNextPreference } from './sort-papers';
import { papersLookedAt } from './surplus';
import { surplusOf, wholeVote, type Parcel, type Table } from './table';

/**
 * Electoral Act 1992 s. 121: as many whole papers as the surplus is votes move on, from each sub-parcel of one next
 * preference in proportion to its size, those last filed in it. Where fewer can move than the surplus, all of them do,
 * and others with no next preference are set aside for the rest. What stays is the candidate's for good.
 */
export function transferInProportion(table: Table, candidate: CandidateId, ties: Tie[]): Transfer {
  const { rule, vote } = table;
  const stopping = rule.surplusPapers === 'all' || rule.surplusPapers === 'last-parcel';
  table.receives[candidate] = 0;
  const { parcels, others, selection } = papersLookedAt(table, candidate);
  const { rows, ends } = inOrderReceived(parcels);
  const sorted = sortByNextPreference(table, rows);
  const next = table.sorting.slice(0, rows.length);
  const surplus = surplusOf(table, candidate);
  const wanted = Number(surplus / vote);

  const sizes = [...sorted.rowsFor.map((pile) => pile?.length ?? 0), stopping ? sorted.papersWithout : 0];
  const move = beginMove(table);
  const moved = inProportion(table, sizes, wanted, ties);
  const able = sizes.reduce((sum, size) => sum + size, 0);
  const setAside = stopping ? 0 : Math.max(0, Math.min(wanted - able, sorted.papersWithout));
  const inOrder = putInOrder(table, rows, ends);
  const places = lastFiled(inOrder, next, [...moved.slice(0, -1), (moved.at(-1) ?? 0) + setAside]);
  const drawn = pileUp(rows, next, places, table.contest.candidateCount);
  const papers = moved.reduce((sum, some) => sum + some, 0) + setAside;
  handOn(table, move, candidate, { papers, value: wholeVote }, drawn, wholeVote, true);
  table.finished[candidate] = true;
  table.holdings[candidate] = [...others];
  const subParcels = sizes.flatMap((size, to): SubParcel[] =>
    size === 0 ? [] : [{ to: to === sizes.length - 1 ? null : to, papers: size, moved: moved[to] ?? 0 }],
  );
  const fate = {
    kind: 'sampled',
    surplus,
    looked: rows.length,
    how: { kind: 'in-proportion', subParcels },
    shortfall: BigInt(setAside) * vote,
    drawn: paperSet(inOrder, places),
    filled: null,
  } as const;
  return endMove(table, move, { from: [candidate], selection, fate }, [BigInt(papers) * vote]);
}

/** The rows of papers looked at, which come with the latest parcel first, and where each parcel ends. */
function inOrderReceived([latest, ...earlier]: readonly Parcel[]): { rows: Uint32Array; ends: number[] } {
  const all = [...earlier, ...(latest === undefined ? [] : [latest])].map(({ rows }) => rows);
  let end = 0;
  return { rows: joinRows(all), ends: all.map(({ length }) => (end += length)) };
}

/** The places of as many papers as `wanted` of each sub-parcel, those last in order; in the order of their places. */
function lastFiled({ order }: InOrder, next: Uint16Array, wanted: readonly number[]): Uint32Array {
  const left = Uint32Array.from(wanted);
  const moves = new Uint8Array(order.length);
  for (let at = order.length - 1; at >= 0; at--) {
    const place = order[at] as number;
    const pile = next[place] as number;
    if (left[pile] === 0) continue;
    left[pile] = (left[pile] as number) - 1;
    moves[place] = 1;
  }
  const places = new Uint32Array(wanted.reduce((sum, some) => sum + some, 0));
  let to = 0;
  for (let place = 0; place < moves.length; place++) if (moves[place] === 1) places[to++] = place;
  return places;
}

/**
 * How many of each sub-parcel move: papers x wanted / all, cut, and one more of those with the largest fractions until
 * `wanted` is met; among equal fractions as `equalFractions` says, and in the end by lot (s. 118, "determine by lot"). The
 * last sub-parcel may be that of papers for nobody, which comes after equal ones for somebody.
 */
function inProportion(table: Table, sizes: readonly number[], wanted: number, ties: Tie[]): number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all <= wanted) return [...sizes];
  const moved = sizes.map((size) => Math.floor((size * wanted) / all));
  const remainders = sizes.map((size) => (size * wanted) % all);
  let left = wanted - moved.reduce((sum, some) => sum + some, 0);
  const nobody = sizes.length - 1;
  const waiting = new Set(remainders.flatMap((remainder, to) => (remainder > 0 ? [to] : [])));
  while (left > 0) {
    const largest = Math.max(...[...waiting].map((to) => remainders[to] ?? 0));
    const level = [...waiting].filter((to) => remainders[to] === largest);
    const tied = level.filter((to) => to !== nobody);
    let chosen = tied[0] ?? nobody;
    if (level.length > left && tied.length > 1) {
      const tie = settleFraction(table, sizes, tied, left);
      chosen = tie.chosen;
      ties.push(tie);
    }
    moved[chosen] = (moved[chosen] ?? 0) + 1;
    waiting.delete(chosen);
    left -= 1;
  }
  return moved;
}

/** Which of equal fractions is the largest; `left` papers are still to be given out. */
function settleFraction(table: Table, sizes: readonly number[], tied: readonly CandidateId[], left: number): Tie {
  const { equalFractions } = table.rule;
  const occasion = `fraction/${left}`;
  switch (equalFractions) {
    case 'lot': {
      const chosen = drawLot(table.lots, tied, `${table.transfers}/${occasion}`);
      return { purpose: 'fraction', tied, chosen, resolvedBy: { kind: 'lot', among: tied } };
    }
    case 'larger-sub-parcel': {
      const largest = Math.max(...tied.map((to) => sizes[to] ?? 0));
      const level = tied.filter((to) => sizes[to] === largest);
      const { chosen, tie } = settle(table, 'fraction', level, 'highest', occasion);
      const resolvedBy = tie?.resolvedBy ?? ({ kind: 'larger-sub-parcel', papers: largest } as const);
      return { purpose: 'fraction', tied, chosen, resolvedBy };
    }
    default:
      return equalFractions satisfies never;
  }
}

/**
 * The Cincinnati method, as the City of Cambridge describes it: every n-th paper in the order they were counted, n being
 * all the candidate's papers / surplus to the nearest whole number; if that is not enough those at n + 1, 2n + 1 and so
 * on. Papers with no next preference are passed over; where too few can move, the candidate keeps more than the quota.
 */
export function* transferEveryNth(table: Table, candidate: CandidateId): Generator<Transfer> {
  const { surplusPapers } = table.rule;
  table.receives[candidate] = 0;
  const { parcels, others, selection } = papersLookedAt(table, candidate);
  const { rows, ends } = inOrderReceived(parcels);
  const surplus = surplusOf(table, candidate);
  const most = Number(surplus / table.vote);
  const n = Math.max(1, Math.round(rows.length / Math.max(1, most)));
  table.finished[candidate] = true;
  table.holdings[candidate] = [...others];
  yield* handOut(table, {
    from: [{ candidate, until: rows.length }],
    rows,
    ends,
    sequence: (order) => everyNth(order, n),
    selection,
    most,
    stopping: surplusPapers === 'all' || surplusPapers === 'last-parcel',
    fateOf: (drawn, filled) => ({
      kind: 'sampled',
      surplus,
      looked: rows.length,
      how: { kind: 'every-nth', n },
      shortfall: 0n,
      drawn: drawn(),
      filled,
    }),
  });
}

/** Those at n, 2n, ...; n + 1, 2n + 1, ...; and so on; those before the n-th come last. */
function everyNth(all: Uint32Array, n: number): Uint32Array {
  const sequence = new Uint32Array(all.length);
  let to = 0;
  for (let first = n - 1; first < 2 * n - 1; first++) {
    for (let at = first; at < all.length; at += n) sequence[to++] = all[at] as number;
  }
  sequence.set(all.subarray(0, n - 1), to);
  return sequence;
}
