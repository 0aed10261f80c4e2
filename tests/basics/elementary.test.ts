import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, ln } from '../../src/basics/elementary';

/** The reference: whole multiples of 2^-200. */
const one = 1n << 200n;

/** Exactly, as a whole multiple of 2^-200; for doubles of at least 2^-140. */
function wide(x: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(x));
  const all = bits.getBigUint64(0);
  const exponent = (all >> 52n) - 1075n + 200n;
  const digits = (all & ((1n << 52n) - 1n)) | (1n << 52n);
  const size = exponent >= 0n ? digits << exponent : digits >> -exponent;
  return x < 0 ? -size : size;
}

/** By Taylor's series. */
function wideExp(x: bigint): bigint {
  let [term, sum] = [one, one];
  for (let n = 1n; term !== 0n && term !== -1n; n++) sum += term = (term * x) / one / n;
  return sum;
}

/** Of numbers from 1/2 to 2, by the series of atanh. */
function wideLn(x: bigint): bigint {
  const s = ((x - one) * one) / (x + one);
  let [power, sum] = [s, 0n];
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += power / n;
    power = (((power * s) / one) * s) / one;
  }
  return 2n * sum;
}

function unitInLastPlace(x: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(x));
  bits.setBigUint64(0, bits.getBigUint64(0) + 1n);
  return bits.getFloat64(0) - Math.abs(x);
}

/** How far a double is from a true number, in units of the double's last place. */
const unitsOff = (x: number, truth: bigint): number =>
  Number(((wide(x) - truth) * 1_000_000n) / wide(unitInLastPlace(x))) / 1e6;

const unitsApart = (a: number, b: number): number => (Object.is(a, b) ? 0 : Math.abs(a - b) / unitInLastPlace(b));

/** Both may be one unit off, on either side of the true number. */
const most = 2;

describe('exp', () => {
  it('is less than one unit in the last place off', () => {
    for (let x = -30; x <= 30; x += 0.0201) expect(Math.abs(unitsOff(exp(x), wideExp(wide(x))))).toBeLessThan(1);
  });

  it('is what Math.exp gives, to the last places, over its whole range', () => {
    fc.assert(
      fc.property(fc.double({ min: -708, max: 709.7, noNaN: true }), (x) => {
        expect(unitsApart(exp(x), Math.exp(x))).toBeLessThanOrEqual(most);
      }),
      { numRuns: 20_000, seed: 1 },
    );
    for (let x = -40; x <= 40; x += 1 / 512) expect(unitsApart(exp(x), Math.exp(x))).toBeLessThanOrEqual(most);
  });

  it('keeps to the ends of what can be written', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(Math.abs(exp(1) - Math.E)).toBeLessThan(5e-16);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(NaN)).toBeNaN();
    expect(exp(709.78)).toBeGreaterThan(1.79e308);
    expect(exp(709.79)).toBe(Infinity);
    expect(exp(-746)).toBe(0);
    for (const x of [-709, -720, -744]) expect(Math.abs(exp(x) - Math.exp(x))).toBeLessThanOrEqual(5e-324);
    expect(exp(1e-300)).toBe(1);
  });
});

describe('ln', () => {
  it('is less than one unit in the last place off', () => {
    const ln2 = wideLn(2n * one);
    for (let x = 0.50001; x <= 2; x += 0.000401) {
      for (const twos of [0, 1, -1, 10, 60]) {
        const truth = wideLn(wide(x)) + BigInt(twos) * ln2;
        expect(Math.abs(unitsOff(ln(x * 2 ** twos), truth))).toBeLessThan(1);
      }
    }
  });

  it('is what Math.log gives, to the last places, for all positive numbers', () => {
    fc.assert(
      fc.property(fc.double({ min: 5e-324, max: Number.MAX_VALUE, noNaN: true }), (x) => {
        expect(unitsApart(ln(x), Math.log(x))).toBeLessThanOrEqual(most);
      }),
      { numRuns: 20_000, seed: 1 },
    );
    for (let x = 1 / 512; x <= 8; x += 1 / 4096) expect(unitsApart(ln(x), Math.log(x))).toBeLessThanOrEqual(most);
  });

  it('loses nothing close to 1, where the result is close to 0', () => {
    for (let tiny = 1; tiny >= 2 ** -52; tiny /= 2) {
      expect(unitsApart(ln(1 + tiny), Math.log(1 + tiny))).toBeLessThanOrEqual(most);
      expect(unitsApart(ln(1 - tiny / 2), Math.log(1 - tiny / 2))).toBeLessThanOrEqual(most);
    }
  });

  it('keeps to the ends of what can be written', () => {
    expect(ln(1)).toBe(0);
    expect(ln(Math.E)).toBe(1);
    expect(ln(2)).toBe(Math.LN2);
    expect(ln(0)).toBe(-Infinity);
    expect(ln(-0)).toBe(-Infinity);
    expect(ln(Infinity)).toBe(Infinity);
    expect(ln(-1)).toBeNaN();
    expect(ln(NaN)).toBeNaN();
    expect(ln(5e-324)).toBe(Math.log(5e-324));
    expect(ln(Number.MAX_VALUE)).toBe(Math.log(Number.MAX_VALUE));
  });

  it('undoes exp', () => {
    for (let x = -700; x <= 700; x += 7.3) expect(ln(exp(x))).toBeCloseTo(x, 11);
  });
});

it('exp and ln give these very bits on every machine', () => {
  // Written down when first computed: a change would change every turnout whose runs differ.
  const hex = (value: number): string => {
    const bits = new DataView(new ArrayBuffer(8));
    bits.setFloat64(0, value);
    return bits.getBigUint64(0).toString(16);
  };
  expect([0.1, -2.5, 33.3, -700].map((x) => hex(exp(x)))).toMatchInlineSnapshot(`
    [
      "3ff1aec7b35a00d4",
      "3fb50385c094f425",
      "42f078401f5a3ec8",
      "d14f2b0fb9307f",
    ]
  `);
  expect([0.1, 3, 1e-310, 1.7e308].map((x) => hex(ln(x)))).toMatchInlineSnapshot(`
    [
      "c0026bb1bbb55515",
      "3ff193ea7aad030a",
      "c0864e69394d9508",
      "40862dd08fdc6f88",
    ]
  `);
});
