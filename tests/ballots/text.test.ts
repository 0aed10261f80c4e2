import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/ballots/text';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

describe('bytes that are text', () => {
  const cases: readonly (readonly [what: string, input: Uint8Array, text: string, encoding: string])[] = [
    ['nothing', bytes(), '', 'utf-8'],
    ['UTF-8', new TextEncoder().encode('Sgìre nan Loch'), 'Sgìre nan Loch', 'utf-8'],
    ['UTF-8 with a byte order mark', bytes(0xef, 0xbb, 0xbf, 0x34), '4', 'utf-8'],
    ['UTF-16, low byte first', bytes(0xff, 0xfe, 0x34, 0, 0xec, 0), '4ì', 'utf-16le'],
    ['UTF-16, high byte first', bytes(0xfe, 0xff, 0, 0x34, 0, 0xec), '4ì', 'utf-16be'],
    ['Windows-1252', bytes(0x45, 0xf2, 0x80, 0x92, 0x9f, 0x81), 'Eò€’Ÿ\u0081', 'windows-1252'],
  ];
  test.each(cases)('%s', (_, input, text, encoding) => {
    expect(decodeText(input)).toEqual({ ok: true, value: { text, encoding } });
  });
});

describe('bytes that are not text', () => {
  const cases: readonly (readonly [what: string, input: Uint8Array, message: string])[] = [
    ['xlsx', bytes(0x50, 0x4b, 3, 4, 20, 0), 'This is a spreadsheet or a zip file, not a text file.'],
    ['xls', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'This is an old spreadsheet or document, not a text file.'],
    ['pdf', new TextEncoder().encode('%PDF-1.7'), 'This is a PDF, not a text file.'],
    ['gzip', bytes(0x1f, 0x8b, 8), 'This is a gzip file, not a text file.'],
    ['something else', bytes(0x34, 0x20, 0), 'This is not a text file.'],
  ];
  test.each(cases)('%s', (_, input, message) => {
    expect(decodeText(input)).toMatchObject({ ok: false, error: { line: 1, column: 1, message } });
  });
});
