import { fail, ok, type Result } from '../basics/result';
import { atEnd, code, isDigit, isLineBreak, notANumber, peek, readNumber, type Scanner } from './blt-scanner';
import { shown, skipBlanks, skipLines, skipToLineEnd, wordAt } from './blt-scanner';
import { errorAt, type FileError } from './file';

/** All that stands before the ballots. Candidates count from 0. */
export interface BltHeader {
  readonly candidateCount: number;
  readonly seats: number;
  readonly withdrawn: ReadonlySet<number>;
  /** Short names that ballots may use in place of numbers. */
  readonly nicknames: ReadonlyMap<string, number>;
  readonly warnings: readonly FileError[];
}

const mostCandidates = 65534; // checkElection's limit
const mostSeats = 1_000_000;
const headerHint = 'A BLT file starts with two numbers, such as "4 2" for 4 candidates and 2 seats.';

/** Reads the two numbers, then lines of withdrawn candidates ("-2 -5") and options ("[withdrawn 2 5]"). */
export function readHeader(scanner: Scanner): Result<BltHeader, FileError> {
  skipLines(scanner);
  if (atEnd(scanner)) return fail(errorAt(scanner.text, 0, () => 'The file is empty.', headerHint));
  const candidateCount = readHeaderNumber(scanner, 'candidates', mostCandidates);
  if (!candidateCount.ok) return candidateCount;
  skipLines(scanner);
  const seats = readHeaderNumber(scanner, 'seats', mostSeats);
  if (!seats.ok) return seats;

  const withdrawn = new Set<number>();
  const nicknames = new Map<string, number>();
  const warnings: FileError[] = [];
  const lists = { candidateCount: candidateCount.value, withdrawn, nicknames, warnings };
  for (;;) {
    // A line that goes on from the header's may hold the whole file; a line that starts with -2 must hold no ballot.
    skipBlanks(scanner);
    const alone = isLineBreak(peek(scanner));
    skipLines(scanner);
    const c = peek(scanner);
    let problem: FileError | null;
    if (c === code.openSquare) problem = readOption(scanner, lists);
    else if (c === code.minus && isDigit(scanner.text.charCodeAt(scanner.at + 1))) {
      problem = readWithdrawnLine(scanner, lists, alone);
    } else break;
    if (problem !== null) return fail(problem);
  }
  return ok({ candidateCount: candidateCount.value, seats: seats.value, withdrawn, nicknames, warnings });
}

interface Lists {
  readonly candidateCount: number;
  readonly withdrawn: Set<number>;
  readonly nicknames: Map<string, number>;
  readonly warnings: FileError[];
}

function readHeaderNumber(scanner: Scanner, of: string, most: number): Result<number, FileError> {
  const { text, at } = scanner;
  const value = readNumber(scanner);
  if (value >= 1 && value <= most) return ok(value);
  if (value === notANumber && atEnd(scanner)) {
    return fail(errorAt(text, at, (line) => `The file ends on line ${line} before the number of ${of}.`, headerHint));
  }
  const word = shown(wordAt({ text, at }));
  const message = (line: number): string =>
    `Line ${line} has ${word} where the number of ${of} should be, from 1 to ${most}.`;
  return fail(errorAt(text, at, message, headerHint));
}

function readWithdrawnLine(scanner: Scanner, lists: Lists, alone: boolean): FileError | null {
  const { text } = scanner;
  while (peek(scanner) === code.minus) {
    const at = scanner.at++;
    const problem = withdraw(readNumber(scanner), wordAt({ text, at }), at, text, lists);
    if (problem !== null) return problem;
    skipBlanks(scanner);
  }
  if (!alone || isLineBreak(peek(scanner))) return null;
  return errorAt(
    text,
    scanner.at,
    (line) => `Line ${line} begins with a withdrawn candidate but goes on with ${shown(wordAt(scanner))}.`,
    'Put withdrawn candidates on a line of their own; the number of papers on a ballot line is never below 1.',
  );
}

/** "[withdrawn 2 5]" and "[nick a b c]" are used; other options are passed over with a warning. */
function readOption(scanner: Scanner, lists: Lists): FileError | null {
  const { text, at } = scanner;
  skipToLineEnd(scanner);
  const end = text.slice(0, scanner.at).indexOf(']', at);
  if (end < 0) return errorAt(text, at, (line) => `The option on line ${line} is not closed with "]".`);
  scanner.at = end + 1;
  const [name = '', ...words] = text
    .slice(at + 1, end)
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  if (name === 'nick') return addNicknames(words, at, text, lists);
  if (name !== 'withdrawn') {
    lists.warnings.push(
      errorAt(text, at, (line) => `Line ${line} has the option ${shown(name)}, which is not used here.`),
    );
    return null;
  }
  for (const word of words) {
    const number = /^\d+$/.test(word) ? Number(word) : (lists.nicknames.get(word) ?? notANumber - 1) + 1;
    const problem = withdraw(number, word, at, text, lists);
    if (problem !== null) return problem;
  }
  return null;
}

function withdraw(number: number, word: string, at: number, text: string, lists: Lists): FileError | null {
  if (number < 1 || number > lists.candidateCount) {
    const message = (line: number): string =>
      `Line ${line} says that ${shown(word)} withdrew, but the candidates are numbered 1 to ${lists.candidateCount}.`;
    return errorAt(text, at, message);
  }
  lists.withdrawn.add(number - 1);
  return null;
}

function addNicknames(words: readonly string[], at: number, text: string, lists: Lists): FileError | null {
  const { candidateCount, nicknames } = lists;
  words.forEach((word, candidate) => nicknames.set(word, candidate));
  if (words.length === candidateCount && nicknames.size === candidateCount) return null;
  const message = (line: number): string =>
    `Line ${line} should give each of the ${candidateCount} candidates a short name of their own, but has ${words.length}.`;
  return errorAt(text, at, message);
}
