import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest, type Contest } from '../../src/count/contest';
import { count, type Count } from '../../src/count/count';
import type { Rule } from '../../src/count/rule';
import { findRule, rules } from '../../src/count/rules/rules';
import { packBallots, skippedPreference, type Ballot } from '../../src/election/ballots';
import { contestOf } from '../support/contests';

/*
 * What voters are told of the single transferable vote, tried on random elections under every rule, and for each rule
 * that does not keep to it an election that shows so.
 */

const listed = (order: readonly number[]) => ({ kind: 'listed', order }) as const;
const inOrder = (candidateCount: number): number[] => Array.from({ length: candidateCount }, (_, id) => id);

/** Elected candidates; null where the rule cannot count the contest. */
function winnersOf(contest: Contest, rule: Rule, order = inOrder(contest.candidateCount)): ReadonlySet<number> | null {
  if (!checkContest(contest, rule).ok) return null;
  return electedIn(count(contest, rule, listed(order)));
}

const electedIn = ({ elected }: Count): ReadonlySet<number> => new Set(elected.map(({ candidate }) => candidate));

interface Drawn {
  readonly seats: number;
  readonly candidateCount: number;
  readonly ballots: readonly Ballot[];
}

const drawn: fc.Arbitrary<Drawn> = fc
  .record({ candidateCount: fc.integer({ min: 3, max: 7 }), seats: fc.integer({ min: 1, max: 3 }) })
  .chain(({ candidateCount, seats }) =>
    fc.record({
      seats: fc.constant(seats),
      candidateCount: fc.constant(candidateCount),
      ballots: fc.array(
        fc.record({
          copies: fc.integer({ min: 1, max: 40 }),
          preferences: fc.shuffledSubarray(inOrder(candidateCount), { minLength: 1 }),
        }),
        { minLength: 2, maxLength: 15 },
      ),
    }),
  );

const contestWith = ({ seats, candidateCount }: Omit<Drawn, 'ballots'>, ballots: readonly Ballot[]): Contest => ({
  seats,
  candidateCount,
  withdrawn: [],
  ballots: packBallots(ballots, candidateCount),
});

function check<T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, property), { numRuns: 150, seed: 1997 });
}

function ruleCalled(id: string): Rule {
  const rule = findRule(id);
  if (rule === null) throw new Error(`there is no rule ${id}`);
  return rule;
}

const named = (some: readonly Rule[]) => some.map((rule) => [rule.id, rule] as const);
/** Which papers move depends on the order of the papers, and so on every other paper. */
const drawsPapers = (rule: Rule): boolean => rule.method === 'transfers' && rule.surplusValue.startsWith('whole');

describe('the names of the candidates change nothing', () => {
  it.each(named(rules.filter((rule) => !drawsPapers(rule))))('under %s', (_, rule) => {
    const withOrder = drawn.chain((one) =>
      fc.record({
        one: fc.constant(one),
        order: fc.shuffledSubarray(inOrder(one.candidateCount), { minLength: one.candidateCount }),
      }),
    );
    check(withOrder, ({ one, order }) => {
      const renamed = one.ballots.map(({ copies, preferences }) => ({
        copies,
        preferences: preferences.map((candidate) => order[candidate] ?? skippedPreference),
      }));
      const before = winnersOf(contestWith(one, one.ballots), rule);
      fc.pre(before !== null);
      const after = winnersOf(contestWith(one, renamed), rule, order); // lots fall on the same persons
      expect(after).toEqual(new Set([...before].map((candidate) => order[candidate])));
    });
  });
});

/** Rules under which a name further down can harm one further up, and an election in which it does. */
const laterHarms: Readonly<
  Record<string, readonly [seats: number, candidates: number, short: string, long: string, rest: string[]]>
> = {
  // Two Xs a ballot: naming 1 as well gives them the X that puts them past 0.
  'block-vote': [2, 3, '1: 0', '1: 0 1', ['2: 2', '1: 1']],
  // It takes the surpluses of 1 and 0 to elect 2, whose own then elects 3. Naming 4 keeps 4 in, so that 5 goes. In the
  // count that starts again 1 has 5's papers and elects 2 alone; 0's surplus passes 2 by, to 6, and 3 goes out.
  wright: [5, 8, '15: 3', '15: 3 4', ['34: 0 2 6', '36: 1 2 3', '1: 2', '1: 4 7', '2: 5 1', '1: 6', '18: 7']],
};

