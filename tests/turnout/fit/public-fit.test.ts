import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Election } from '../../../src/election/election';
import { openBlt } from '../../../src/headless/reading/files';
import { fitReport, type FitReport } from '../../../src/turnout/fit/report';
import { fitted } from '../../support/fits';
import { missingDataNote, sharedData } from '../../support/shared-data';

const data = sharedData();
if (data === null) console.info(missingDataNote);
const wardFile = (file: string): string => resolve(data ?? '', 'elections', file);

/** The parties of several candidates as slates. */
function withParties(election: Election, ward: string): Election {
  const { candidates } = JSON.parse(readFileSync(wardFile(`${ward}.json`), 'utf8')) as {
    readonly candidates: readonly { readonly party: string }[];
  };
  const parties = candidates.map(({ party }) => party);
  const several = [...new Set(parties)].filter((party) => parties.indexOf(party) !== parties.lastIndexOf(party));
  return {
    ...election,
    slates: several.map((name, slate) => ({ name, letter: `${slate}` })),
    candidates: election.candidates.map((candidate, id) => {
      const slate = several.indexOf(parties[id] ?? '');
      return { ...candidate, slate: slate < 0 ? null : slate };
    }),
  };
}

function near({ largest, names }: FitReport): void {
  expect(largest.firstPreferences).toBeLessThan(1);
  expect(Math.abs(names.measured - names.madeUp)).toBeLessThan(0.1);
  expect(largest.lengths).toBeLessThan(1);
}

describe.skipIf(data === null)('real wards', () => {
  test.each(['edinburgh_2022_ward12', 'glasgow_2022_ward14', 'shetland_2017_ward6'])('%s', (ward) => {
    const { election, ballots } = openBlt(wardFile(`${ward}.blt`));
    const report = fitReport(election, ballots, fitted(election, ballots), '1');
    near(report);
    expect(report.largest.seconds).toBeLessThan(7);
    expect(report.winners?.overlap).toBeGreaterThan(95);
  });

  test.each(['glasgow_2022_ward14', 'fife_2022_ward4'])('%s, its parties as slates', (ward) => {
    const { election: without, ballots } = openBlt(wardFile(`${ward}.blt`));
    const election = withParties(without, ward);
    const report = fitReport(election, ballots, fitted(election, ballots), '1');
    expect(report.secondsBy).toBe('slate');
    near(report);
    expect(report.largest.seconds).toBeLessThan(10);
    expect(report.winners?.overlap).toBeGreaterThan(95);
  });
});
