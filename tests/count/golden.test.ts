import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../src/basics/decimal';
import type { Contest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import { ers97 } from '../../src/count/rules/ers97';
import { scottish2007, scottish2007Letter } from '../../src/count/rules/scottish-2007';
import { wigmPrf } from '../../src/count/rules/wigm-prf';
import { paperOrder, readContest } from '../support/public-contest';
import { missingDataNote, sharedData } from '../support/shared-data';
import { expectTracesToSum } from '../support/traces';

/** One election of EXPECTED.json: candidates from 1, `stages` as the published tables have them. */
interface Expected {
  readonly quota: number;
  readonly valid: number;
  readonly seats: number;
  readonly winners_index: readonly number[];
  readonly winners_index_as_published: readonly number[];
  readonly stages_rule52: number;
  readonly stages_as_published: number;
  readonly stages: readonly {
    readonly candidate: number | null;
    readonly votes: readonly string[];
    readonly nontransferable: string;
    readonly rounding: string;
    readonly elected: readonly number[];
  }[];
  readonly ties: readonly { readonly stage: number; readonly tied: readonly number[]; readonly chosen: number }[];
}

/** One election of OPENSTV_ERS97.json: candidates from 0, a row for every parcel moved, hundredths. */
interface OpenStv {
  readonly winners_index: readonly number[];
  readonly rows: readonly { readonly tallies: readonly number[]; readonly exhausted: number }[];
}

const fromOne = (id: number): number => id + 1;
const votes = (units: bigint | null): string => formatDecimal(units ?? -1n, 5);

function expectEveryCell(contest: Contest, expected: Expected): void {
  const result = count(contest, scottish2007, paperOrder(contest));
  expect(votes(result.quota)).toBe(`${expected.quota}.00000`);
  expect(result.validBallots).toBe(expected.valid);
  expect(result.stages).toHaveLength(expected.stages_as_published);
  expect(result.elected.map(({ candidate }) => candidate + 1)).toEqual(expected.winners_index_as_published);
  const cells = result.stages.map(({ of, tallies, nonTransferable, lossByFraction, elected }) => ({
    candidate: of.map(fromOne)[0] ?? null,
    votes: tallies.map(votes),
    nontransferable: votes(nonTransferable),
    rounding: votes(lossByFraction),
    elected: elected.map(({ candidate }) => candidate + 1),
  }));
  expect(cells).toEqual(
    expected.stages.map(({ candidate, votes, nontransferable, rounding, elected }) => ({
      candidate,
      votes,
      nontransferable,
      rounding,
      elected,
    })),
  );
  const ties = result.stages.flatMap(({ number, ties }) =>
    ties.map(({ tied, chosen }) => ({ stage: number, tied: tied.map(fromOne), chosen: chosen + 1 })),
  );
  expect(ties).toEqual(expected.ties.map(({ stage, tied, chosen }) => ({ stage, tied, chosen })));

  const letter = count(contest, scottish2007Letter, paperOrder(contest));
  expect(letter.stages).toHaveLength(expected.stages_rule52);
  expect(letter.elected.map(({ candidate }) => candidate + 1)).toEqual(expected.winners_index);
}

describe('the Scottish rule, every cell of every stage', () => {
  const folder = join(import.meta.dirname, '../fixtures/elections');
  it.each(readdirSync(folder))('made-up election: %s', (name) => {
    const expected = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Expected;
    expectEveryCell(readContest(join(folder, name, 'ballots.blt')).contest, expected);
  });
});

const data = sharedData();
if (data === null) console.info(missingDataNote);

describe.runIf(data !== null)('public ballots', () => {
  const folder = join(data ?? '.', 'elections');
  const read = <T>(file: string): [string, T][] => {
    if (data === null) return [];
    const { elections } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { elections: Record<string, T> };
    return Object.entries(elections);
  };
  const contests = new Map<string, Contest>();
  const contestNamed = (name: string): Contest => {
    const known = contests.get(name);
    if (known !== undefined) return known;
    const file = readdirSync(folder).find((file) => file === `${name}.blt` || file === `${name}.blt.gz`);
    if (file === undefined) throw new Error(`no ballots for ${name}`);
    const { contest } = readContest(join(folder, file));
    contests.set(name, contest);
    return contest;
  };

  it.each(read<Expected>('EXPECTED.json'))('%s under the Scottish rule, every cell', (name, expected) => {
    expectEveryCell(contestNamed(name), expected);
  });

  it.each(read<Expected>('EXPECTED.json'))('%s: the traces of all ballots sum to the tallies', (name) => {
    const contest = contestNamed(name);
    for (const rule of [scottish2007, ers97, wigmPrf])
      expectTracesToSum(count(contest, rule, paperOrder(contest)), contest);
  });

  // docs/ers97-openstv.md: the two made-up elections in which OpenSTV differs, and why.
  const differing = ['synthetic_withdrawn', 'synthetic_as_many_seats_as_candidates'];
  const compared = read<OpenStv>('OPENSTV_ERS97.json').filter(([name]) => !differing.includes(name));

  it.each(compared)('%s under ERS97, row by row as OpenSTV counts it', (name, openStv) => {
    const contest = contestNamed(name);
    const result = count(contest, ers97, paperOrder(contest));
    const elected = result.elected.map(({ candidate }) => candidate).sort((a, b) => a - b);
    expect(elected).toEqual([...openStv.winners_index].sort((a, b) => a - b));
    const [first] = result.stages;
    const rows = [
      { tallies: first?.tallies.map(Number), exhausted: 0 },
      ...result.stages.flatMap(({ transfers }) => transfers).map(({ tallies }) => ({ tallies: tallies.map(Number) })),
    ];
    expect(rows.map(({ tallies }) => tallies)).toEqual(openStv.rows.map(({ tallies }) => tallies));
    const stopped = result.stages.at(-1);
    const total = Number(stopped?.nonTransferable) + Number(stopped?.lossByFraction);
    expect(total).toBe(openStv.rows.at(-1)?.exhausted);
  });
});
