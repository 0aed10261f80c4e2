import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nec2020 } from '../../src/election/built-in-nec-2020';
import { Refusal } from '../../src/headless/reading/refusal';
import { merge } from '../../src/headless/runs/merging';
import type { RunsFile } from '../../src/headless/runs/runs-file';
import { simulate } from '../../src/headless/runs/simulation';
import { formatTurnout } from '../../src/turnout/file';
import { sampleTurnouts } from '../../src/turnout/samples/sample-turnouts';

const root = join(import.meta.dirname, '../..');
const tool = join(root, 'src/tools/headless.mjs');
const ward = join(root, 'tests/fixtures/elections/withdrawn/ballots.blt');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real thing, in a process of its own. */
function run(name: 'simulate' | 'merge', ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [tool, name, ...args], { cwd: root }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

function refusal(work: () => string): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error('it was not refused');
}
const refused = (...args: string[]): string => refusal(() => simulate(args));
const unmerged = (...files: string[]): string => refusal(() => merge(files));

let folder = '';
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'ballotflow-runs-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const usual = [
  '--election',
  'practice',
  '--runs',
  '12',
  '--seed',
  '482',
  '--papers',
  '200',
  '--ballot',
  '3, 1',
  '--json',
];

describe('npm run simulate', () => {
  it('prints one object with --json and nothing else, or one line of refusal', { timeout: 60_000 }, async () => {
    expect(await run('simulate', ...usual)).toEqual({ code: 0, stdout: simulate(usual), stderr: '' });
    const stderr = 'there is no election "nec-2021"; built in are nec-2020, practice\n';
    expect(await run('simulate', '--election', 'nec-2021')).toEqual({ code: 1, stdout: '', stderr });
  });

  it('keeps the contract', () => {
    const text = simulate(usual);
    expect(text.indexOf('\n')).toBe(text.length - 1);
    const read = JSON.parse(text) as RunsFile;
    expect(Object.keys(read)).toEqual(['format', 'version', 'election', 'plan', 'runs', 'tally', 'summary']);
    expect(read).toMatchObject({ format: 'ballotflow-runs', version: 1, runs: 12, election: { id: 'practice' } });
    expect(read.plan).toMatchObject({ seed: '482', papers: 200, arms: [{ mine: [2, 0], copies: 1 }] });
    expect(read.tally.runs).toEqual([[1, 12]]);
    expect(read.summary.arms[0]?.counted).toBe(12);
    expect(read.summary.arms[0]?.mine?.followed).toBe(12);
  });

  it('prints a table to read without --json, and says that the voters are made up', () => {
    const text = simulate(usual.slice(0, -1));
    expect(text).toContain('Made-up voters');
    expect(text).toMatch(/Your ballot on average/);
    expect(text).toMatch(/Most common outcomes/);
  });

  it('takes names, parts of names and numbers for the ballot, and another rule', () => {
    const asked = ['--election', 'nec-2020', '--runs', '1', '--papers', '100', '--rule', 'block-vote', '--json'];
    const { plan, tally } = JSON.parse(simulate([...asked, '--ballot', 'ann black; pidcock; 1; GURINDER singh'])) as RunsFile; // prettier-ignore
    const mine = ['Ann Black', 'Laura Pidcock', nec2020.candidates[0]?.name, 'Gurinder Singh Josan'];
    expect(plan.arms[0]?.mine.map((id) => nec2020.candidates[id]?.name)).toEqual(mine);
    expect(plan.arms[0]?.rule.id).toBe('block-vote');
    // Four of nine Xs are given.
    expect([5555, 5556]).toContain(tally.arms[0]?.mine?.stopped.sum);
  });

  it('counts the same voters with one thing changed, and tells the difference with its paired error', () => {
    const whatIfs = ['cut=1', 'ballot=Ben Birch; 4', 'rule=meek-prf', 'voters=20', 'orders=K:rotated', 'orders=K:none'];
    const asked = [...usual, ...whatIfs.flatMap((text) => ['--what-if', text])];
    const { plan, summary, tally } = JSON.parse(simulate(asked)) as RunsFile;
    const [own, ...others] = plan.arms;
    expect(others.map(({ id }) => id)).toEqual(whatIfs);
    expect(others.map(({ mine }) => mine)).toEqual([[2], [1, 3], [2, 0], [2, 0], [2, 0], [2, 0]]);
    expect(others.map(({ copies }) => copies)).toEqual([1, 1, 1, 20, 1, 1]);
    expect(others[2]?.rule.id).toBe('meek-prf');
    const kitchen = others.slice(4).map(({ turnout }) => turnout.blocs.filter(({ slate }) => slate === 1));
    expect(kitchen.map((blocs) => blocs.map(({ follows }) => follows.length))).toEqual([[2], [0]]);
    expect(own?.id).toBe('as it is');
    expect(summary.pairs.map(({ id }) => id)).toEqual(whatIfs);
    for (const pair of tally.pairs) expect(pair.paired).toBe(12);
    // The mean of differences is the difference of means; its error is not made of theirs.
    const [cut] = summary.pairs;
    const [before, after] = summary.arms;
    expect(cut?.stopped.mean).toBeCloseTo((after?.mine?.stopped.mean ?? NaN) - (before?.mine?.stopped.mean ?? NaN), 9);
    expect(cut?.stopped.error).toBeGreaterThan(0);
    // The first arm is as it would be alone.
    expect(summary.arms[0]).toEqual((JSON.parse(simulate(usual)) as RunsFile).summary.arms[0]);
    const text = simulate(asked.filter((part) => part !== '--json'));
    expect(text).toMatch(/What if voters=20: the same voters, and who is elected changes in \d/);
    expect(text).toMatch(/your ballot: helps elect somebody [+-]\d+\.\d \(± \d+\.\d\d\) pence/);
  });

  it('refuses a change that makes no sense', () => {
    const changed = (...args: string[]): string => refused('--election', 'practice', '--runs', '1', ...args);
    expect(changed('--what-if', 'less=1')).toMatch(/^--what-if takes one thing to change, not "less=1"; usage/);
    expect(changed('--what-if', 'cut')).toMatch(/^--what-if takes one thing/);
    expect(changed('--what-if', 'cut=1')).toBe('--what-if cut=1 needs a ballot of two names or more, with --ballot');
    expect(changed('--ballot', '1,2', '--what-if', 'cut=2')).toBe('--what-if cut=2 takes a whole number from 1 to 1');
    expect(changed('--ballot', '1,2', '--what-if', 'voters=0')).toMatch(/from 1 to 1000000$/);
    expect(changed('--what-if', 'voters=9')).toBe('--what-if voters=9 needs a ballot, with --ballot');
    expect(changed('--what-if', 'ballot=9')).toMatch(/not the number of a candidate/);
    expect(changed('--what-if', 'rule=stv')).toMatch(/no rule "stv"/);
    expect(changed('--what-if', 'rule=av')).toMatch(/one seat only/);
    expect(changed('--what-if', 'orders=Z:one')).toMatch(/takes a slate \(there are R, K\)/);
    expect(changed('--what-if', 'orders=K')).toMatch(/a colon and one, rotated or none/);
    expect(changed('--ballot', '1,2', '--what-if', 'cut=1', '--what-if', 'cut=1')).toBe('Two arms have the same name.');
  });

  it('opens an election from a BLT file', () => {
    const text = simulate(['--file', ward, '--runs', '2', '--papers', '100', '--json']);
    const { election, plan } = JSON.parse(text) as RunsFile;
    expect(election.candidates).toEqual(['Adam', 'Basil', 'Charlotte', 'Donald']);
    expect(plan.withdrawn).toEqual([1]);
  });

  it('takes a turnout from a file, and tells all that is wrong with one', () => {
    const [, another] = sampleTurnouts(nec2020);
    if (another === undefined) throw new Error('the NEC election has several turnouts');
    const text = formatTurnout(another, nec2020);
    const asked = ['--election', 'nec-2020', '--runs', '2', '--papers', '100', '--json'];
    const own = simulate([...asked, '--file', file('own.json', text)]);
    expect(JSON.parse(own)).toEqual(JSON.parse(simulate([...asked, '--turnout', another.id])));
    const changed = text.replace(/"loyalty": [\d.]+/, '"loyalty": 7').replace(/"turnout": [\d.]+/, '"turnout": 3');
    const wrong = file('wrong.json', changed);
    expect(refused(...asked, '--file', wrong)).toBe(
      `${wrong}: blocs[0].turnout must be from 0 to 1, not 3; blocs[0].loyalty must be from 0 to 1, not 7`,
    );
    expect(refused(...asked, '--file', file('cut.json', '{'))).toMatch(/cut\.json: is not JSON/);
    expect(refused(...asked, '--file', wrong, '--turnout', another.id)).toMatch(/^name one turnout/);
    expect(refused(...asked, '--file', wrong, '--file', wrong)).toMatch(/^name one turnout/);
  });

  it('fits a turnout to the ballots of a file', () => {
    const text = simulate(['--file', ward, '--turnout', 'fitted', '--runs', '3', '--json']);
    const { plan, tally } = JSON.parse(text) as RunsFile;
    expect(plan.arms[0]?.turnout.id).toBe('fitted');
    expect(tally.arms[0]?.counted).toBe(3);
    expect(refused('--file', ward, '--turnout', 'fit')).toMatch(/, fitted$/);
    expect(refused('--election', 'nec-2020', '--turnout', 'fitted')).toMatch(/^there is no turnout "fitted"/);
    const blank = file('blank.blt', '2 1\n3 0\n0\n"A"\n"B"\n"T"\n');
    expect(refused('--file', blank, '--turnout', 'fitted')).toMatch(/^No ballot names anyone/);
  });

  it('refuses what it cannot do, in one line', () => {
    const nec = ['--election', 'nec-2020'];
    expect(refused()).toMatch(/^name one election/);
    expect(refused(...nec, '--file', ward)).toMatch(/^name one election/);
    expect(refused(...nec, '--turnout', 'all')).toMatch(/no turnout "all" here; there are calibrated/);
    expect(refused(...nec, '--rule', 'stv')).toMatch(/no rule "stv"/);
    expect(refused(...nec, '--rule', 'av')).toMatch(/one seat only/);
    expect(refused(...nec, '--runs', '0')).toMatch(/from 1 to 1000000, not "0"/);
    expect(refused(...nec, '--runs', '1e3')).toMatch(/not "1e3"/);
    expect(refused(...nec, '--papers', 'many')).toMatch(/--papers takes a whole number/);
    expect(refused(...nec, '--seed', '')).toMatch(/--seed takes a text/);
    for (const shard of ['0/4', '5/4', '2', 'a/b', '1/0']) {
      expect(refused(...nec, '--shard', shard)).toMatch(/--shard takes a shard/);
    }
    expect(refused(...nec, '--ballot', 'Ann')).toBe('"Ann" could be Johanna Baxter or Ann Black or Ann Henderson');
    expect(refused(...nec, '--ballot', 'Nobody')).toBe('no candidate is called "Nobody"');
    expect(refused(...nec, '--ballot', '99')).toMatch(/not the number of a candidate/);
    expect(refused(...nec, '--ballot', '1,1')).toMatch(/twice/);
    expect(refused(...nec, '--fast')).toMatch(/--fast.*usage/);
    expect(refused('--file', join(folder, 'none.blt'))).toMatch(/cannot be read/);
  });
});

