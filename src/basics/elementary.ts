/*
 * exp and ln from + - * / and the bits of a number alone. Those steps round the same way in every engine; Math.exp and
 * Math.log need not, and a made-up turnout must be the same on every machine.
 */

/** ln 2 in two parts: 40 bits, so that whole multiples up to 2^13 of them are exact, and the 52 bits after those. */
const ln2High = 0xb17217f7d1 / 2 ** 40;
const ln2Low = 0xcf79abc9e3b39 / 2 ** 52 / 2 ** 40;

/** Big-endian wherever it runs, as a DataView is unless told otherwise. */
const bits = new DataView(new ArrayBuffer(8));

/** 2^exponent for exponents of normal numbers, -1022 to 1023. */
function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/**
 * e to the power of x, less than 1 unit in the last place off where the result is a normal number. NaN stays NaN; above
 * 709.78 it is Infinity, below -745.2 it is 0.
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 710) return Infinity;
  if (x < -746) return 0;
  // x = twos * ln 2 + rest, with the rest within half of ln 2.
  const twos = Math.floor(x / ln2High + 0.5);
  const rest = x - twos * ln2High - twos * ln2Low;
  // Taylor: 0.347^15 / 15! is below 2^-60.
  let sum = 0;
  for (let n = 14; n >= 2; n--) sum = (1 + sum) * (rest / n);
  const power = 1 + (rest + rest * sum);
  // In two steps, since 2^twos itself may be past the range of normal numbers.
  const half = Math.trunc(twos / 2);
  return power * powerOfTwo(half) * powerOfTwo(twos - half);
}

/** 1/3, 1/5, ... 1/23. */
const oddParts = Array.from({ length: 11 }, (_, i) => 1 / (2 * i + 3));

/**
 * The natural logarithm, less than 1 unit in the last place off. NaN below 0 and of NaN; -Infinity at 0; Infinity at
 * Infinity.
 */
export function ln(x: number): number {
  if (Number.isNaN(x) || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  // x = 2^twos * m, with m from 0.707 to 1.414; a subnormal number is first made normal.
  const subnormal = x < powerOfTwo(-1022);
  bits.setFloat64(0, subnormal ? x * 2 ** 54 : x);
  const high = bits.getUint32(0);
  bits.setUint32(0, (high & 0xfffff) | (1023 << 20));
  let twos = (high >>> 20) - 1023 - (subnormal ? 54 : 0);
  let m = bits.getFloat64(0);
  if (m > 1.4142135623730951) {
    m /= 2;
    twos += 1;
  }
  // With f = m - 1 and s = f / (2 + f): ln m = 2 (s + s^3/3 + s^5/5 + ...), and 2s = f - sf, where f is exact.
  const f = m - 1;
  const s = f / (2 + f);
  const square = s * s;
  let series = 0;
  for (let i = oddParts.length - 1; i >= 0; i--) series = square * ((oddParts[i] as number) + series);
  return twos * ln2High + (f - (s * (f - 2 * series) - twos * ln2Low));
}
