import type { CandidateId, SlateId } from '../election/candidate';
import { mostOnShelf, shelfFor, type Shelves } from './shelves';

/**
 * Names to draw without putting back: first a slate by strength, then a name within it by strength. What is drawn for
 * one voter depends on the numbers drawn for that voter alone.
 */
export interface Urn {
  /** Where slates are on shelves, and names. */
  readonly slateShelves: Shelves;
  readonly nameShelves: Shelves;
  /** Of slates; those without names are left out. */
  readonly slates: number;
  readonly now: Strengths;
  /** Once the slate `own` has no name left (-1 for none), slates are drawn by these. */
  readonly own: number;
  readonly next: Strengths;
  /** The names of slate s are on shelves starts[s] to starts[s + 1] - 1; most slates have one. */
  readonly starts: Uint32Array;
  readonly several: boolean;
  /** By shelf: its place, how all of its names together are marked as taken, and the sum of their weights. */
  readonly places: Int32Array;
  readonly full: Uint8Array;
  readonly sums: Float64Array;
  /** How many names there are in it. */
  readonly size: number;
  /** By shelf, eight to each. */
  readonly names: Uint16Array;
  /** By slate, the sum of the weights of its names. */
  readonly slateSums: Float64Array;
  /**
   * Of the voter at hand: by shelf what is taken and the sum left; by slate the sum left, and its weight, 0 once its names
   * are used up.
   */
  readonly taken: Uint8Array;
  readonly sumsLeft: Float64Array;
  readonly slateSumsLeft: Float64Array;
  readonly slatesLeft: Float64Array;
}

/** Of slates. */
interface Strengths {
  /** -1 where they are more than go on one. */
  readonly shelf: number;
  readonly weights: Float64Array;
  readonly sum: number;
}

/** Strengths become whole numbers up to this; a ratio beyond it is cut to it. */
const heaviest = 2 ** 24;

/**
 * An urn of those candidates who have some strength and whose slate has some. `slateOf` gives each candidate's place in
 * `slateStrengths`. Once no name of slate `own` is left, slates are drawn by the strengths `next` instead.
 */
export function urnOf(
  { slateShelves, nameShelves }: Pick<Urn, 'slateShelves' | 'nameShelves'>,
  candidates: readonly CandidateId[],
  slateOf: readonly SlateId[],
  candidateStrengths: readonly number[],
  slateStrengths: readonly number[],
  then: { readonly own: SlateId; readonly next: readonly number[] } | null,
): Urn {
  const bySlate: CandidateId[][] = slateStrengths.map(() => []);
  for (const id of candidates) if ((candidateStrengths[id] ?? 0) > 0) bySlate[slateOf[id] as SlateId]?.push(id);
  const next = then?.next ?? slateStrengths;
  const slates = bySlate.flatMap((names, slate) => {
    const strengths = { now: slateStrengths[slate] ?? 0, next: next[slate] ?? 0 };
    return names.length > 0 && (strengths.now > 0 || strengths.next > 0) ? [{ slate, names, ...strengths }] : [];
  });
  const own = then === null ? -1 : slates.findIndex(({ slate }) => slate === then.own);
  const strengthsOf = (strengths: readonly number[]): Strengths => shelved(slateShelves, strengths);
  const later = strengthsOf(slates.map((each) => each.next));
  const starts = [0];
  const names: CandidateId[] = [];
  const places: number[] = [];
  const full: number[] = [];
  const sums: number[] = [];
  const slateSums: number[] = [];
  for (const slate of slates) {
    const weights = wholeWeights(slate.names.map((id) => candidateStrengths[id] ?? 0));
    const each = namesOnShelf(weights.length);
    for (let from = 0; from < weights.length; from += each) {
      const onShelf = weights.slice(from, from + each);
      for (let thing = 0; thing < mostOnShelf; thing++) names.push(slate.names[from + thing] ?? 0);
      places.push(shelfFor(nameShelves, onShelf));
      full.push(2 ** onShelf.length - 1);
      sums.push(sumOf(onShelf));
    }
    starts.push(places.length);
    slateSums.push(sumOf(weights));
  }
  return {
    slateShelves,
    nameShelves,
    slates: slates.length,
    now: then !== null && own < 0 ? later : strengthsOf(slates.map((each) => each.now)),
    own,
    next: later,
    starts: Uint32Array.from(starts),
    several: places.length > slates.length,
    places: Int32Array.from(places),
    full: Uint8Array.from(full),
    sums: Float64Array.from(sums),
    size: slates.reduce((size, slate) => size + slate.names.length, 0),
    names: Uint16Array.from(names),
    taken: new Uint8Array(places.length),
    slateSums: Float64Array.from(slateSums),
    sumsLeft: new Float64Array(places.length),
    slateSumsLeft: new Float64Array(slates.length),
    slatesLeft: new Float64Array(slates.length),
  };
}

/** Where more names than fit on one shelf are spread over several: fewer each, as the tables of a shelf double by a name. */
const spreadOn = 6;
const namesOnShelf = (names: number): number =>
  names <= mostOnShelf ? names : Math.ceil(names / Math.ceil(names / spreadOn));

function shelved(shelves: Shelves, strengths: readonly number[]): Strengths {
  const weights = wholeWeights(strengths);
  const shelf = weights.length > 1 && weights.length <= mostOnShelf ? shelfFor(shelves, weights) : -1;
  return { shelf, weights: Float64Array.from(weights), sum: sumOf(weights) };
}

const sumOf = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight, 0);

function wholeWeights(strengths: readonly number[]): number[] {
  const most = Math.max(...strengths, 0);
  return strengths.map((strength) => (strength > 0 ? Math.max(1, Math.round((strength / most) * heaviest)) : 0));
}
