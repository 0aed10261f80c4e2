import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../src/basics/decimal';
import { checkContest, type Contest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { contestOf, contests } from '../support/contests';
import { events, plainPrf } from '../support/plain-meek';
import { paperOrder, readContest } from '../support/public-contest';
import { missingDataNote, sharedData } from '../support/shared-data';
import { expectTracesToSum } from '../support/traces';

const nine = (units: bigint | null): string => (units === null ? 'none' : formatDecimal(units, 9));

describe('the PRF reference Meek rule by hand', () => {
  // 10 valid, 2 seats: quota 10/3 cut, plus a unit, 3.333333334. A has 6: keep 3.333333334/6 = 0.555555555666..., up
  // to 0.555555556, so that A keeps 3.333333336 and 6 x 0.444444444 pass to B, who has 2 + 2.666666664.
  const result = count(contestOf(2, 3, ['6: 0 1', '2: 1', '2: 2']), meekPrf, { kind: 'listed', order: [0, 1, 2] });

  it('rounds keep values and what is kept up, and loses nothing', () => {
    expect(nine(result.quota)).toBe('3.333333334');
    const [, shared] = result.stages;
    expect(shared?.tallies.map(nine)).toEqual(['3.333333336', '4.666666664', '2.000000000']);
    expect(shared?.transfers[0]?.fate).toMatchObject({ iterations: 1, ended: 'elected' });
    expect(result.elected).toEqual([
      { candidate: 0, stage: 1 },
      { candidate: 1, stage: 2 },
    ]);
  });

  it('draws lots between equal candidates (B.3, T)', () => {
    // B and C have 2 each; A's extra votes stop, which lowers the quota to the 3.5 that A then keeps.
    const tied = count(contestOf(2, 4, ['5: 0', '2: 1', '2: 2', '3: 3']), meekPrf, {
      kind: 'listed',
      order: [2, 1, 0, 3],
    });
    const [, , out] = tied.stages;
    expect(out?.ties).toEqual([
      { purpose: 'exclusion', tied: [1, 2], chosen: 2, resolvedBy: { kind: 'lot', among: [1, 2] } },
    ]);
    expect(tied.stages[1]?.transfers[0]?.fate).toMatchObject({ ended: 'shared' });
    expect(tied.stages[1]?.quota?.toString().slice(0, 7)).toBe('3500000');
  });
});

describe('the whole count against the rule followed step by step with big integers', () => {
  it('is the same in every vote', () => {
    fc.assert(
      fc.property(contests, ({ contest }) => {
        fc.pre(checkContest(contest, meekPrf).ok);
        fc.pre(contest.candidateCount - contest.withdrawn.length > contest.seats); // else all are elected at once
        const lots = paperOrder(contest);
        const result = count(contest, meekPrf, lots);
        const plain = plainPrf(contest, meekPrf, lots.order);
        expect(events(result)).toEqual(plain.events);
        const elected = result.elected.map(({ candidate }) => candidate).sort((a, b) => a - b);
        expect(elected).toEqual([...plain.winners].sort((a, b) => a - b));
      }),
      { numRuns: 1000, seed: 2020 },
    );
  });

  it('counts as many copies as a row can have without an error', () => {
    const most = 0xffffffff;
    const lines = [`${most}: 0 1 2`, `${most}: 0 2 1`, `${most - 7}: 1 0 3`, '7: 3 2', `${most - 1}: 2 3`];
    const contest = contestOf(2, 4, lines);
    const result = count(contest, meekPrf, paperOrder(contest));
    expect(events(result)).toEqual(plainPrf(contest, meekPrf, [0, 1, 2, 3]).events);
    expectTracesToSum(result, contest);
  });

  it('says so when there are more ballots than it can count exactly', () => {
    const rows = Array.from({ length: 65 }, () => '4294967295: 0 1');
    expect(() => count(contestOf(1, 2, rows), meekPrf, { kind: 'seeded', seed: '' })).toThrow(
      /^There are 279172874175 ballots, and this rule can count fewer than 274877906944/,
    );
  });
});

const data = sharedData();
if (data === null) console.info(missingDataNote);

describe.runIf(data !== null)('against droop, nine decimals', () => {
  const folder = join(data ?? '.', 'cases/droop-reference');
  const ending = '-meek-prf-o6-fixed-p9-d9.dump.tsv';
  const dumps = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(ending)) : [];

  /** Quota and votes whenever somebody is elected at the quota or defeated, before all places are spoken for. */
  function droopEvents(file: string, contest: Contest): string[] {
    const rows: string[] = [];
    let left = contest.candidateCount - contest.withdrawn.length - contest.seats;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const [, action, quota = '', , , , ...candidates] = line.split('\t');
      if (action !== 'elect' && action !== 'defeat') continue;
      const row = [quota, ...candidates.filter((_, i) => i % 4 === 2)].join(' ');
      const elected = candidates.filter((state, i) => i % 4 === 1 && state === 'E').length;
      if (action === 'elect' && left === 0) break; // the rest are elected, and droop takes their rivals' votes away
      if (action === 'defeat' && elected === contest.seats) break;
      if (action === 'defeat') left -= 1;
      if (rows.at(-1) !== row) rows.push(row);
    }
    return rows;
  }

  it.each(dumps)('%s', (file) => {
    const { contest } = readContest(join(folder, file.replace(ending, '.blt')));
    const result = count(contest, meekPrf, paperOrder(contest));
    const stands = (_: unknown, id: number): boolean => !contest.withdrawn.includes(id);
    const ours = events(result).map(({ tallies, quota }) => [quota, ...tallies.filter(stands)].map(nine).join(' '));
    expect(ours.filter((row, i) => row !== ours[i - 1])).toEqual(droopEvents(join(folder, file), contest));
  });
});
