import { formatVotes } from '../basics/decimal';
import type { Count } from '../count/count';
import type { CandidateId } from '../election/candidate';
import { stageMark, stageTitle } from './stage-words';
import type { Names } from './words';

/** A stage of the result sheet. */
export interface StageHead {
  /** From 1. */
  readonly number: number;
  readonly mark: string;
  readonly title: string;
}

/** A candidate, or what is kept beside the candidates at every stage. */
export type SheetLine =
  | { readonly kind: 'candidate'; readonly candidate: CandidateId; readonly name: string; readonly result: string }
  | { readonly kind: 'stopped' | 'cut' | 'quota'; readonly name: string };

/**
 * The full result sheet: every tally of every stage. The page, copies, files, print and `npm run count -- --csv` all take
 * their cells from here. Cells are written when they are asked for: a large count has hundreds of thousands.
 */
export interface ResultTable {
  readonly stages: readonly StageHead[];
  /** In the order of the ballot paper. */
  readonly candidates: readonly Extract<SheetLine, { readonly kind: 'candidate' }>[];
  readonly totals: readonly Exclude<SheetLine, { readonly kind: 'candidate' }>[];
  /** Votes with the rule's decimals, without commas; `stage` from 1. */
  readonly votes: (line: SheetLine, stage: number) => string;
  /** Whether someone is out by the end of a stage and has no votes left. */
  readonly gone: (line: SheetLine, stage: number) => boolean;
  readonly electedAt: (line: SheetLine) => number | null;
}

export function resultTable(count: Count, names: Names): ResultTable {
  const elected = new Map(count.elected.map(({ candidate, stage }) => [candidate, stage]));
  const out = new Map(count.excluded.map(({ candidate, stage }) => [candidate, stage]));
  const result = (candidate: CandidateId): string => {
    const stage = elected.get(candidate);
    if (stage !== undefined) return `elected, stage ${stage}`;
    return out.has(candidate) ? `out, stage ${out.get(candidate)}` : 'withdrew';
  };
  const unitsOf = (line: SheetLine, number: number): bigint => {
    const stage = count.stages[number - 1];
    if (stage === undefined) throw new Error(`the count has ${count.stages.length} stages, not ${number}`);
    switch (line.kind) {
      case 'candidate':
        return stage.tallies[line.candidate] ?? 0n;
      case 'stopped':
        return stage.nonTransferable;
      case 'cut':
        return stage.lossByFraction;
      case 'quota':
        return stage.quota ?? count.quota ?? 0n;
      default:
        return line satisfies never;
    }
  };
  const stopped = count.votesPerBallot > 1 ? 'Xs not given' : 'Stopped (non-transferable)';
  return {
    stages: count.stages.map((stage) => ({
      number: stage.number,
      mark: stageMark(stage),
      title: stageTitle(count, stage, names),
    })),
    candidates: names.map((name, candidate) => ({ kind: 'candidate', candidate, name, result: result(candidate) })),
    totals: [
      { kind: 'stopped', name: stopped },
      { kind: 'cut', name: 'Cut off by rounding (loss by fraction)' },
      ...(count.quota === null ? [] : [{ kind: 'quota' as const, name: 'Quota' }]),
    ],
    votes: (line, stage) => formatVotes(unitsOf(line, stage), count),
    gone: (line, stage) =>
      line.kind === 'candidate' && (out.get(line.candidate) ?? Infinity) <= stage && unitsOf(line, stage) === 0n,
    electedAt: (line) => (line.kind === 'candidate' ? (elected.get(line.candidate) ?? null) : null),
  };
}

/** What the candidates are ordered by: their place on the paper, how the count ended for them, or their votes at a stage. */
export type SheetOrder =
  { readonly by: 'paper' | 'result' } | { readonly by: 'votes'; /** From 1. */ readonly stage: number };

/**
 * The candidates in an order. By result: the elected first, in order of election, then the others, who stayed in longest
 * first, then who withdrew. By votes: most first, equals as on the paper.
 */
export function orderedBy(order: SheetOrder, count: Count): readonly CandidateId[] {
  const paper = Array.from({ length: count.candidateCount }, (_, candidate) => candidate);
  switch (order.by) {
    case 'paper':
      return paper;
    case 'result': {
      const elected = count.elected.map(({ candidate }) => candidate);
      const known = [...elected, ...count.excluded.map(({ candidate }) => candidate).toReversed()];
      const placed = new Set(known);
      return [...known, ...paper.filter((candidate) => !placed.has(candidate))];
    }
    case 'votes': {
      const tallies = count.stages[order.stage - 1]?.tallies ?? [];
      const votes = (candidate: CandidateId): bigint => tallies[candidate] ?? 0n;
      return paper.sort((a, b) => (votes(b) > votes(a) ? 1 : votes(b) < votes(a) ? -1 : a - b));
    }
    default:
      return order satisfies never;
  }
}
