import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRule } from '../../src/count/check-rule';
import { canBeMet, groupsBehind, restraintsOn, type Progress } from '../../src/count/constraints';
import { checkContest, type Contest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import type { Rule } from '../../src/count/rule';
import { blockVote } from '../../src/count/rules/block-vote';
import { qpq } from '../../src/count/rules/qpq';
import { rules } from '../../src/count/rules/rules';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import type { Constraint } from '../../src/election/constraint';
import { stageWords } from '../../src/story/stage-words';
import { asText, contestOf, contests, contestsWithEquals, type Drawn } from '../support/contests';
import { randomKeepRules, randomQuotientRules, randomTransferRules } from '../support/random-rules';
import { expectTracesToSum } from '../support/traces';

const lots = { kind: 'seeded', seed: 'constraints' } as const;
const women = (members: readonly number[], min: number, max: number): Constraint => ({
  group: 'women',
  members,
  min,
  max,
});

/** Every way to fill the places left, tried one by one. */
function waysToFill(constraints: readonly Constraint[], { seats, elected, continuing }: Progress): number[][] {
  const places = Math.min(seats - elected.length, continuing.length);
  const subsets = continuing.reduce<number[][]>((all, one) => [...all, ...all.map((some) => [...some, one])], [[]]);
  return subsets.filter((chosen) => {
    if (chosen.length !== places) return false;
    const all = [...elected, ...chosen];
    return constraints.every(({ members, min, max }) => {
      const number = all.filter((candidate) => members.includes(candidate)).length;
      return number >= min && number <= max;
    });
  });
}

const groups = fc.array(
  fc.record({
    members: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]),
    min: fc.integer({ min: 0, max: 3 }),
    more: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 4 },
);
const constraintsDrawn = groups.map((drawn) =>
  drawn.map(({ members, min, more }, i): Constraint => ({ group: `group ${i}`, members, min, max: min + more })),
);
const progressDrawn: fc.Arbitrary<Progress> = fc
  .record({
    order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7]),
    elected: fc.nat({ max: 3 }),
    more: fc.nat({ max: 4 }),
  })
  .map(({ order, elected, more }) => ({
    seats: Math.min(elected, order.length) + more,
    elected: order.slice(0, elected),
    continuing: order.slice(elected),
  }));

describe('what constraints leave open', () => {
  it('is what trying every way to fill the places finds', () => {
    fc.assert(
      fc.property(constraintsDrawn, progressDrawn, (constraints, progress) => {
        const ways = waysToFill(constraints, progress);
        expect(canBeMet(constraints, progress)).toBe(ways.length > 0);
        if (ways.length === 0) return;
        const { guarded, doomed } = restraintsOn(constraints, progress);
        for (const candidate of progress.continuing) {
          const when = ways.filter((way) => way.includes(candidate)).length;
          expect([candidate, guarded.has(candidate)]).toEqual([
            candidate,
            constraints.length > 0 && when === ways.length,
          ]);
          expect([candidate, doomed.has(candidate)]).toEqual([candidate, constraints.length > 0 && when === 0]);
        }
      }),
      { numRuns: 1000, seed: 4 },
    );
  });

  it('names the groups behind it', () => {
    const constraints = [women([0, 1], 2, 9), { group: 'north', members: [2, 3], min: 0, max: 1 }];
    const progress = { seats: 3, elected: [2], continuing: [0, 1, 3, 4] };
    expect(groupsBehind(constraints, progress, 0, 'guarded')).toEqual(['women']);
    expect(groupsBehind(constraints, progress, 4, 'doomed')).toEqual(['women']);
    expect(groupsBehind(constraints, progress, 3, 'doomed')).toEqual(['women', 'north']); // either alone would do
  });

  it('is as in the example of Hill (reprinted by Otten): places for nations and for men and women', () => {
    // 14 places: 7 English, 6 Scots, 1 Welsh; 7 men, 7 women. Three English men are elected, and of the Scots two women
    // are left: at least four Scottish men are needed, so exactly four, and no other man can be elected.
    const ids = (from: number, number: number): number[] => Array.from({ length: number }, (_, i) => from + i);
    const kinds = { em: ids(0, 6), ew: ids(6, 6), sm: ids(12, 6), sw: ids(18, 2), wm: ids(20, 1), ww: ids(21, 2) };
    const just = (group: string, number: number, ...of: (readonly number[])[]): Constraint => ({
      group,
      members: of.flat(),
      min: number,
      max: number,
    });
    const constraints = [
      just('English', 7, kinds.em, kinds.ew),
      just('Scots', 6, kinds.sm, kinds.sw),
      just('Welsh', 1, kinds.wm, kinds.ww),
      just('men', 7, kinds.em, kinds.sm, kinds.wm),
      just('women', 7, kinds.ew, kinds.sw, kinds.ww),
    ];
    const elected = kinds.em.slice(0, 3);
    const continuing = Object.values(kinds)
      .flat()
      .filter((candidate) => !elected.includes(candidate));
    const { guarded, doomed } = restraintsOn(constraints, { seats: 14, elected, continuing });
    expect([...guarded]).toEqual(kinds.sw);
    expect([...doomed]).toEqual([...kinds.em.slice(3), ...kinds.wm]);
  });

  it('is found at once for many groups that cross', () => {
    // 500 candidates, two columns of ten groups each, 100 seats.
    const members = (from: (candidate: number) => number, group: number): number[] =>
      Array.from({ length: 500 }, (_, id) => id).filter((id) => from(id) === group);
    const constraints = Array.from({ length: 10 }, (_, group): Constraint[] => [
      { group: `region ${group}`, members: members((id) => id % 10, group), min: 9, max: 11 },
      { group: `trade ${group}`, members: members((id) => Math.floor(id / 50), group), min: 10, max: 10 },
    ]).flat();
    const continuing = Array.from({ length: 500 }, (_, id) => id);
    expect(restraintsOn(constraints, { seats: 100, elected: [], continuing }).doomed.size).toBe(0);
    const impossible = [...constraints, { group: 'some', members: [0, 1, 2], min: 4, max: 9 }];
    expect(canBeMet(impossible, { seats: 100, elected: [], continuing })).toBe(false);
  });
});

