/**
 * Seeded random numbers: the same seed gives the same numbers on every machine.
 * The generator is xoshiro128** (Blackman and Vigna 2018), its state filled by splitmix32 from a hash of the seed.
 * Only 32-bit integer steps, so no engine can differ in a last bit.
 */
export interface Random {
  /** A whole number from 0 to 2^32 - 1. */
  readonly uint32: () => number;
  /** Fills an array with what uint32 would give next, quicker than one call for each. */
  readonly fill: (numbers: Uint32Array) => void;
  /** A number from 0 up to but not including 1, in steps of 2^-32. */
  readonly unit: () => number;
  /** A whole number from 0 to n - 1, all equally likely; n from 1 to 2^32. */
  readonly below: (n: number) => number;
}

/** A generator from a seed; text so that parts can be joined ("42/run/7") and shown on screen. */
export function seededRandom(seed: string): Random {
  let mix = hash(seed);
  const splitmix = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = mix ^ (mix >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = splitmix();
  let b = splitmix();
  let c = splitmix();
  let d = splitmix() | 1; // never all zero

  const uint32 = (): number => {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  const fill = (numbers: Uint32Array): void => {
    let [e, f, g, h] = [a, b, c, d]; // locals stay in registers
    for (let i = 0; i < numbers.length; i++) {
      const five = Math.imul(f, 5);
      numbers[i] = Math.imul((five << 7) | (five >>> 25), 9);
      const t = f << 9;
      g ^= e;
      h ^= f;
      f ^= g;
      e ^= h;
      g ^= t;
      h = (h << 11) | (h >>> 21);
    }
    [a, b, c, d] = [e, f, g, h];
  };
  const unit = (): number => uint32() / 4294967296;
  const below = (n: number): number => {
    // Draws past the last whole multiple of n are thrown away, so that no number is favoured.
    const limit = 4294967296 - (4294967296 % n);
    let draw = uint32();
    while (draw >= limit) draw = uint32();
    return draw % n;
  };
  return { uint32, fill, unit, below };
}

/** A new array in random order (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}
