/** Places `from` to before `to` of a long row of equal things, and how many come before and after. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const lengthOf = ({ from, to }: Span): number => to - from;

/** What is in view of `count` things of one size after scrolling by `offset`, and a few on either side of it. */
export function inView(count: number, size: number, offset: number, extent: number, spare: number): Span {
  const first = Math.floor(Math.max(0, offset) / size) - spare;
  const last = Math.ceil((Math.max(0, offset) + extent) / size) + spare;
  const from = Math.min(Math.max(0, first), count);
  return { from, to: Math.max(from, Math.min(count, last)) };
}

/** A few more on either side. */
export const widened = ({ from, to }: Span, few: number, count: number): Span => ({
  from: Math.max(0, from - few),
  to: Math.min(count, to + few),
});

/** Parts of at most `most` things, as even as they can be: for the columns that fit on a sheet of paper. */
export function blocksOf(count: number, most: number): Span[] {
  const blocks = Math.ceil(count / most);
  return Array.from({ length: blocks }, (_, i) => ({
    from: Math.round((i * count) / blocks),
    to: Math.round(((i + 1) * count) / blocks),
  }));
}
