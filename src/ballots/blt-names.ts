import { fail, ok, type Result } from '../basics/result';
import { atEnd, code, isBlank, isLineBreak, peek, type Scanner, shown, skipBlanks, skipToLineEnd } from './blt-scanner';
import { errorAt, type FileError } from './file';

/** All that stands after the ballots: as many names as candidates, and the title, or '' if there is none. */
export interface BltNames {
  readonly names: readonly string[];
  readonly title: string;
  readonly warnings: readonly FileError[];
}

/** A quoted string, the unquoted rest of a line, or a comment on a line of its own. */
interface Piece {
  readonly text: string;
  readonly at: number;
  readonly quoted: boolean;
  /** Whether it is the first on its line. */
  readonly first: boolean;
}

interface Pieces {
  readonly strings: readonly Piece[];
  readonly comments: readonly Piece[];
}

const nameHint = "Put each candidate's name in quotes on a line of its own, after the 0 that ends the ballots.";

export function readNames(scanner: Scanner, candidateCount: number): Result<BltNames, FileError> {
  const { text, at: start } = scanner;
  const pieces = readPieces(scanner);
  if (!pieces.ok) return pieces;
  const { strings, comments } = pieces.value;
  if (strings.length < candidateCount) {
    const hidden = strings.length <= 1 ? hiddenNames(comments, candidateCount) : null;
    if (hidden === null) return fail(tooFewNames(strings, candidateCount, text, start));
    const message = (line: number): string => `The candidates' names stand behind "#" from line ${line} on.`;
    const warning = errorAt(text, comments[0]?.at ?? start, message, 'Check that they are names and not remarks.');
    return ok({ names: hidden, title: strings[0]?.text ?? '', warnings: [warning] });
  }
  const problem = checkNames(strings, candidateCount, text);
  if (problem !== null) return fail(problem);
  return ok({
    names: strings.slice(0, candidateCount).map((piece) => piece.text),
    title: strings[candidateCount]?.text ?? '',
    warnings: titleWarnings(strings, candidateCount, text),
  });
}

function readPieces(scanner: Scanner): Result<Pieces, FileError> {
  const { text } = scanner;
  const strings: Piece[] = [];
  const comments: Piece[] = [];
  let first = false; // what follows the closing 0 on its line is not a line of its own
  while (!atEnd(scanner)) {
    const at = scanner.at;
    const c = peek(scanner);
    if (isLineBreak(c) || isBlank(c)) {
      scanner.at++;
      first ||= isLineBreak(c);
      continue;
    }
    if (c === code.quote) {
      const string = readQuoted(scanner);
      if (!string.ok) return string;
      strings.push({ text: string.value, at, quoted: true, first });
    } else {
      const isComment = c === code.hash;
      if (isComment) skipToLineEnd(scanner);
      else skipUnquoted(scanner);
      const raw = text.slice(at, scanner.at);
      const piece = {
        text: isComment ? raw.slice(1).trim() : raw.replace(/[\s,]+$/, '').trim(),
        at,
        quoted: false,
        first,
      };
      if (!isComment) strings.push(piece);
      else if (first) comments.push(piece);
    }
    first = false;
  }
  return ok({ strings, comments });
}

/** A quote inside is written twice, as in a spreadsheet's files. */
function readQuoted(scanner: Scanner): Result<string, FileError> {
  const { text, at: open } = scanner;
  let value = '';
  let from = open + 1;
  for (;;) {
    let at = from;
    while (at < text.length && text.charCodeAt(at) !== code.quote && !isLineBreak(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) !== code.quote) {
      const message = (line: number): string => `The quotes opened on line ${line} are not closed on that line.`;
      return fail(errorAt(text, open, message));
    }
    value += text.slice(from, at);
    if (text.charCodeAt(at + 1) !== code.quote) {
      scanner.at = at + 1;
      break;
    }
    value += '"';
    from = at + 2;
  }
  skipBlanks(scanner);
  const c = peek(scanner);
  if (isLineBreak(c) || c === code.quote) return ok(value.trim());
  const message = (line: number): string => `Line ${line} goes on after the closing quote of ${shown(value.trim())}.`;
  return fail(errorAt(text, scanner.at, message, 'Inside a name write every quote twice: "Ann ""Annie"" Lee".'));
}

function skipUnquoted(scanner: Scanner): void {
  while (!atEnd(scanner) && !isLineBreak(peek(scanner)) && peek(scanner) !== code.hash) scanner.at++;
}

/** Names in comments, as files made from PrefLib's have them: "# ALTERNATIVE NAME 2: Ann Law". */
function hiddenNames(comments: readonly Piece[], candidateCount: number): string[] | null {
  const numbered = comments.flatMap(({ text }) => {
    const [, number, name] = /^ALTERNATIVE NAME (\d+):\s*(.+)$/i.exec(text) ?? [];
    return number === undefined || name === undefined ? [] : [{ number: Number(number), name }];
  });
  if (numbered.length === candidateCount) {
    const names = numbered.toSorted((a, b) => a.number - b.number);
    return names.every(({ number }, place) => number === place + 1) ? names.map(({ name }) => name) : null;
  }
  const plain = comments.map(({ text }) => text).filter((text) => text !== '');
  return numbered.length === 0 && plain.length === candidateCount ? plain : null;
}

function tooFewNames(strings: readonly Piece[], candidateCount: number, text: string, start: number): FileError {
  const [first] = strings;
  const candidates = candidateCount === 1 ? '1 candidate' : `${candidateCount} candidates`;
  if (first === undefined) {
    const message = (line: number): string => `The file has ${candidates}, but names no one from line ${line} on.`;
    return errorAt(text, start, message, nameHint);
  }
  const names = strings.length === 1 ? 'only 1 name was' : `only ${strings.length} names were`;
  const message = (line: number): string => `The file has ${candidates}, but ${names} found from line ${line} on.`;
  return errorAt(text, first.at, message, nameHint);
}

function checkNames(strings: readonly Piece[], candidateCount: number, text: string): FileError | null {
  const lines = strings.filter(({ first }) => first).length;
  for (const [place, piece] of strings.slice(0, candidateCount).entries()) {
    if (piece.text === '') return errorAt(text, piece.at, (line) => `The name on line ${line} is empty.`, nameHint);
    if (!piece.quoted && /^-?\d[-=\d\s,]*$/.test(piece.text)) {
      const message = (line: number): string =>
        `Line ${line} has ${shown(piece.text)} where a candidate's name should be; the ballots ended above it.`;
      return errorAt(text, piece.at, message, 'Remove the 0 that ended the ballots early, or put the name in quotes.');
    }
    // A name and a party in two strings would shift every name below it.
    if (place > 0 && !piece.first && lines >= candidateCount) {
      const message = (line: number): string => `Line ${line} has a second name, though the names have a line each.`;
      return errorAt(text, piece.at, message, 'Keep name and party in one pair of quotes: "Ann Lee (Green)".');
    }
  }
  return null;
}

function titleWarnings(strings: readonly Piece[], candidateCount: number, text: string): FileError[] {
  const title = strings[candidateCount];
  if (title === undefined) {
    return [errorAt(text, text.length, () => "The file has no title after the candidates' names.")];
  }
  const extra = strings[candidateCount + 1];
  if (extra === undefined) return [];
  const message = (line: number): string =>
    `From line ${line} on there is more text after the title ${shown(title.text)}; it is not used.`;
  return [errorAt(text, extra.at, message)];
}
