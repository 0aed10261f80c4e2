import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatVotes } from '../../src/basics/decimal';
import { fraction, one, type Fraction } from '../../src/basics/fraction';
import { checkContest, type Contest } from '../../src/count/contest';
import { count, type Count } from '../../src/count/count';
import type { Lots } from '../../src/count/lots';
import { roundsOf } from '../../src/count/quotients/rounds';
import { layTable, quotientOf } from '../../src/count/quotients/table';
import { qpq } from '../../src/count/rules/qpq';
import { candidatesWho } from '../../src/count/standing';
import { trace } from '../../src/count/trace';
import { contestOf, contests } from '../support/contests';
import { droopOrder } from '../support/droop';
import { paperOrder, readContest } from '../support/public-contest';
import { missingDataNote, sharedData } from '../support/shared-data';
import { expectTracesToSum } from '../support/traces';

const nine = ({ numerator, denominator }: Fraction): string => formatVotes(numerator, { vote: denominator, places: 9 });
const winners = ({ elected }: Count): number[] => elected.map(({ candidate }) => candidate);

/** Of every round: the quota, whom it took, and the quotients of all who were hopeful. */
function roundsIn(contest: Contest, lots: Lots) {
  const table = layTable(contest, qpq, lots);
  return Array.from(roundsOf(table), ({ quota, outcome, of }) => ({
    quota: nine(quota),
    taken: outcome === 'election' ? 'elect' : 'defeat',
    candidate: 'candidate' in of ? of.candidate : of[0],
    quotients: new Map(
      candidatesWho(table, 'continuing').map((candidate) => [candidate, nine(quotientOf(table, candidate))]),
    ),
  }));
}

/** 0 has 16, which is more than 60/4; four is then the lowest, and its papers name 1. */
const four = contestOf(3, 5, ['16: 0 1', '12: 1', '12: 2', '12: 3', '8: 4 1']);

describe('quotients by hand', () => {
  it('2.3 to 2.5: a paper that filled part of a seat is divided by that much more, and an exclusion starts again', () => {
    const rounds = roundsIn(four, paperOrder(four));
    expect(rounds.map(({ quota, taken, candidate }) => [quota, taken, candidate])).toEqual([
      ['15.000000000', 'elect', 0],
      ['15.000000000', 'defeat', 4],
      ['15.000000000', 'elect', 1], // 20, the papers of 4 among them
      ['13.333333333', 'elect', 0], // 40 / (4 - 1): the papers of 1 are inactive and have filled one seat
      ['12.000000000', 'defeat', 2], // 24 / (4 - 2): 12 each, not more
    ]);
    // The papers of 0 have filled 1/16 each: (16 + 12) / (1 + 1).
    expect(rounds[1]?.quotients.get(1)).toBe('14.000000000');
  });

  const result = count(four, qpq, paperOrder(four));
  const votes = (units: bigint): number => Number(units) / Number(result.vote);

  it('has a stage for the first preferences, for the elections of the first run, and for each exclusion', () => {
    expect(
      result.stages.map(({ kind, of, quota, tallies, nonTransferable }) => ({
        kind,
        of,
        quota: votes(quota ?? 0n),
        votes: tallies.map(votes),
        stopped: votes(nonTransferable),
      })),
    ).toEqual([
      { kind: 'first-preferences', of: [], quota: 15, votes: [16, 12, 12, 12, 8], stopped: 0 },
      { kind: 'surplus', of: [0], quota: 15, votes: [15, 13, 12, 12, 8], stopped: 0 }, // 1: 28 - 1 x 15
      { kind: 'exclusion', of: [4], quota: 12, votes: [12, 12, 12, 12, 0], stopped: 12 }, // 36 papers - 2 x 12
    ]);
  });

  it('elects for good only those of the last run, and whoever is left where all but the seats are excluded', () => {
    expect(result.stages.map(({ elected }) => elected.length)).toEqual([0, 0, 3]);
    expect(result.stages[2]).toMatchObject({
      because: { kind: 'lowest-quotient', lowest: { candidate: 4, papers: 8 }, next: { candidate: 2 } },
      elected: [
        { candidate: 1, because: { kind: 'quotient', quotient: fraction(20n), quota: fraction(15n) } },
        { candidate: 0, because: { kind: 'quotient', quotient: fraction(16n), quota: fraction(40n, 3n) } },
        { candidate: 3, because: { kind: 'remaining' } },
      ],
      excluded: [4, 2],
      ties: [{ purpose: 'exclusion', tied: [2, 3], chosen: 2, resolvedBy: { kind: 'lot' } }],
    });
  });

  it('has a paper pay the quota for what it filled of a seat, and the rest stands at its next name', () => {
    const held = (preferences: readonly number[]) =>
      trace(result, preferences)?.map(({ holding }) => [
        Object.fromEntries(holding.candidates),
        holding.nonTransferable,
      ]);
    const nothing = fraction(0n);
    expect(held([0, 1])).toEqual([
      [{ 0: one }, nothing],
      [{ 0: fraction(15n, 16n), 1: fraction(1n, 16n) }, nothing],
      [{ 0: fraction(12n, 16n) }, fraction(4n, 16n)],
    ]);
    expect(held([4, 1])).toEqual([
      [{ 4: one }, nothing],
      [{ 4: one }, nothing],
      [{ 1: fraction(12n, 20n) }, fraction(8n, 20n)],
    ]);
  });

  it('a paper that filled some of two seats pays for both only what the second cost more', () => {
    // 0 has 60 > 100/3, then 1 has (60 + 10) / (1 + 1) = 35: those 60 have filled 1/35 each, of it 1/60 for 0.
    const contest = contestOf(2, 4, ['60: 0 1 2', '10: 1', '29: 2', '1: 3']);
    const two = count(contest, qpq, paperOrder(contest));
    expect(winners(two)).toEqual([0, 1]);
    const parts = trace(two, [0, 1, 2])?.at(-1)?.holding.candidates;
    const third = fraction(100n, 3n);
    const [first, second] = [fraction(100n, 180n), fraction(100n * 25n, 3n * 60n * 35n)];
    const cut = fraction(33_333_333_333n, 1_000_000_000n); // of 100/3 votes
    for (const [candidate, part] of [
      [0, first],
      [1, second],
    ] as const) {
      const credited = fraction(
        part.numerator * cut.numerator * third.denominator,
        part.denominator * cut.denominator * third.numerator,
      );
      expect(parts?.get(candidate)).toEqual(credited);
    }
    expect(two.stages.at(-1)?.tallies.slice(0, 2)).toEqual([33_333_333_333n, 33_333_333_333n]);
    expectTracesToSum(two, contest);
  });
});

