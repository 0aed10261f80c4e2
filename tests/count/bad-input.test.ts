import { describe, expect, it } from 'vitest';
import { parseBlt } from '../../src/ballots/blt';
import { seededRandom } from '../../src/basics/random';
import { CannotCount } from '../../src/count/cannot-count';
import { whyUnfit, checkContest, type Contest } from '../../src/count/contest';
import { count, type Count } from '../../src/count/count';
import type { Rule } from '../../src/count/rule';
import { looksAtOrder } from '../../src/count/transfers/single-papers';
import { rules } from '../../src/count/rules/rules';
import { packBallots, type Ballots } from '../../src/election/ballots';
import { contestOf } from '../support/contests';

/** Milliseconds a count may take before it is taken to hang; a guard, not a measurement. */
const hangs = 120_000;
const lots = { kind: 'seeded', seed: 'bad input' } as const;
const named = rules.map((rule) => [rule.id, rule] as const);
const forSeveralSeats = named.filter(([, rule]) => whyUnfit(rule, 2) === null);

/** The count, or the sentence that says why there is none. */
function outcome(contest: Contest, rule: Rule): Count | string {
  const checked = checkContest(contest, rule);
  if (!checked.ok) return checked.error.message;
  try {
    return count(contest, rule, lots);
  } catch (error) {
    if (error instanceof CannotCount) return error.message;
    throw error;
  }
}

const total = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

/** Who is elected, lowest id first; as many as there are seats or candidates, and no vote made or lost on the way. */
function electedIn(contest: Contest, rule: Rule): number[] {
  const result = outcome(contest, rule);
  if (typeof result === 'string') throw new Error(result);
  const elected = result.elected.map(({ candidate }) => candidate);
  const stood = contest.candidateCount - new Set(contest.withdrawn).size;
  expect(new Set(elected).size).toBe(elected.length);
  expect(elected).toHaveLength(Math.min(contest.seats, stood));
  expect(elected.filter((candidate) => contest.withdrawn.includes(candidate))).toEqual([]);
  const cast = BigInt(result.validBallots) * BigInt(result.votesPerBallot) * result.vote;
  for (const { tallies, nonTransferable, lossByFraction } of result.stages) {
    expect(total(tallies) + nonTransferable + lossByFraction).toBe(cast);
  }
  return elected.sort((a, b) => a - b);
}

const ids = (length: number): number[] => Array.from({ length }, (_, id) => id);

/** Rows of one preference each, with the most copies a row can have. */
function heaviest(preferenceOf: (row: number) => number, rows: number): Ballots {
  return {
    starts: Uint32Array.from({ length: rows + 1 }, (_, row) => row),
    preferences: Uint8Array.from({ length: rows }, (_, row) => preferenceOf(row)),
    copies: new Uint32Array(rows).fill(0xffffffff),
    joined: null,
    alike: null,
  };
}

const tooMany: Contest = { ...contestOf(1, 2, []), ballots: heaviest(() => 0, 2 ** 21 + 1) };
/** 2^53 - 2^21 papers; candidate 1 has two rows more than candidate 0. */
const asManyAsCanBe: Contest = {
  ...contestOf(1, 2, []),
  ballots: heaviest((row) => (row <= 2 ** 20 ? 1 : 0), 2 ** 21),
};

/** Keep values are worked out in halves of a number, which leaves ballots 38 bits. */
const tooManyToKeep =
  'There are 9007199252643840 ballots, and this rule can count fewer than 274877906944: choose another for these.';

/** Rules under which papers move whole follow every paper by itself. */
const tooManyToFollow =
  'There are 9007199252643840 ballots, and this rule, which follows each by itself, can count 10000000: choose another for these.';

/** What is said of more ballots than a rule can count; null where it counts them. */
const refusalOf = (rule: Rule): string | null => {
  if (rule.method === 'keep-values') return tooManyToKeep;
  return rule.method === 'transfers' && looksAtOrder(rule) ? tooManyToFollow : null;
};

const none = 'No ballot ranks a candidate who can be elected.';

