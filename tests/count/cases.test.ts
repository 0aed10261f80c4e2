import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../src/basics/decimal';
import { count } from '../../src/count/count';
import { ers97 } from '../../src/count/rules/ers97';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { wigmPrf } from '../../src/count/rules/wigm-prf';
import { droopStages, printedStages } from '../support/droop';
import { paperOrder, readContest } from '../support/public-contest';
import { missingDataNote, sharedData } from '../support/shared-data';

/*
 * Counts of other programs, read in place: droop (J. Lundell) and OpenSTV 1.7. Both transfer the last excluded
 * candidate's papers under the Scottish rule, as published tables do.
 */

const data = sharedData();
if (data === null) console.info(missingDataNote);
const cases = join(data ?? '.', 'cases');
const files = (folder: string, ending: string): string[] =>
  data === null ? [] : readdirSync(join(cases, folder)).filter((file) => file.endsWith(ending));

describe.runIf(data !== null)('the Scottish rule against droop, every tally of every stage', () => {
  it.each([
    ...files('scotland-simultaneous-quota', '.blt').map((file) => ['scotland-simultaneous-quota', file] as const),
    ...files('droop-scotland-glasgow2007', '.blt').map((file) => ['droop-scotland-glasgow2007', file] as const),
  ])('%s/%s', (folder, file) => {
    const { contest } = readContest(join(cases, folder, file));
    const result = count(contest, scottish2007, paperOrder(contest));
    const dump = join(cases, folder, file.replace('.blt', '.scotland.dump.tsv'));
    expect(printedStages(result, contest, 5)).toEqual(droopStages(dump));
  });

  it('elects whom three programs elect in the wards where the common shortcut goes wrong', () => {
    const expected = JSON.parse(
      data === null ? '{}' : readFileSync(join(cases, 'scotland-simultaneous-quota/expected.json'), 'utf8'),
    ) as Record<string, Record<string, readonly string[]>>;
    for (const [file, winners] of Object.entries(expected)) {
      const { contest } = readContest(join(cases, 'scotland-simultaneous-quota', file));
      const { elected } = count(contest, scottish2007, paperOrder(contest));
      const ids = elected.map(({ candidate }) => `C${candidate + 1}`).sort();
      expect([file, ids]).toEqual([file, winners['scottish (droop, OpenSTV, pref_voting agree)']]);
    }
  });
});

describe.runIf(data !== null)('the sample election of OpaVote', () => {
  it('elects the same two; its threshold counts blank papers, ours only those that rank somebody', () => {
    const { contest, names } = readContest(join(cases, 'webkom-opavote/opavote.blt'));
    const result = count(contest, wigmPrf, paperOrder(contest));
    expect(result.elected.map(({ candidate }) => names[candidate]).sort()).toEqual(['Bill', 'Steve']);
    expect(count(contest, scottish2007, paperOrder(contest)).quota).toBe(321_200_000n); // of 9,634; with 1,614 blank ones it prints 3,750
  });
});

describe.runIf(data !== null)('the PRF reference WIGM rule against droop, every tally of every stage', () => {
  const ending = '-wigm-prf-fixed-p4-d4.dump.tsv';

  it.each(files('droop-reference', ending))('%s', (dump) => {
    const { contest } = readContest(join(cases, 'droop-reference', dump.replace(ending, '.blt')));
    const result = count(contest, wigmPrf, paperOrder(contest));
    expect(printedStages(result, contest, 4)).toEqual(droopStages(join(cases, 'droop-reference', dump)));
  });
});

interface OpenStvCount {
  readonly file: string;
  readonly rounds: readonly { readonly count: Readonly<Record<string, number>> }[];
  readonly winners: readonly string[];
}

describe.runIf(data !== null)('against OpenSTV 1.7', () => {
  const folder = 'openstv17-generated';
  const read = (name: string) => JSON.parse(readFileSync(join(cases, folder, name), 'utf8')) as OpenStvCount;
  // The ballots of some of its counts (Dublin North) are not in the collection.
  const counts = (ending: string) => files(folder, ending).filter((name) => existsSync(join(cases, read(name).file)));

  it.each(counts('.ERS97STV.json'))('ERS97, every tally after every batch: %s', (name) => {
    const openStv = read(name);
    const { contest, names } = readContest(join(cases, openStv.file));
    const result = count(contest, ers97, paperOrder(contest));
    const [first] = result.stages;
    const rows = [first?.tallies, ...result.stages.flatMap(({ transfers }) => transfers).map(({ tallies }) => tallies)];
    const printed = rows.map((tallies) => Object.fromEntries(names.map((n, id) => [n, Number(tallies?.[id]) / 100])));
    expect(printed).toEqual(openStv.rounds.map(({ count }) => count));
    expect(result.elected.map(({ candidate }) => names[candidate]).sort()).toEqual([...openStv.winners].sort());
  });

  it.each(counts('.ScottishSTV.json'))('Scottish, every tally: %s', (name) => {
    const openStv = read(name);
    const { contest, names } = readContest(join(cases, openStv.file));
    const result = count(contest, scottish2007, paperOrder(contest));
    const printed = result.stages.map(({ tallies }) =>
      Object.fromEntries(names.map((n, id) => [n, Number(formatDecimal(tallies[id] ?? 0n, 5))])),
    );
    expect(printed).toEqual(openStv.rounds.map(({ count }) => count));
  });
});
