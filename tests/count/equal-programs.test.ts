import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Contest } from '../../src/count/contest';
import { count, type Count } from '../../src/count/count';
import type { KeepRule } from '../../src/count/rule';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { paperCount } from '../../src/election/ballots';
import { droopOrder } from '../support/droop';
import { paperOrder, readContest } from '../support/public-contest';
import { missingDataNote, sharedData } from '../support/shared-data';

/* Ballots with equal rankings as other programs share them; what differs is in docs/meek-differences.md. */

const data = sharedData();
if (data === null) console.info(missingDataNote);
const meek: KeepRule = { ...meekPrf, equalPreference: 'shared' };

/** The furthest that any of these votes is from ours, at the stage of ours that comes nearest. */
function distance({ stages }: Count, votes: readonly (number | undefined)[]): number {
  const off = stages.map(({ tallies }) =>
    Math.max(...tallies.map((units, id) => Math.abs(Number(units) / 1e9 - (votes[id] ?? Number(units) / 1e9)))),
  );
  return Math.min(...off);
}

describe.runIf(data !== null)('the PRF reference Meek rule, equals shared, against stv-rs', () => {
  const folder = join(data ?? '.', 'cases/stvrs-meek');
  const files = (ending: string): string[] =>
    data === null
      ? []
      : readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith(ending) && readFileSync(join(folder, name)).length > 0)
          .sort();

  function ours(name: string) {
    const blt = join(folder, name.replace(/(\.equalize)?\.\w+\.log$/, '.blt'));
    const { contest, names } = readContest(blt);
    const order = name.includes('explicit') ? { kind: 'listed', order: [2, 1, 0] } : droopOrder(blt, contest);
    return { contest, names, result: count(contest, meek, order as ReturnType<typeof paperOrder>) };
  }

  const electedBy = (result: Count, names: readonly string[]): string[] =>
    result.elected.map(({ candidate }) => names[candidate] ?? '').sort();

  function electedIn(log: string): string[] {
    const end = log.slice(log.lastIndexOf('Action: Count Complete'));
    return [...end.matchAll(/^\tElected:\s+(.*) \(/gm)].flatMap(([, who = '']) => who.split(', ')).sort();
  }

  it.each(files('.equalize.fixed9.log').concat(files('.equalize.bigfixed9.log')))(
    'every order alike (--equalize): %s',
    (name) => {
      const log = readFileSync(join(folder, name), 'utf8');
      const { contest, names, result } = ours(name);
      expect(electedBy(result, names)).toEqual(electedIn(log));
      // Everyone's votes when somebody is elected at the quota or excluded, to a unit for every ballot: it cuts
      // parts ballot by ballot, at each name, where ours are cut once for all who are equal.
      const within = Math.max(1e-9 * paperCount(contest.ballots), 3e-9);
      const actions = log.split('Action: ').filter((action) => /^(Begin|Elect:|Defeat \()/.test(action));
      const notMet = actions.filter((action) => {
        const votes = new Map(
          [...action.matchAll(/^\t(?:Elected|Hopeful|Defeated): +(\w+) \(([\d.]+)\)$/gm)].map(([, who, n]) => [
            who,
            Number(n),
          ]),
        );
        return (
          distance(
            result,
            names.map((who) => votes.get(who)),
          ) > within
        );
      });
      expect(actions.length).toBeGreaterThan(1);
      expect(notMet.map((action) => action.split('\n')[0])).toEqual([]);
    },
  );

  it('its other way, an even split whose rest goes past the others, elects others in five', () => {
    const others = files('.fixed9.log')
      .filter((name) => !/\.equalize\.|^bigint/.test(name)) // too many papers on a line
      .filter((name) => {
        const { names, result } = ours(name);
        return electedIn(readFileSync(join(folder, name), 'utf8')).join() !== electedBy(result, names).join();
      });
    expect(others.map((name) => name.replace('.fixed9.log', ''))).toEqual([
      'crashes/crash',
      'equal_preference/always_behind',
      'equal_preference/equal_preference',
      'random/rand_2x10',
      'recursive_descent/transfer_is_blocked',
    ]);
  });
});

describe.runIf(data !== null)('the same against droop', () => {
  const folder = join(data ?? '.', 'cases/droop-reference/meek');

  it.each(['eq1', 'eq2'])('%s: who is elected, and every vote until the places are filled', (name) => {
    const { contest } = readContest(join(folder, `${name}.blt`));
    const rule: KeepRule = { ...meek, quota: 'droop-cut', reaching: 'above-quota' };
    const result = count(contest, rule, paperOrder(contest));
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([0, 2]);
    const off = votesOf(join(folder, `${name}-meek-o9-guarded-p18-g9-d18.dump.tsv`), contest).map((votes) =>
      distance(result, votes),
    );
    expect(off.length).toBeGreaterThan(2);
    expect(Math.max(...off)).toBeLessThan(1e-8);
  });

  const votesOf = (file: string, { seats }: Contest): number[][] =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([round, action, , , , , ...candidates]) => {
        const elected = candidates.filter((state, i) => i % 4 === 1 && state === 'E').length;
        return round !== 'X' && (action === 'begin' || action === 'elect' || (action === 'defeat' && elected < seats));
      })
      .map(([, , , , , , ...candidates]) => candidates.filter((_, i) => i % 4 === 2).map(Number));
});
