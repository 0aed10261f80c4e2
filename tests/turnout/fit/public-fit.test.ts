import { describe, expect, test } from 'vitest';
import { resolve } from 'node:path';
import { openBlt } from '../../../src/headless/reading/files';
import { fitReport } from '../../../src/turnout/fit/report';
import { fitted } from '../../support/fits';
import { missingDataNote, sharedData } from '../../support/shared-data';

const data = sharedData();
if (data === null) console.warn(missingDataNote);

describe.skipIf(data === null)('real wards', () => {
  test.each(['edinburgh_2022_ward12', 'glasgow_2022_ward14', 'shetland_2017_ward6'])('%s', (ward) => {
    const { election, ballots } = openBlt(resolve(data ?? '', `elections/${ward}.blt`));
    const report = fitReport(election, ballots, fitted(election, ballots), '1');
    expect(report.largest.firstPreferences).toBeLessThan(1);
    expect(Math.abs(report.names.measured - report.names.madeUp)).toBeLessThan(0.1);
    expect(report.largest.lengths).toBeLessThan(1);
    expect(report.largest.seconds).toBeLessThan(7);
    expect(report.winners?.overlap).toBeGreaterThan(95);
  });
});
