/*
 * Exact products of parts of a vote without big integers. A part is a whole number of units, at most `scale` of them,
 * and scale is 10^9 or less, so that parts fit in 30 bits. Their product needs 60 bits and does not fit in a double; its
 * quotient by the scale does. So:
 * - the quotient is first estimated in doubles. The product and the division are each off by at most one part in 2^53,
 *   and the quotient is below 2^30, so the estimate is off by less than 2^-21 and its floor by at most one;
 * - the remainder, a x b - quotient x scale, then lies from -scale to 2 x scale, which is within 32 bits with sign
 *   (2 x 10^9 < 2^31). It is therefore the difference of the low 32 bits of the two products, which `Math.imul` gives
 *   exactly, and it says whether the quotient was one too many or one too few. (One too many it can only be where
 *   something is left over: a quotient without remainder is less than 2^-21 from its estimate, which is not 1.)
 * tests/count/meek-arithmetic.test.ts compares with big integers.
 */

/** floor(a x b / scale), for whole a and b from 0 to scale, scale from 1 to 10^9. */
export function productDown(a: number, b: number, scale: number): number {
  const estimate = Math.floor((a * b) / scale);
  const remainder = (Math.imul(a, b) - Math.imul(estimate, scale)) | 0;
  if (remainder < 0) return estimate - 1;
  return remainder >= scale ? estimate + 1 : estimate;
}

/** The same rounded up. */
export function productUp(a: number, b: number, scale: number): number {
  const estimate = Math.floor((a * b) / scale);
  const remainder = (Math.imul(a, b) - Math.imul(estimate, scale)) | 0;
  if (remainder <= 0) return estimate; // without remainder, or one too many and so already rounded up
  return remainder > scale ? estimate + 2 : estimate + 1;
}

/*
 * Sums of copies x part are kept in two doubles, one for the low 15 bits of the parts and one for the rest (15 bits
 * also). Each sum stays a whole number below 2^53, and so exact, while there are fewer than 2^38 ballots.
 */
export const lowBits = 15;
export const lowMask = 2 ** lowBits - 1;
export const mostBallots = 2 ** (53 - lowBits);

/** The sum that two such doubles stand for. */
export function joined(low: number, high: number): bigint {
  return (BigInt(high) << BigInt(lowBits)) + BigInt(low);
}
