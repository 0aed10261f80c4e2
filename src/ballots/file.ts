import type { Ballots } from '../election/ballots';
import type { Election } from '../election/election';

/** What is wrong in a file and where. Lines and columns count from 1, columns in UTF-16 code units. */
export interface FileError {
  readonly line: number;
  readonly column: number;
  /** One sentence that names the line and what is wrong with it. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** An election read from a file with its ballots; warnings are about things that were read, but may surprise. */
export interface OpenedElection {
  readonly election: Election;
  readonly ballots: Ballots;
  readonly warnings: readonly FileError[];
}

/** "ward.blt:3:7: Line 3 names candidate 9, but the file has only 4 candidates." */
export function formatFileError({ line, column, message }: FileError, file: string): string {
  return `${file}:${line}:${column}: ${message}`;
}

/**
 * An error at an offset into the text. Lines are counted here, once, so that a reader need keep nothing but its offset.
 * LF, CR LF and CR all end a line.
 */
export function errorAt(text: string, offset: number, message: (line: number) => string, hint?: string): FileError {
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < offset; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
      line++;
      lineStart = at + 1;
    }
  }
  const error = { line, column: offset - lineStart + 1, message: message(line) };
  return hint === undefined ? error : { ...error, hint };
}
