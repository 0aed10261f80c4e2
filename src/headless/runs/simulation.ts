import { parseArgs } from 'node:util';
import type { Rule } from '../../count/rule';
import { builtInElection, builtInElections } from '../../election/built-in';
import type { Ballots } from '../../election/ballots';
import type { Election } from '../../election/election';
import { createCollector } from '../../turnout/ensemble/collect';
import { checkPlan, mostRuns, type Arm, type Plan } from '../../turnout/ensemble/plan';
import { createRuns } from '../../turnout/ensemble/run';
import { shardRange, type RunRange } from '../../turnout/ensemble/run-numbers';
import { fittedId, fitTurnout } from '../../turnout/fit/fit';
import type { Turnout } from '../../turnout/model';
import { sampleTurnouts } from '../../turnout/samples/sample-turnouts';
import { readBallot } from '../reading/ballot';
import { openBlt, openRule, openTurnout } from '../reading/files';
import { Refusal, saidBy } from '../reading/refusal';
import { formatRunsFile, namesOf, runsFile } from './runs-file';
import { describeRuns } from './runs-words';
import { readWhatIf, whatIfUsage } from './what-ifs';

const usage =
  'npm run --silent simulate -- (--election ID | --file FILE.blt) [--turnout ID | --file TURNOUT.json] [--runs N] ' +
  '[--seed S] [--rule RULE] [--papers N] [--shard I/N] [--ballot "NAME, NAME"] ' +
  `${whatIfUsage} [--json]`;

/** Makes the runs that a command line asks for; what `simulate` prints of them. */
export function simulate(args: readonly string[]): string {
  const values = readArguments(args);
  const runs = wholeNumber('--runs', values.runs, mostRuns);
  const voted = readElection(values.election, values.file);
  const plan = planOf(voted, values);
  const numbers = values.shard === undefined ? ([1, runs] as const) : readShard(values.shard, runs);
  const make = createRuns(plan);
  const collector = createCollector(plan);
  if (numbers !== null) for (let run = numbers[0]; run <= numbers[1]; run++) collector.add(make(run));
  const file = runsFile(namesOf(voted.election), plan, runs, collector.tally());
  return values.json ? formatRunsFile(file) : describeRuns(file);
}

type Arguments = ReturnType<typeof readArguments>;

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        election: { type: 'string' },
        file: { type: 'string', multiple: true, default: [] },
        turnout: { type: 'string' },
        runs: { type: 'string', default: '1000' },
        seed: { type: 'string', default: '1' },
        rule: { type: 'string' },
        papers: { type: 'string' },
        shard: { type: 'string' },
        ballot: { type: 'string', default: '' },
        'what-if': { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Refusal(`${saidBy(error)}; usage: ${usage}`);
  }
}

function planOf(voted: Voted, values: Arguments): Plan {
  const { election } = voted;
  if (values.seed === '') throw new Refusal('--seed takes a text of one letter or more');
  const own: Arm = {
    id: 'as it is',
    turnout: readTurnout(voted, values.turnout, values.file),
    rule: readRule(election, values.rule),
    mine: readBallot(values.ballot, election),
    copies: 1,
  };
  const plan: Plan = {
    seats: election.seats,
    candidateCount: election.candidates.length,
    withdrawn: election.candidates.flatMap(({ withdrawn }, id) => (withdrawn ? [id] : [])),
    slateOf: election.candidates.map(({ slate }) => slate),
    slateCount: election.slates.length,
    seed: values.seed,
    papers: values.papers === undefined ? null : wholeNumber('--papers', values.papers, 10_000_000),
    arms: [own, ...values['what-if'].map((text) => readWhatIf(text, own, election))],
  };
  const checked = checkPlan(plan);
  if (!checked.ok) throw new Refusal(checked.error.message);
  return checked.value;
}

/** An election and the ballots of its file, if it is from one. */
interface Voted {
  readonly election: Election;
  readonly ballots: Ballots | null;
}

const isJson = (file: string): boolean => file.endsWith('.json');

/** Built-in elections have no ballots. */
function readElection(id: string | undefined, files: readonly string[]): Voted {
  const [file, another] = files.filter((each) => !isJson(each));
  if (another !== undefined || (file === undefined) === (id === undefined)) {
    throw new Refusal(`name one election, with --election or as a BLT file; usage: ${usage}`);
  }
  if (file !== undefined) return openBlt(file);
  const builtIn = builtInElection(id ?? '');
  if (builtIn !== null) return { election: builtIn.election, ballots: null };
  const ids = builtInElections.map(({ election }) => election.id);
  throw new Refusal(`there is no election "${id}"; built in are ${ids.join(', ')}`);
}

function readTurnout({ election, ballots }: Voted, id: string | undefined, files: readonly string[]): Turnout {
  const [file, another] = files.filter(isJson);
  if (another !== undefined || (file !== undefined && id !== undefined)) {
    throw new Refusal(`name one turnout, with --turnout or as a JSON file; usage: ${usage}`);
  }
  if (file !== undefined) return openTurnout(file, election);
  if (id === fittedId && ballots !== null) return fitted(election, ballots);
  const turnouts = sampleTurnouts(election);
  const turnout = id === undefined ? turnouts[0] : turnouts.find((each) => each.id === id);
  if (turnout !== undefined) return turnout;
  const ids = [...turnouts.map((each) => each.id), ...(ballots === null ? [] : [fittedId])];
  throw new Refusal(`there is no turnout "${id}" here; there are ${ids.join(', ')}`);
}

function fitted(election: Election, ballots: Ballots): Turnout {
  const turnout = fitTurnout(election, ballots);
  if (!turnout.ok) throw new Refusal(turnout.error.message);
  return turnout.value;
}

const readRule = (election: Election, named: string | undefined): Rule => openRule(named ?? election.rule);

/** "3/8": the third of eight shards. */
function readShard(text: string, runs: number): RunRange | null {
  const [, index = '', of = ''] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = Number(index);
  if (index === '' || shard < 1 || shard > Number(of)) {
    throw new Refusal(`--shard takes a shard and how many there are, as in 3/8 (from 1/8 to 8/8), not "${text}"`);
  }
  return shardRange(runs, shard, Number(of));
}

function wholeNumber(option: string, text: string, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= most) return number;
  throw new Refusal(`${option} takes a whole number from 1 to ${most}, not "${text}"`);
}
