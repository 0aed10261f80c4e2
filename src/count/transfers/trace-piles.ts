import { equal, fraction, one, subtract, zero, type Fraction } from '../../basics/fraction';
import { skippedMark } from '../../election/ballots';
import type { CandidateId } from '../../election/candidate';
import type { Contest } from '../contest';
import type { Count } from '../count';
import { holdingSum, timesOf, type HoldingSum } from '../holdings';
import type { TransferRule } from '../rule';
import type { PaperSet, Transfer } from '../stage';
import { joinRows } from '../papers/piles';
import { leftBehind, movedBy, regards, type Change, type Paper } from './paper-move';
import { readingOn, type ReadOn } from './read-piles';
import { hasMark, marksOf } from './sample-marks';
import { looksAtOrder, readableRows, singlePapers, type SinglePapers } from './single-papers';
import { splitEqual, valueOfPart } from './split-equal';

/** Papers that have come the same way so far: rows of the ballots. */
interface Pile {
  readonly paper: Paper;
  readonly rows: Uint32Array;
}

/** How much of a ballot each paper of some rows is, in votes, and what that is worth once cut. */
interface Worth {
  readonly part: Fraction;
  readonly value: Fraction;
  readonly rows: Uint32Array;
}

/**
 * Follows all papers of a contest, as the rule reads them, through its count by handing papers on pile by pile as it did:
 * by CandidateId, those with the first preference and where they are at the end. The same as `traceTransfers` of each
 * added up, to the last digit, in about the time of the count.
 */
export function tracePiles(count: Count, rule: TransferRule, contest: Contest): readonly HoldingSum[] {
  const split = splitEqual(contest, rule);
  const { ballots } = split?.contest ?? contest;
  const single = looksAtOrder(rule) ? numbered(singlePapers(contest)) : null;
  const reader = readingOn(single ?? readableRows(ballots), skippedMark(ballots), rule, count.candidateCount);
  const copies = single === null ? ballots.copies : new Uint32Array(single.which.length).fill(1);
  const group = new Uint32Array(copies.length);
  const noSums = (): HoldingSum[] => Array.from({ length: count.candidateCount }, holdingSum);
  let sums = noSums();

  const addAll = (rows: Uint32Array, add: (sum: HoldingSum, papers: number) => void): void => {
    const papers = new Float64Array(count.candidateCount);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const of = group[row] as number;
      papers[of] = (papers[of] as number) + (copies[row] as number);
    }
    sums.forEach((sum, of) => {
      if ((papers[of] as number) > 0) add(sum, papers[of] as number);
    });
  };

  const begin = (worth: readonly Worth[], among: readonly CandidateId[], received: number | null): Pile[] =>
    worth.flatMap(({ part, value, rows: all }) =>
      reader.next(all, among).flatMap(({ to, rows }) => {
        addAll(rows, (sum, papers) => {
          if (to === null) sum.add('nonTransferable', timesOf(value, papers));
          else sum.hold(to, timesOf(value, papers));
          sum.add('lossByFraction', timesOf(subtract(part, value), papers));
        });
        return to === null ? [] : [{ paper: { holder: to, value, credit: value, received }, rows }];
      }),
    );

  const apply = ({ paper, rows }: Pile, change: Change | null): Pile => {
    if (change === null) return { paper, rows };
    addAll(rows, (sum, papers) => {
      sum.hold(paper.holder, timesOf(subtract(zero, change.parted), papers));
      if (change.to === null) sum.add('nonTransferable', timesOf(change.brought, papers));
      else sum.hold(change.to, timesOf(change.brought, papers));
      sum.add('lossByFraction', timesOf(change.lossByFraction, papers));
      sum.add('revalued', timesOf(change.revalued, papers));
    });
    return change.paper === null ? { paper, rows: new Uint32Array() } : { paper: change.paper, rows };
  };

  const handOn = (pile: Pile, transfer: Transfer, index: number): readonly Pile[] => {
    const { fate } = transfer;
    switch (regards(transfer, pile.paper)) {
      case 'no':
        return [pile];
      case 'others':
        return fate.kind === 'surplus' ? [apply(pile, leftBehind(count, pile.paper, fate, 'others'))] : [pile];
      case 'looked': {
        const { moving, staying } =
          'drawn' in fate && single !== null
            ? drawnFrom(single, pile.rows, fate.drawn)
            : { moving: pile.rows, staying: new Uint32Array() };
        const moved = reader
          .next(moving, transfer.receivers)
          .map(({ to, rows }) => apply({ ...pile, rows }, movedBy(count, rule, transfer, index, pile.paper, to)));
        return [{ ...pile, rows: staying }, ...moved];
      }
    }
  };

  const standing = Array.from({ length: count.candidateCount }, (_, id) => id).filter(
    (candidate) => !count.withdrawn.includes(candidate),
  );
  const valid = firstPreferences(reader, copies.length, standing, group);
  const worth = worthOf(valid, split?.parts ?? null, count.vote);
  reader.startAgain();
  let piles: readonly Pile[] = begin(worth, standing, null);
  count.stages
    .flatMap(({ transfers }) => transfers)
    .forEach((transfer, index) => {
      if (transfer.fate.kind === 'restart') {
        reader.startAgain();
        sums = noSums();
        piles = begin(worth, transfer.receivers, index);
      } else {
        piles = together(piles.flatMap((pile) => handOn(pile, transfer, index)));
      }
    });
  return sums;
}

