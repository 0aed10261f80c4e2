import { add, equal, fraction, isZero, multiply, subtract, zero, type Fraction } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import type { Count } from '../count';
import type { MovedPapers, SurplusFate, Transfer } from '../stage';
import type { TransferRule } from '../rule';
import type { Holding, TracedStage } from '../trace';
import { isAmong } from './sample-marks';
import { selects } from './selects';

/** The part of a ballot that can still move: with one candidate, at one value, since one transfer. */
interface Paper {
  readonly holder: CandidateId;
  /** What it moves at. */
  readonly value: Fraction;
  /** What the holder was credited with for it: its value, or its part of a sub-parcel that was cut. */
  readonly credit: Fraction;
  readonly received: number | null;
  /** Index in the preferences of the one it stands at. */
  readonly at: number;
}

interface Journey {
  readonly paper: Paper | null;
  /** All of the ballot, the moving part included. */
  readonly holding: Holding;
}

/** The ballot that is followed. */
export interface Followed {
  /** Its preferences that can count. */
  readonly usable: readonly CandidateId[];
  /** All that the rule reads, and which of the papers alike it is, from 0: these tell it apart where papers move whole. */
  readonly read: readonly CandidateId[];
  readonly which: number;
  /** How much of a ballot it is, in votes, and what that is worth once cut: one vote each, or less of one that was split. */
  readonly part: Fraction;
  readonly value: Fraction;
}

/** Follows a ballot from transfer to transfer. */
export function traceTransfers(count: Count, rule: TransferRule, ballot: Followed): readonly TracedStage[] {
  if (ballot.usable.length === 0) throw new Error('a ballot without a usable preference has no journey');
  let journey = begin(ballot, ballot.usable, null);
  let index = 0;
  return count.stages.map((stage) => {
    const afterTransfers = stage.transfers.map((transfer) => {
      journey = follow(count, rule, journey, transfer, index, ballot);
      index += 1;
      return journey.holding;
    });
    return { holding: journey.holding, afterTransfers };
  });
}

/** All of it with its first preference among these candidates, or stopped where there is none. */
function begin({ usable, part, value }: Followed, among: readonly CandidateId[], received: number | null): Journey {
  const at = usable.findIndex((candidate) => among.includes(candidate));
  const holder = usable[at];
  const lossByFraction = subtract(part, value);
  const nothing = { candidates: new Map<CandidateId, Fraction>(), lossByFraction, revalued: zero };
  if (holder === undefined) return { paper: null, holding: { ...nothing, nonTransferable: value } };
  return {
    paper: { holder, value, credit: value, received, at },
    holding: { ...nothing, candidates: changed(new Map(), holder, value), nonTransferable: zero },
  };
}

function follow(
  count: Count,
  rule: TransferRule,
  journey: Journey,
  transfer: Transfer,
  index: number,
  ballot: Followed,
): Journey {
  const { paper } = journey;
  const { usable } = ballot;
  const { fate } = transfer;
  if (fate.kind === 'restart') return begin(ballot, transfer.receivers, index);
  if (paper === null || !transfer.from.includes(paper.holder)) return journey;
  const selected = selects(transfer.selection, paper);
  if (!selected) return fate.kind === 'surplus' ? stayBehind(count, journey, fate, 'others') : journey;
  if ('drawn' in fate && !isAmong(fate.drawn, ballot.read, ballot.which)) return journey;
  const next = usable.findIndex((candidate, at) => at > paper.at && transfer.receivers.includes(candidate));
  if (next < 0 && fate.kind === 'surplus' && !sharesWithoutNext(rule)) {
    return stayBehind(count, journey, fate, 'looked');
  }
  const to = next < 0 ? null : (usable[next] as CandidateId);
  const moved = papersMovedWith(transfer, paper);
  const credit = creditOf(count, moved, to);
  const parted = fate.kind === 'surplus' ? partedWith(paper.credit, fate) : paper.credit;
  const carried = fate.kind === 'surplus' ? carriedOff(rule, paper.credit, credit, fate) : parted;

  const { holding } = journey;
  const after: Holding = {
    candidates: changed(holding.candidates, paper.holder, negative(parted)),
    nonTransferable: holding.nonTransferable,
    lossByFraction: add(holding.lossByFraction, subtract(carried, credit)),
    revalued: add(holding.revalued, subtract(carried, parted)),
  };
  if (to === null) {
    const nonTransferable = add(after.nonTransferable, credit);
    return { paper: null, holding: { ...after, nonTransferable } }; // nothing of it can move again
  }
  return {
    paper: { holder: to, value: moved.valueAfter, credit, received: index, at: next },
    holding: { ...after, candidates: changed(after.candidates, to, credit) },
  };
}

