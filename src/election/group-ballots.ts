import { preferencesArray, type Ballots } from './ballots';
import { sortRows } from './sort-rows';

/** Up to so many rows are sorted by insertion. */
const few = 24;

/** A row stands for fewer papers than this. */
const tooManyCopies = 2 ** 32;

/**
 * The same ballots as a count reads them best: equal ones in one row, those that begin alike side by side however far
 * they are alike, and how far that is. Ballots among which somebody is ranked equal stay as they are.
 *
 * Rows are first put with those of the same two first preferences, names and all (`sortRows`), and then sorted among
 * these, which are so near to each other that a look at one costs little; and by one preference after the other only
 * while there are many.
 */
export function groupBallots(ballots: Ballots, candidateCount: number): Ballots {
  if (ballots.joined !== null) return ballots;
  const sorted = sortRows(ballots, candidateCount);
  const grouped = emptyLike(ballots, candidateCount);
  const sorting = sortingOf(sorted.ballots, candidateCount, largest(sorted.ends));
  let from = 0;
  for (const end of sorted.ends) {
    if (end === from) continue;
    const rows = end - from;
    for (let i = 0; i < rows; i++) sorting.rows[i] = from + i;
    sort(sorting, 0, rows, sorted.depth);
    append(grouped, sorted.ballots, sorting.rows, rows);
    from = end;
  }
  const { starts, preferences, copies, alike, used } = grouped;
  return {
    starts: starts.slice(0, used + 1),
    preferences: preferences.slice(0, starts[used]),
    copies: copies.slice(0, used),
    joined: null,
    alike: alike.slice(0, used),
  };
}

function largest(ends: Uint32Array): number {
  let most = 0;
  for (let i = 0, from = 0; i < ends.length; from = ends[i++] as number)
    most = Math.max(most, (ends[i] as number) - from);
  return most;
}

/** Arrays that are filled with rows, longer than what is in them. */
interface Grouped extends Omit<Ballots, 'joined'> {
  readonly alike: Uint8Array;
  /** Rows in them. */
  used: number;
}

const emptyLike = ({ preferences, copies }: Ballots, candidateCount: number): Grouped => ({
  starts: new Uint32Array(copies.length + 1),
  preferences: preferencesArray(preferences.length, candidateCount),
  copies: new Uint32Array(copies.length),
  alike: new Uint8Array(copies.length),
  used: 0,
});

/** Adds rows in this order, those that are as the one before to its copies. */
function append(grouped: Grouped, { starts, preferences, copies }: Ballots, rows: Uint32Array, count: number): void {
  const { starts: ends, preferences: names, copies: papers, alike } = grouped;
  let { used } = grouped;
  let last = used === 0 ? 0 : (ends[used - 1] as number);
  let to = ends[used] as number;
  for (let i = 0; i < count; i++) {
    const row = rows[i] as number;
    const start = starts[row] as number;
    const end = starts[row + 1] as number;
    const length = end - start;
    const most = Math.min(length, to - last);
    let same = 0;
    while (same < most && preferences[start + same] === names[last + same]) same++;
    const more = copies[row] as number;
    if (same === length && same === to - last && used > 0) {
      const all = (papers[used - 1] as number) + more;
      if (all < tooManyCopies) {
        papers[used - 1] = all;
        continue;
      }
    }
    last = to;
    for (let at = start; at < end; at++) names[to++] = preferences[at] as number;
    papers[used] = more;
    alike[used] = Math.min(same, 255);
    used += 1;
    ends[used] = to;
  }
  grouped.used = used;
}

/** What rows are sorted with; nothing in it is kept but the rows. */
interface Sorting {
  readonly ballots: Ballots;
  readonly candidateCount: number;
  readonly rows: Uint32Array;
  readonly sorted: Uint32Array;
  /** The preference that each row is sorted by. */
  readonly names: Uint16Array;
  /** By depth and preference, how many rows have it, and then where the next of them is put; all 0 in between. */
  readonly counts: Uint32Array[];
}

const sortingOf = (ballots: Ballots, candidateCount: number, most: number): Sorting => ({
  ballots,
  candidateCount,
  rows: new Uint32Array(most),
  sorted: new Uint32Array(most),
  names: new Uint16Array(most),
  counts: [],
});

/** Sorts rows that are alike in so many preferences, by the next one and then on. */
function sort(sorting: Sorting, from: number, to: number, depth: number): void {
  if (to - from <= few) {
    sortFew(sorting, from, to, depth);
    return;
  }
  const { ballots, candidateCount, rows, sorted, names } = sorting;
  const counts = (sorting.counts[depth] ??= new Uint32Array(candidateCount + 2));
  const { starts, preferences } = ballots;
  for (let i = from; i < to; i++) {
    const row = rows[i] as number;
    const at = (starts[row] as number) + depth;
    let name = 0; // for the end of a ballot; then come the candidates, and last a number left out
    if (at < (starts[row + 1] as number)) name = Math.min(preferences[at] as number, candidateCount) + 1;
    names[i] = name;
    counts[name] = (counts[name] as number) + 1;
  }
  for (let name = 0, place = from; name < counts.length; name++) {
    const count = counts[name] as number;
    counts[name] = place;
    place += count;
  }
  for (let i = from; i < to; i++) {
    const name = names[i] as number;
    const place = counts[name] as number;
    counts[name] = place + 1;
    sorted[place] = rows[i] as number;
  }
  for (let i = from; i < to; i++) rows[i] = sorted[i] as number;
  // Each count is now where its rows end, and the next begin.
  for (let name = 1; name < counts.length; name++) {
    const first = counts[name - 1] as number;
    const end = counts[name] as number;
    if (end - first > 1) sort(sorting, first, end, depth + 1);
  }
  counts.fill(0);
}

function sortFew({ ballots, rows }: Sorting, from: number, to: number, depth: number): void {
  const { starts, preferences } = ballots;
  for (let i = from + 1; i < to; i++) {
    const row = rows[i] as number;
    const start = (starts[row] as number) + depth;
    const end = starts[row + 1] as number;
    let place = i;
    for (; place > from; place--) {
      const other = rows[place - 1] as number;
      const otherEnd = starts[other + 1] as number;
      let at = start;
      let otherAt = (starts[other] as number) + depth;
      while (at < end && otherAt < otherEnd && preferences[at] === preferences[otherAt]) {
        at++;
        otherAt++;
      }
      if (otherAt >= otherEnd || (at < end && (preferences[otherAt] as number) < (preferences[at] as number))) break;
      rows[place] = other;
    }
    rows[place] = row;
  }
}
