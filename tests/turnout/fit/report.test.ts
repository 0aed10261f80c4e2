import { describe, expect, test } from 'vitest';
import { packBallots } from '../../../src/election/ballots';
import { fitReport } from '../../../src/turnout/fit/report';
import { electionOf, fitted } from '../../support/fits';
import { blocOf, turnoutOf } from '../../support/turnouts';

const four = electionOf(4);
const ballots = packBallots(
  [
    { copies: 60, preferences: [0, 1] },
    { copies: 20, preferences: [0] },
    { copies: 120, preferences: [3, 2, 1] },
    { copies: 3, preferences: [] },
  ],
  4,
);

describe('the report on a fit', () => {
  const report = fitReport(four, ballots, fitted(four, ballots), '1');
  const measured = (compared: readonly { readonly measured: number }[]): number[] =>
    compared.map((each) => each.measured);

  test('measures the ballots of the file', () => {
    expect([report.papers, report.empty]).toEqual([200, 3]);
    expect(measured(report.firstPreferences)).toEqual([40, 0, 0, 60]);
    expect(measured(report.lengths)).toEqual([10, 30, 60, 0]);
    expect(report.names.measured).toBeCloseTo(2.5, 9);
    expect(report.secondsBy).toBe('candidate');
    expect(report.seconds.map(({ first, papers }) => [first, papers])).toEqual([
      [0, 80],
      [3, 120],
    ]);
    expect(report.seconds.map(({ then, nothing }) => [measured(then), nothing.measured])).toEqual([
      [[0, 75, 0, 0], 25],
      [[0, 0, 100, 0], 0],
    ]);
    expect([...(report.winners?.measured ?? [])].sort()).toEqual([0, 3]);
  });

  test('measures a turnout that is nothing like them', () => {
    const other = turnoutOf(100, [
      blocOf({ leaning: [1], candidateStrengths: [0, 1, 0, 0], length: [{ part: 1, stop: { kind: 'at', names: 1 } }] }),
    ]);
    const far = fitReport(four, ballots, other, '1');
    expect(far.firstPreferences.map(({ madeUp }) => madeUp)).toEqual([0, 100, 0, 0]);
    expect(far.largest).toMatchObject({ firstPreferences: 100, lengths: 90, seconds: 0 });
    expect(far.names.madeUp).toBe(1);
    expect(far.seconds).toEqual([]);
    expect(far.winners?.same).toBe(0);
  });

  test('is the same for the same seed, and plain data', () => {
    expect(fitReport(four, ballots, fitted(four, ballots), '1')).toEqual(report);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  test('has no winners where the rule is not known here', () => {
    const unknown = { ...four, rule: 'none of ours' };
    expect(fitReport(unknown, ballots, fitted(four, ballots), '1').winners).toBeNull();
  });
});
