import { describe, expect, it, vi } from 'vitest';
import { count } from '../../../src/count/count';
import { blockVote } from '../../../src/count/rules/block-vote';
import { cambridge } from '../../../src/count/rules/cambridge';
import { ers97 } from '../../../src/count/rules/ers97';
import { fptp } from '../../../src/count/rules/fptp';
import { irelandDail } from '../../../src/count/rules/ireland-dail';
import { meekPrf } from '../../../src/count/rules/meek-prf';
import { scottish2007 } from '../../../src/count/rules/scottish-2007';
import { withBallot } from '../../../src/election/ballots';
import { checkPlan } from '../../../src/turnout/ensemble/plan';
import { myVoteOf, runnerUpOf } from '../../../src/turnout/ensemble/result';
import { createRuns } from '../../../src/turnout/ensemble/run';
import { work, type CountJob } from '../../../src/worker/jobs';
import { armOf, planOf, runsFor, sampleFor, smallTurnout, upTo } from '../../support/ensembles';
import { blocOf, slateOfFive, turnoutOf } from '../../support/turnouts';

/** The count page's own count of this seed. */
function counted(changes: Partial<CountJob> & { readonly seed: string }) {
  const { seed, ...rest } = changes;
  const steps = work({
    kind: 'count',
    seats: 2,
    candidateCount: 5,
    withdrawn: [],
    rule: scottish2007,
    lots: { kind: 'seeded', seed },
    voters: { kind: 'made-up', turnout: smallTurnout, seed, slateOf: slateOfFive, papers: null },
    mine: [],
    ...rest,
  });
  let step = steps.next();
  while (!step.done) step = steps.next();
  if (!step.value.ok || !('count' in step.value.value)) throw new Error('the job was refused');
  return step.value.value;
}

describe('run i of seed s', () => {
  it.each([scottish2007, ers97, cambridge, irelandDail, meekPrf, blockVote])(
    'is the count page’s count of seed s/i: $id',
    (rule) => {
      for (const mine of [[], [4, 0, 2], [3]]) {
        const make = runsFor(planOf([armOf({ rule, mine })], { seed: '482' }));
        for (const number of [1, 2, 17, 100_000]) {
          const { count: result, journey } = counted({ seed: `482/${number}`, rule, mine });
          const end = journey?.at(-1)?.holding;
          expect(make(number).arms).toEqual([
            {
              elected: result.elected,
              runnerUp: runnerUpOf(result),
              mine: end === undefined ? null : myVoteOf(result, end),
            },
          ]);
        }
      }
    },
  );

  it('is the same alone as among others, in any order', () => {
    const plan = planOf([armOf({ mine: [2, 0] }), armOf({ id: 'b', rule: ers97 })]);
    const make = runsFor(plan);
    const inOrder = upTo(20).map(make);
    expect(upTo(20).reverse().map(make).reverse()).toEqual(inOrder);
    for (const run of inOrder) expect(runsFor(plan)(run.number)).toEqual(run);
  });
});

describe('arms', () => {
  it('have the same random voters, made up once for each distinct turnout', () => {
    const other = { ...smallTurnout, title: 'Another' };
    const copy = JSON.parse(JSON.stringify(smallTurnout)) as typeof smallTurnout;
    const plan = planOf([
      armOf(),
      armOf({ id: 'other', turnout: other }),
      armOf({ id: 'copy', turnout: copy }),
      armOf({ id: 'rule', rule: ers97 }),
    ]);
    const sample = vi.fn(sampleFor(plan));
    const make = createRuns(plan, sample);
    for (const number of upTo(10)) {
      const { arms } = make(number);
      expect(arms[2]).toEqual(arms[0]);
      expect(arms[1]).toEqual(arms[0]);
      expect(arms[3]).toEqual(runsFor(planOf([armOf({ rule: ers97 })]))(number).arms[0]);
    }
    expect(sample).toHaveBeenCalledTimes(20);
  });

  it('count again with as many voters like me as are asked', () => {
    const plan = planOf([0, 1, 30, 5000].map((copies) => armOf({ id: `${copies}`, mine: [4, 1], copies })));
    const sample = sampleFor(plan);
    const [none, , thirty, many] = createRuns(plan, sample)(3).arms;
    const seed = 'test/3';
    [0, 1, 30, 5000].forEach((copies, k) => {
      const others = sample(smallTurnout, seed);
      const ballots = copies === 0 ? others : withBallot(others, { copies, preferences: [4, 1] });
      const contest = { seats: 2, candidateCount: 5, withdrawn: [], ballots };
      const { elected } = count(contest, scottish2007, { kind: 'seeded', seed });
      expect(createRuns(plan, sample)(3).arms[k]?.elected).toEqual(elected);
    });
    expect(thirty).not.toEqual(none);
    expect(many?.elected[0]?.candidate).toBe(4);
    expect(many?.elected).toHaveLength(2);
    expect(many?.mine?.helped).toBe(2);
  });

  it('that cannot be counted say so, and the others go on', () => {
    const empty = turnoutOf(0, [blocOf()]);
    const make = createRuns(planOf([armOf(), armOf({ id: 'nobody', turnout: empty })]), (turnout, seed) =>
      turnout === empty
        ? {
            starts: new Uint32Array(1),
            preferences: new Uint8Array(),
            copies: new Uint32Array(),
            joined: null,
            alike: null,
          }
        : sampleFor(planOf([armOf()]))(turnout, seed),
    );
    const [first, second] = make(1).arms;
    expect(first?.elected).toHaveLength(2);
    expect(second).toBeNull();
  });
});

describe('the ballot in hand', () => {
  it('ends in whole parts of ten thousand, under every way of counting', () => {
    for (const rule of [scottish2007, ers97, cambridge, meekPrf, blockVote]) {
      const make = runsFor(planOf([armOf({ rule, mine: [2, 4, 1] })]));
      for (const number of upTo(15)) {
        const mine = make(number).arms[0]?.mine;
        if (mine == null) throw new Error('the ballot names three who stand');
        const sum = mine.held.reduce((a, b) => a + b, mine.stopped + mine.cut);
        expect(sum).toBe(10_000);
        expect(mine.held.every((parts, id) => parts === 0 || [2, 4, 1].includes(id))).toBe(true);
      }
    }
  });

  it('is not followed where it names nobody who stands', () => {
    const make = runsFor(planOf([armOf({ mine: [1] })], { withdrawn: [1] }));
    expect(make(1).arms[0]?.elected).toHaveLength(2);
    expect(make(1).arms[0]?.mine).toBeNull();
  });
});

describe('a plan', () => {
  it('is refused in plain words where it cannot be counted', () => {
    const message = (plan: ReturnType<typeof planOf>): string | null => {
      const checked = checkPlan(plan);
      return checked.ok ? null : checked.error.message;
    };
    expect(message(planOf([armOf()]))).toBeNull();
    expect(message(planOf([]))).toMatch(/at least one arm/);
    expect(message(planOf([armOf(), armOf()]))).toMatch(/same name/);
    expect(message(planOf([armOf()], { papers: 0.5 }))).toMatch(/number of papers .* not 0.5/);
    expect(message(planOf([armOf({ rule: fptp })]))).toMatch(/one seat only/);
    expect(message(planOf([armOf({ copies: -1 })]))).toMatch(/not -1/);
    expect(message(planOf([armOf({ mine: [5] })]))).toMatch(/candidate 6, who does not exist/);
    expect(message(planOf([armOf({ mine: [2, 2] })]))).toMatch(/twice/);
  });
});
