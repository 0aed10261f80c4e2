import { parseArgs } from 'node:util';
import { emptyTally } from '../../turnout/ensemble/empty';
import { mergeTallies } from '../../turnout/ensemble/merge';
import { formatRanges, missingRanges, sharedRanges } from '../../turnout/ensemble/run-numbers';
import { readText } from '../reading/files';
import { Refusal, saidBy } from '../reading/refusal';
import { formatRunsFile, parseRunsFile, runsFile, type RunsFile } from './runs-file';

const usage = 'npm run --silent merge -- SHARD.json SHARD.json ...';

/** What one run of all would have printed; refuses shards that do not make up the whole, and says why. */
export function merge(args: readonly string[]): string {
  const files = readArguments(args);
  const [first] = files;
  if (first === undefined) throw new Refusal(`name the files to merge: ${usage}`);
  const begun = open(first);
  let tally = emptyTally(begun.plan);
  const seen: { readonly file: string; readonly tally: RunsFile['tally'] }[] = [];
  for (const file of files) {
    const shard = file === first && seen.length === 0 ? begun : open(file);
    const different = firstDifference(begun, shard);
    if (different !== null)
      throw new Refusal(`${file} and ${first} are not of one ensemble: they differ in ${different}`);
    for (const earlier of seen) {
      const shared = sharedRanges(earlier.tally.runs, shard.tally.runs);
      if (shared.length > 0) throw new Refusal(`${earlier.file} and ${file} both have runs ${formatRanges(shared)}`);
    }
    seen.push({ file, tally: shard.tally });
    tally = mergeTallies(tally, shard.tally);
  }
  const missing = missingRanges(tally.runs, begun.runs);
  if (missing.length > 0) throw new Refusal(`runs ${formatRanges(missing)} of ${begun.runs} are missing`);
  return formatRunsFile(runsFile(begun.election, begun.plan, begun.runs, tally));
}

function readArguments(args: readonly string[]): readonly string[] {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: {} }).positionals;
  } catch (error) {
    throw new Refusal(`${saidBy(error)}; usage: ${usage}`);
  }
}

function open(file: string): RunsFile {
  const parsed = parseRunsFile(readText(file));
  if (!parsed.ok) throw new Refusal(`${file} ${parsed.error.message}`);
  return parsed.value;
}

/** In words, what two files do not share; null where they are shards of the same. */
function firstDifference(a: RunsFile, b: RunsFile): string | null {
  if (isDifferent(a.election, b.election)) return 'the election';
  if (a.runs !== b.runs) return `how many runs were asked for (${a.runs} and ${b.runs})`;
  const { plan } = a;
  if (plan.seed !== b.plan.seed) return `the seed ("${plan.seed}" and "${b.plan.seed}")`;
  if (plan.papers !== b.plan.papers) return 'the number of papers';
  const ids = ({ arms }: RunsFile['plan']): string[] => arms.map(({ id }) => id);
  if (isDifferent(ids(plan), ids(b.plan))) return 'the what-ifs';
  const names = {
    turnout: 'the turnout',
    rule: 'the rule',
    mine: 'the ballot',
    copies: 'the number of ballots',
  } as const;
  for (const part of ['turnout', 'rule', 'mine', 'copies'] as const) {
    const parts = ({ arms }: RunsFile['plan']): unknown[] => arms.map((arm) => arm[part]);
    if (isDifferent(parts(plan), parts(b.plan))) return names[part];
  }
  return isDifferent(plan, b.plan) ? 'the plan' : null;
}

const isDifferent = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