const sharesWithoutNext = ({ surplusPapers }: TransferRule): boolean =>
  surplusPapers === 'all' || surplusPapers === 'last-parcel';

/** The entry for the papers this one moves with; pooled papers of several values have no value before. */
function papersMovedWith(transfer: Transfer, { holder, value }: Paper): MovedPapers {
  const entry = transfer.papers.find(
    ({ from, valueBefore }) => from === holder && (valueBefore === null || equal(valueBefore, value)),
  );
  if (entry === undefined)
    throw new Error(`no papers of candidate ${holder} moved at ${value.numerator}/${value.denominator}`);
  return entry;
}

/** What its receiver, or the non-transferable, is credited with for one paper, votes. */
function creditOf({ vote }: Count, { credits, valueAfter }: MovedPapers, to: CandidateId | null): Fraction {
  if (credits === null) return valueAfter;
  const credit = credits.find((one) => one.to === to);
  if (credit === undefined) throw new Error(`no papers went to ${to === null ? 'nobody' : `candidate ${to}`}`);
  return fraction(credit.votes, BigInt(credit.papers) * vote);
}

/** What the holder loses of a paper that shares in the surplus: its proportion of it, or everything. */
function partedWith(credit: Fraction, { sharing }: SurplusFate): Fraction {
  const { surplus, of } = sharing;
  return isLess(surplus, of) ? multiply(credit, ratio(surplus, of)) : credit;
}

/**
 * What the paper takes along before anything is cut. Unweighted surpluses give each paper the same whatever it was
 * worth to its holder, so that value shifts between papers; those that move as they are take what they are worth.
 */
function carriedOff(
  rule: TransferRule,
  before: Fraction,
  credit: Fraction,
  { sharing, shortfall }: SurplusFate,
): Fraction {
  if (shortfall > 0n) return credit;
  const { surplus, of, papers } = sharing;
  switch (rule.surplusValue) {
    case 'weighted':
      return multiply(before, ratio(surplus, of));
    case 'unweighted':
      return ratio(surplus, fraction(BigInt(papers)));
    case 'whole-in-proportion':
    case 'whole-every-nth':
      return credit;
    default:
      return rule.surplusValue satisfies never;
  }
}

/**
 * A paper that does not share in a surplus stays where it is. Where those that share are worth less than the surplus,
 * the excess is laid on those that were looked at with them, and past their worth on the holder's others.
 */
function stayBehind(
  { vote }: Count,
  journey: Journey,
  { sharing, looked, others, shortfall }: SurplusFate,
  which: 'looked' | 'others',
): Journey {
  const { paper, holding } = journey;
  if (paper === null || !isLess(sharing.of, sharing.surplus)) return journey;
  const excess = subtract(sharing.surplus, sharing.of);
  const unable = subtract(fraction(looked, vote), sharing.of);
  const onThese = isLess(excess, unable) ? excess : unable;
  const laid = which === 'looked' ? onThese : subtract(excess, onThese);
  const worth = which === 'looked' ? unable : fraction(others, vote);
  if (isZero(laid)) return journey;
  const part = multiply(paper.credit, ratio(laid, worth));
  const stopped = multiply(part, ratio(fraction(shortfall, vote), excess));
  return {
    paper: null,
    holding: {
      ...holding,
      candidates: changed(holding.candidates, paper.holder, negative(part)),
      nonTransferable: add(holding.nonTransferable, stopped),
      revalued: add(holding.revalued, subtract(stopped, part)),
    },
  };
}

const isLess = (a: Fraction, b: Fraction): boolean => subtract(a, b).numerator < 0n;
const negative = (a: Fraction): Fraction => subtract(zero, a);
const ratio = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator);

/** The candidates' parts after one of them has gained or lost some. */
function changed(parts: Holding['candidates'], candidate: CandidateId, by: Fraction): Map<CandidateId, Fraction> {
  const after = new Map(parts);
  const left = add(after.get(candidate) ?? zero, by);
  if (isZero(left)) after.delete(candidate);
  else after.set(candidate, left);
  return after;
}
