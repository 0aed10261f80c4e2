import { describe, expect, test } from 'vitest';
import { parseBlt } from '../../src/ballots/blt';
import { formatFileError } from '../../src/ballots/file';

const names = '"Adam"\n"Basil"\n"Charlotte"\n"Donald"\n"Title"\n';

/** What is wrong with each file, told as one line with its place. */
const broken: readonly (readonly [what: string, text: string, message: string])[] = [
  ['nothing', '', '1:1: The file is empty.'],
  ['only remarks', '# nothing\n\n', '1:1: The file is empty.'],
  ['no numbers', 'hello', '1:1: Line 1 has "hello" where the number of candidates should be, from 1 to 65534.'],
  ['no seats', '4', '1:2: The file ends on line 1 before the number of seats.'],
  ['no candidates', '0 2\n', '1:1: Line 1 has "0" where the number of candidates should be, from 1 to 65534.'],
  ['part of a seat', '4 1.5\n', '1:3: Line 1 has "1.5" where the number of seats should be, from 1 to 1000000.'],
  ['seats by name', '4\n"Adam"', '2:1: Line 2 has "Adam" where the number of seats should be, from 1 to 1000000.'],
  [
    'withdrawn candidate out of range',
    `4 2\n-5\n1 1 0\n0\n${names}`,
    '2:1: Line 2 says that "-5" withdrew, but the candidates are numbered 1 to 4.',
  ],
  [
    'withdrawn option out of range',
    `4 2\n[withdrawn 9]\n1 1 0\n0\n${names}`,
    '2:1: Line 2 says that "9" withdrew, but the candidates are numbered 1 to 4.',
  ],
  [
    'a weight below 0 taken for a withdrawn candidate',
    `4 2\n-3 1 2 0\n0\n${names}`,
    '2:4: Line 2 begins with a withdrawn candidate but goes on with "1".',
  ],
  ['open option', `4 2\n[tie 1 2\n0\n${names}`, '2:1: The option on line 2 is not closed with "]".'],
  [
    'too few short names',
    `4 2\n[nick a b c]\n0\n${names}`,
    '2:1: Line 2 should give each of the 4 candidates a short name of their own, but has 3.',
  ],
  [
    'out of range',
    `4 2\n1 1 0\n4 1 9 2 0\n0\n${names}`,
    '3:5: Line 3 names candidate 9, but the file has only 4 candidates.',
  ],
  ['repeated', `4 2\r\n3 1 3 1 4 0\r\n0\r\n${names}`, '2:7: Line 2 names candidate 1 twice on one ballot.'],
  [
    'weight 0',
    `4 2\n1 1 0\n0 1 0\n0\n${names}`,
    '3:1: Line 3 has "0" where the number of papers should be; it must be a whole number, 1 or more.',
  ],
  [
    'weight below 0',
    `4 2\n1 1 0\n-2 1 0\n0\n${names}`,
    '3:1: Line 3 has "-2" where the number of papers should be; it must be a whole number, 1 or more.',
  ],
  [
    'weight with a point at its head',
    `4 2\n.5 1 0\n0\n${names}`,
    '2:1: Line 2 has ".5" where the number of papers should be; it must be a whole number, 1 or more.',
  ],
  [
    'weight past 32 bits',
    `4 2\n4294967296 1 0\n0\n${names}`,
    '2:1: Line 2 stands for 4294967296 papers, but one line can stand for 4294967295 at most.',
  ],
  [
    'out of range among equals',
    `4 2\n1 1 2=5 0\n0\n${names}`,
    '2:7: Line 2 names candidate 5, but the file has only 4 candidates.',
  ],
  ['repeated among equals', `4 2\n1 1 2=1 0\n0\n${names}`, '2:7: Line 2 names candidate 1 twice on one ballot.'],
  ['equal to nobody', `4 2\n1 1 2= 0\n0\n${names}`, '2:5: Line 2 has "2=" where a candidate\'s number should be.'],
  ['equal to 0', `4 2\n1 1 2=0\n0\n${names}`, '2:5: Line 2 has "2=0" where a candidate\'s number should be.'],
  [
    'equal to a place left out',
    `4 2\n1 1 2=- 0\n0\n${names}`,
    '2:5: Line 2 has "2=-" where a candidate\'s number should be.',
  ],
  [
    'equal places in brackets',
    `4 2\n1 1 (2 3) 0\n0\n${names}`,
    '2:5: Line 2 has "(2" where a candidate\'s number should be.',
  ],
  [
    'a word among the preferences',
    `4 2\n1 1 two 0\n0\n${names}`,
    '2:5: Line 2 has "two" where a candidate\'s number should be.',
  ],
  ['a preference below 0', `4 2\n1 1 -2 0\n0\n${names}`, '2:5: Line 2 has "-2" where a candidate\'s number should be.'],
  ['open ballot name', `4 2\n(b1 1 1 0\n0\n${names}`, '2:1: The ballot\'s name on line 2 is not closed with ")".'],
  [
    'ballot name in place of the weight',
    `4 2\n(b1) 1 2 0\n(b2) 3 1 0\n0\n${names}`,
    "3:6: Line 3 has 3 after the ballot's name, but a ballot with a name of its own is one paper.",
  ],
  [
    'ballot name and nothing else',
    `4 2\n(b1)\n0\n${names}`,
    '2:5: Line 2 has nothing where the number of papers should be; it must be a whole number, 1 or more.',
  ],
  [
    'one ballot without its 0',
    `4 2\n3 1 2 0\n2 3 1\n0\n${names}`,
    '3:6: The ballot on line 3 does not end in 0, although others in the file do.',
  ],
  [
    'a ballot over two lines',
    `4 2\n3 1 2\n3 0\n0\n${names}`,
    '2:6: The ballot on line 2 does not end in 0, although others in the file do.',
  ],
  [
    'ballots ended early',
    `4 2\n3 1 2 0\n0\n2 3 1 0\n0\n${names}`,
    '4:1: Line 4 has "2 3 1 0" where a candidate\'s name should be; the ballots ended above it.',
  ],
  ['no names', '4 2\n3 1 2 0\n0\n', '3:2: The file has 4 candidates, but names no one from line 3 on.'],
  [
    'too few names',
    '4 2\n3 1 2 0\n0\n"Adam"\n"Basil"\n"Charlotte"\n',
    '4:1: The file has 4 candidates, but only 3 names were found from line 4 on.',
  ],
  ['an empty name', '2 1\n3 1 2 0\n0\n"Adam"\n" "\n"Title"\n', '5:1: The name on line 5 is empty.'],
  [
    'open quotes',
    '2 1\n3 1 2 0\n0\n"Adam"\n"Basil\n"Title"\n',
    '5:1: The quotes opened on line 5 are not closed on that line.',
  ],
  [
    'text after the quotes',
    '2 1\n3 1 2 0\n0\n"Adam" (Labour)\n"Basil"\n"Title"\n',
    '4:8: Line 4 goes on after the closing quote of "Adam".',
  ],
  [
    'name and party in two strings',
    '2 1\n3 1 2 0\n0\n"Adam" "Labour"\n"Basil" "Green"\n"Title"\n',
    '4:8: Line 4 has a second name, though the names have a line each.',
  ],
];

describe('broken BLT files', () => {
  test.each(broken)('%s', (_, text, message) => {
    const opened = parseBlt(text);
    expect(opened.ok ? 'no error' : formatFileError(opened.error, 'a.blt')).toBe(`a.blt:${message}`);
  });

  test('lines are counted alike whether LF, CR LF or CR ends them', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const opened = parseBlt(`4 2\n\n1 1 0\n1 5 0\n0\n${names}`.replaceAll('\n', end));
      expect(opened).toMatchObject({ ok: false, error: { line: 4, column: 3 } });
    }
  });
});
