import { skippedPreference } from '../election/ballots';
import { BallotRows } from './ballot-rows';
import type { BltHeader } from './blt-header';
import { atEnd, code, isLineBreak, notANumber, peek, readNumber, type Scanner } from './blt-scanner';
import { shown, skipBlanks, skipLines, skipToLineEnd, wordAt } from './blt-scanner';
import { errorAt, type FileError } from './file';

const mostPapers = 0xffffffff; // `copies` has 32 bits
const lineHint = 'A ballot line is the number of papers, the candidates in order, then 0: "3 1 4 2 0".';

/** Reads the ballots from after the header to the 0 that ends them. */
export class BltBallots {
  readonly rows: BallotRows;
  readonly #scanner: Scanner;
  readonly #candidateCount: number;
  readonly #nicknames: ReadonlyMap<string, number>;
  /** For each candidate the last row (from 1) that named them. */
  readonly #namedIn: Uint32Array;
  #firstEmpty = -1;
  #emptyPapers = 0;
  #endsInZero = false;
  /** Where the first ballot without a closing 0 ends. */
  #firstOpenEnd = -1;
  #missingEnd = -1;

  constructor(scanner: Scanner, { candidateCount, nicknames }: BltHeader) {
    this.#scanner = scanner;
    this.#candidateCount = candidateCount;
    this.#nicknames = nicknames;
    this.#namedIn = new Uint32Array(candidateCount + 1);
    this.rows = new BallotRows(candidateCount);
  }

  /** Reads at most so many more rows; 'end' once the ballots are over. */
  readRows(count: number): 'more' | 'end' | FileError {
    for (let row = 0; row < count; row++) {
      const outcome = this.#readRow();
      if (outcome !== 'more') return outcome;
    }
    return 'more';
  }

