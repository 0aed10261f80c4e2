import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest, type Contest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import type { Rule } from '../../src/count/rule';
import { findRule, rules } from '../../src/count/rules/rules';
import { brokenPromise, keepsPromise } from '../../src/slate/broken-promise';
import type { SmallElection } from '../../src/slate/challenge/case';
import { guaranteeOf } from '../../src/slate/guarantee';
import { promiseOf } from '../../src/slate/promise';
import { electionOf } from '../../src/slate/election-of';
import { idsOfSlate } from '../../src/slate/room';
import { turnoutOf } from '../../src/slate/turnout-of';
import { packBallots, type Ballot } from '../../src/election/ballots';
import { paperOf } from '../../src/turnout/papers';
import { sampleBallots } from '../../src/turnout/sample';
import { contestOf } from '../support/contests';
import { demonstration, roomAt, slate } from '../support/demonstrations';

function ruleCalled(id: string): Rule {
  const rule = findRule(id);
  if (rule === null) throw new Error(`there is no rule ${id}`);
  return rule;
}

const inOrder = (candidateCount: number): number[] => Array.from({ length: candidateCount }, (_, id) => id);

/** What is sure for candidates 0 to `size` - 1, and what they win. */
function tried(rule: Rule, size: number, contest: Contest) {
  const counted = count(contest, rule, { kind: 'listed', order: inOrder(contest.candidateCount) });
  const won = counted.elected.filter(({ candidate }) => candidate < size).length;
  return { ...guaranteeOf(contest.ballots, inOrder(size), counted), won };
}

describe('known cases', () => {
  const rest = [slate({ letter: 'B', share: 0.3 }), slate({ letter: 'C', share: 0.2 })];

  it('3.75 quotas for a slate of six, all loyal: three seats are sure', () => {
    const { guarantee, results } = roomAt(demonstration([slate({ letter: 'A', share: 0.375 }), ...rest]));
    expect(guarantee.quotas).toBeCloseTo(3.75, 10);
    expect([guarantee.papers, guarantee.seats, guarantee.cut]).toEqual([3750, 3, expect.any(Number)]);
    expect(guarantee.sets.map(({ candidates, seats }) => [candidates, seats])).toEqual([[[0, 1, 2, 3, 4, 5], 3]]);
    expect(results[0]?.seats).toEqual([4, 3, 2, 0]); // the fourth is not promised: it came by what others left
  });

  /** Made up once for all rules: 42 % rank all of a slate first, of few names and of many, in one order and in several. */
  const solid = [4, 6, 9, 12].flatMap((stood) =>
    [0, 1, 6].map((orders) => {
      const settings = demonstration([slate({ letter: 'A', share: 0.42, stood, orders }), ...rest]);
      const paper = paperOf(electionOf(settings));
      return { stood, contest: { ...paper, seats: 9, ballots: sampleBallots(turnoutOf(settings), paper, 'test') } };
    }),
  );

  it.each(rules.filter((rule) => promiseOf(rule).kind !== 'none' && rule.id !== 'av'))(
    '4.2 quotas solid: at least four seats under $id, in any order and however many stand',
    (rule) => {
      for (const { stood, contest } of solid) {
        const { seats, won } = tried(rule, stood, contest);
        expect(seats).toBe(rule.id === 'hare' ? 3 : 4); // a Hare quota is a ninth: 3.78 of them
        expect(won).toBeGreaterThanOrEqual(seats);
      }
    },
  );

  it('one order that all copy makes no less sure, though its first names alone make as much so', () => {
    const { guarantee } = roomAt(
      demonstration([slate({ letter: 'A', share: 0.46, stood: 9, orders: 1 }), ...rest.slice(1)]),
    );
    expect(guarantee.sets.map(({ candidates }) => candidates.length)).toEqual([4, 3, 2, 1]);
    expect([guarantee.ofAll, guarantee.seats]).toEqual([4, 4]);
  });

  it('a slate of twelve that stops after one name has nothing sure and loses seats', () => {
    const twelve = slate({ letter: 'A', share: 0.42, stood: 12 });
    const others = [slate({ letter: 'B', share: 0.29 }), slate({ letter: 'C', share: 0.29 })];
    const whole = roomAt(demonstration([twelve, ...others]));
    const one = roomAt(demonstration([{ ...twelve, howFar: { kind: 'at', names: 1 } }, ...others]));
    expect([whole.guarantee.seats, whole.results[0]?.seats[0]]).toEqual([4, 4]);
    expect([one.guarantee.seats, one.results[0]?.seats[0]]).toEqual([0, 0]);
  });

  it('the block vote gives all nine seats to 46 %', () => {
    const settings = demonstration([
      slate({ letter: 'A', share: 0.46, stood: 9 }),
      slate({ letter: 'B', share: 0.34, stood: 9 }),
      slate({ letter: 'C', share: 0.2, stood: 9 }),
    ]);
    const { results } = roomAt(settings);
    expect(results.map(({ system, seats }) => [system, seats])).toEqual([
      ['stv', [4, 3, 2, 0]],
      ['block-vote', [9, 0, 0, 0]],
      ['one-x', [9, 0, 0, 0]],
    ]);
  });
});

