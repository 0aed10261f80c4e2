import { preferencesArray, skippedMark, type Ballots } from '../election/ballots';

/** Past this many candidates rows are sorted by their first preference only. */
const mostForTwo = 512;

/**
 * The same ballots with rows that begin alike side by side, by their first two preferences. Papers that travel together
 * then lie together in memory, which is what counts when there are more of them than fit in a processor's cache: the
 * order of rows means nothing to the result.
 */
export function sortRows(ballots: Ballots, candidateCount: number): Ballots {
  const { starts, preferences, copies, joined } = ballots;
  const rows = copies.length;
  const mark = skippedMark(ballots);
  const wide = candidateCount + 1;
  const two = candidateCount <= mostForTwo;
  const nameAt = (at: number, end: number): number => {
    const name = at < end ? (preferences[at] as number) : mark;
    return name === mark ? candidateCount : name;
  };
  const keys = new Uint32Array(rows);
  const filled = new Uint32Array((two ? wide * wide : wide) + 1);
  const lengths = new Uint32Array(filled.length);
  for (let row = 0; row < rows; row++) {
    const start = starts[row] as number;
    const end = starts[row + 1] as number;
    const key = two ? nameAt(start, end) * wide + nameAt(start + 1, end) : nameAt(start, end);
    keys[row] = key;
    filled[key + 1] = (filled[key + 1] as number) + 1;
    lengths[key + 1] = (lengths[key + 1] as number) + end - start;
  }
  for (let key = 1; key < filled.length; key++) {
    filled[key] = (filled[key] as number) + (filled[key - 1] as number);
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
    const place = filled[key] as number;
    let to = lengths[key] as number;
    const end = starts[row + 1] as number;
    if (joined !== null) sorted.joined?.set(joined.subarray(starts[row], end), to);
    for (let at = starts[row] as number; at < end; at++) sorted.preferences[to++] = preferences[at] as number;
    filled[key] = place + 1;
    lengths[key] = to;
    sorted.copies[place] = copies[row] as number;
    sorted.starts[place + 1] = to;
  }
  return sorted;
}
