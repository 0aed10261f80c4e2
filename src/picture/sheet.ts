import { indent, rect, stack, type Block, type Scene } from './scene';
import { paragraph } from './text-lines';

/** What every saved picture carries: nobody can tell from it alone where it comes from otherwise. */
export interface PictureHead {
  /** Of the election. */
  readonly election: string;
  /** Whose ballots, and that they are made up where they are: "Made-up voters: Close to 2020". */
  readonly voters: string;
  readonly madeUp: boolean;
  readonly rule: string;
  readonly seed: string;
}

/** Every picture is so wide, in pixels, and its parts within these margins. */
const width = 800;
const margin = 36;
export const innerWidth = width - 2 * margin;

/** A picture: what it shows, of what, the blocks under it, and at the bottom whose ballots these are. */
export function layoutSheet(title: string, head: PictureHead, blocks: readonly Block[]): Scene {
  const made = head.madeUp ? 'Made-up voters, not a forecast.' : 'Real ballots.';
  const content = stack(
    [
      stack(
        [
          paragraph(title, innerWidth, 26, { bold: true }),
          paragraph(head.election, innerWidth, 16, { fill: 'soft' }),
          paragraph(`${head.voters}. Counted by: ${head.rule}. Seed: ${head.seed}.`, innerWidth, 16, { fill: 'soft' }),
        ],
        2,
      ),
      ...blocks,
      {
        height: 30,
        marks: [
          rect(0, 0, innerWidth, 1, 'line'),
          ...stack([space(6), paragraph(`${made} Ballotflow`, innerWidth, 14, { fill: 'soft' })], 0).marks,
        ],
      },
    ],
    20,
  );
  const height = Math.ceil(content.height + 2 * margin);
  const placed = stack([space(margin), indent(content, margin)], 0).marks;
  return {
    width,
    height,
    title: `${title}. ${head.election}.`,
    marks: [rect(0, 0, width, height, 'paper'), ...placed],
  };
}

/** Nothing, so high. */
const space = (height: number): Block => ({ height, marks: [] });