describe('a count with constraints', () => {
  // 0, 1 and 2 have the votes; 3 and 4 are women.
  const lines = ['40: 0 1', '30: 1 2', '20: 2 0', '6: 3 0', '4: 4 3'];
  const contest = (seats: number, constraints: readonly Constraint[]): Contest => ({
    ...contestOf(seats, 5, lines),
    constraints,
  });

  it('keeps in whoever it needs, and says so when that is settled', () => {
    const result = count(contest(3, [women([3, 4], 1, 3)]), scottish2007, lots);
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([0, 1, 3]);
    const [first, second] = result.stages;
    expect(first?.restraints).toEqual([{ kind: 'doomed', candidates: [2], groups: ['women'] }]);
    expect(second).toMatchObject({ kind: 'exclusion', of: [2], because: { kind: 'doomed' } });
    const names = ['Ann', 'Bob', 'Cy', 'Di', 'Eve'];
    expect(stageWords(result, 0, names).sentences).toContain(
      'Cy cannot be elected any more: the seats left are needed for others, as asked (1 to 3 women).',
    );
    expect(stageWords(result, 1, names).sentences[0]).toBe('Cy cannot be elected any more and is out.');
  });

  it('passes over the guarded when the lowest goes out', () => {
    const drawn = contestOf(2, 5, ['29: 0', '28: 1', '20: 2', '6: 3', '4: 4']); // nobody has the quota of 30
    const result = count({ ...drawn, constraints: [women([4], 1, 1)] }, scottish2007, lots);
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([0, 4]);
    expect(result.stages[0]?.restraints).toEqual([{ kind: 'guarded', candidates: [4], groups: ['women'] }]);
    expect(result.stages[1]).toMatchObject({ of: [3], because: { kind: 'lowest', spared: [4] } });
    expect(stageWords(result, 1, ['Ann', 'Bob', 'Cy', 'Di', 'Eve']).sentences[0]).toBe(
      'Di has the fewest votes of those who can go out (Eve cannot), 6, and is out.',
    );
  });

  it('elects one of two level at the quota where there is room for one, by the rule for ties', () => {
    const both = contestOf(3, 4, ['30: 0', '30: 1', '20: 2', '10: 3']);
    const most: Constraint = { group: 'councillors', members: [0, 1], min: 0, max: 1 };
    const result = count({ ...both, constraints: [most] }, scottish2007, { kind: 'listed', order: [1, 0, 2, 3] });
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([1, 2, 3]);
    expect(result.stages[0]?.ties).toMatchObject([{ purpose: 'election', tied: [0, 1], chosen: 1 }]);
  });

  it('by quotients: an election of the run leaves somebody no place, and it starts again without them for good', () => {
    // 0 has 16, more than 60/4. Without 1, whose 12 papers stop, the quota is 48/4, then 32/3 and 20/2.
    const four = contestOf(3, 5, ['16: 0 1', '12: 1', '12: 2', '12: 3', '8: 4 1']);
    const north: Constraint = { group: 'northerners', members: [0, 1], min: 0, max: 1 };
    const result = count({ ...four, constraints: [north] }, qpq, { kind: 'listed', order: [0, 1, 2, 3, 4] });
    expect(result.stages.map(({ of, because, restraints }) => [of, because.kind, restraints])).toEqual([
      [[], 'start', []],
      [[0], 'quotient-over-quota', [{ kind: 'doomed', candidates: [1], groups: ['northerners'] }]],
      [[1], 'doomed', []],
    ]);
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([0, 2, 3]);
    const names = ['Ann', 'Bob', 'Cy', 'Di', 'Eve'];
    expect(stageWords(result, 1, names).sentences).toEqual(
      expect.arrayContaining([
        'That leaves Bob no seat, so the count will start again without them.',
        'Bob cannot be elected any more: the seats left are needed for others, as asked (0 to 1 northerners).',
      ]),
    );
    expect(stageWords(result, 2, names).sentences.slice(0, 2)).toEqual([
      'Bob cannot be elected any more and is out.',
      'The count starts again without them: every ballot counts anew from the first name on it.',
    ]);
  });

  it('by quotients: the lowest stays in where needed, and the last seat is kept for them', () => {
    // After 0, nobody has more than 15. 4 has 8; 2 and 3 have 12. Without 2: 0 and 1 pass 48/4, and 3 has no place.
    const four = contestOf(3, 5, ['16: 0 1', '12: 1', '12: 2', '12: 3', '8: 4 1']);
    const result = count({ ...four, constraints: [women([4], 1, 1)] }, qpq, { kind: 'listed', order: [2, 3, 0, 1, 4] });
    expect(result.stages[0]?.restraints).toEqual([{ kind: 'guarded', candidates: [4], groups: ['women'] }]);
    expect(result.stages[2]).toMatchObject({
      of: [2],
      because: { kind: 'lowest-quotient', lowest: { papers: 12 }, next: { candidate: 3 }, spared: [4] },
      excluded: [2, 3],
    });
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([0, 1, 4]);
    const names = ['Ann', 'Bob', 'Cy', 'Di', 'Eve'];
    expect(stageWords(result, 0, names).sentences).toContain(
      'As things stand Eve cannot go out: without them the seats left could not be filled as asked (1 women).',
    );
    expect(stageWords(result, 2, names).sentences[0]).toBe(
      'Cy is among those with the lowest quotient of those who can go out (Eve cannot), 12, and is out.',
    );
  });

  it('is refused where ballots give Xs', () => {
    expect(checkContest(contest(2, [women([3, 4], 1, 2)]), blockVote)).toMatchObject({
      error: { message: `${blockVote.name} cannot keep to constraints.` },
    });
  });

  it('is refused before it begins where they cannot hold', () => {
    expect(checkContest(contest(2, [women([3, 4], 3, 3)]), scottish2007)).toEqual({
      ok: false,
      error: { message: 'No 2 of the 5 candidates are as the constraints ask: women 3 to 3.' },
    });
  });
});

