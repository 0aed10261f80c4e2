import { groupThousands } from '../../basics/decimal';
import type { CandidateId } from '../../election/candidate';
import type { ResultTable, SheetLine, StageHead } from '../../story/result-table';
import type { Span } from './window';

/** The head of a row or of a column. */
export interface GridHead {
  readonly key: string;
  readonly name: string;
  /** Said below the name: how the count ended for a candidate, what a stage is. */
  readonly note: string;
  /** A letter in front of the name; empty for none. */
  readonly mark: string;
  /** The stage, from 1, by which the candidates can be ordered here; null where they cannot. */
  readonly stage: number | null;
  readonly total: boolean;
  readonly elected: boolean;
}

export interface GridCell {
  readonly text: string;
  /** Where someone was elected, or beside the candidates; null for any other. */
  readonly kind: 'now' | 'total' | null;
}

/** The sheet as it lies on the page: either way round, the same to whoever draws it. */
export interface Grid {
  readonly corner: string;
  readonly rows: readonly GridHead[];
  readonly columns: readonly GridHead[];
  /** Those of a row in some of the columns. */
  readonly cells: (row: number, columns: Span) => readonly GridCell[];
}

export function gridOf(table: ResultTable, candidates: readonly CandidateId[], turned: boolean): Grid {
  const lines: readonly SheetLine[] = [
    ...candidates.flatMap((candidate) => table.candidates[candidate] ?? []),
    ...table.totals,
  ];
  const cellAt = (line: SheetLine | undefined, stage: StageHead | undefined): GridCell => {
    if (line === undefined || stage === undefined) throw new Error('there is no such cell in the result sheet');
    const { number } = stage;
    if (table.gone(line, number)) return { text: '', kind: null };
    const kind = line.kind !== 'candidate' ? 'total' : table.electedAt(line) === number ? 'now' : null;
    return { text: groupThousands(table.votes(line, number)), kind };
  };
  const lineHeads = lines.map((line): GridHead => {
    const candidate = line.kind === 'candidate';
    return {
      key: candidate ? `${line.candidate}` : line.kind,
      name: line.name,
      note: candidate ? line.result : '',
      mark: '',
      stage: null,
      total: !candidate,
      elected: table.electedAt(line) !== null,
    };
  });
  const stageHeads = table.stages.map(({ number, mark, title }): GridHead => {
    return {
      key: `s${number}`,
      name: `Stage ${number}`,
      note: title,
      mark: number === 1 ? '' : mark, // there is no other first stage to tell it from
      stage: number,
      total: false,
      elected: false,
    };
  });
  return turned
    ? {
        corner: 'Stage',
        rows: stageHeads,
        columns: lineHeads,
        cells: (row, { from, to }) => lines.slice(from, to).map((line) => cellAt(line, table.stages[row])),
      }
    : {
        corner: 'Candidate',
        rows: lineHeads,
        columns: stageHeads,
        cells: (row, { from, to }) => table.stages.slice(from, to).map((stage) => cellAt(lines[row], stage)),
      };
}
