import { fail, ok, type Result } from '../basics/result';
import type { Constraint } from '../election/constraint';
import type { FileError } from './file';

/**
 * Reads constraints as OpenTally writes them, a line each: "category" "group" least most candidate candidate ...
 * Candidates are numbered from 1, as in a BLT file. The category only says which groups belong together ("Gender"); a
 * constraint needs nothing but its group. Blank lines and what follows a # are passed over.
 */
export function readConstraints(text: string, candidateCount: number): Result<Constraint[], FileError> {
  const constraints: Constraint[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const [i, whole] of lines.entries()) {
    const read = readLine(whole, i + 1, candidateCount);
    if (!read.ok) return read;
    if (read.value !== null) constraints.push(read.value);
  }
  return ok(constraints);
}

interface Word {
  readonly text: string;
  readonly quoted: boolean;
  readonly column: number;
}

const hint = 'A line reads: "Gender" "women" 4 9 1 5 7, which asks for 4 to 9 of the candidates 1, 5 and 7.';

function readLine(text: string, line: number, candidateCount: number): Result<Constraint | null, FileError> {
  const words = wordsOf(text);
  const [category, group, least, most, ...named] = words;
  if (category === undefined) return ok(null);
  const wrong = (column: number, what: string): Result<never, FileError> =>
    fail({ line, column, message: `Line ${line} ${what}.`, hint });
  const end = text.length + 1;
  if (!category.quoted) return wrong(category.column, 'does not begin with a category in double quotes');
  if (group?.quoted !== true) return wrong(group?.column ?? end, 'has no group in double quotes after the category');
  const min = wholeNumber(least);
  if (min === null) return wrong(least?.column ?? end, 'does not say how many are to be elected at least');
  const max = wholeNumber(most);
  if (max === null) return wrong(most?.column ?? end, 'does not say how many are to be elected at most');
  if (max < min) return wrong(most?.column ?? end, `asks for at least ${min} and at most ${max}`);
  const members: number[] = [];
  for (const word of named) {
    const number = wholeNumber(word);
    if (number === null) return wrong(word.column, `names "${word.text}", which is not the number of a candidate`);
    if (number < 1 || number > candidateCount) {
      return wrong(word.column, `names candidate ${number}, but there are only ${candidateCount}`);
    }
    if (members.includes(number - 1)) return wrong(word.column, `names candidate ${number} twice`);
    members.push(number - 1);
  }
  return ok({ group: group.text, members, min, max });
}

function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  for (const { 0: text, 1: quoted, index } of line.matchAll(/"([^"]*)"|#.*$|[^\s"#]+/g)) {
    if (text.startsWith('#')) break;
    words.push({ text: quoted ?? text, quoted: quoted !== undefined, column: index + 1 });
  }
  return words;
}

const wholeNumber = (word: Word | undefined): number | null =>
  word !== undefined && !word.quoted && /^\d{1,6}$/.test(word.text) ? Number(word.text) : null;
