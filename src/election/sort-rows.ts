import { preferencesArray, skippedMark, type Ballots } from './ballots';

/** Past this many candidates rows are sorted by their first preference only. */
const mostForTwo = 512;

export interface SortedRows {
  readonly ballots: Ballots;
  /** By how many preferences they are sorted. */
  readonly depth: 1 | 2;
  /** The rows past the last of each of the sorts that rows begin in; many may be empty. */
  readonly ends: Uint32Array;
}

/**
 * The same ballots with rows that begin alike side by side, by their first two preferences. Papers that travel together
 * then lie together in memory, which is what counts when there are more of them than fit in a processor's cache, and are
 * read together as far as that: the order of rows means nothing to the result.
 */
export function sortRows(ballots: Ballots, candidateCount: number): SortedRows {
  const { starts, preferences, copies, joined } = ballots;
  const rows = copies.length;
  const mark = skippedMark(ballots);
  const ended = candidateCount + 1;
  const wide = candidateCount + 2;
  const depth = candidateCount <= mostForTwo ? 2 : 1;
  const keys = new Uint32Array(rows);
  const places = new Uint32Array((depth === 2 ? wide * wide : wide) + 1);
  const lengths = new Uint32Array(places.length);
  for (let row = 0; row < rows; row++) {
    const start = starts[row] as number;
    const end = starts[row + 1] as number;
    let key = ended;
    if (start < end) key = (preferences[start] as number) === mark ? candidateCount : (preferences[start] as number);
    if (depth === 2) {
      const next = start + 1 < end ? (preferences[start + 1] as number) : ended;
      key = key * wide + (next === mark ? candidateCount : next);
    }
    keys[row] = key;
    places[key + 1] = (places[key + 1] as number) + 1;
    lengths[key + 1] = (lengths[key + 1] as number) + end - start;
  }
  for (let key = 1; key < places.length; key++) {
    places[key] = (places[key] as number) + (places[key - 1] as number);
    lengths[key] = (lengths[key] as number) + (lengths[key - 1] as number);
  }
  const sorted = {
    starts: new Uint32Array(rows + 1),
    preferences: preferencesArray(preferences.length, candidateCount),
    copies: new Uint32Array(rows),
    joined: joined && new Uint8Array(joined.length),
  };
  for (let row = 0; row < rows; row++) {
    const key = keys[row] as number;
    const place = places[key] as number;
    let to = lengths[key] as number;
    const end = starts[row + 1] as number;
    if (joined !== null) sorted.joined?.set(joined.subarray(starts[row], end), to);
    for (let at = starts[row] as number; at < end; at++) sorted.preferences[to++] = preferences[at] as number;
    places[key] = place + 1;
    lengths[key] = to;
    sorted.copies[place] = copies[row] as number;
    sorted.starts[place + 1] = to;
  }
  const ends = places.subarray(0, -1);
  return { ballots: { ...sorted, alike: joined === null ? alikeIn(ends, rows, wide, depth) : null }, depth, ends };
}

/** What rows that were sorted together have in common: what they were sorted by, or all of it where they end before. */
function alikeIn(ends: Uint32Array, rows: number, wide: number, depth: 1 | 2): Uint8Array {
  const ended = wide - 1;
  const alike = new Uint8Array(rows);
  for (let key = 0, from = 0; key < ends.length; key++) {
    const end = ends[key] as number;
    const first = depth === 2 ? Math.floor(key / wide) : key;
    const names = first === ended ? 0 : depth === 2 && key % wide === ended ? 1 : depth;
    if (end > from + 1) alike.fill(names, from + 1, end);
    from = end;
  }
  return alike;
}