  warnings(): FileError[] {
    const warnings: FileError[] = [];
    const { text } = this.#scanner;
    if (this.rows.rowCount === 0) warnings.push(errorAt(text, this.#scanner.at, () => 'The file has no ballots.'));
    if (this.#firstEmpty >= 0) {
      const papers = this.#emptyPapers === 1 ? '1 paper' : `${this.#emptyPapers} papers`;
      const message = (line: number): string =>
        `${papers} with no preferences, first on line ${line}: kept, but they cannot count for anyone.`;
      warnings.push(errorAt(text, this.#firstEmpty, message));
    }
    if (this.#missingEnd >= 0) {
      const message = (line: number): string => `The 0 that ends the ballots is missing before line ${line}.`;
      warnings.push(errorAt(text, this.#missingEnd, message));
    }
    return warnings;
  }

  #readRow(): 'more' | 'end' | FileError {
    const scanner = this.#scanner;
    skipLines(scanner);
    const start = scanner.at;
    const hasId = peek(scanner) === code.openBracket;
    if (hasId) {
      const problem = this.#skipId();
      if (problem !== null) return problem;
    }
    const at = scanner.at;
    const copies = readNumber(scanner);
    if (copies === notANumber) return hasId ? this.#wrongPapers(at) : this.#noPapers(at);
    if (copies === 0 && !hasId && this.#endsHere()) return 'end';
    if (copies === 0) return this.#wrongPapers(at);
    if (copies > mostPapers) return this.#tooManyPapers(at);
    if (hasId && copies !== 1) return this.#idWithPapers(at, copies);

    const problem = this.#readPreferences();
    if (problem !== null) return problem;
    if (this.rows.openLength === 0) {
      if (this.#firstEmpty < 0) this.#firstEmpty = start;
      this.#emptyPapers += copies;
    }
    this.rows.endRow(copies);
    return 'more';
  }

  /** Reads candidates up to the closing 0, or to the end of the line in a file whose ballots do without it. */
  #readPreferences(): FileError | null {
    const scanner = this.#scanner;
    const row = this.rows.rowCount + 1;
    for (;;) {
      skipBlanks(scanner);
      const at = scanner.at;
      if (isLineBreak(peek(scanner))) {
        if (this.#firstOpenEnd < 0) this.#firstOpenEnd = at;
        return this.#endsInZero ? this.#notClosed(at) : null;
      }
      let number = readNumber(scanner);
      if (number === 0) {
        this.#endsInZero = true;
        return this.#firstOpenEnd >= 0 ? this.#notClosed(this.#firstOpenEnd) : null;
      }
      if (number === notANumber) {
        const word = wordAt(scanner);
        if (word === '-') {
          scanner.at++;
          this.rows.addPreference(skippedPreference);
          continue;
        }
        const candidate = this.#nicknames.get(word);
        if (candidate === undefined) return this.#wrongPreference(at, word);
        scanner.at += word.length;
        number = candidate + 1;
      }
      if (number > this.#candidateCount) return this.#outOfRange(at, number);
      if (this.#namedIn[number] === row) return this.#repeated(at, number);
      this.#namedIn[number] = row;
      this.rows.addPreference(number - 1);
    }
  }

  /** Whether the 0 just read ends the ballots: nothing but a name may follow it on its line. */
  #endsHere(): boolean {
    const { text, at } = this.#scanner;
    const rest = { text, at };
    skipBlanks(rest);
    return isLineBreak(peek(rest)) || !/^[-\d]/.test(wordAt(rest));
  }

  #skipId(): FileError | null {
    const scanner = this.#scanner;
    const { text, at } = scanner;
    skipToLineEnd(scanner);
    const end = text.slice(at, scanner.at).indexOf(')');
    if (end < 0) return errorAt(text, at, (line) => `The ballot's name on line ${line} is not closed with ")".`);
    scanner.at = at + end + 1;
    skipBlanks(scanner);
    return null;
  }

  /** There is no number where a ballot should begin: the names begin, or the file ends, or something is wrong. */
  #noPapers(at: number): 'end' | FileError {
    const scanner = this.#scanner;
    const namesBegin = peek(scanner) === code.quote || /^\p{L}/u.test(wordAt(scanner));
    if (!namesBegin && !atEnd(scanner)) return this.#wrongPapers(at);
    this.#missingEnd = at;
    return 'end';
  }

  #wrongPapers(at: number): FileError {
    const { text } = this.#scanner;
    const word = isLineBreak(peek({ text, at })) ? 'nothing' : shown(wordAt({ text, at }));
    const message = (line: number): string =>
      `Line ${line} has ${word} where the number of papers should be; it must be a whole number, 1 or more.`;
    return errorAt(text, at, message, lineHint);
  }

  #tooManyPapers(at: number): FileError {
    const { text } = this.#scanner;
    const papers = wordAt({ text, at }).slice(0, 30);
    const message = (line: number): string =>
      `Line ${line} stands for ${papers} papers, but one line can stand for ${mostPapers} at most.`;
    return errorAt(text, at, message);
  }

  #idWithPapers(at: number, copies: number): FileError {
    return errorAt(
      this.#scanner.text,
      at,
      (line) => `Line ${line} has ${copies} after the ballot's name, but a ballot with a name of its own is one paper.`,
      'Write 1 after the name, then the candidates in order; or leave the names in brackets out.',
    );
  }

  #wrongPreference(at: number, word: string): FileError {
    const { text } = this.#scanner;
    if (word.includes('=') || word.startsWith('(')) {
      const message = (line: number): string =>
        `Line ${line} puts candidates equal (${shown(word)}), but the rules here need one candidate at each place.`;
      return errorAt(text, at, message, 'Give every candidate on the ballot a place of their own.');
    }
    const message = (line: number): string => `Line ${line} has ${shown(word)} where a candidate's number should be.`;
    return errorAt(text, at, message, lineHint);
  }

  #outOfRange(at: number, number: number): FileError {
    const count = this.#candidateCount === 1 ? '1 candidate' : `${this.#candidateCount} candidates`;
    const message = (line: number): string => `Line ${line} names candidate ${number}, but the file has only ${count}.`;
    return errorAt(this.#scanner.text, at, message, 'Correct the number here, or the first number of the file.');
  }

  #repeated(at: number, number: number): FileError {
    const message = (line: number): string => `Line ${line} names candidate ${number} twice on one ballot.`;
    return errorAt(this.#scanner.text, at, message, 'Leave out the later of the two.');
  }

  /** A ballot split over two lines would be read as two ballots, so a file must close all of them or none. */
  #notClosed(at: number): FileError {
    const message = (line: number): string =>
      `The ballot on line ${line} does not end in 0, although others in the file do.`;
    return errorAt(this.#scanner.text, at, message, 'Put a 0 after its last candidate, and each ballot on one line.');
  }
}
