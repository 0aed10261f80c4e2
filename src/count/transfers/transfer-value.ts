import { compare, fraction, isZero, multiply, type Fraction } from '../../basics/fraction';
import type { TransferRule } from '../rule';

type Cutting = Pick<TransferRule, 'decimals' | 'cutting' | 'surplusValue' | 'surplusRounding' | 'valueRise'>;

/** A surplus to be shared: its votes, and the votes and number of the papers that share in it. */
export interface Sharing {
  readonly surplus: Fraction;
  readonly of: Fraction;
  readonly papers: number;
}

/** What a paper worth `before` is worth after it has shared in a surplus. `vote` is the units in a vote. */
export function transferValue(rule: Cutting, before: Fraction, sharing: Sharing, vote: bigint): Fraction {
  const after = valueUncapped(rule, before, sharing, vote);
  return rule.valueRise === 'never' && compare(after, before) > 0 ? before : after;
}

function valueUncapped(rule: Cutting, before: Fraction, { surplus, of, papers }: Sharing, vote: bigint): Fraction {
  if (papers === 0) return before; // nothing moves
  const kept = rule.decimals === 'exact' || rule.cutting === 'each-sub-parcel';
  const cut = (value: Fraction): Fraction =>
    kept ? value : fraction((value.numerator * vote) / value.denominator, vote);
  switch (rule.surplusValue) {
    case 'weighted':
      if (isZero(of)) return before; // papers cut down to nothing stay worth nothing
      // Where nothing is cut the order of the steps is nothing to the result, and this one keeps the numbers short.
      if (kept) return multiply(divide(surplus, of), before);
      switch (rule.surplusRounding) {
        case 'once':
          return cut(divide(multiply(surplus, before), of));
        case 'each-step':
          return cut(divide(cut(multiply(surplus, before)), of));
        case 'fraction-first':
          return cut(multiply(cut(divide(surplus, of)), before));
        default:
          return rule.surplusRounding satisfies never;
      }
    case 'unweighted':
      return cut(divide(surplus, fraction(BigInt(papers))));
    case 'whole-in-proportion':
    case 'whole-every-nth':
      return before;
    default:
      return rule.surplusValue satisfies never;
  }
}

const divide = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator);
