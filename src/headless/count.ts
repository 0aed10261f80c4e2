import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { formatVotes } from '../basics/decimal';
import { parseBlt } from '../ballots/blt';
import { readConstraints } from '../ballots/constraints-file';
import { formatFileError, type OpenedElection } from '../ballots/file';
import { decodeText } from '../ballots/text';
import { CannotCount } from '../count/cannot-count';
import { checkContest, type Contest } from '../count/contest';
import { count, type Count } from '../count/count';
import type { Lots } from '../count/lots';
import type { Rule } from '../count/rule';
import { findRule, rules } from '../count/rules/rules';
import { customRule } from '../count/custom-rule';
import { recount } from '../count/recount';
import type { Constraint } from '../election/constraint';
import { papersRankingEqual } from '../election/ballots';
import { equalWords } from '../story/equal-words';
import { countToJson } from './count-json';

const ruleNames = rules.map(({ id }) => id).join(', ');
const usage = `npm run --silent count -- FILE.blt [--rule RULE] [--seats N] [--lots SEED] [--constraints FILE] [--without N,N] [--keeping N,N] [--json]`;

/** Ends the program with one line on standard error, as a newcomer or a script needs it. */
class Refusal extends Error {}

function main(): void {
  const { values, positionals } = readArguments();
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Refusal(`name one file: ${usage}`);
  const rule = values.rule.endsWith('.json') ? openRule(values.rule) : findRule(values.rule);
  if (rule === null) throw new Refusal(`there is no rule "${values.rule}"; the rules are ${ruleNames}`);
  const opened = open(file);
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
  process.stdout.write(
    values.json
      ? `${JSON.stringify(countToJson(result, election.title, names))}\n`
      : describe(result, election.title, names),
  );
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
      },
    });
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)}; usage: ${usage}`);
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

function openRule(file: string): Rule {
  let said: unknown;
  try {
    said = JSON.parse(readText(file));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const rule = customRule(said);
  if (!rule.ok) throw new Refusal(`${file}: ${rule.error.messages.join(' ')}`);
  return rule.value;
}

function readText(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Refusal(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw new Refusal(formatFileError(decoded.error, file));
  return decoded.value.text;
}

function open(file: string): OpenedElection {
  const parsed = parseBlt(readText(file), { file: basename(file) });
  if (!parsed.ok) throw new Refusal(formatFileError(parsed.error, file));
  return parsed.value;
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

try {
  main();
} catch (error) {
  if (!(error instanceof Refusal) && !(error instanceof CannotCount)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