describe.each(named)('what cannot be counted is refused under %s', (_, rule) => {
  it.each<readonly [what: string, contest: Contest, message: string]>([
    ['0 seats', contestOf(0, 3, ['3: 0']), '0 seats cannot be filled.'],
    ['seats below 0', contestOf(-1, 3, ['3: 0']), '-1 seats cannot be filled.'],
    ['part of a seat', contestOf(1.5, 3, ['3: 0']), '1.5 seats cannot be filled.'],
    ['seats that are no number', contestOf(NaN, 3, ['3: 0']), 'NaN seats cannot be filled.'],
    ['no ballots', contestOf(1, 3, []), 'There are no ballots to count.'],
    ['no candidates', contestOf(1, 0, ['3:']), 'Every candidate has withdrawn.'],
    ['only empty ballots', contestOf(1, 3, ['3:', '1:']), none],
    ['nothing but numbers left out', contestOf(1, 3, ['3: -', '1: - -']), none],
    ['all withdrawn', { ...contestOf(1, 2, ['3: 0 1']), withdrawn: [0, 1] }, 'Every candidate has withdrawn.'],
    ['only the withdrawn named', { ...contestOf(1, 3, ['3: 0 1', '2: 1']), withdrawn: [1, 0, 1] }, none],
    [
      'more candidates than are counted',
      contestOf(1, 1001, ['3: 0']),
      'There are 1001 candidates, and the most that are counted is 1000.',
    ],
    [
      'papers past the whole numbers that are exact',
      tooMany,
      'There are more than 9007199254740991 papers, which is more than can be counted exactly.',
    ],
  ])('%s', (_, contest, message) => {
    expect(outcome(contest, rule)).toBe(message);
  });
});

describe.each(named)('what is odd is counted under %s', (_, rule) => {
  it('one candidate, or one left', () => {
    expect(electedIn(contestOf(1, 1, ['1: 0']), rule)).toEqual([0]);
    expect(electedIn({ ...contestOf(1, 3, ['5: 0', '1: 1 0 2']), withdrawn: [0, 1, 0] }, rule)).toEqual([2]);
  });

  it('one paper', () => {
    expect(electedIn(contestOf(1, 5, ['1: 3']), rule)).toEqual([3]);
  });

  it('ballots that all end at their first preference', () => {
    expect(electedIn(contestOf(1, 4, ['7: 0', '5: 1', '3: 2']), rule)).toEqual([0]);
  });

  it('ballots that are all the same', () => {
    expect(electedIn(contestOf(1, 4, ['7: 2 0 1', '4: 2 0 1']), rule)).toEqual([2]);
  });

  it('everybody level: somebody is elected, by lot if need be', () => {
    expect(electedIn(contestOf(1, 2, ['3: 0', '3: 1']), rule)).toHaveLength(1);
  });

  it('a number left out at the start', () => {
    const contest = contestOf(1, 3, ['5: - 0', '3: 1', '2: 2 1']);
    const passes = rule.skippedPreference === 'passes';
    expect(outcome(contest, rule)).toMatchObject({ validBallots: passes ? 10 : 5 });
    if (!passes) expect(electedIn(contest, rule)).toEqual([1]);
    expect(typeof outcome(contestOf(1, 3, ['5: - 0 1']), rule)).toBe(passes ? 'object' : 'string');
  });

  it('equal preferences at the start', () => {
    const contest = contestOf(1, 3, ['5: 0=2', '3: 1', '1: 2 1']);
    const shared = rule.equalPreference === 'shared';
    expect(outcome(contest, rule)).toMatchObject({ validBallots: shared ? 9 : 4 });
    if (!shared) expect(electedIn(contest, rule)).toEqual([1]);
    expect(typeof outcome(contestOf(1, 3, ['5: 0=1=2']), rule)).toBe(shared ? 'object' : 'string');
  });

  it('lines that stand for 2^31 papers and more, from the file to the result', () => {
    const opened = parseBlt('3 1\n2147483648 1 0\n4294967295 2 0\n2147483646 3 0\n0\n"A"\n"B"\n"C"\n"T"\n');
    if (!opened.ok) throw new Error(opened.error.message);
    const contest = { ...contestOf(1, 3, []), ballots: opened.value.ballots };
    if (rule.method === 'transfers' && looksAtOrder(rule)) {
      expect(outcome(contest, rule)).toBe(tooManyToFollow.replace('9007199252643840', '8589934589'));
      return;
    }
    expect(electedIn(contest, rule)).toEqual([1]);
    expect(outcome(contest, rule)).toMatchObject({ validBallots: 8_589_934_589 });
  });

  it(
    'just under 2^53 papers',
    () => {
      const refusal = refusalOf(rule);
      if (refusal !== null) {
        expect(outcome(asManyAsCanBe, rule)).toBe(refusal);
        return;
      }
      expect(electedIn(asManyAsCanBe, rule)).toEqual([1]);
      expect(outcome(asManyAsCanBe, rule)).toMatchObject({ validBallots: 2 ** 53 - 2 ** 21 });
    },
    hangs,
  );
});

