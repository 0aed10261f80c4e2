/*
 * Many runs as dots, stacked over the number of seats a slate won in them. A dot is a run, or stands for as many as
 * `runsPerDot` says, so that there are never more than about a hundred: each can be told from its neighbour.
 */

/** Runs that ended alike. */
export interface RunsAlike {
  /** Seats by slate. */
  readonly seats: readonly number[];
  /** Their numbers, ascending. */
  readonly runs: readonly number[];
}

export interface Dot {
  /** Seats won in its runs. */
  readonly seats: number;
  /** Its place in the stack, from 0 at the bottom. */
  readonly place: number;
  /** How many runs it stands for: fewer than a whole dot at the top of a stack. */
  readonly runs: number;
  /** The run to open from it: the middle one of its runs. */
  readonly run: number;
}

/** Dots of one radius in a box, where each of them is. */
export interface DotsLayout {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  /** From left to right, a stack for each number of seats from 0, `x` its middle. */
  readonly stacks: readonly { readonly seats: number; readonly x: number }[];
  /** In the order of the dots given. */
  readonly dots: readonly { readonly x: number; readonly y: number }[];
}

const mostDots = 100;

/** From dot to dot, in the units of the box: a few dots are no larger than that. */
const largest = 12;

/** 1, 2, 5, 10, 20, ...: the fewest runs to a dot with which there are at most a hundred dots. */
export function runsPerDot(runs: number): number {
  for (let ten = 1; ; ten *= 10) {
    for (const digit of [1, 2, 5]) if (runs <= mostDots * digit * ten) return digit * ten;
  }
}

/** Stack by stack, each from the bottom; within a stack runs that ended alike are next to each other. */
export function dotsOf(ends: readonly RunsAlike[], slate: number, perDot: number): Dot[] {
  const stacks = new Map<number, { readonly dots: Dot[]; runs: number }>();
  const total = new Map<number, number>();
  for (const { seats, runs } of ends) {
    const won = seats[slate] ?? 0;
    total.set(won, (total.get(won) ?? 0) + runs.length);
  }
  for (const { seats, runs } of ends) {
    const won = seats[slate] ?? 0;
    const all = total.get(won) ?? 0;
    const stack = stacks.get(won) ?? { dots: [], runs: 0 };
    stacks.set(won, stack);
    const until = stack.runs + runs.length;
    for (let place = stack.dots.length; place * perDot < all; place++) {
      const size = Math.min(perDot, all - place * perDot);
      const middle = place * perDot + Math.floor((size - 1) / 2);
      if (middle >= until) break;
      stack.dots.push({ seats: won, place, runs: size, run: runs[middle - stack.runs] as number });
    }
    stack.runs = until;
  }
  return [...stacks].sort(([a], [b]) => a - b).flatMap(([, { dots }]) => dots);
}

/** The runs among which a run is; undefined where it is not among any of these. */
export const endOf = (run: number, ends: readonly RunsAlike[]): RunsAlike | undefined =>
  ends.find(({ runs }) => runs[placeIn(runs, run)] === run);

/** Which of the dots stands for a run, among others or alone; -1 where the run is not among these. */
export function dotWith(run: number, ends: readonly RunsAlike[], slate: number, dots: readonly Dot[]): number {
  const end = endOf(run, ends);
  if (end === undefined) return -1;
  const won = end.seats[slate] ?? 0;
  const before = ends.slice(0, ends.indexOf(end)).filter(({ seats }) => (seats[slate] ?? 0) === won);
  let left = before.reduce((sum, { runs }) => sum + runs.length, 0) + placeIn(end.runs, run);
  return dots.findIndex(({ seats, runs }) => seats === won && (left -= runs) < 0);
}

/** Where dots go in a box `width` by `height`, the largest with which all of them would fit in one of the stacks. */
export function layoutDots(
  dots: readonly Dot[],
  {
    most,
    stacks,
    width,
    height,
  }: { readonly most: number; readonly stacks: number; readonly width: number; readonly height: number },
): DotsLayout {
  const room = (0.92 * width) / stacks;
  const pitchOf = (across: number): number => Math.min(room / across, height / Math.ceil(most / across));
  const fits = Array.from({ length: most }, (_, i) => i + 1);
  const best = Math.max(...fits.map(pitchOf));
  // Rows of ten or five can be counted at a glance, if the dots need not be much smaller for it.
  let perRow =
    [10, 5].find((across) => pitchOf(across) > 0.85 * best) ?? fits.find((one) => pitchOf(one) === best) ?? 1;
  let pitch = pitchOf(perRow);
  if (pitch > largest) [pitch, perRow] = [largest, Math.max(1, Math.floor(room / largest))];
  const middle = (seats: number): number => ((seats + 0.5) * width) / stacks;
  return {
    width,
    height,
    radius: 0.42 * pitch,
    stacks: Array.from({ length: stacks }, (_, seats) => ({ seats, x: middle(seats) })),
    dots: dots.map(({ seats, place }) => ({
      x: middle(seats) + ((place % perRow) - (perRow - 1) / 2) * pitch,
      y: height - (Math.floor(place / perRow) + 0.5) * pitch,
    })),
  };
}

/** The dot nearest to a point of the box and not farther than `reach` from it; -1 where there is none. */
export function nearestDot({ dots }: DotsLayout, x: number, y: number, reach: number): number {
  let [nearest, least] = [-1, reach ** 2];
  dots.forEach((dot, i) => {
    const distance = (dot.x - x) ** 2 + (dot.y - y) ** 2;
    if (distance <= least) [nearest, least] = [i, distance];
  });
  return nearest;
}

/** The first place in an ascending list whose number is not below this one. */
function placeIn(ascending: readonly number[], number: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const half = (from + to) >> 1;
    if ((ascending[half] as number) < number) from = half + 1;
    else to = half;
  }
  return from;
}
