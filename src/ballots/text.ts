import { fail, ok, type Result } from '../basics/result';
import type { FileError } from './file';

/** Part of the Encoding standard: every browser, worker and Node has it, but no ES library names it. */
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean });
  decode(bytes: Uint8Array): string;
}

type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** What files that people take for text begin with. */
const signatures: readonly (readonly [bytes: readonly number[], what: string, hint: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a spreadsheet or a zip file', 'Save the spreadsheet as CSV, or unpack the zip file.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old spreadsheet or document', 'Save it as CSV and open that.'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'Ask for the ballots as a text file, such as BLT or CSV.'],
  [[0x1f, 0x8b], 'a gzip file', 'Unpack it and open what is inside.'],
];

/** Bytes to text: by the byte order mark if there is one, else UTF-8 if they are UTF-8 throughout, else Windows-1252. */
export function decodeText(bytes: Uint8Array): Result<DecodedText, FileError> {
  for (const [start, what, hint] of signatures) {
    if (startsWith(bytes, start)) return notText(`This is ${what}, not a text file.`, hint);
  }
  if (startsWith(bytes, [0xff, 0xfe])) return decoded(bytes, 'utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return decoded(bytes, 'utf-16be');
  if (bytes.includes(0)) return notText('This is not a text file.', 'Open ballots saved as text, such as BLT or CSV.');
  try {
    return ok({ text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' });
  } catch {
    return decoded(bytes, 'windows-1252');
  }
}

function decoded(bytes: Uint8Array, encoding: Encoding): Result<DecodedText, FileError> {
  const text = new TextDecoder(encoding).decode(bytes);
  return ok({
    text: encoding === 'windows-1252' ? text.replace(/[\u0080-\u009f]/g, windowsCharacter) : text,
    encoding,
  });
}

/** Some versions of Node read Windows-1252 as Latin-1 (nodejs/node issue 56542), which differs in these 32 places. */
const windowsCharacters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const windowsCharacter = (c: string): string => windowsCharacters[c.charCodeAt(0) - 0x80] ?? c;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, place) => bytes[place] === byte);

const notText = (message: string, hint: string): Result<never, FileError> =>
  fail({ line: 1, column: 1, message, hint });