describe('any count by quotients', () => {
  it('leaves the elected of every run the quota, nobody else more than it, and its size the votes not stopped', () => {
    const property = fc.property(contests, ({ contest }) => {
      fc.pre(checkContest(contest, qpq).ok);
      const result = count(contest, qpq, { kind: 'seeded', seed: 'quotients' });
      for (const { tallies, transfers, quota, nonTransferable, number } of result.stages) {
        const [fate] = transfers.map((transfer) => transfer.fate);
        if (fate?.kind !== 'quotients' || quota === null) continue;
        const passed = fate.elections.map(({ candidate }) => candidate);
        for (const candidate of passed) expect(tallies[candidate]).toBe(quota);
        if (number === result.stages.length) continue; // the last election may leave others above it
        expect(tallies.every((tally) => tally <= quota)).toBe(true);
        const shared = (BigInt(result.validBallots) * result.vote - nonTransferable) / BigInt(contest.seats + 1);
        expect(shared - quota).toBeGreaterThanOrEqual(0n);
        expect(shared - quota).toBeLessThanOrEqual(1n); // both were cut
      }
    });
    fc.assert(property, { numRuns: 300, seed: 17 });
  });
});

const data = sharedData();
if (data === null) console.info(missingDataNote);
const folder = join(data ?? '.', 'cases/droop-reference');
const ending = '-qpq-guarded-p9-g9-d9.dump.tsv';
const dumps =
  data === null
    ? []
    : [folder, join(folder, 'qpq')].flatMap((at) =>
        readdirSync(at)
          .filter((file) => file.endsWith(ending))
          .map((file) => join(at, file)),
      );

/** The quota, the quotients of the hopeful and whom it took, of every round of a droop dump. */
function droopRounds(file: string) {
  const rounds: { quota: string; quotients: (string | null)[]; taken: string }[] = [];
  let round = '0';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [number = '', action = '', quota = '', ...cells] = line.split('\t');
    if ((action !== 'elect' && action !== 'defeat') || number === round) continue;
    round = number;
    rounds.push({ quota, quotients: cells.filter((_, i) => i % 3 === 2), taken: action });
  }
  return rounds;
}

describe.runIf(data !== null)('against droop, every quota and quotient of every round to nine decimals', () => {
  it.each(dumps)('%s', (dump) => {
    const { contest } = readContest(dump.replace(ending, '.blt'));
    const rounds = roundsIn(contest, droopOrder(dump.replace(ending, '.blt'), contest));
    const stands = Array.from({ length: contest.candidateCount }, (_, id) => id).filter(
      (id) => !contest.withdrawn.includes(id),
    );
    const known = new Map<number, string>();
    const ours = rounds.map(({ quota, quotients, taken }) => {
      for (const [candidate, quotient] of quotients) known.set(candidate, quotient);
      return {
        quota,
        quotients: stands.map((id) => known.get(id) ?? null),
        taken,
      };
    });
    expect(ours).toEqual(droopRounds(dump));
  });
});

describe.runIf(data !== null)('Woodall’s elections 1 to 5', () => {
  it.each([
    ['qpq1', 'abd'],
    ['qpq2', 'abc'],
    ['qpq3', 'abcde'],
    ['qpq4', 'abdef'],
    ['qpq5', 'ace'],
  ])('%s elects %s', (file, expected) => {
    const { contest, names } = readContest(join(folder, 'qpq', `${file}.blt`));
    const result = count(contest, qpq, paperOrder(contest));
    expectTracesToSum(result, contest);
    expect(
      winners(result)
        .map((id) => names[id])
        .sort()
        .join(''),
    ).toBe(expected);
  });
});
