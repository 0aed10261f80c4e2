import type { SlateOrNone } from '../story/slate-outcome';

/*
 * A picture to be saved: marks at places in pixels, each in a named colour. What draws them decides nothing but the
 * colours, so that a picture is the same wherever it is drawn.
 */

export type Paint =
  | 'ink'
  | 'soft'
  | 'line'
  | 'paper'
  | 'sunken'
  /** The own vote, and nothing else. */
  | 'gold'
  | 'gold-ink'
  | 'stopped'
  /** A slate's colour with its pattern, or its colour alone, or the ink of a letter on it. */
  | { readonly slate: SlateOrNone; readonly as: 'fill' | 'plain' | 'letter' };

export type Mark =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly fill: Paint;
      readonly hatched: boolean;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the line the letters stand on. */
      readonly y: number;
      readonly size: number;
      readonly bold: boolean;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly fill: Paint;
      readonly text: string;
    };

/** Marks from their own top, and how high they are together. */
export interface Block {
  readonly height: number;
  readonly marks: readonly Mark[];
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  /** What it shows, for who cannot see it. */
  readonly title: string;
  readonly marks: readonly Mark[];
}

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: Paint,
  more: Partial<Pick<Extract<Mark, { kind: 'rect' }>, 'radius' | 'hatched'>> = {},
): Mark => ({ kind: 'rect', x, y, width, height, fill, radius: 0, hatched: false, ...more });

export const words = (
  x: number,
  y: number,
  size: number,
  text: string,
  more: Partial<Pick<Extract<Mark, { kind: 'text' }>, 'bold' | 'anchor' | 'fill'>> = {},
): Mark => ({ kind: 'text', x, y, size, text, bold: false, anchor: 'start', fill: 'ink', ...more });

/** Blocks one under the other, so far apart. */
export function stack(blocks: readonly Block[], gap: number): Block {
  let y = 0;
  const marks = blocks.flatMap((block, i) => {
    if (i > 0) y += gap;
    const moved = block.marks.map((mark) => ({ ...mark, y: mark.y + y }));
    y += block.height;
    return moved;
  });
  return { height: y, marks };
}

/** The block so far to the right. */
export const indent = ({ height, marks }: Block, by: number): Block => ({
  height,
  marks: marks.map((mark) => ({ ...mark, x: mark.x + by })),
});
