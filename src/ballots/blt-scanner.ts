/** A place in the text of a BLT file. Line and column are worked out from `at` only when something is wrong. */
export interface Scanner {
  readonly text: string;
  at: number;
}

/** What readNumber answers where there is no whole number. */
export const notANumber = -1;

export const code = {
  lineFeed: 10,
  return: 13,
  quote: 34,
  hash: 35,
  openBracket: 40,
  minus: 45,
  zero: 48,
  nine: 57,
  openSquare: 91,
} as const;

/** The character at the scanner; the end of the text reads as the end of a line. */
export function peek({ text, at }: Scanner): number {
  return at < text.length ? text.charCodeAt(at) : code.lineFeed;
}

export const atEnd = ({ text, at }: Scanner): boolean => at >= text.length;

export const isLineBreak = (c: number): boolean => c === code.lineFeed || c === code.return;

/** Commas count as blanks: a spreadsheet adds them at line ends. */
export const isBlank = (c: number): boolean => c === 32 || c === 44 || c === 9 || c === 11 || c === 12 || c === 160;

export const isDigit = (c: number): boolean => c >= code.zero && c <= code.nine;

/** Skips blanks and a comment, if any, but stays on the line. */
export function skipBlanks(scanner: Scanner): void {
  const { text } = scanner;
  let at = scanner.at;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  scanner.at = at;
  if (at < text.length && text.charCodeAt(at) === code.hash) skipToLineEnd(scanner);
}

/** Skips blanks, comments and line breaks. */
export function skipLines(scanner: Scanner): void {
  skipBlanks(scanner);
  while (!atEnd(scanner) && isLineBreak(peek(scanner))) {
    scanner.at++;
    skipBlanks(scanner);
  }
}

export function skipToLineEnd(scanner: Scanner): void {
  while (!atEnd(scanner) && !isLineBreak(peek(scanner))) scanner.at++;
}

/** Reads a whole number that stands alone; otherwise answers `notANumber` and stays where it is. */
export function readNumber(scanner: Scanner): number {
  const { text } = scanner;
  let at = scanner.at;
  let value = 0;
  let c = peek(scanner);
  if (!isDigit(c)) return notANumber;
  do {
    value = value * 10 + (c - code.zero);
    at++;
    c = at < text.length ? text.charCodeAt(at) : code.lineFeed;
  } while (isDigit(c));
  if (!endsWord(c)) return notANumber;
  scanner.at = at;
  return value;
}

/** The word at the scanner, which stays where it is. */
export function wordAt({ text, at }: Scanner): string {
  let end = at + 1;
  while (end < text.length && !endsWord(text.charCodeAt(end))) end++;
  return text.slice(at, end);
}

/** A word as a message shows it: in quotes, and never longer than a line can bear. */
export function shown(word: string): string {
  const plain = word.replaceAll('"', '');
  return `"${plain.length > 30 ? `${plain.slice(0, 30)}...` : plain}"`;
}

const endsWord = (c: number): boolean => isBlank(c) || isLineBreak(c) || c === code.hash || c === code.quote;