describe('ranking more names never harms one further up', () => {
  const withTail = drawn.chain((one) =>
    fc.record({
      one: fc.constant(one),
      row: fc.nat({ max: one.ballots.length - 1 }),
      tail: fc.shuffledSubarray(inOrder(one.candidateCount), { minLength: 1 }),
    }),
  );
  const sound = rules.filter((rule) => !(rule.id in laterHarms) && !drawsPapers(rule));

  it.each(named(sound))('under %s', (_, rule) => {
    check(withTail, ({ one, row, tail }) => {
      const above = one.ballots[row]?.preferences ?? [];
      const longer = one.ballots.map((ballot, i) =>
        i === row
          ? { ...ballot, preferences: [...above, ...tail.filter((candidate) => !above.includes(candidate))] }
          : ballot,
      );
      const before = winnersOf(contestWith(one, one.ballots), rule);
      const after = winnersOf(contestWith(one, longer), rule);
      fc.pre(before !== null && after !== null);
      for (const candidate of above)
        expect([candidate, after.has(candidate)]).toEqual([candidate, before.has(candidate)]);
    });
  });

  it.each(Object.entries(laterHarms))('but it can under %s', (id, [seats, candidates, short, long, rest]) => {
    const rule = ruleCalled(id);
    const first = Number(long.split(' ')[1]);
    expect(winnersOf(contestOf(seats, candidates, [short, ...rest]), rule)).toContain(first);
    expect(winnersOf(contestOf(seats, candidates, [long, ...rest]), rule)).not.toContain(first);
  });
});

describe('a slate that more than k quotas of voters rank above all others wins at least k seats', () => {
  /** Voters of the slate rank all of it first, each in an order of their own; the others rank anybody. */
  const slates = fc
    .record({
      candidateCount: fc.integer({ min: 4, max: 8 }),
      seats: fc.integer({ min: 1, max: 4 }),
      size: fc.integer({ min: 2, max: 4 }),
      quotas: fc.integer({ min: 1, max: 3 }),
    })
    .chain(({ candidateCount, seats, size, quotas }) => {
      const slate = inOrder(size);
      const others = inOrder(candidateCount).slice(size);
      return fc.record({
        seats: fc.constant(seats),
        candidateCount: fc.constant(candidateCount),
        size: fc.constant(size),
        won: fc.constant(Math.min(quotas, seats, size)),
        slateBallots: fc.array(
          fc
            .tuple(
              fc.shuffledSubarray(slate, { minLength: size }),
              fc.shuffledSubarray(others),
              fc.integer({ min: 1, max: 40 }),
            )
            .map(([order, tail, copies]): Ballot => ({ copies, preferences: [...order, ...tail] })),
          { minLength: 1, maxLength: 8 },
        ),
        otherBallots: fc.array(
          fc
            .tuple(fc.shuffledSubarray(inOrder(candidateCount), { minLength: 1 }), fc.integer({ min: 1, max: 40 }))
            .map(([preferences, copies]): Ballot => ({ copies, preferences })),
          { minLength: 1, maxLength: 8 },
        ),
      });
    });
  const droop = rules.filter((rule) => rule.method !== 'marks' && !('quota' in rule && rule.quota.startsWith('hare')));

  it.each(named(droop))('under %s', (_, rule) => {
    check(slates, ({ seats, candidateCount, size, won, slateBallots, otherBallots }) => {
      const papers = (some: readonly Ballot[]): number => some.reduce((sum, { copies }) => sum + copies, 0);
      const all = papers(slateBallots) + papers(otherBallots);
      fc.pre(
        papers(slateBallots) >= won * (Math.floor(all / (seats + 1)) + 1) &&
          papers(slateBallots) * (seats + 1) > won * all * 1.02,
      );
      // A thousand papers for each, so that what rounding cuts off is far less than the margin. Whole papers lose nothing.
      const fold = drawsPapers(rule) ? 1 : 1000;
      const ballots = [...slateBallots, ...otherBallots].map((one) => ({ ...one, copies: one.copies * fold }));
      const contest = contestWith({ seats, candidateCount }, ballots);
      const winners = winnersOf(contest, rule);
      fc.pre(winners !== null);
      expect([...winners].filter((candidate) => candidate < size).length).toBeGreaterThanOrEqual(won);
    });
  });

  it('which one X for each ballot does not promise', () => {
    const split = contestOf(3, 6, ['20: 0 1 2', '20: 1 2 0', '20: 2 0 1', '21: 3', '21: 4', '21: 5']);
    const inSlate = (id: string): number =>
      [...(winnersOf(split, ruleCalled(id)) ?? [])].filter((candidate) => candidate < 3).length;
    expect([inSlate('sntv'), inSlate('scottish-2007')]).toEqual([0, 2]);
  });
});