describe('npm run merge', () => {
  const shard = (index: number, of: number, ...args: string[]): string => {
    const name = `shard-${index}-${of}-${args.join('')}.json`.replaceAll(/[/ ]/g, '');
    return file(name, simulate([...usual, '--shard', `${index}/${of}`, ...args]));
  };

  it('gives byte for byte what one run of all would have given, in any order', () => {
    const text = simulate(usual);
    expect(merge([2, 3, 1].map((index) => shard(index, 3)))).toBe(text);
    // More shards than runs: some have none.
    expect(merge(Array.from({ length: 14 }, (_, i) => shard(i + 1, 14)))).toBe(text);
    expect(merge([file('whole.json', text)])).toBe(text);
  });

  it('and so it is with what-ifs', () => {
    const whatIfs = ['--what-if', 'voters=20', '--what-if', 'rule=meek-prf', '--what-if', 'orders=K:one'];
    const text = simulate([...usual, ...whatIfs]);
    expect(merge([3, 1, 2].map((index) => shard(index, 3, ...whatIfs)))).toBe(text);
    expect(unmerged(shard(1, 3), shard(2, 3, ...whatIfs))).toMatch(/the what-ifs$/);
  });

  it('prints it, or one line of refusal', { timeout: 60_000 }, async () => {
    const [one, two] = [shard(1, 2), shard(2, 2)];
    expect(await run('merge', two, one)).toEqual({ code: 0, stdout: simulate(usual), stderr: '' });
    expect(await run('merge', one)).toEqual({ code: 1, stdout: '', stderr: 'runs 7 to 12 of 12 are missing\n' });
  });

  it('refuses what does not make up the whole, and says why', () => {
    const [one, two, half] = [shard(1, 3), shard(2, 3), shard(1, 2)];
    expect(unmerged()).toMatch(/^name the files to merge/);
    expect(unmerged('--all')).toMatch(/--all.*usage/);
    expect(unmerged(one, two)).toBe('runs 9 to 12 of 12 are missing');
    expect(unmerged(one, two, half)).toBe(`${one} and ${half} both have runs 1 to 4`);
    expect(unmerged(one, one)).toBe(`${one} and ${one} both have runs 1 to 4`);
    const other = shard(2, 3, '--seed', '483');
    const different = `${other} and ${one} are not of one ensemble: they differ in the seed ("482" and "483")`;
    expect(unmerged(one, other)).toBe(different);
    expect(unmerged(one, shard(2, 3, '--rule', 'meek-prf'))).toMatch(/the rule$/);
    expect(unmerged(one, shard(2, 3, '--runs', '13'))).toMatch(/how many runs .*12 and 13/);
    expect(unmerged(one, shard(2, 3, '--papers', '201'))).toMatch(/number of papers$/);
    expect(unmerged(one, shard(2, 3, '--ballot', '1'))).toMatch(/the ballot$/);
  });

  it('refuses files that simulate has not printed, or not so', () => {
    const text = readFileSync(shard(1, 3), 'utf8');
    expect(unmerged(file('cut.json', text.slice(0, 500)))).toMatch(/cut\.json is not JSON/);
    expect(unmerged(file('other.json', '{"format":"other"}'))).toMatch(/was not printed by simulate/);
    expect(unmerged(file('new.json', text.replace('"version":1', '"version":2')))).toMatch(/version 2/);
    for (const [from, to] of [
      ['"counted":4', '"counted":5'],
      ['"runs":[[1,4]]', '"runs":[[1,5]]'],
      ['"tally":', '"tall":'],
      ['"arms":[{"counted"', '"arms":[{},{"counted"'],
    ] as const) {
      expect(text).toContain(from);
      expect(unmerged(file('changed.json', text.replace(from, to)))).toMatch(/has been changed/);
    }
    expect(unmerged(join(folder, 'none.json'))).toMatch(/cannot be read/);
  });
});

/** GNU parallel, not the program of the same name in moreutils. */
function hasParallel(): boolean {
  try {
    return execFileSync('parallel', ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).startsWith('GNU');
  } catch {
    return false;
  }
}

describe('spread over processes', { timeout: 120_000 }, () => {
  const spreader = hasParallel() ? 'GNU parallel' : 'node, as GNU parallel is not installed';
  it(`gives the same bytes: by ${spreader}`, async () => {
    const shards = ['1', '2', '3', '4'];
    const to = (index: string): string => join(folder, `spread-${index}.json`);
    if (hasParallel()) {
      const command = `${process.execPath} ${tool} simulate ${usual.map((one) => `'${one}'`).join(' ')} --shard {}/4 > ${to('{}')}`;
      execFileSync('parallel', ['--jobs', '2', command, ':::', ...shards], { cwd: root, stdio: 'ignore' });
    } else {
      const made = shards.map(async (index) => {
        writeFileSync(to(index), (await run('simulate', ...usual, '--shard', `${index}/4`)).stdout);
      });
      await Promise.all(made);
    }
    expect((await run('merge', ...shards.map(to))).stdout).toBe(simulate(usual));
  });
});
