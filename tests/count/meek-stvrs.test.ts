import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../src/basics/decimal';
import { count } from '../../src/count/count';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { readContest } from '../support/public-contest';
import { missingDataNote, sharedData } from '../support/shared-data';

const data = sharedData();
if (data === null) console.info(missingDataNote);

/** The ballots without equal rankings, and the order in which the file has ties fall. */
const cases = [
  ['vegetables', null],
  ['equal_preference/equal_preference_droop', null],
  ['recursive_descent/transfer', null],
  ['ties/tie_break_implicit', null],
  ['ties/tie_break_explicit', [2, 1, 0]],
] as const;

describe.runIf(data !== null)('the PRF reference Meek rule against stv-rs, nine decimals', () => {
  const folder = join(data ?? '.', 'cases/stvrs-meek');

  it.each(cases)('%s: who is elected', (name, ties) => {
    const { contest, names } = readContest(join(folder, `${name}.blt`));
    const order = ties ?? Array.from({ length: contest.candidateCount }, (_, id) => id);
    const { elected } = count(contest, meekPrf, { kind: 'listed', order });
    const log = readFileSync(join(folder, `${name}.fixed9.log`), 'utf8');
    const end = log.slice(log.lastIndexOf('Action: Count Complete'));
    const theirs = [...end.matchAll(/^\tElected:\s+(.*) \(/gm)].flatMap(([, who = '']) => who.split(', '));
    expect(elected.map(({ candidate }) => names[candidate]).sort()).toEqual(theirs.sort());
  });

  it('vegetables: everyone’s first preferences and the first quota', () => {
    const { contest } = readContest(join(folder, 'vegetables.blt'));
    const [first] = count(contest, meekPrf, { kind: 'seeded', seed: '' }).stages;
    const log = readFileSync(join(folder, 'vegetables.fixed9.log'), 'utf8');
    const begin = log.slice(log.indexOf('Action: Begin Count'), log.indexOf('Round 1:'));
    const votes = [...begin.matchAll(/Hopeful: {2}\w+ \(([\d.]+)\)/g)].map(([, vote]) => vote);
    const stands = (_: bigint, id: number): boolean => !contest.withdrawn.includes(id);
    expect(first?.tallies.filter(stands).map((units) => formatDecimal(units, 9))).toEqual(votes);
    expect(begin).toContain(`Quota: ${formatDecimal(first?.quota ?? 0n, 9)}\n`);
  });
});
