import type { CandidateId } from '../election/candidate';
import type { ResultTable, SheetLine, StageHead } from './result-table';

/** How the sheet lies: a row for each candidate, or turned, a row for each stage. */
export interface SheetView {
  readonly candidates: readonly CandidateId[];
  readonly turned: boolean;
}

const headOf = ({ number, title }: StageHead): string => `Stage ${number}: ${title}`;

/**
 * The sheet as rows of texts, the first one its head: votes in plain decimals, every cell filled. One row at a time, as a
 * large sheet takes a while.
 */
export function* sheetTexts(table: ResultTable, { candidates, turned }: SheetView): Generator<readonly string[], void> {
  const lines: readonly SheetLine[] = [
    ...candidates.flatMap((candidate) => table.candidates[candidate] ?? []),
    ...table.totals,
  ];
  const result = (line: SheetLine): string => (line.kind === 'candidate' ? line.result : '');
  if (turned) {
    yield ['Stage', ...lines.map(({ name }) => name)];
    yield ['Result', ...lines.map(result)];
    for (const stage of table.stages) {
      yield [headOf(stage), ...lines.map((line) => table.votes(line, stage.number))];
    }
    return;
  }
  yield ['Candidate', 'Result', ...table.stages.map(headOf)];
  for (const line of lines) {
    yield [line.name, result(line), ...table.stages.map(({ number }) => table.votes(line, number))];
  }
}

/** A line of comma-separated values (RFC 4180). */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** A line of tab-separated values, as spreadsheets take them from the clipboard. */
export const tsvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`;

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
