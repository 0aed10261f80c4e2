import { equal, fraction, isZero, multiply, subtract, zero, type Fraction } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import type { Count } from '../count';
import type { TransferRule } from '../rule';
import type { MovedPapers, SurplusFate, Transfer } from '../stage';
import { selects } from './selects';
import { transferValues } from './transfer-value';

/** The part of a ballot that can still move: with one candidate, at one value, since one transfer. */
export interface Paper {
  readonly holder: CandidateId;
  /** What it moves at. */
  readonly value: Fraction;
  /** What the holder was credited with for it: its value, or its part of a sub-parcel that was cut. */
  readonly credit: Fraction;
  /** Index of that transfer in the count; null for the first preferences. */
  readonly received: number | null;
}

/** What a transfer does with one paper, in votes. */
export interface Change {
  /** What its holder loses of it. */
  readonly parted: Fraction;
  /** Who is credited with how much; null: it is non-transferable. */
  readonly to: CandidateId | null;
  readonly brought: Fraction;
  readonly lossByFraction: Fraction;
  readonly revalued: Fraction;
  /** Null when nothing of it can move again. */
  readonly paper: Paper | null;
}

/** How a transfer regards a paper: it passes it by, it looks at it, or it has a surplus of its holder move without it. */
export function regards({ from, selection, fate }: Transfer, paper: Paper): 'no' | 'looked' | 'others' {
  if (!from.includes(paper.holder)) return 'no';
  if (selects(selection, paper)) return 'looked';
  return fate.kind === 'surplus' ? 'others' : 'no';
}

/**
 * What happens to a paper that the transfer looks at, and draws where it draws some, when its next preference is `to` or
 * it has none. Null when it stays as it is. `index` is that of the transfer in the count.
 */
export function movedBy(
  count: Count,
  rule: TransferRule,
  transfer: Transfer,
  index: number,
  paper: Paper,
  to: CandidateId | null,
): Change | null {
  const { fate } = transfer;
  if (to === null && fate.kind === 'surplus' && !sharesWithoutNext(rule)) {
    return leftBehind(count, paper, fate, 'looked');
  }
  const moved = papersMovedWith(transfer, paper) ?? movedAlone(count, rule, transfer, paper);
  if (moved === null) return null;
  const brought = creditOf(count, moved, to);
  const parted = fate.kind === 'surplus' ? partedWith(paper.credit, fate) : paper.credit;
  const carried = fate.kind === 'surplus' ? carriedOff(rule, paper.credit, brought, fate) : parted;
  return {
    parted,
    to,
    brought,
    lossByFraction: subtract(carried, brought),
    revalued: subtract(carried, parted),
    paper: to === null ? null : { holder: to, value: moved.valueAfter, credit: brought, received: index },
  };
}

const sharesWithoutNext = ({ surplusPapers }: TransferRule): boolean =>
  surplusPapers === 'all' || surplusPapers === 'last-parcel';

type Moved = Pick<MovedPapers, 'valueAfter' | 'credits'>;

/** The entry for the papers this one moves with; pooled papers of several values have no value before. */
const papersMovedWith = (transfer: Transfer, { holder, value }: Paper): Moved | undefined =>
  transfer.papers.find(
    ({ from, valueBefore }) => from === holder && (valueBefore === null || equal(valueBefore, value)),
  );

/**
 * A paper that was not among those counted and is like none of them: it moves as the rule has one of its value move, and
 * shares in a surplus as the others do; where nobody's papers share, it stays (null).
 */
function movedAlone({ vote }: Count, rule: TransferRule, { fate }: Transfer, { value }: Paper): Moved | null {
  const credits = rule.cutting === 'each-sub-parcel' ? [] : null;
  if (fate.kind !== 'surplus') return { valueAfter: value, credits };
  if (fate.sharing.papers === 0) return null;
  return { valueAfter: transferValues(rule, fate.sharing, vote)(value), credits };
}

/** An exclusion in which no batch has this paper, which was not counted: it goes on after all of them. */
export function passedOn(
  count: Count,
  rule: TransferRule,
  index: number,
  paper: Paper,
  to: CandidateId | null,
): Change {
  const credits = rule.cutting === 'each-sub-parcel' ? [] : null;
  const brought = creditOf(count, { valueAfter: paper.value, credits }, to);
  return {
    parted: paper.credit,
    to,
    brought,
    lossByFraction: subtract(paper.credit, brought),
    revalued: zero,
    paper: to === null ? null : { holder: to, value: paper.value, credit: brought, received: index },
  };
}

/** What its receiver, or the non-transferable, is credited with for one paper, votes; alone in a sub-parcel it is cut by itself. */
function creditOf({ vote }: Count, { credits, valueAfter }: Moved, to: CandidateId | null): Fraction {
  if (credits === null) return valueAfter;
  const credit = credits.find((one) => one.to === to);
  if (credit === undefined) return fraction((valueAfter.numerator * vote) / valueAfter.denominator, vote);
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
 * A paper that does not share in a surplus stays where it is (null). Where those that share are worth less than the
 * surplus, the excess is laid on those that were looked at with them, and past their worth on the holder's others.
 */
export function leftBehind(
  { vote }: Count,
  paper: Paper,
  { sharing, looked, others, shortfall }: SurplusFate,
  which: 'looked' | 'others',
): Change | null {
  if (!isLess(sharing.of, sharing.surplus)) return null;
  const excess = subtract(sharing.surplus, sharing.of);
  const unable = subtract(fraction(looked, vote), sharing.of);
  const onThese = isLess(excess, unable) ? excess : unable;
  const laid = which === 'looked' ? onThese : subtract(excess, onThese);
  const worth = which === 'looked' ? unable : fraction(others, vote);
  if (isZero(laid)) return null;
  const parted = multiply(paper.credit, ratio(laid, worth));
  const brought = multiply(parted, ratio(fraction(shortfall, vote), excess));
  return { parted, to: null, brought, lossByFraction: zero, revalued: subtract(brought, parted), paper: null };
}

const isLess = (a: Fraction, b: Fraction): boolean => subtract(a, b).numerator < 0n;
const ratio = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator);