describe.each(forSeveralSeats)('what is odd is counted for several seats under %s', (_, rule) => {
  it('more seats than candidates: all are elected', () => {
    expect(electedIn(contestOf(9, 3, ['3: 0 1', '2: 1', '1: 0']), rule)).toEqual([0, 1, 2]);
    expect(electedIn(contestOf(3, 3, ['1: 2']), rule)).toEqual([0, 1, 2]);
    expect(electedIn(contestOf(1_000_000, 3, ['3: 0 1']), rule)).toEqual([0, 1, 2]);
    expect(electedIn({ ...contestOf(2, 3, ['3: 0 1', '1: 2']), withdrawn: [1] }, rule)).toEqual([0, 2]);
  });

  it('seats that nobody was voted into', () => {
    expect(electedIn(contestOf(3, 5, ['1: 3']), rule)).toContain(3);
    expect(electedIn(contestOf(2, 6, ['9: 5', '1: 4', '1: 3']), rule)).toContain(5);
  });

  it('ballots that are all the same, and then all different', () => {
    const alike = electedIn(contestOf(2, 4, ['7: 2 0 1', '4: 2 0 1']), rule);
    expect(alike).toContain(2);
    if (rule.family !== 'comparison') expect(alike).toEqual([0, 2]); // one X a voter leaves the second place to a lot
    const round = contestOf(3, 6, ['4: 0 1', '4: 1 2', '4: 2 3', '4: 3 4', '4: 4 5', '4: 5 0']);
    expect(electedIn(round, rule)).toHaveLength(3);
  });

  it('just under 2^53 papers that could each have given more', { timeout: hangs }, () => {
    const contest = { ...asManyAsCanBe, seats: 4, candidateCount: 5 };
    const refusal = refusalOf(rule);
    if (refusal !== null) expect(outcome(contest, rule)).toBe(refusal);
    else expect(electedIn(contest, rule)).toEqual(expect.arrayContaining([0, 1]));
  });

  it(
    '500 candidates for 100 seats',
    () => {
      const random = seededRandom('500 candidates');
      const ballots = ids(600).map((row) => {
        const left = ids(500);
        const favourite = left.splice(row % 7, 1); // seven candidates with a seventh of the votes each
        const others = ids(random.below(12)).map(() => left.splice(random.below(left.length), 1)[0] as number);
        return { copies: 1 + random.below(5), preferences: [...favourite, ...others] };
      });
      const contest = { ...contestOf(100, 500, []), ballots: packBallots(ballots, 500) };
      const result = outcome(contest, rule);
      // An exact count may say that its fractions grow too long; every other ends with a result.
      if (typeof result === 'string') expect(result).toMatch(/Choose a rule that cuts them to decimals\.$/);
      else expect(electedIn(contest, rule).slice(0, 7)).toEqual(ids(7));
    },
    hangs,
  );
});

it('a file of more papers than whole numbers can count is refused, with the line', { timeout: hangs }, () => {
  const lines = '4294967295 1 0\n'.repeat(2 ** 21 + 1);
  expect(parseBlt(`2 1\n${lines}0\n"A"\n"B"\n"T"\n`)).toEqual({
    ok: false,
    error: {
      line: 2 ** 21 + 2,
      column: 1,
      message: `By line ${2 ** 21 + 2} the file has more than 9007199254740991 papers, which is more than can be counted exactly.`,
    },
  });
});
