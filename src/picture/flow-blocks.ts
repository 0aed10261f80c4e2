import type { BlockOf, FlowLayout, FlowPart } from './flow-layout';

/** What looks the same in all columns: those of a slate who are elected by then, or those who are not. */
export interface FlowShape {
  readonly of: BlockOf;
  readonly elected: boolean;
  /** An SVG path: a rectangle for each of them at each stage. */
  readonly path: string;
}

/** The blocks of a flow in few shapes; one for each candidate at each stage, a thousand, take several times as long to draw. */
export function flowShapes(flow: FlowLayout): readonly FlowShape[] {
  const order = flow.columns[0]?.blocks.map(({ of }) => of) ?? [];
  return order.flatMap((of, at) => {
    const placed = placedIn(flow, at);
    return [false, true].flatMap((elected): FlowShape[] => {
      const path = placed
        .filter(({ part }) => part.elected === elected)
        .map(({ start, part }) => `${start}v${digits(part.height)}h${digits(-flow.blockWidth)}z`)
        .join('');
      return path === '' ? [] : [{ of, elected, path }];
    });
  });
}

/** An SVG path: a line along the top of each candidate, where there is room for one. */
export const flowEdges = (flow: FlowLayout): string =>
  [...(flow.columns[0]?.blocks.keys() ?? [])]
    .flatMap((at) => placedIn(flow, at))
    .map(({ start, part }) => (part.height > 3 ? start : ''))
    .join('');

/** The parts of one block in all columns, each with the upper edge that its shape starts with. */
const placedIn = ({ columns, blockWidth }: FlowLayout, at: number): { start: string; part: FlowPart }[] =>
  columns.flatMap(({ x, blocks }) =>
    (blocks[at]?.parts ?? []).map((part) => {
      return { start: `M${digits(x)} ${digits(part.y)}h${digits(blockWidth)}`, part };
    }),
  );

const digits = (length: number): string => String(Math.round(100 * length) / 100);