describe('solid support', () => {
  it('is for what a ballot begins with, whatever follows', () => {
    // Quota 25: three names of the slate with 26 behind two of them, 30 behind one.
    const contest = contestOf(3, 6, ['15: 0 1 3', '11: 1 0', '30: 2 4', '42: 3 0 1 2', '1: 4']);
    const { sets, papers, seats, won } = tried(ruleCalled('scottish-2007'), 3, contest);
    expect(papers).toBe(0); // nobody ranks all three before others
    expect(sets).toEqual([
      { candidates: [0, 1], papers: 26, seats: 1 },
      { candidates: [2], papers: 30, seats: 1 },
    ]);
    expect([seats, won]).toEqual([2, 2]);
  });

  it('of two sets with a name in common may come to one seat for both', () => {
    const contest = contestOf(3, 6, ['26: 0 1 3', '13: 1 2', '13: 2 1', '48: 3 4 5']);
    const { sets, seats } = tried(ruleCalled('scottish-2007'), 3, contest);
    expect(sets.map(({ candidates }) => candidates)).toEqual([[1, 2], [0]]);
    expect(seats).toBe(2);
    const shared = contestOf(3, 6, ['13: 0 1', '13: 1 0', '13: 1 2', '13: 2 1', '48: 3 4 5']);
    expect(tried(ruleCalled('scottish-2007'), 3, shared).seats).toBe(1);
  });

  it('is for no more seats than names', () => {
    const contest = contestOf(3, 5, ['90: 0 1', '10: 2 3']);
    expect(tried(ruleCalled('scottish-2007'), 2, contest)).toMatchObject({ papers: 90, seats: 2, won: 2 });
  });
});

describe('the quota of the rule decides', () => {
  // Of 100 votes for three seats: Droop 26, Hagenbach-Bischoff 25, Hare 33.34.
  const contestWith = (solid: number) => contestOf(3, 5, [`${solid}: 0 1`, `${99 - solid}: 2 3`, '1: 4']);
  it.each([
    ['scottish-2007', 26],
    ['wigm', 26], // more than 25
    ['meek-prf', 26],
    ['warren', 26],
    ['qpq', 26],
    ['ers97', 26], // with exactly 25.00 four could have a quota
    ['hare', 34],
    ['cambridge', Infinity],
    ['senate-au', Infinity],
    ['sntv', Infinity],
  ])('under %s one seat is sure from %s votes on', (id, from) => {
    const sure = [24, 25, 26, 33, 34, 49].filter((solid) => tried(ruleCalled(id), 2, contestWith(solid)).seats >= 1);
    expect(sure).toEqual([24, 25, 26, 33, 34, 49].filter((solid) => solid >= from));
  });
});

