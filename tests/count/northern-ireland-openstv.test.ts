import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Contest } from '../../src/count/contest';
import { count, type Count } from '../../src/count/count';
import { northernIreland } from '../../src/count/rules/northern-ireland';
import { paperOrder, readContest } from '../support/public-contest';
import { missingDataNote, sharedData } from '../support/shared-data';

/*
 * Northern Ireland as OpenSTV counts it, in rows: one for the end of every stage. It makes the last exclusion and counts
 * on where rule 52 fills the last place (docs/northern-ireland-openstv.md); so its rows are ours and then, if it has any
 * more, those of a count that goes on in the same way.
 */
const countingOn = { ...northernIreland, lastPlace: 'count-on', lastExclusion: 'transfer' } as const;

type Row = readonly (bigint | number | undefined)[];

/** Everyone's votes in hundredths, without the withdrawn, whom OpenSTV takes out of its table. */
const standing = (contest: Contest, tallies: readonly bigint[]): number[] =>
  tallies.filter((_, id) => !contest.withdrawn.includes(id)).map(Number);

function expectRows(contest: Contest, rows: readonly Row[]): void {
  const stageEnds = ({ stages }: Count): Row[] => stages.map(({ tallies }) => standing(contest, tallies));
  const ours = stageEnds(count(contest, northernIreland, paperOrder(contest)));
  expect(ours).toEqual(rows.slice(0, ours.length));

  const further = count(contest, countingOn, paperOrder(contest));
  const [last = [], ...before] = [...rows].reverse();
  expect(stageEnds(further).slice(0, -1)).toEqual(before.reverse());
  // It stops within the last exclusion, as soon as those who remain equal the places.
  const ends = further.stages.at(-1);
  const points = [ends?.tallies ?? [], ...(ends?.transfers ?? []).map(({ tallies }) => tallies)];
  expect(points.map((tallies) => standing(contest, tallies))).toContainEqual(last);
}

const elected = (contest: Contest): number[] =>
  count(contest, northernIreland, paperOrder(contest))
    .elected.map(({ candidate }) => candidate)
    .sort((a, b) => a - b);

const data = sharedData();
if (data === null) console.info(missingDataNote);

/** Indexes count the candidates who stand, from 0. */
interface OpenStv {
  readonly winners_index: readonly number[];
  readonly rows: readonly { readonly tallies: readonly number[] }[];
}

describe.runIf(data !== null)('Northern Ireland against OpenSTV, the end of every stage', () => {
  const folder = join(data ?? '.', 'elections');
  const file = join(folder, 'OPENSTV_NI.json');
  const { elections } = (data === null ? { elections: {} } : JSON.parse(readFileSync(file, 'utf8'))) as {
    elections: Record<string, OpenStv>;
  };
  const named = (name: string): Contest => {
    const packed = existsSync(join(folder, `${name}.blt.gz`));
    return readContest(join(folder, packed ? `${name}.blt.gz` : `${name}.blt`)).contest;
  };

  it.each(Object.entries(elections))('%s', (name, { rows, winners_index: winners }) => {
    const contest = named(name);
    expectRows(
      contest,
      rows.map(({ tallies }) => tallies),
    );
    const stand = Array.from({ length: contest.candidateCount }, (_, id) => id).filter(
      (id) => !contest.withdrawn.includes(id),
    );
    // OpenSTV elects nobody without a vote; rule 52(1) elects all who remain for as many places.
    const unvoted = name === 'synthetic_as_many_seats_as_candidates' ? [2] : [];
    expect(elected(contest)).toEqual([...winners.map((index) => stand[index] ?? -1), ...unvoted].sort((a, b) => a - b));
  });
});

describe.runIf(data !== null)('Northern Ireland against OpenSTV 1.7, other ballots', () => {
  const cases = join(data ?? '.', 'cases');
  const folder = join(cases, 'openstv17-generated');
  const names = data === null ? [] : readdirSync(folder).filter((name) => name.endsWith('.NIrelandSTV.json'));
  interface Rounds {
    readonly file: string;
    readonly rounds: readonly { readonly count: Readonly<Record<string, number>> }[];
    readonly winners: readonly string[];
  }
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Rounds;

  // The ballots of some of its counts (Dublin North) are not in the collection.
  it.each(names.filter((name) => existsSync(join(cases, read(name).file))))('%s', (name) => {
    const openStv = read(name);
    const { contest, names } = readContest(join(cases, openStv.file));
    expectRows(
      contest,
      openStv.rounds.map(({ count }) => names.map((name) => Math.round((count[name] ?? 0) * 100))),
    );
    expect(
      elected(contest)
        .map((id) => names[id])
        .toSorted(),
    ).toEqual(openStv.winners.toSorted());
  });
});
