import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CountJson } from '../../src/headless/count-json';

const root = join(import.meta.dirname, '../..');
const fixture = join(root, 'tests/fixtures/elections/withdrawn/ballots.blt');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function start(command: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd: root }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

/** What `npm run count` runs, without the half second that npm takes to start. */
const run = (...args: string[]): Promise<Ended> =>
  start(process.execPath, [join(root, 'src/tools/headless.mjs'), 'count', ...args]);

let folder = '';
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'ballotflow-count-'))));
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run count', () => {
  it('is what these tests run, and prints and ends the same', async () => {
    for (const args of [[fixture, '--csv'], ['no-such-file.blt']]) {
      const { stderr, ...byNpm } = await start('npm', ['run', '--silent', 'count', '--', ...args]);
      // npm itself may warn about the user's own settings; those lines are not ours.
      const ours = stderr.split('\n').filter((line) => !line.startsWith('npm '));
      expect({ ...byNpm, stderr: ours.join('\n') }).toEqual(await run(...args));
    }
  });

  it('prints the result sheet with --csv, as the page saves it', async () => {
    const { code, stdout, stderr } = await run(fixture, '--csv');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split(/\r?\n/)).toEqual([
      'Candidate,Result,Stage 1: First preferences,Stage 2: Adam’s extra votes move on,Stage 3: Charlotte is out',
      'Adam,"elected, stage 1",7.00000,5.00000,5.00000',
      'Basil,withdrew,0.00000,0.00000,0.00000',
      'Charlotte,"out, stage 3",1.00000,2.99997,0.00000',
      'Donald,"elected, stage 3",4.00000,4.00000,5.85713',
      'Stopped (non-transferable),,0.00000,0.00000,1.14284',
      'Cut off by rounding (loss by fraction),,0.00000,0.00003,0.00003',
      'Quota,,5.00000,5.00000,5.00000',
      '',
    ]);
  });

  it('prints the contract with --json, one object and nothing else', async () => {
    const { code, stdout, stderr } = await run(fixture, '--rule', 'scottish-2007', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      rule: 'scottish-2007',
      title: 'Synthetic: Basil withdrew',
      seats: 2,
      quota: '5.00000',
      validBallots: 12,
      votesPerBallot: 1,
      candidates: ['Adam', 'Basil', 'Charlotte', 'Donald'],
      elected: [
        { candidate: 0, stage: 1 },
        { candidate: 3, stage: 3 },
      ],
      stages: [
        {
          number: 1,
          kind: 'first-preferences',
          of: [],
          tallies: ['7.00000', '0.00000', '1.00000', '4.00000'],
          nonTransferable: '0.00000',
          lossByFraction: '0.00000',
          elected: [0],
          excluded: [],
          quota: '5.00000',
          startsAgain: false,
        },
        {
          number: 2,
          kind: 'surplus',
          of: [0],
          tallies: ['5.00000', '0.00000', '2.99997', '4.00000'],
          nonTransferable: '0.00000',
          lossByFraction: '0.00003',
          elected: [],
          excluded: [],
          quota: '5.00000',
          startsAgain: false,
        },
        {
          number: 3,
          kind: 'exclusion',
          of: [2],
          tallies: ['5.00000', '0.00000', '0.00000', '5.85713'],
          nonTransferable: '1.14284',
          lossByFraction: '0.00003',
          elected: [3],
          excluded: [2],
          quota: '5.00000',
          startsAgain: false,
        },
      ],
    } satisfies CountJson);
  });

  it('counts by ERS97 and for other seats', async () => {
    const { stdout } = await run(fixture, '--rule', 'ers97', '--seats', '1', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      rule: 'ers97',
      seats: 1,
      quota: '6.00',
      elected: [{ candidate: 0, stage: 1 }],
    });
  });

  it('keeps to constraints, and counts again without those who left', async () => {
    const counted = async (...args: string[]): Promise<CountJson> =>
      JSON.parse((await run(fixture, '--json', ...args)).stdout) as CountJson;
    const winners = ({ elected }: CountJson): number[] => elected.map(({ candidate }) => candidate);
    const [first = -1] = winners(await counted('--seats', '1'));
    const atMostNone = file('not.con', `"Place" "there" 0 0 ${first + 1}\n`);
    expect(winners(await counted('--seats', '1', '--constraints', atMostNone))).not.toContain(first);
    expect(winners(await counted('--seats', '1', '--without', String(first + 1)))).not.toContain(first);
    const last = first === 2 ? 1 : 2;
    expect(winners(await counted('--seats', '1', '--keeping', String(last + 1)))).toEqual([last]);
  });

  it('counts Xs, and says that there is no quota', async () => {
    const { stdout } = await run(fixture, '--rule', 'block-vote', '--json');
    const counted = JSON.parse(stdout) as CountJson;
    expect(counted).toMatchObject({ quota: null, votesPerBallot: 2, stages: [{ quota: null }] });
    const given = counted.stages[0]?.tallies.reduce((sum, tally) => sum + Number(tally), 0);
    expect(Number(given) + Number(counted.stages[0]?.nonTransferable)).toBe(2 * counted.validBallots);
    expect((await run(fixture, '--rule', 'sntv')).stdout).toContain('2 seats, no quota');
    expect((await run(fixture, '--rule', 'fptp')).stderr).toContain('First past the post can fill one seat only');
  });

  it('counts by a rule of one’s own', async () => {
    const own = file('hare.json', '{"base": "scottish-2007", "name": "Ours", "quota": "hare-integer", "decimals": 1}');
    const { quota, validBallots, seats, rule } = JSON.parse(
      (await run(fixture, '--json', '--rule', own)).stdout,
    ) as CountJson;
    expect([rule, quota]).toEqual(['custom', `${Math.floor(validBallots / seats)}.0`]);
    expect((await run(fixture, '--rule', own)).stdout).toContain('Ours');
    const shared = file(
      'meek.json',
      '{"base": "meek-prf", "decimals": 3, "surplusBelow": 2, "equalPreference": "shared"}',
    );
    const table = (await run(fixture, '--rule', shared)).stdout;
    expect(table).toMatch(/Meek \(PRF reference\), changed: .*quota \d+\.\d{3}\n/);
  });

  it('prints a table to read without --json', async () => {
    const { stdout } = await run(fixture);
    expect(stdout).toContain('Stage 2: surplus of Adam');
    expect(stdout).toContain('2.99997  Charlotte');
  });

  it.each([
    [
      'a broken file',
      (): string[] => [file('bad.blt', '3 1\n2 1 2 0\n1 7 0\n0\n"A"\n"B"\n"C"\n"T"\n')],
      /bad\.blt:3:3: .*candidate 7/,
    ],
    ['a file that is not there', (): string[] => [join(folder, 'none.blt')], /none\.blt cannot be read/],
    ['no file', (): string[] => [], /name one file/],
    [
      'an unknown rule',
      (): string[] => [fixture, '--rule', 'toss'],
      /no rule "toss"; the rules are scottish-2007, .*\bers97\b/,
    ],
    ['an unknown option', (): string[] => [fixture, '--fast'], /--fast/],
    [
      'constraints that cannot hold',
      (): string[] => [fixture, '--constraints', file('none.con', '"Place" "moon" 2 2 1\n')],
      /:1:1: No 2 of the 3 candidates are as the constraints ask: moon 2 to 2/,
    ],
    [
      'a broken file of constraints',
      (): string[] => [fixture, '--constraints', file('bad.con', '"Place" "moon" 1 1 9\n')],
      /bad\.con:1:20: .*candidate 9/,
    ],
    [
      'a rule of one’s own that makes no sense',
      (): string[] => [fixture, '--rule', file('own.json', '{"base": "ers97", "quota": "most"}')],
      /own\.json: "quota" is "droop-integer" or .*, not "most"\./,
    ],
    [
      'a rule of one’s own with more than it can keep',
      (): string[] => [fixture, '--rule', file('fine.json', '{"base": "warren", "decimals": 12}')],
      /fine\.json: By keep values votes can be kept to a whole number of decimals from 1 to 9\./,
    ],
    [
      'a rule of one’s own that is not JSON',
      (): string[] => [fixture, '--rule', file('no.json', 'ers97')],
      /no\.json is not JSON/,
    ],
    [
      'a candidate who is not there',
      (): string[] => [fixture, '--without', '9'],
      /"9" is not the number of a candidate/,
    ],
    ['seats that are no number', (): string[] => [fixture, '--seats', 'two'], /--seats takes a whole number/],
    [
      'a file without ballots',
      (): string[] => [file('empty.blt', '2 1\n0\n"A"\n"B"\n"T"\n')],
      /empty\.blt:1:1: There are no ballots to count/,
    ],
  ])('ends with 1 and one line on standard error for %s', async (_, args, message) => {
    const { code, stdout, stderr } = await run(...args());
    expect(code).toBe(1);
    expect(stdout).toBe('');
    const lines = stderr
      .trim()
      .split('\n')
      .filter((line) => !line.endsWith('(warning)'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(message);
  });

  it('says what the rule does with ballots that rank candidates equal', async () => {
    const equal = file('equal.blt', '3 1\n5 1 2=3 0\n2 2=1 0\n1 3 0\n0\n"A"\n"B"\n"C"\n"T"\n');
    const { code, stdout, stderr } = await run(equal, '--json');
    expect([code, (JSON.parse(stdout) as CountJson).validBallots]).toEqual([0, 6]);
    expect(stderr).toContain('equal.blt:2:1: 7 papers with candidates ranked equal, first on line 2');
    expect(stderr).toContain('equal.blt:1:1: 7 ballots rank candidates equal. By this rule such a ballot ends');
  });

  it('draws lots from a seed, or in the order of the paper', async () => {
    const tied = join(root, 'tests/fixtures/elections/lot_decides_seat/ballots.blt');
    const winner = async (...args: string[]): Promise<number | undefined> =>
      (JSON.parse((await run(tied, '--json', ...args)).stdout) as CountJson).elected[0]?.candidate;
    expect(await winner()).toBe(0);
    const drawn = await winner('--lots', 'a');
    expect(await winner('--lots', 'a')).toBe(drawn);
  });
});
