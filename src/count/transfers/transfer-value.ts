import { compare, fraction, isZero, multiply, type Fraction } from '../../basics/fraction';
import type { TransferRule } from '../rule';

type Cutting = Pick<TransferRule, 'decimals' | 'cutting' | 'surplusValue' | 'surplusRounding' | 'valueRise'>;

/** A surplus to be shared: its votes, and the votes and number of the papers that share in it. */
export interface Sharing {
  readonly surplus: Fraction;
  readonly of: Fraction;
  readonly papers: number;
}

/**
 * What a paper worth `before` is worth after it has shared in a surplus. `vote` is the units in a vote. What papers of any
 * value share in is divided once for all.
 */
export function transferValues(rule: Cutting, sharing: Sharing, vote: bigint): (before: Fraction) => Fraction {
  const uncapped = valuesUncapped(rule, sharing, vote);
  return (before) => {
    const after = uncapped(before);
    return rule.valueRise === 'never' && compare(after, before) > 0 ? before : after;
  };
}

const asBefore = (before: Fraction): Fraction => before;

function valuesUncapped(rule: Cutting, { surplus, of, papers }: Sharing, vote: bigint): (before: Fraction) => Fraction {
  if (papers === 0) return asBefore; // nothing moves
  const kept = rule.decimals === 'exact' || rule.cutting === 'each-sub-parcel';
  const cut = (value: Fraction): Fraction =>
    kept ? value : fraction((value.numerator * vote) / value.denominator, vote);
  switch (rule.surplusValue) {
    case 'weighted': {
      if (isZero(of)) return asBefore; // papers cut down to nothing stay worth nothing
      // Where nothing is cut the order of the steps is nothing to the result, and this one keeps the numbers short.
      if (kept || rule.surplusRounding === 'fraction-first') {
        const part = cut(divide(surplus, of));
        return (before) => cut(multiply(part, before));
      }
      const product = rule.surplusRounding === 'each-step' ? cut : asBefore;
      return (before) => cut(divide(product(multiply(surplus, before)), of));
    }
    case 'unweighted': {
      const each = cut(divide(surplus, fraction(BigInt(papers))));
      return () => each;
    }
    case 'whole-in-proportion':
    case 'whole-every-nth':
      return asBefore;
    default:
      return rule.surplusValue satisfies never;
  }
}

/** By crosswise cancelling too: votes in one unit give it up at once. */
const divide = (a: Fraction, b: Fraction): Fraction =>
  multiply(a, { numerator: b.denominator, denominator: b.numerator });