/** Piles whose papers are alike from now on made one, and empty ones left out. */
function together(piles: readonly Pile[]): readonly Pile[] {
  const alike = new Map<CandidateId, { readonly paper: Paper; readonly parts: Uint32Array[] }[]>();
  for (const { paper, rows } of piles) {
    if (rows.length === 0) continue;
    const held = alike.get(paper.holder) ?? [];
    const same = held.find((other) => areAlike(other.paper, paper));
    if (same === undefined) held.push({ paper, parts: [rows] });
    else same.parts.push(rows);
    alike.set(paper.holder, held);
  }
  return [...alike.values()].flat().map(({ paper, parts }) => ({ paper, rows: joinRows(parts) }));
}

const areAlike = (a: Paper, b: Paper): boolean =>
  a.received === b.received && equal(a.value, b.value) && equal(a.credit, b.credit);

/** The rows that name somebody who stands; their group is whom they name first. */
function firstPreferences(
  reader: ReadOn,
  rowCount: number,
  standing: readonly CandidateId[],
  group: Uint32Array,
): Uint32Array {
  const all = Uint32Array.from({ length: rowCount }, (_, row) => row);
  for (const { to, rows } of reader.next(all, standing)) {
    for (const row of rows) group[row] = to ?? standing.length;
    if (to === null) {
      const invalid = new Set(rows);
      return all.filter((row) => !invalid.has(row));
    }
  }
  return all;
}

/** The rows by what a paper of theirs is worth: a vote, or less where it is a part of one that was split. */
function worthOf(rows: Uint32Array, parts: Uint32Array | null, vote: bigint): readonly Worth[] {
  if (parts === null) return [{ part: one, value: one, rows }];
  return [...new Set(parts)].map((many) => ({
    part: fraction(1n, BigInt(many)),
    value: valueOfPart(vote, many),
    rows: rows.filter((row) => parts[row] === many),
  }));
}

function drawnFrom(
  papers: SinglePapers,
  rows: Uint32Array,
  drawn: PaperSet,
): { readonly moving: Uint32Array; readonly staying: Uint32Array } {
  const marks = marksOf(papers, rows, drawn.key);
  const moves = Uint8Array.from(marks, (mark) => (hasMark(drawn, mark) ? 1 : 0));
  return { moving: rows.filter((_, i) => moves[i] === 1), staying: rows.filter((_, i) => moves[i] === 0) };
}

/** The papers with each told from those alike. */
function numbered(papers: SinglePapers): SinglePapers {
  const { starts, ends, preferences } = papers;
  const seen = new Map<string, number>();
  const which = papers.which.map((_, paper) => {
    const alike = String.fromCharCode(...preferences.subarray(starts[paper], ends[paper]));
    const before = seen.get(alike) ?? 0;
    seen.set(alike, before + 1);
    return before;
  });
  return { ...papers, which };
}
