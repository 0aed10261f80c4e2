import type { Count } from '../count/count';
import type { Stage } from '../count/stage';
import { flowsOver } from './flows';
import { capital, isSingle, namesOf, numberWord, wholeVotes, wholeVotesOf, type Names } from './words';
import type { StageWords } from './stage-words';

/** Stages in a row, both ends included, from 1; most often a single one. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** The least number of stages that are worth folding together. */
const fewest = 2;

/**
 * Runs of small exclusions in which nothing else happens, so that they can be told together: those with the fewest votes
 * of all still in go out, nobody is elected, nobody is level, the count does not start again, and `moving`, the stages at
 * which the own vote moves, are not among them. Small is at most a quarter of the quota or, where there is none, of an
 * equal share for each seat.
 */
export function chaptersOf(count: Count, moving: ReadonlySet<number>): readonly Span[] {
  const chapters: Span[] = [];
  let first: number | null = null;
  for (const { number } of [...count.stages, { number: count.stages.length + 1 }]) {
    const stage = count.stages[number - 1];
    if (stage !== undefined && isQuiet(stage, count) && !moving.has(number)) {
      first ??= number;
      continue;
    }
    if (first !== null && number - first >= fewest) chapters.push({ first, last: number - 1 });
    first = null;
  }
  return chapters;
}

function isQuiet(stage: Stage, count: Count): boolean {
  const { elected, ties, restraints, startsAgain, number } = stage;
  if (!ofTheLowest(stage, count) || startsAgain || elected.length > 0 || ties.length > 0 || restraints.length > 0)
    return false;
  const whole = count.quota ?? (BigInt(count.validBallots) * count.vote) / BigInt(count.seats + 1);
  const before = count.stages[number - 2]?.tallies ?? [];
  const votes = stage.of.reduce((sum, candidate) => sum + (before[candidate] ?? 0n), 0n);
  return 4n * votes <= whole;
}

/** Whether no one still in has fewer votes than those who go out. */
function ofTheLowest({ because }: Stage, { constraints }: Count): boolean {
  switch (because.kind) {
    case 'lowest':
      return because.spared.length === 0;
    case 'together':
    case 'shortfall':
    case 'sure-loser':
    case 'fewer-than':
      return constraints.length === 0; // these do not say whom a constraint spares
    case 'start':
    case 'surplus':
    case 'sharing':
    case 'quotient-over-quota':
    case 'lowest-quotient':
    case 'doomed':
      return false;
    default:
      return because satisfies never;
  }
}

/** A chapter in plain words: who goes out, how many votes move and how many of them stop. */
export function chapterWords(count: Count, { first, last }: Span, names: Names): StageWords {
  const out = count.stages.slice(first - 1, last).flatMap(({ of }) => of);
  const { moved, stopped } = flowsOver(count, { first, last });
  const text = (votes: bigint): string => wholeVotes(votes, count);
  const stop = stopped === 0n ? '' : `; ${text(stopped)} of them ${isSingle(text(stopped)) ? 'stops' : 'stop'}`;
  const many = capital(`${wholeVotesOf(moved, count)} ${isSingle(text(moved)) ? 'moves' : 'move'}`);
  return {
    title: `${capital(numberWord(out.length))} candidates with the fewest votes go out`,
    sentences: [
      `One stage after another: ${namesOf(names, out)}.`,
      `${moved === 0n ? 'No vote moves' : many}${stop}. Nobody is elected.`,
    ],
  };
}

/** "Stage 7 of 29", "Stages 5 to 11 of 29". */
export function placeWords({ first, last }: Span, stages: number): string {
  return `${first === last ? `Stage ${first}` : `Stages ${first} to ${last}`} of ${stages}`;
}
