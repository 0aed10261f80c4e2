import { describe, expect, it } from 'vitest';
import { count } from '../../../src/count/count';
import { ers97 } from '../../../src/count/rules/ers97';
import { fptp } from '../../../src/count/rules/fptp';
import { scottish2007 } from '../../../src/count/rules/scottish-2007';
import { chanceOf, meanOf } from '../../../src/turnout/ensemble/chances';
import { emptyTally } from '../../../src/turnout/ensemble/empty';
import { runnerUpOf } from '../../../src/turnout/ensemble/result';
import { summarise } from '../../../src/turnout/ensemble/summary';
import { contestOf } from '../../support/contests';
import { armOf, planOf, runsFor, smallTurnout, tallyOf, upTo } from '../../support/ensembles';
import { blocOf, turnoutOf } from '../../support/turnouts';

const of = <T>(value: T | undefined | null): T => {
  if (value == null) throw new Error('there is none');
  return value;
};

describe('chances', () => {
  it('have Wilson’s interval, as published tables give it', () => {
    // Newcombe (1998), Statistics in Medicine 17, table I: method 3.
    for (const [times, runs, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const chance = chanceOf(times, runs);
      expect(chance.chance).toBe(times / runs);
      expect(chance.low).toBeCloseTo(low, 4);
      expect(chance.high).toBeCloseTo(high, 4);
    }
    expect(chanceOf(20, 20).high).toBe(1);
    expect(chanceOf(0, 0)).toEqual({ times: 0, of: 0, chance: 0, low: 0, high: 1 });
  });

  it('means have the standard error of a sample', () => {
    // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sample variance 32 / 7.
    expect(meanOf({ sum: 40, squares: 232 }, 8)).toEqual({ mean: 5, error: Math.sqrt(32 / 7 / 8) });
    expect(meanOf({ sum: 40, squares: 232 }, 8, 10).mean).toBe(0.5);
    expect(meanOf({ sum: 3, squares: 9 }, 1)).toEqual({ mean: 3, error: 0 });
    expect(meanOf({ sum: 0, squares: 0 }, 0)).toEqual({ mean: 0, error: 0 });
  });
});

describe('the runner-up', () => {
  const runnerUp = (seats: number, candidates: number, ballots: readonly string[], rule = scottish2007) =>
    runnerUpOf(count(contestOf(seats, candidates, ballots), rule, { kind: 'seeded', seed: '1' }));

  it('is the last excluded', () => {
    expect(runnerUp(1, 3, ['10: 0', '8: 1', '3: 2 1'])).toBe(0); // 10 against 11
    expect(runnerUp(1, 3, ['12: 0', '8: 1', '3: 2 1'])).toBe(1); // elected at once; 8 votes against 3
  });

  it('is nobody where all are elected', () => {
    expect(runnerUp(3, 3, ['10: 0', '8: 1', '3: 2 1'])).toBeNull();
  });

  it('has the next most Xs where there is one stage only', () => {
    const contest = contestOf(1, 4, ['10: 0', '8: 3', '3: 2 1']);
    expect(runnerUpOf(count(contest, fptp, { kind: 'seeded', seed: '1' }))).toBe(3);
  });
});

describe('a summary', () => {
  it('adds up: seats, places, outcomes, pence', () => {
    const plan = planOf([armOf({ mine: [0, 4, 2] })]);
    const tally = tallyOf(plan, upTo(60));
    const [arm] = summarise(plan, tally).arms;
    const { candidates, slates, outcomes, seats, mine } = of(arm);
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    expect(sum(candidates.map(({ elected }) => elected.chance))).toBeCloseTo(2, 12);
    expect(sum(candidates.map(({ runnerUp }) => runnerUp.chance))).toBeCloseTo(1, 12);
    expect(sum(slates.map((slate) => slate.seats.mean))).toBeCloseTo(2, 12);
    for (const { chances } of slates) expect(sum(chances.map(({ times }) => times))).toBe(60);
    expect(sum(of(tally.arms[0]).outcomes.map(({ runs }) => runs.length))).toBe(60);
    expect(sum(seats.map(({ chance }) => chance.times))).toBe(60);
    const { withElected, withOthers, cut, kept, stopped, helped } = of(mine);
    expect(sum([...withElected, ...withOthers, cut, stopped.mean])).toBeCloseTo(100, 9);
    expect(sum(withElected)).toBeCloseTo(kept.mean, 9);
    expect(sum(helped.map(({ times }) => times))).toBe(60);
    // Most common first, and each of its runs made again has that outcome.
    const make = runsFor(plan);
    outcomes
      .slice(1)
      .forEach(({ chance }, i) => expect(chance.times).toBeLessThanOrEqual(of(outcomes[i]).chance.times));
    for (const { elected, runs } of outcomes) {
      for (const run of runs) {
        const winners = of(make(run).arms[0]).elected.map(({ candidate }) => candidate);
        expect(winners.sort((a, b) => a - b)).toEqual(elected);
      }
    }
  });

  it('of no runs says that nothing is known', () => {
    const plan = planOf([armOf({ mine: [0] }), armOf({ id: 'b' })]);
    const { arms, pairs } = summarise(plan, emptyTally(plan));
    expect(of(arms[0]).candidates[0]).toEqual({
      candidate: 0,
      elected: chanceOf(0, 0),
      usualPlace: null,
      usualStage: null,
      runnerUp: chanceOf(0, 0),
    });
    expect(of(pairs[0]).changed).toEqual(chanceOf(0, 0));
  });

  it('says in which place and at which stage somebody is usually elected', () => {
    const sure = turnoutOf(50, [
      blocOf({ candidateStrengths: [1, 1, 1, 1, 1], follows: [{ order: [3, 1], part: 1 }] }),
    ]);
    const plan = planOf([armOf({ turnout: sure })]);
    const [arm] = summarise(plan, tallyOf(plan, upTo(5))).arms;
    const { candidates } = of(arm);
    expect(candidates[3]).toMatchObject({ usualPlace: 1, usualStage: 1, elected: { times: 5 } });
    expect(candidates[1]).toMatchObject({ usualPlace: 2, usualStage: 2, elected: { times: 5 } });
    expect(candidates[0]).toMatchObject({ usualPlace: null, usualStage: null });
  });

  it('finds everybody equally likely where nothing tells them apart: chi-squared', () => {
    const alike = turnoutOf(40, [blocOf()]);
    const plan = planOf([armOf({ turnout: alike, rule: ers97 })], {
      seats: 1,
      slateOf: [null, null, null, null, null],
      slateCount: 2,
    });
    const runs = 1500;
    const { elected } = of(tallyOf(plan, upTo(runs)).arms[0]);
    const chiSquared = elected.reduce((sum, times) => sum + (times - runs / 5) ** 2 / (runs / 5), 0);
    expect(chiSquared).toBeLessThan(13.28); // 1% of fair ones are above, with four degrees of freedom
  });
});

describe('a paired difference', () => {
  const close = turnoutOf(400, smallTurnout.blocs);
  const plan = planOf([
    armOf({ turnout: close, mine: [4, 0] }),
    armOf({ id: 'b', turnout: close, mine: [4], copies: 5 }),
  ]);
  const summary = summarise(plan, tallyOf(plan, upTo(400)));
  const [pair] = summary.pairs;
  const [first, second] = summary.arms;

  it('is the difference of the chances, and of the pence', () => {
    of(pair).elected.forEach(({ mean }, id) => {
      const chance = (arm: typeof first): number => of(of(arm).candidates[id]).elected.chance;
      expect(mean).toBeCloseTo(chance(second) - chance(first), 12);
    });
    expect(of(pair).kept.mean).toBeCloseTo(of(of(second).mine).kept.mean - of(of(first).mine).kept.mean, 9);
    expect(of(pair).seats[2]?.mean).toBeCloseTo(
      of(of(second).slates[2]).seats.mean - of(of(first).slates[2]).seats.mean,
      12,
    );
  });

  it('is more certain than if the voters were not the same', () => {
    const { elected } = of(pair);
    expect(elected.some(({ mean }) => mean !== 0)).toBe(true);
    elected.forEach(({ error }, id) => {
      const variance = (arm: typeof first): number => {
        const { chance } = of(of(arm).candidates[id]).elected;
        return (chance * (1 - chance)) / 400;
      };
      const unpaired = Math.sqrt(variance(first) + variance(second));
      if (unpaired > 0) expect(error).toBeLessThan(0.6 * unpaired);
    });
  });

  it('of an arm with itself is nothing', () => {
    const twice = planOf([armOf({ mine: [0] }), armOf({ id: 'again', mine: [0] })]);
    const [none] = summarise(twice, tallyOf(twice, upTo(10))).pairs;
    expect(of(none).changed.times).toBe(0);
    expect(of(none).kept).toEqual({ mean: 0, error: 0 });
    expect(of(none).elected.every(({ mean, error }) => mean === 0 && error === 0)).toBe(true);
  });
});
