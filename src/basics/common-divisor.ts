/** Doubles are exact up to here. */
const exact = BigInt(Number.MAX_SAFE_INTEGER);

/** Bits of the leading digits that several steps are found from: a step adds at most as many again to the factors. */
const leadingBits = 52;
const fewestBits = 44;

/**
 * The greatest common divisor of two numbers not below zero; 1 for 0 and 0. Long ones by Lehmer's method (Knuth, The
 * Art of Computer Programming 2, 4.5.2, algorithm L): the leading digits alone say what the next dozen of Euclid's steps
 * are, so that the whole numbers are gone through once for all of them. Three times as quick from 100 digits on.
 */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = a < b ? [b, a] : [a, b];
  let shift = small > exact ? Math.max(0, 4 * large.toString(16).length - leadingBits) : 0;
  while (small > exact) {
    let leading = Number(large >> BigInt(shift));
    while (leading < 2 ** fewestBits && shift > 0) {
      shift = Math.max(0, shift - (leadingBits - fewestBits));
      leading = Number(large >> BigInt(shift));
    }
    const [p, q, r, s] = stepsFrom(leading, Number(small >> BigInt(shift)));
    if (q === 0) [large, small] = [small, large % small];
    else {
      const [P, Q, R, S] = [BigInt(p), BigInt(q), BigInt(r), BigInt(s)];
      [large, small] = [P * large + Q * small, R * large + S * small];
    }
  }
  if (small === 0n) return large === 0n ? 1n : large;
  return BigInt(divisorOf(Number(small), Number(large % small)));
}

/**
 * The steps that two numbers have in common whatever digits follow these: they lead to p x large + q x small and
 * r x large + s x small. Where q is 0 there are none.
 */
function stepsFrom(large: number, small: number): readonly [number, number, number, number] {
  let [x, y] = [large, small];
  let [p, q, r, s] = [1, 0, 0, 1];
  while (y + r !== 0 && y + s !== 0) {
    const quotient = Math.floor((x + p) / (y + r));
    if (quotient !== Math.floor((x + q) / (y + s))) break;
    [p, r] = [r, p - quotient * r];
    [q, s] = [s, q - quotient * s];
    [x, y] = [y, x - quotient * y];
  }
  return [p, q, r, s];
}

function divisorOf(a: number, b: number): number {
  let [large, small] = [a, b];
  while (small !== 0) [large, small] = [small, large % small];
  return large;
}
