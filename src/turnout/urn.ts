import type { CandidateId, SlateId } from '../election/candidate';

/**
 * Names to draw without putting back: first a slate by strength, then a name within it by strength. Weights are
 * whole numbers, so the sum left after a name is taken out is exact however unequal they are, and a draw by running
 * sums needs nothing but + - * / and comparison. Those are the same in every engine; Math.log, which the shorter trick
 * of racing exponential clocks needs, is not.
 */
export interface Urn {
  /** Names by slate; slate s of the urn has places starts[s] to starts[s + 1] - 1. Slates without names are left out. */
  readonly names: Uint16Array;
  readonly weights: Float64Array;
  readonly starts: Uint32Array;
  readonly slateWeights: Float64Array;
  /** The place of the slate after whose last name slates are drawn by the other weights; -1 for none. */
  readonly own: number;
  readonly nextWeights: Float64Array;
  /** Sum of the weights of a slate's names. */
  readonly sums: Float64Array;
  /** The same, of the names still in, and the place after the last of them; changed by every draw, as names are. */
  readonly slatesLeft: Float64Array;
  readonly sumsLeft: Float64Array;
  readonly ends: Uint32Array;
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
  const next = then?.next ?? slateStrengths;
  // Strong slates first and strong names last: that is where drawNames looks first.
  const slates = slateStrengths
    .map((leaning, slate) => ({
      slate,
      names: candidates
        .filter((id) => slateOf[id] === slate && strength(id) > 0)
        .sort((a, b) => strength(a) - strength(b) || a - b),
      now: leaning,
      next: next[slate] ?? 0,
    }))
    .filter(({ names, now, next: later }) => names.length > 0 && (now > 0 || later > 0))
    .sort((a, b) => b.now - a.now || a.slate - b.slate);
  const own = then === null ? -1 : slates.findIndex(({ slate }) => slate === then.own);
  const starts = new Uint32Array(slates.length + 1);
  slates.forEach(({ names }, place) => (starts[place + 1] = (starts[place] ?? 0) + names.length));
  const weights = slates.map(({ names }) => wholeWeights(names.map(strength)));
  const nextWeights = Float64Array.from(wholeWeights(slates.map((each) => each.next)));
  return {
    names: Uint16Array.from(slates.flatMap(({ names }) => names)),
    weights: Float64Array.from(weights.flat()),
    starts,
    slateWeights:
      then !== null && own < 0 ? nextWeights : Float64Array.from(wholeWeights(slates.map((each) => each.now))),
    own,
    nextWeights,
    sums: Float64Array.from(weights, (slate) => slate.reduce((sum, weight) => sum + weight, 0)),
    slatesLeft: new Float64Array(slates.length),
    sumsLeft: new Float64Array(slates.length),
    ends: new Uint32Array(slates.length),
  };
}

/**
 * Draws `count` names, or all there are to draw if fewer, into `paper` from `at`; returns the place after the last.
 * Name i takes draws[next + i], a whole number below 2^32: where it falls among the slates chooses one, and where it
 * falls within that slate's part chooses the name, which leaves a slate of one part in a thousand 22 bits.
 */
export function drawNames(
  urn: Urn,
  count: number,
  paper: Uint8Array | Uint16Array,
  at: number,
  draws: Uint32Array,
  next: number,
): number {
  const { names, weights, starts, sums, slatesLeft, sumsLeft, ends } = urn;
  const slates = ends.length;
  let slateSum = 0;
  for (let slate = 0; slate < slates; slate++) {
    // Names drawn for the voter before lie past the end of their slate: counting them in again is all it takes.
    ends[slate] = starts[slate + 1] as number;
    sumsLeft[slate] = sums[slate] as number;
    const weight = urn.slateWeights[slate] as number;
    slatesLeft[slate] = weight;
    slateSum += weight;
  }
  const end = at + Math.min(count, names.length);
  while (at < end && slateSum > 0) {
    let target = ((draws[next++] as number) / 4294967296) * slateSum;
    let slate = 0;
    let slateWeight = slatesLeft[0] as number;
    while (target >= slateWeight) {
      target -= slateWeight;
      slateWeight = slatesLeft[++slate] as number;
    }
    const start = starts[slate] as number;
    const last = (ends[slate] as number) - 1;
    const sum = sumsLeft[slate] as number;
    let place = last;
    let weight = weights[place] as number;
    // From the end, where those lie whom the voter before named first: mostly the strong ones.
    for (
      target = (target / slateWeight) * sum;
      place > start && target >= weight;
      weight = weights[--place] as number
    ) {
      target -= weight;
    }
    const name = names[place] as number;
    paper[at++] = name;
    names[place] = names[last] as number;
    weights[place] = weights[last] as number;
    names[last] = name;
    weights[last] = weight;
    ends[slate] = last;
    sumsLeft[slate] = sum - weight;
    if (last > start) continue;
    slatesLeft[slate] = 0;
    slateSum -= slateWeight;
    if (slate === urn.own) slateSum = goOn(urn);
  }
  return at;
}

/** Slates with names left are drawn by the other weights from here on; returns the sum of those. */
function goOn({ starts, ends, slatesLeft, nextWeights }: Urn): number {
  let sum = 0;
  for (let slate = 0; slate < ends.length; slate++) {
    const weight = (ends[slate] as number) > (starts[slate] as number) ? (nextWeights[slate] as number) : 0;
    slatesLeft[slate] = weight;
    sum += weight;
  }
  return sum;
}

function wholeWeights(strengths: readonly number[]): number[] {
  const most = Math.max(...strengths, 0);
  return strengths.map((strength) => (strength > 0 ? Math.max(1, Math.round((strength / most) * heaviest)) : 0));
}
