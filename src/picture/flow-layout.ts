import { area, curveBumpX } from 'd3-shape';
import { toNumber } from '../basics/fraction';
import type { Count } from '../count/count';
import type { Election } from '../election/election';
import { slatesStanding, stageFlows, stoppedAt, type Place, type PlaceChange } from '../story/slate-flows';
import type { SlateOrNone } from '../story/slate-outcome';

/*
 * A count as a flow: a column for each stage, in it a block for each slate, always in the same order from the top, with
 * its candidates stacked in it, and what has stopped at the bottom. All columns are of one height, as votes are neither
 * made nor lost; ribbons lead from each column to the next. Lengths in pixels.
 */

export type BlockOf = SlateOrNone | 'stopped';

/** A candidate, or what stopped, in one column. */
export interface FlowPart {
  readonly place: Place;
  readonly y: number;
  readonly height: number;
  readonly elected: boolean;
}

interface FlowBlock {
  readonly of: BlockOf;
  readonly y: number;
  readonly height: number;
  readonly parts: readonly FlowPart[];
}

export interface FlowColumn {
  /** From 1. */
  readonly stage: number;
  readonly x: number;
  readonly blocks: readonly FlowBlock[];
}

/** Votes on their way from one column to the next, from a slate's block to one's. */
interface FlowRibbon {
  /** The stage at whose end they have arrived. */
  readonly stage: number;
  readonly from: BlockOf;
  readonly to: BlockOf;
  readonly votes: number;
  /** An SVG path. */
  readonly path: string;
}

export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  /** Of a column's blocks. */
  readonly blockWidth: number;
  readonly columns: readonly FlowColumn[];
  readonly ribbons: readonly FlowRibbon[];
}

export interface FlowSize {
  readonly width: number;
  readonly height: number;
}

/** Between the blocks of a column. */
const gap = 10;

export function layoutFlow(count: Count, election: Election, { width, height }: FlowSize): FlowLayout {
  const order: readonly BlockOf[] = [...slatesStanding(count, election), 'stopped'];
  const all = count.validBallots * count.votesPerBallot;
  const perVote = (height - gap * (order.length - 1)) / all;
  const inVotes = (units: bigint): number => toNumber({ numerator: units, denominator: count.vote });
  const blockWidth = Math.min(18, width / (3 * count.stages.length));
  const step = count.stages.length === 1 ? 0 : (width - blockWidth) / (count.stages.length - 1);
  const stopped = stoppedAt(count);
  const members = membersOf(count, election, order);

  const columns = count.stages.map(({ number, tallies }, i): FlowColumn => {
    let y = 0;
    const electedBy = new Set(count.elected.flatMap(({ candidate, stage }) => (stage <= number ? [candidate] : [])));
    const blocks = order.map((of): FlowBlock => {
      const top = y;
      const parts = (members.get(of) ?? []).flatMap((place): FlowPart[] => {
        const votes = inVotes(place === 'stopped' ? (stopped[i] ?? 0n) : (tallies[place] ?? 0n));
        if (votes === 0) return [];
        const part = { place, y, height: votes * perVote, elected: place !== 'stopped' && electedBy.has(place) };
        y += part.height;
        return [part];
      });
      const block = { of, y: top, height: y - top, parts };
      y += gap;
      return block;
    });
    return { stage: number, x: i * step, blocks };
  });

  const flows = stageFlows(count);
  const ribbons = columns.slice(1).flatMap((column, i) => {
    const before = columns[i] as FlowColumn;
    const links = linksOf(flows[i]?.from ?? [], flows[i]?.to ?? [], before, column, inVotes, perVote);
    return ribbonsOf(links, before, column, blockWidth, perVote);
  });
  return { width, height, blockWidth, columns, ribbons };
}

/** Who is in each block from the top: the elected in their order, then the others, last out first. */
function membersOf(count: Count, { candidates }: Election, order: readonly BlockOf[]): ReadonlyMap<BlockOf, Place[]> {
  const elected = count.elected.map(({ candidate }) => candidate);
  const out = count.excluded.map(({ candidate }) => candidate).reverse();
  const standing = [...elected, ...out.filter((candidate) => !elected.includes(candidate))];
  return new Map(
    order.map((of): [BlockOf, Place[]] => [
      of,
      of === 'stopped' ? ['stopped'] : standing.filter((candidate) => (candidates[candidate]?.slate ?? null) === of),
    ]),
  );
}

interface Link {
  readonly from: BlockOf;
  readonly to: BlockOf;
  readonly votes: number;
}

/**
 * Votes between blocks: what stays in each, and what moves. Where several lose votes in a stage, nobody can tell which
 * went where: everyone who gains has them from all in proportion.
 */
function linksOf(
  from: readonly PlaceChange[],
  to: readonly PlaceChange[],
  before: FlowColumn,
  after: FlowColumn,
  inVotes: (units: bigint) => number,
  perVote: number,
): readonly Link[] {
  const blockOf = new Map(
    [...before.blocks, ...after.blocks].flatMap(({ of, parts }) => parts.map(({ place }) => [place, of] as const)),
  );
  const byBlock = (changes: readonly PlaceChange[]): Map<BlockOf, number> => {
    const sums = new Map<BlockOf, number>();
    for (const { place, votes } of changes) {
      const of = blockOf.get(place);
      if (of !== undefined) sums.set(of, (sums.get(of) ?? 0) + inVotes(votes));
    }
    return sums;
  };
  const [lost, gained] = [byBlock(from), byBlock(to)];
  const moved = [...lost.values()].reduce((sum, votes) => sum + votes, 0);
  return before.blocks.flatMap(({ of, height }) =>
    after.blocks.flatMap((other): Link[] => {
      const moves = moved === 0 ? 0 : ((lost.get(of) ?? 0) * (gained.get(other.of) ?? 0)) / moved;
      const stays = of === other.of ? height / perVote - (lost.get(of) ?? 0) : 0;
      const votes = moves + stays;
      return votes * perVote < 0.01 ? [] : [{ from: of, to: other.of, votes }];
    }),
  );
}

/** Ribbons side by side in the order of the blocks, so that none crosses another of the same block. */
function ribbonsOf(
  links: readonly Link[],
  before: FlowColumn,
  after: FlowColumn,
  blockWidth: number,
  perVote: number,
): FlowRibbon[] {
  const leaves = new Map(before.blocks.map(({ of, y }) => [of, y]));
  const arrives = new Map(after.blocks.map(({ of, y }) => [of, y]));
  return links.map(({ from, to, votes }) => {
    const height = votes * perVote;
    const left = leaves.get(from) ?? 0;
    const right = arrives.get(to) ?? 0;
    leaves.set(from, left + height);
    arrives.set(to, right + height);
    const path = ribbonPath(before.x + blockWidth, left, after.x, right, height);
    return { stage: after.stage, from, to, votes, path };
  });
}

/** From x0 to x1, its upper edge from y0 to y1, so high all along. */
function ribbonPath(x0: number, y0: number, x1: number, y1: number, height: number): string {
  const ribbon = area<readonly [x: number, y: number]>()
    .x(([x]) => x)
    .y0(([, y]) => y)
    .y1(([, y]) => y + height)
    .curve(curveBumpX)
    .digits(1);
  const path = ribbon([
    [x0, y0],
    [x1, y1],
  ]);
  if (path === null) throw new Error('an area without a context makes a path');
  return path;
}

/** Where a candidate, or what stopped, is in a column; null where it has no votes. */
export function partIn({ blocks }: FlowColumn, place: Place): FlowPart | null {
  return blocks.flatMap(({ parts }) => parts).find((part) => part.place === place) ?? null;
}