describe('what is sure is never more than what happens', () => {
  /** A slate of up to five with solid, half solid and mixed ballots; many like ballots, so that exact quotas are common. */
  const elections = fc
    .record({
      seats: fc.integer({ min: 1, max: 5 }),
      size: fc.integer({ min: 1, max: 5 }),
      others: fc.integer({ min: 1, max: 5 }),
      fold: fc.constantFrom(1, 1, 7, 1000),
    })
    .chain(({ seats, size, others, fold }) => {
      const candidateCount = size + others;
      const copies = fc.integer({ min: 1, max: 40 }).map((some) => some * fold);
      const slateFirst = fc
        .tuple(
          fc.shuffledSubarray(inOrder(size), { minLength: 1 }),
          fc.shuffledSubarray(inOrder(candidateCount).slice(size)),
          fc.boolean(),
          copies,
        )
        .map(([own, tail, on, copies]): Ballot => ({ copies, preferences: on ? [...own, ...tail] : own }));
      const anybody = fc
        .tuple(fc.shuffledSubarray(inOrder(candidateCount), { minLength: 1 }), copies)
        .map(([preferences, copies]): Ballot => ({ copies, preferences }));
      return fc.record({
        seats: fc.constant(seats),
        size: fc.constant(size),
        candidateCount: fc.constant(candidateCount),
        ballots: fc
          .tuple(
            fc.array(slateFirst, { minLength: 1, maxLength: 10 }),
            fc.array(anybody, { minLength: 1, maxLength: 10 }),
          )
          .map(([a, b]) => [...a, ...b]),
      });
    });

  it.each(rules.map((rule) => [rule.id, rule] as const))('under %s', (_, rule) => {
    let promised = 0;
    fc.assert(
      fc.property(elections, ({ seats, size, candidateCount, ballots }) => {
        const contest = {
          seats: rule.id === 'av' || rule.id === 'fptp' ? 1 : seats,
          candidateCount,
          withdrawn: [],
          ballots: packBallots(ballots, candidateCount),
        };
        fc.pre(checkContest(contest, rule).ok);
        const { seats: sure, won } = tried(rule, size, contest);
        if (sure > 0) promised++;
        expect(won).toBeGreaterThanOrEqual(sure);
      }),
      { numRuns: 300, seed: 1994 },
    );
    expect(promised > 50).toBe(promiseOf(rule).kind !== 'none');
  });

  it('holds in the slate room with slates of twelve', () => {
    for (const rule of ['ers97', 'scottish-2007', 'meek-prf', 'hare-clark-act-2001']) {
      for (const share of [0.15, 0.31, 0.5, 0.7]) {
        const settings = demonstration(
          [
            slate({
              letter: 'A',
              share,
              stood: 12,
              loyalty: 0.8,
              unequal: 10,
              howFar: { kind: 'beyond', thenOn: 0.5 },
            }),
            slate({ letter: 'B', share: (1 - share) / 2, howFar: { kind: 'at', names: 3 } }),
          ],
          { rule },
        );
        const { guarantee, results } = roomAt(settings);
        expect(idsOfSlate(settings, 0)).toHaveLength(12);
        expect(results[0]?.seats[0]).toBeGreaterThanOrEqual(guarantee.seats);
      }
    }
  });
});

describe('rules without the promise break it', () => {
  const without = rules.filter((rule) => rule.method !== 'marks' && promiseOf(rule).kind === 'none');

  /** What the slate of a small election is owed by the rule that promises, and what it wins by each. */
  function wonBy(id: string, election: SmallElection) {
    const { ballots, candidateCount, seats, slate } = election;
    expect(slate).toEqual(inOrder(slate.length));
    const contest = { seats, candidateCount, withdrawn: [], ballots: packBallots(ballots, candidateCount) };
    const kept = tried(ruleCalled(keepsPromise), slate.length, contest);
    return { owed: kept.seats, kept: kept.won, won: tried(ruleCalled(id), slate.length, contest).won };
  }

  it.each(without)('$id: a slate wins a seat less than its solid supporters are owed by another', (rule) => {
    const promise = promiseOf(rule);
    const election = promise.kind === 'none' ? brokenPromise(promise.because) : null;
    if (election === null) throw new Error(`no election shows it for ${rule.id}`);
    const { owed, kept, won } = wonBy(rule.id, election);
    expect([kept, won]).toEqual([owed, owed - 1]);
    // Few voters: without any one of them it does not show it.
    election.ballots.forEach(({ copies, preferences }, row) => {
      const less = wonBy(rule.id, {
        ...election,
        ballots: election.ballots.with(row, { copies: copies - 1, preferences }),
      });
      expect(less.won).toBeGreaterThanOrEqual(less.owed);
    });
  });

  it('none is shown for Xs, where nothing is handed on', () => {
    expect(brokenPromise('counts-xs')).toBeNull();
  });
});
