import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCollector } from '../../../src/turnout/ensemble/collect';
import { emptyTally } from '../../../src/turnout/ensemble/empty';
import { mergeTallies } from '../../../src/turnout/ensemble/merge';
import type { Plan } from '../../../src/turnout/ensemble/plan';
import type { ArmRun } from '../../../src/turnout/ensemble/result';
import type { Run } from '../../../src/turnout/ensemble/run';
import type { Tally } from '../../../src/turnout/ensemble/tally';
import { armOf, planOf, tallyOf, upTo } from '../../support/ensembles';

const plan = planOf([armOf({ mine: [0, 3] }), armOf({ id: 'b', mine: [1] }), armOf({ id: 'c' })]);

const candidates = upTo(5).map((number) => number - 1);
const armRun = (followed: boolean): fc.Arbitrary<ArmRun | null> =>
  fc.option(
    fc.record({
      elected: fc
        .tuple(fc.shuffledSubarray(candidates, { minLength: 2, maxLength: 2 }), fc.integer({ min: 1, max: 6 }))
        .map(([winners, stage]) => winners.map((candidate, place) => ({ candidate, stage: stage + place }))),
      runnerUp: fc.option(fc.constantFrom(...candidates)),
      mine: followed
        ? fc.option(
            fc.record({
              held: fc.array(fc.nat(5000), { minLength: 5, maxLength: 5 }),
              stopped: fc.nat(10_000),
              cut: fc.nat(10),
              helped: fc.nat(2),
            }),
          )
        : fc.constant(null),
    }),
    { freq: 9 },
  );
const runs: fc.Arbitrary<Run[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) =>
        fc.tuple(armRun(true), armRun(true), armRun(false)).map((arms): Run => ({ number, arms })),
      ),
    ),
  );

function collected(some: readonly Run[], of: Plan = plan): Tally {
  const collector = createCollector(of);
  for (const run of some) collector.add(run);
  return collector.tally();
}
const text = (tally: Tally): string => JSON.stringify(tally);

describe('merging tallies', () => {
  it('gives the whole to the last byte, however runs are split and in whatever order', () => {
    fc.assert(
      fc.property(runs, fc.array(fc.nat(4), { minLength: 61, maxLength: 61 }), fc.nat(), (all, shardOf, turn) => {
        const shards = [0, 1, 2, 3, 4].map((shard) => collected(all.filter(({ number }) => shardOf[number] === shard)));
        const turned = [...shards.slice(turn % 5), ...shards.slice(0, turn % 5)];
        expect(text(turned.reduce(mergeTallies))).toBe(text(collected(all)));
      }),
    );
  });

  it('is associative and commutative, and the empty tally changes nothing', () => {
    fc.assert(
      fc.property(runs, (all) => {
        const [a, b, c] = [0, 1, 2].map((third) => collected(all.filter(({ number }) => number % 3 === third)));
        if (a === undefined || b === undefined || c === undefined) throw new Error('three thirds');
        expect(text(mergeTallies(mergeTallies(a, b), c))).toBe(text(mergeTallies(a, mergeTallies(b, c))));
        expect(text(mergeTallies(a, b))).toBe(text(mergeTallies(b, a)));
        expect(text(mergeTallies(a, emptyTally(plan)))).toBe(text(a));
        expect(text(mergeTallies(emptyTally(plan), a))).toBe(text(a));
      }),
    );
  });

  it('counts no run twice', () => {
    const run = (number: number): Run => ({ number, arms: [null, null, null] });
    expect(() => mergeTallies(collected([run(1), run(2), run(3)]), collected([run(5), run(3)]))).toThrow(
      'runs 3 are in both tallies',
    );
  });

  it('joins shards of real runs', () => {
    const small = planOf([armOf({ mine: [4, 0] }), armOf({ id: 'cut', mine: [4] })]);
    const whole = tallyOf(small, upTo(40));
    const shards = [[31, 40], [1, 9], [10, 30]].map(([from = 0, to = 0]) =>
      tallyOf(small, upTo(to).filter((number) => number >= from)),
    ); // prettier-ignore
    expect(text(shards.reduce(mergeTallies))).toBe(text(whole));
    expect(whole.runs).toEqual([[1, 40]]);
    expect(whole.arms[0]?.counted).toBe(40);
  });
});

describe('a collector', () => {
  it('goes on after it was asked, and starts anew when cleared', () => {
    const make = (number: number): Run => ({ number, arms: [null, null, null] });
    const collector = createCollector(plan);
    collector.add(make(2));
    const first = collector.tally();
    collector.add(make(1));
    expect(first).toEqual(collected([make(2)]));
    expect(text(collector.tally())).toBe(text(collected([make(1), make(2)])));
    collector.clear();
    expect(text(collector.tally())).toBe(text(emptyTally(plan)));
  });
});
