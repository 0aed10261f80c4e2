import { mostPapers, skippedPreference } from '../election/ballots';
import { BallotRows } from './ballot-rows';
import * as errors from './blt-ballot-errors';
import type { BltHeader } from './blt-header';
import { atEnd, code, isLineBreak, notANumber, peek, readNumber, type Scanner } from './blt-scanner';
import { skipBlanks, skipLines, skipToLineEnd, wordAt } from './blt-scanner';
import { errorAt, type FileError } from './file';

/** Papers that get a warning: how many, and where in the text the first of them is. */
interface Noted {
  first: number;
  papers: number;
}

function note(noted: Noted, at: number, papers: number): void {
  if (noted.papers === 0) noted.first = at;
  noted.papers += papers;
}

const papersOf = (papers: number): string => (papers === 1 ? '1 paper' : `${papers} papers`);

/** Reads the ballots from after the header to the 0 that ends them. */
export class BltBallots {
  readonly rows: BallotRows;
  readonly #scanner: Scanner;
  readonly #candidateCount: number;
  readonly #nicknames: ReadonlyMap<string, number>;
  /** For each candidate the last row (from 1) that named them. */
  readonly #namedIn: Uint32Array;
  #papers = 0;
  readonly #empty: Noted = { first: -1, papers: 0 };
  readonly #equal: Noted = { first: -1, papers: 0 };
  /** Whether the row being read ranks candidates equal. */
  #openEqual = false;
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
    if (this.#empty.papers > 0) {
      const message = (line: number): string =>
        `${papersOf(this.#empty.papers)} with no preferences, first on line ${line}: kept, but they cannot count for anyone.`;
      warnings.push(errorAt(text, this.#empty.first, message));
    }
    if (this.#equal.papers > 0) {
      const message = (line: number): string =>
        `${papersOf(this.#equal.papers)} with candidates ranked equal, first on line ${line}: what they count for depends on the rule.`;
      warnings.push(errorAt(text, this.#equal.first, message));
    }
    if (this.#missingEnd >= 0) {
      const message = (line: number): string => `The 0 that ends the ballots is missing before line ${line}.`;
      warnings.push(errorAt(text, this.#missingEnd, message));
    }
    return warnings;
  }

  #readRow(): 'more' | 'end' | FileError {
    const scanner = this.#scanner;
    const { text } = scanner;
    skipLines(scanner);
    const start = scanner.at;
    const hasId = peek(scanner) === code.openBracket;
    if (hasId) {
      const problem = this.#skipId();
      if (problem !== null) return problem;
    }
    const at = scanner.at;
    const copies = readNumber(scanner);
    if (copies === notANumber) return hasId ? errors.wrongPapers(text, at) : this.#noPapers(at);
    if (copies === 0 && !hasId && this.#endsHere()) return 'end';
    if (copies === 0) return errors.wrongPapers(text, at);
    if (copies > errors.mostCopies) return errors.tooManyCopies(text, at);
    this.#papers += copies;
    if (this.#papers > mostPapers) return errors.tooManyPapers(text, at);
    if (hasId && copies !== 1) return errors.idWithPapers(text, at, copies);

    const problem = this.#readPreferences();
    if (problem !== null) return problem;
    if (this.rows.openLength === 0) note(this.#empty, start, copies);
    if (this.#openEqual) note(this.#equal, start, copies);
    this.#openEqual = false;
    this.rows.endRow(copies);
    return 'more';
  }

  /** Reads candidates up to the closing 0, or to the end of the line in a file whose ballots do without it. */
  #readPreferences(): FileError | null {
    const scanner = this.#scanner;
    const { text } = scanner;
    const row = this.rows.rowCount + 1;
    for (;;) {
      skipBlanks(scanner);
      const at = scanner.at;
      if (isLineBreak(peek(scanner))) {
        if (this.#firstOpenEnd < 0) this.#firstOpenEnd = at;
        return this.#endsInZero ? errors.notClosed(text, at) : null;
      }
      let number = readNumber(scanner);
      if (number === 0) {
        this.#endsInZero = true;
        return this.#firstOpenEnd >= 0 ? errors.notClosed(text, this.#firstOpenEnd) : null;
      }
      if (number === notANumber) {
        const word = wordAt(scanner);
        if (word === '-') {
          scanner.at++;
          this.rows.addPreference(skippedPreference);
          continue;
        }
        if (word.includes('=')) {
          const problem = this.#readEqual(at, word, row);
          if (problem !== null) return problem;
          scanner.at += word.length;
          continue;
        }
        const candidate = this.#nicknames.get(word);
        if (candidate === undefined) return errors.wrongPreference(text, at, word);
        scanner.at += word.length;
        number = candidate + 1;
      }
      const problem = this.#addCandidate(at, number, row);
      if (problem !== null) return problem;
    }
  }

  /** Reads candidates ranked equal, "2=5=3", by number or short name. */
  #readEqual(start: number, word: string, row: number): FileError | null {
    const { text } = this.#scanner;
    this.#openEqual = true;
    let at = start;
    for (const part of word.split('=')) {
      const number = /^\d+$/.test(part) ? Number(part) : (this.#nicknames.get(part) ?? -1) + 1;
      if (number === 0) return errors.wrongPreference(text, start, word);
      const problem = this.#addCandidate(at, number, row);
      if (problem !== null) return problem;
      if (at > start) this.rows.joinLast();
      at += part.length + 1;
    }
    return null;
  }

  #addCandidate(at: number, number: number, row: number): FileError | null {
    const { text } = this.#scanner;
    if (number > this.#candidateCount) return errors.outOfRange(text, at, number, this.#candidateCount);
    if (this.#namedIn[number] === row) return errors.repeated(text, at, number);
    this.#namedIn[number] = row;
    this.rows.addPreference(number - 1);
    return null;
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
    if (end < 0) return errors.openId(text, at);
    scanner.at = at + end + 1;
    skipBlanks(scanner);
    return null;
  }

  /** There is no number where a ballot should begin: the names begin, or the file ends, or something is wrong. */
  #noPapers(at: number): 'end' | FileError {
    const scanner = this.#scanner;
    const namesBegin = peek(scanner) === code.quote || /^\p{L}/u.test(wordAt(scanner));
    if (!namesBegin && !atEnd(scanner)) return errors.wrongPapers(scanner.text, at);
    this.#missingEnd = at;
    return 'end';
  }
}
