import type { BlockOf, FlowLayout, FlowPart } from './flow-layout';

/** What looks the same in all columns: those of a slate who are elected by then, or those who are not. */
export interface FlowShape {
  readonly of: BlockOf;
  readonly elected: boolean;
  /** An SVG path: a rectangle for each of them at each stage. */
  readonly path: string;
}

/** The blocks of a flow in few shapes; one for each candidate at each stage, a thousand, take several times as long to draw. */
export function flowShapes({ columns, blockWidth }: FlowLayout): readonly FlowShape[] {
  const order = columns[0]?.blocks.map(({ of }) => of) ?? [];
  return order.flatMap((of) =>
    [false, true].flatMap((elected): FlowShape[] => {
      const path = pathOf({ columns }, (part, x, block) =>
        block === of && part.elected === elected
          ? `M${x} ${digits(part.y)}h${digits(blockWidth)}v${digits(part.height)}h${digits(-blockWidth)}z`
          : '',
      );
      return path === '' ? [] : [{ of, elected, path }];
    }),
  );
}

/** An SVG path: a line along the top of each candidate, where there is room for one. */
export const flowEdges = ({ columns, blockWidth }: FlowLayout): string =>
  pathOf({ columns }, ({ y, height }, x) => (height > 3 ? `M${x} ${digits(y)}h${digits(blockWidth)}` : ''));

const pathOf = (
  { columns }: Pick<FlowLayout, 'columns'>,
  draw: (part: FlowPart, x: string, of: BlockOf) => string,
): string =>
  columns
    .flatMap(({ x, blocks }) => blocks.flatMap(({ of, parts }) => parts.map((part) => draw(part, digits(x), of))))
    .join('');

const digits = (length: number): string => String(Math.round(100 * length) / 100);
