import type { CandidateId, SlateId } from '../election/candidate';
import type { Random } from '../basics/random';

/**
 * Names to draw without putting back: first a slate by strength, then a name within it by strength. Weights are
 * whole numbers, so the sum left after a name is taken out is exact however unequal they are, and a draw by running
 * sums needs nothing but + - * and comparison. Those are the same in every engine; Math.log, which the shorter trick
 * of racing exponential clocks needs, is not.
 */
export interface Urn {
  /** Names by slate, strongest first; slate s has places starts[s] to starts[s + 1] - 1. */
  readonly names: Uint16Array;
  readonly weights: Float64Array;
  readonly starts: Uint32Array;
  readonly slateWeights: Float64Array;
  /** The slate after whose last name slates are drawn by the other weights; -1 for none. */
  readonly own: SlateId;
  readonly nextWeights: Float64Array;
  /** Sum of the weights of a slate's names. */
  readonly sums: Float64Array;
  /** The same, of the names still in; changed by every draw, like `names` and `weights`. */
  readonly left: Uint32Array;
  readonly sumsLeft: Float64Array;
}

/** Strengths become whole numbers up to this; a ratio beyond it is cut to it. */
const heaviest = 2 ** 24;

/**
 * An urn of those candidates who have some strength and whose slate has some. `slateOf` gives each candidate's place in
 * `slateStrengths`. Once no name of slate `own` is left, slates are drawn by the strengths `next` instead.
 */
export function urnOf(
  candidates: readonly CandidateId[],
  slateOf: readonly SlateId[],
  candidateStrengths: readonly number[],
  slateStrengths: readonly number[],
  then: { readonly own: SlateId; readonly next: readonly number[] } | null,
): Urn {
  const strength = (candidate: CandidateId): number => candidateStrengths[candidate] ?? 0;
  const slates = slateStrengths.map((slateStrength, slate) =>
    slateStrength > 0 || (then?.next[slate] ?? 0) > 0
      ? candidates
          .filter((candidate) => slateOf[candidate] === slate && strength(candidate) > 0)
          .sort((a, b) => strength(b) - strength(a) || a - b)
      : [],
  );
  const starts = new Uint32Array(slates.length + 1);
  slates.forEach((slate, index) => (starts[index + 1] = (starts[index] ?? 0) + slate.length));
  const weights = slates.map((slate) => wholeWeights(slate.map(strength)));
  const ofSlates = (strengths: readonly number[]): Float64Array =>
    Float64Array.from(wholeWeights(strengths.map((weight, s) => (slates[s]?.length === 0 ? 0 : weight))));
  const nextWeights = ofSlates(then?.next ?? slateStrengths);
  const hasOwn = then !== null && slates[then.own]?.length !== 0;
  return {
    names: Uint16Array.from(slates.flat()),
    weights: Float64Array.from(weights.flat()),
    starts,
    slateWeights: then === null || hasOwn ? ofSlates(slateStrengths) : nextWeights,
    own: hasOwn ? then.own : -1,
    nextWeights,
    sums: Float64Array.from(weights, (slate) => slate.reduce((sum, weight) => sum + weight, 0)),
    left: new Uint32Array(slates.length),
    sumsLeft: new Float64Array(slates.length),
  };
}

/** Draws `count` names, or all there are to draw if fewer, into `paper` from `at`; returns the place after the last. */
export function drawNames(
  urn: Urn,
  count: number,
  paper: Uint8Array | Uint16Array,
  at: number,
  random: Random,
): number {
  const { names, weights, starts, sums, left, sumsLeft } = urn;
  let { slateWeights } = urn;
  const slates = left.length;
  let slateSum = 0;
  for (let slate = 0; slate < slates; slate++) {
    // Names drawn for the voter before lie past the end of their slate: counting them in again is all it takes.
    left[slate] = (starts[slate + 1] as number) - (starts[slate] as number);
    sumsLeft[slate] = sums[slate] as number;
    slateSum += slateWeights[slate] as number;
  }
  const end = at + Math.min(count, names.length);
  while (at < end && slateSum > 0) {
    let slate = 0;
    let target = random.unit() * slateSum;
    for (; ; slate++) {
      if (left[slate] === 0) continue;
      const weight = slateWeights[slate] as number;
      if (target < weight) break;
      target -= weight;
    }
    let place = starts[slate] as number;
    const remaining = (left[slate] as number) - 1;
    if (remaining > 0) {
      target = random.unit() * (sumsLeft[slate] as number);
      for (; target >= (weights[place] as number); place++) target -= weights[place] as number;
    }
    const name = names[place] as number;
    const weight = weights[place] as number;
    paper[at++] = name;
    const last = (starts[slate] as number) + remaining;
    names[place] = names[last] as number;
    weights[place] = weights[last] as number;
    names[last] = name;
    weights[last] = weight;
    left[slate] = remaining;
    sumsLeft[slate] = (sumsLeft[slate] as number) - weight;
    if (remaining > 0) continue;
    slateSum -= slateWeights[slate] as number;
    if (slate !== urn.own) continue;
    slateWeights = urn.nextWeights;
    slateSum = 0;
    for (let s = 0; s < slates; s++) if (left[s] !== 0) slateSum += slateWeights[s] as number;
  }
  return at;
}

function wholeWeights(strengths: readonly number[]): number[] {
  const most = Math.max(...strengths, 0);
  return strengths.map((strength) => (strength > 0 ? Math.max(1, Math.round((strength / most) * heaviest)) : 0));
}