/** The contest with these constraints on those who are in it. */
const constrained = ({ contest }: Drawn, constraints: readonly Constraint[]): Contest => ({
  ...contest,
  constraints: constraints.map((one) => ({
    ...one,
    members: one.members.filter((id) => id < contest.candidateCount),
  })),
});

function expectKept(contest: Contest, rule: Rule): void {
  fc.pre(checkRule(rule).ok && checkContest(contest, rule).ok);
  const result = count(contest, rule, lots);
  const elected = result.elected.map(({ candidate }) => candidate);
  expect(elected).toHaveLength(Math.min(contest.seats, contest.candidateCount - contest.withdrawn.length));
  for (const { members, min, max } of contest.constraints ?? []) {
    const number = elected.filter((candidate) => members.includes(candidate)).length;
    expect(number).toBeGreaterThanOrEqual(min);
    expect(number).toBeLessThanOrEqual(max);
  }
  expectTracesToSum(result, contest);
}

describe.each(rules)('any count with constraints under $id', (rule) => {
  it('keeps to them whenever they can be kept, and conserves and traces every vote', () => {
    const property = fc.property(contests, constraintsDrawn, (drawn, all) => expectKept(constrained(drawn, all), rule));
    fc.assert(property, { numRuns: 300, seed: 9 });
  });
});

describe('constraints that ask for nothing', () => {
  it('change nothing, also where everyone left is needed for the seats', () => {
    const keeping = fc.constantFrom(...rules.filter(({ method }) => method !== 'marks'));
    fc.assert(
      fc.property(keeping, contests, constraintsDrawn, (rule, drawn, all) => {
        const nothing = all.map((one) => ({ ...one, min: 0, max: Infinity }));
        const contest = constrained(drawn, nothing);
        fc.pre(checkContest(contest, rule).ok);
        const result = count(contest, rule, lots);
        expect(asText({ ...result, constraints: [] })).toBe(asText(count(drawn.contest, rule, lots)));
      }),
      { numRuns: 500, seed: 9 },
    );
  });
});

describe('any rule at all, every axis freely chosen, with constraints', () => {
  it.each<[string, fc.Arbitrary<Rule>]>([
    ['by transfers', randomTransferRules],
    ['by keep values', randomKeepRules],
    ['by quotients', randomQuotientRules],
  ])(
    '%s keeps to them whenever they can be kept',
    (_, drawnRules) => {
      const property = fc.property(drawnRules, contestsWithEquals, constraintsDrawn, (rule, drawn, all) =>
        expectKept(constrained(drawn, all), rule),
      );
      fc.assert(property, { numRuns: 600, seed: 2 });
    },
    60_000,
  );
});
