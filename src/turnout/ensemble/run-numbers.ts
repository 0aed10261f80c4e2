/** Run numbers from `from` to `to`, both included. */
export type RunRange = readonly [from: number, to: number];

/** The shortest list of ranges of these run numbers: ascending, with a gap between each two. */
export function rangesOf(numbers: readonly number[]): RunRange[] {
  return joinRanges(numbers.map((number) => [number, number]));
}

/** The runs of several lists, as the shortest list of ranges. */
export function joinRanges(ranges: readonly RunRange[]): RunRange[] {
  const joined: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** The runs that are in both. */
export function sharedRanges(a: readonly RunRange[], b: readonly RunRange[]): RunRange[] {
  const shared = a.flatMap(([from, to]) =>
    b.flatMap((other): RunRange[] => {
      const range = [Math.max(from, other[0]), Math.min(to, other[1])] as const;
      return range[0] <= range[1] ? [range] : [];
    }),
  );
  return joinRanges(shared);
}

/** The runs from 1 to `last` that are not among these. */
export function missingRanges(ranges: readonly RunRange[], last: number): RunRange[] {
  const missing: RunRange[] = [];
  let next = 1;
  for (const [from, to] of joinRanges(ranges)) {
    if (next <= last && from > next) missing.push([next, Math.min(from - 1, last)]);
    next = to + 1;
  }
  if (next <= last) missing.push([next, last]);
  return missing;
}

/** Shard `index` (from 1) of `of`: its part of the runs 1 to `runs`, as even as can be; null where that is none. */
export function shardRange(runs: number, index: number, of: number): RunRange | null {
  const before = (shards: number): number => Math.floor((runs * shards) / of);
  const range = [before(index - 1) + 1, before(index)] as const;
  return range[0] <= range[1] ? range : null;
}

/** "1 to 250, 300". */
export const formatRanges = (ranges: readonly RunRange[]): string =>
  ranges.map(([from, to]) => (from === to ? String(from) : `${from} to ${to}`)).join(', ');
