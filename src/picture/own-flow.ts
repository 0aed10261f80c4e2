import { link, curveBumpX } from 'd3-shape';
import { toNumber } from '../basics/fraction';
import type { Holding, TracedStage } from '../count/trace';
import type { Place } from '../story/slate-flows';
import { partIn, type FlowColumn, type FlowLayout } from './flow-layout';

/** How high a whole vote of one's own is drawn: far more than it is among all votes, so that it can be seen. */
const wholeVote = 8;
const least = 1.5;

/** A line along which a part of a ballot goes, from column to column or through one: an SVG path and its thickness. */
export interface OwnLine {
  readonly path: string;
  readonly thickness: number;
}

/** A ballot's own way drawn over a flow. */
export function layoutOwnFlow({ columns, blockWidth }: FlowLayout, traced: readonly TracedStage[]): readonly OwnLine[] {
  return columns.flatMap((column, i): OwnLine[] => {
    const here = partsOf(traced[i]?.holding);
    const through = [...here].map(([place, part]) => {
      const y = middleOf(column, place);
      return line([column.x, y], [column.x + blockWidth, y], part);
    });
    const next = columns[i + 1];
    if (next === undefined) return through;
    const onwards = movesBetween(here, partsOf(traced[i + 1]?.holding)).map(({ from, to, part }) =>
      line([column.x + blockWidth, middleOf(column, from)], [next.x, middleOf(next, to)], part),
    );
    return [...through, ...onwards];
  });
}

const drawn = link<unknown, { readonly source: Point; readonly target: Point }, Point>(curveBumpX)
  .x(([x]) => x)
  .y(([, y]) => y)
  .digits(1);
type Point = readonly [x: number, y: number];

function line(source: Point, target: Point, part: number): OwnLine {
  const path = drawn({ source, target });
  if (path === null) throw new Error('a link without a context makes a path');
  return { path, thickness: Math.max(least, wholeVote * part) };
}

/** The parts of a ballot, in votes, by who has them; what was cut off is with what stopped. */
function partsOf(holding: Holding | undefined): ReadonlyMap<Place, number> {
  if (holding === undefined) return new Map();
  const stopped = toNumber(holding.nonTransferable) + toNumber(holding.lossByFraction);
  const held = [...holding.candidates].map(([candidate, part]): [Place, number] => [candidate, toNumber(part)]);
  return new Map([...held, ...(stopped > 0.005 ? [['stopped', stopped] as const] : [])]);
}

/** The middle of a place in this column, or of what stopped where it has no votes. */
function middleOf(column: FlowColumn, place: Place): number {
  const at = partIn(column, place);
  return at === null ? (column.blocks.at(-1)?.y ?? 0) : at.y + at.height / 2;
}

/** What stays with each, and what moves from those who have less to those who have more, in proportion. */
function movesBetween(
  before: ReadonlyMap<Place, number>,
  after: ReadonlyMap<Place, number>,
): readonly { readonly from: Place; readonly to: Place; readonly part: number }[] {
  const stays = [...before].map(([place, part]) => ({
    from: place,
    to: place,
    part: Math.min(part, after.get(place) ?? 0),
  }));
  const lost = [...before].map(([place, part]) => ({ place, part: part - (after.get(place) ?? 0) }));
  const gained = [...after].map(([place, part]) => ({ place, part: part - (before.get(place) ?? 0) }));
  const all = gained.reduce((sum, { part }) => sum + Math.max(0, part), 0);
  const moves = lost.flatMap((loss) =>
    gained.map((gain) => ({
      from: loss.place,
      to: gain.place,
      part: all === 0 ? 0 : (Math.max(0, loss.part) * Math.max(0, gain.part)) / all,
    })),
  );
  return [...stays, ...moves].filter(({ part }) => part > 0.001);
}
