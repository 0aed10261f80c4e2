import { parseArgs } from 'node:util';
import { formatVotes } from '../basics/decimal';
import { readConstraints } from '../ballots/constraints-file';
import { formatFileError } from '../ballots/file';
import { checkContest, type Contest } from '../count/contest';
import { count, type Count } from '../count/count';
import type { Lots } from '../count/lots';
import { recount } from '../count/recount';
import type { Constraint } from '../election/constraint';
import { papersRankingEqual } from '../election/ballots';
import { equalWords } from '../story/equal-words';
import { orderedBy, resultTable } from '../story/result-table';
import { csvLine, sheetTexts } from '../story/result-text';
import { countToJson } from './count-json';
import { openBlt, openRule, readText } from './reading/files';
import { Refusal, runCommand, saidBy } from './reading/refusal';

const usage = `npm run --silent count -- FILE.blt [--rule RULE] [--seats N] [--lots SEED] [--constraints FILE] [--without N,N] [--keeping N,N] [--json | --csv]`;

function main(): void {
  const { values, positionals } = readArguments();
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Refusal(`name one file: ${usage}`);
  const rule = openRule(values.rule);
  const opened = openBlt(file);
  const { election, ballots } = opened;
  const ballotPaper: Contest = {
    seats: values.seats === undefined ? election.seats : readSeats(values.seats),
    candidateCount: election.candidates.length,
    withdrawn: election.candidates.flatMap(({ withdrawn }, id) => (withdrawn ? [id] : [])),
    ballots,
    constraints:
      values.constraints === undefined ? [] : openConstraints(values.constraints, election.candidates.length),
  };
  const numbers = (text: string | undefined): number[] => readNumbers(text, election.candidates.length);
  const contest = recount(ballotPaper, { leaving: numbers(values.without), keeping: numbers(values.keeping) });
  const checked = checkContest(contest, rule);
  if (!checked.ok) throw new Refusal(formatFileError({ line: 1, column: 1, ...checked.error }, file));
  for (const warning of opened.warnings) console.error(`${formatFileError(warning, file)} (warning)`);
  const equal = papersRankingEqual(ballots);
  if (equal > 0) console.error(`${file}:1:1: ${equalWords(rule, equal)} (warning)`);
  const lots: Lots =
    values.lots === undefined
      ? { kind: 'listed', order: election.candidates.map((_, id) => id) }
      : { kind: 'seeded', seed: values.lots };
  const result = count(contest, rule, lots);
  const names = election.candidates.map(({ name }) => name);
  if (values.json) process.stdout.write(`${JSON.stringify(countToJson(result, election.title, names))}\n`);
  else if (values.csv) process.stdout.write(sheetOf(result, names));
  else process.stdout.write(describe(result, election.title, names));
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        rule: { type: 'string', default: 'scottish-2007' },
        seats: { type: 'string' },
        lots: { type: 'string' },
        constraints: { type: 'string' },
        without: { type: 'string' },
        keeping: { type: 'string' },
        json: { type: 'boolean', default: false },
        csv: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Refusal(`${saidBy(error)}; usage: ${usage}`);
  }
}

function readSeats(text: string): number {
  const seats = Number(text);
  if (!Number.isInteger(seats) || seats < 1)
    throw new Refusal(`--seats takes a whole number of 1 or more, not "${text}"`);
  return seats;
}

/** Candidate numbers as on the ballot paper, from 1: "3,12". */
function readNumbers(text: string | undefined, candidateCount: number): number[] {
  if (text === undefined) return [];
  return text.split(',').map((part) => {
    const number = Number(part);
    if (Number.isInteger(number) && number >= 1 && number <= candidateCount) return number - 1;
    throw new Refusal(`"${part}" is not the number of a candidate; they go from 1 to ${candidateCount}`);
  });
}

function openConstraints(file: string, candidateCount: number): readonly Constraint[] {
  const read = readConstraints(readText(file), candidateCount);
  if (!read.ok) throw new Refusal(formatFileError(read.error, file));
  return read.value;
}

/** The result sheet as the page saves it. */
function sheetOf(counted: Count, names: readonly string[]): string {
  const view = { candidates: orderedBy({ by: 'paper' }, counted), turned: false };
  return [...sheetTexts(resultTable(counted, names), view)].map(csvLine).join('');
}

function describe(counted: Count, title: string, names: readonly string[]): string {
  const { rule, seats, quota, validBallots, stages } = counted;
  const votes = (units: bigint): string => formatVotes(units, counted);
  const named = (ids: readonly number[]): string => ids.map((id) => names[id] ?? `candidate ${id + 1}`).join(', ');
  const needed = quota === null ? 'no quota' : `quota ${votes(quota)}`;
  const lines = [title, `${rule.name}: ${validBallots} valid ballots, ${seats} seats, ${needed}`];
  for (const stage of stages) {
    lines.push('', `Stage ${stage.number}: ${stage.kind}${stage.of.length > 0 ? ` of ${named(stage.of)}` : ''}`);
    stage.tallies.forEach((tally, id) => lines.push(`  ${votes(tally).padStart(14)}  ${names[id] ?? ''}`));
    lines.push(`  ${votes(stage.nonTransferable).padStart(14)}  non-transferable`);
    lines.push(`  ${votes(stage.lossByFraction).padStart(14)}  loss by fraction`);
    if (stage.startsAgain) lines.push('  the count starts again');
    if (stage.elected.length > 0) lines.push(`  elected: ${named(stage.elected.map(({ candidate }) => candidate))}`);
    if (stage.excluded.length > 0) lines.push(`  excluded: ${named(stage.excluded)}`);
    for (const { kind, candidates, groups } of stage.restraints) {
      lines.push(`  ${kind}: ${named(candidates)} (${groups.join(', ')})`);
    }
    for (const tie of stage.ties) {
      const how =
        tie.resolvedBy.kind === 'earlier-stage' ? `by stage ${tie.resolvedBy.stage}` : `by ${tie.resolvedBy.kind}`;
      lines.push(`  tie (${named(tie.tied)}) settled ${how}: ${named([tie.chosen])}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

runCommand(main);
