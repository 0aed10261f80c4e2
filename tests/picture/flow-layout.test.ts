import { describe, expect, it } from 'vitest';
import type { Count } from '../../src/count/count';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { wright } from '../../src/count/rules/wright';
import { trace } from '../../src/count/trace';
import { practice } from '../../src/election/built-in-practice';
import { flowEdges, flowShapes } from '../../src/picture/flow-blocks';
import { layoutFlow } from '../../src/picture/flow-layout';
import { layoutStage } from '../../src/picture/stage-picture';
import { layoutOwnFlow } from '../../src/picture/own-flow';
import { practiceCount } from '../support/practice-count';

const size = { width: 400, height: 330 };
/** Three gaps between the blocks of two slates, no slate and what stopped leave 300 pixels for 120 votes. */
const perVote = 300 / 120;
const rounded = (length: number): number => Math.round(100 * length) / 100;

describe.each([scottish2007, meekPrf, wright])('the flow of a count by $name', (rule) => {
  const result = practiceCount(rule);
  const flow = layoutFlow(result, practice, size);

  it('has a column for each stage, all of one height, with the slates in one order', () => {
    expect(flow.columns.map(({ stage }) => stage)).toEqual(result.stages.map(({ number }) => number));
    for (const { blocks } of flow.columns) {
      expect(blocks.map(({ of }) => of)).toEqual([0, 1, null, 'stopped']);
      const votes = blocks.reduce((sum, { height }) => sum + height, 0) / perVote;
      expect(votes).toBeCloseTo(120, 6);
      expect((blocks.at(-1)?.y ?? 0) + (blocks.at(-1)?.height ?? 0)).toBeCloseTo(size.height, 6);
    }
    expect(flow.columns[0]?.x).toBe(0);
    expect((flow.columns.at(-1)?.x ?? 0) + flow.blockWidth).toBeCloseTo(size.width, 6);
  });

  it('has every candidate as high as their votes', () => {
    flow.columns.forEach(({ blocks }, i) => {
      for (const { place, height } of blocks.flatMap(({ parts }) => parts)) {
        if (place === 'stopped') continue;
        const votes = Number(result.stages[i]?.tallies[place]) / Number(result.vote);
        expect(height).toBeCloseTo(votes * perVote, 6);
      }
    });
  });

  it('is drawn in a shape for each slate, elected and not, with every candidate of every column in it once', () => {
    const drawn = flowShapes(flow).flatMap(({ of, elected, path }) =>
      [...path.matchAll(/M(\S+) (\S+)h(\S+)v(\S+)h\S+z/g)].map(([, ...at]) => [of, elected, ...at.map(Number)]),
    );
    const parts = flow.columns.flatMap(({ x, blocks }) =>
      blocks.flatMap(({ of, parts }) =>
        parts.map(({ y, height, elected }) => [of, elected, ...[x, y, flow.blockWidth, height].map(rounded)]),
      ),
    );
    expect(new Set(drawn.map(String))).toEqual(new Set(parts.map(String)));
    expect(drawn).toHaveLength(parts.length);
    expect(flowEdges(flow).match(/M/g)).toHaveLength(parts.filter(([, , , , , height]) => Number(height) > 3).length);
  });

  it('leads as many votes out of each block as are in it, and as many into the next', () => {
    flow.columns.slice(1).forEach(({ stage, blocks }, i) => {
      const ribbons = flow.ribbons.filter((ribbon) => ribbon.stage === stage);
      const sumOf = (votes: readonly { readonly votes: number }[]): number =>
        votes.reduce((sum, one) => sum + one.votes, 0);
      for (const { of, height } of blocks) {
        expect(sumOf(ribbons.filter(({ to }) => to === of))).toBeCloseTo(height / perVote, 1);
      }
      for (const { of, height } of flow.columns[i]?.blocks ?? []) {
        expect(sumOf(ribbons.filter(({ from }) => from === of))).toBeCloseTo(height / perVote, 1);
      }
    });
  });
});

describe('a count whose unit of a vote is too fine for a double, as under exact rules with many stages', () => {
  const result = practiceCount();
  const finer = 10n ** 400n;
  const fine = {
    ...result,
    vote: result.vote * finer,
    quota: (result.quota ?? 0n) * finer,
    stages: result.stages.map((stage) => ({
      ...stage,
      quota: stage.quota === null ? null : stage.quota * finer,
      tallies: stage.tallies.map((tally) => tally * finer),
      nonTransferable: stage.nonTransferable * finer,
      lossByFraction: stage.lossByFraction * finer,
    })),
  };

  it('flows as any other', () => {
    expect(layoutFlow(fine, practice, size)).toEqual(layoutFlow(result, practice, size));
  });

  it('has bars as any other in the picture of a stage', () => {
    const head = { election: practice.title, voters: 'Made up', madeUp: true, rule: 'A rule', seed: '1' };
    const barsOf = (count: Count): string => JSON.stringify(layoutStage(count, 0, practice, new Map(), head));
    expect(barsOf(fine)).toBe(barsOf(result));
  });
});

describe('the own vote in the flow', () => {
  const result = practiceCount();
  const flow = layoutFlow(result, practice, size);

  it('goes through every column in a line as thick as its part', () => {
    const traced = trace(result, [0, 3, 2]);
    if (traced === null) throw new Error('the ballot is a valid one');
    const lines = layoutOwnFlow(flow, traced);
    // Whole with Ash at first; then 0.82 stay with Ash and 0.18 go on: as thin as can be seen.
    expect(lines[0]?.thickness).toBe(8);
    expect([...new Set(lines.map(({ thickness }) => thickness.toFixed(2)))].sort()).toEqual(['1.50', '6.56', '8.00']);
    for (const { path } of lines) expect(path).toMatch(/^M[-\d.]+,[-\d.]+C[-\d.,]+$/);
  });

  it('ends at the bottom when it has stopped', () => {
    const traced = trace(result, [3]);
    if (traced === null) throw new Error('the ballot is a valid one');
    const bottom = flow.columns.at(-1)?.blocks.at(-1);
    const [, y] = /,([-\d.]+)$/.exec(layoutOwnFlow(flow, traced).at(-1)?.path ?? '') ?? [];
    expect(Number(y)).toBeCloseTo((bottom?.y ?? 0) + (bottom?.height ?? 0) / 2, 0);
  });
});
