import { ascending, type Sorted } from '../../basics/order';
import type { PaperSet } from '../stage';
import { marksOf } from './sample-marks';
import type { SinglePapers } from './single-papers';
import { apart, type Table } from './table';

/** Papers in the order in which they are looked at for one draw, with their marks. */
export interface InOrder {
  /** Places in the rows given. */
  readonly order: Uint32Array;
  /** By place. */
  readonly marks: Float64Array;
  readonly key: string;
  /** Whether chance made the order, so that it means nothing once the draw is made. */
  readonly mixed: boolean;
}

/**
 * The papers of these rows, "mixed" as the laws ask; `ends` are the ends of the parcels that lie one after the other in
 * them, and each is mixed for itself. Lots from a seed mix them by that seed, for every draw anew: the order depends on
 * the papers, the seed and the transfer. Listed lots leave them as they lie, which is as they came. Only papers some of
 * which move and some not are ever put in order, since to the others it is nothing.
 */
export function putInOrder(
  table: Pick<Table, 'lots' | 'papers' | 'transfers'>,
  rows: Uint32Array,
  ends: readonly number[],
): InOrder {
  const { lots, transfers } = table;
  const papers = apart(table);
  const seed = lots.kind === 'seeded' ? lots.seed : '';
  for (let attempt = 0; ;) {
    const key = `${seed}/papers/${transfers}/${attempt}`;
    const marks = marksOf(papers, rows, key);
    const sorted = ascending(marks);
    switch (tellApart(papers, rows, sorted)) {
      case 'told-now':
        break; // and their marks are others now
      case 'alike':
        attempt += 1; // two different ballots have one mark by this key, as 1 in 100,000 large piles has it
        break;
      case 'apart': {
        if (lots.kind !== 'listed') return { order: eachParcel(sorted.order, ends), marks, key, mixed: true };
        return { order: rows.map((_, place) => place), marks, key, mixed: false };
      }
    }
  }
}

/** The papers at these places as a set. */
export function paperSet({ marks, key }: InOrder, places: Uint32Array): PaperSet {
  const own = new Float64Array(places.length);
  let sorted = true;
  for (let i = 0; i < own.length; i++) {
    own[i] = marks[places[i] as number] as number;
    if (i > 0 && (own[i - 1] as number) > (own[i] as number)) sorted = false;
  }
  return { key, marks: sorted ? own : ascending(own).keys }; // mixed papers come by their marks, if from one parcel
}

/**
 * Numbers equal papers: until they are first put in order they are all number 0 and lie in one parcel, since nothing has
 * parted them.
 */
function tellApart(papers: SinglePapers, rows: Uint32Array, { order, keys }: Sorted): 'apart' | 'told-now' | 'alike' {
  const { which } = papers;
  let told: 'apart' | 'told-now' = 'apart';
  for (let i = 1; i < keys.length; i++) {
    if (keys[i] !== keys[i - 1]) continue;
    const row = rows[order[i] as number] as number;
    const last = rows[order[i - 1] as number] as number;
    if (!areEqual(papers, row, last)) return 'alike';
    which[row] = (which[last] as number) + 1;
    told = 'told-now';
  }
  return told;
}

function areEqual({ starts, ends, preferences }: SinglePapers, a: number, b: number): boolean {
  const start = starts[a] as number;
  const end = ends[a] as number;
  const offset = (starts[b] as number) - start;
  if (end + offset !== ends[b]) return false;
  if (offset === 0) return true; // copies of one row
  for (let at = start; at < end; at++) {
    if (preferences[at] !== preferences[at + offset]) return false;
  }
  return true;
}

/** Places in one order, apart for each parcel; the first parcel's before those of the next. */
function eachParcel(order: Uint32Array, ends: readonly number[]): Uint32Array {
  if (ends.length < 2) return order;
  const filled = Uint32Array.from([0, ...ends.slice(0, -1)]);
  const parcelAt = new Uint32Array(order.length);
  ends.forEach((end, parcel) => parcelAt.fill(parcel, filled[parcel], end));
  const apart = new Uint32Array(order.length);
  for (const place of order) {
    const parcel = parcelAt[place] as number;
    const to = filled[parcel] as number;
    apart[to] = place;
    filled[parcel] = to + 1;
  }
  return apart;
}
