import { mostPapers } from '../election/ballots';
import { isLineBreak, peek, shown, wordAt } from './blt-scanner';
import { errorAt, type FileError } from './file';

/*
 * What can be wrong with a ballot in a BLT file: an error at an offset into the text.
 */

/** `copies` has 32 bits. */
export const mostCopies = 0xffffffff;

const lineHint = 'A ballot line is the number of papers, the candidates in order, then 0: "3 1 4 2 0".';
const equalHint = 'Candidates ranked equal are written with "=" and without blanks: "3 1 4=2 0".';

export function wrongPapers(text: string, at: number): FileError {
  const word = isLineBreak(peek({ text, at })) ? 'nothing' : shown(wordAt({ text, at }));
  const message = (line: number): string =>
    `Line ${line} has ${word} where the number of papers should be; it must be a whole number, 1 or more.`;
  return errorAt(text, at, message, lineHint);
}

export function tooManyCopies(text: string, at: number): FileError {
  const papers = wordAt({ text, at }).slice(0, 30);
  const message = (line: number): string =>
    `Line ${line} stands for ${papers} papers, but one line can stand for ${mostCopies} at most.`;
  return errorAt(text, at, message);
}

export function tooManyPapers(text: string, at: number): FileError {
  const message = (line: number): string =>
    `By line ${line} the file has more than ${mostPapers} papers, which is more than can be counted exactly.`;
  return errorAt(text, at, message);
}

export function openId(text: string, at: number): FileError {
  return errorAt(text, at, (line) => `The ballot's name on line ${line} is not closed with ")".`);
}

export function idWithPapers(text: string, at: number, copies: number): FileError {
  return errorAt(
    text,
    at,
    (line) => `Line ${line} has ${copies} after the ballot's name, but a ballot with a name of its own is one paper.`,
    'Write 1 after the name, then the candidates in order; or leave the names in brackets out.',
  );
}

export function wrongPreference(text: string, at: number, word: string): FileError {
  const message = (line: number): string => `Line ${line} has ${shown(word)} where a candidate's number should be.`;
  const equal = word.includes('=') || word.startsWith('(');
  return errorAt(text, at, message, equal ? equalHint : lineHint);
}

export function outOfRange(text: string, at: number, number: number, candidateCount: number): FileError {
  const count = candidateCount === 1 ? '1 candidate' : `${candidateCount} candidates`;
  const message = (line: number): string => `Line ${line} names candidate ${number}, but the file has only ${count}.`;
  return errorAt(text, at, message, 'Correct the number here, or the first number of the file.');
}

export function repeated(text: string, at: number, number: number): FileError {
  const message = (line: number): string => `Line ${line} names candidate ${number} twice on one ballot.`;
  return errorAt(text, at, message, 'Leave out the later of the two.');
}

/** A ballot split over two lines would be read as two ballots, so a file must close all of them or none. */
export function notClosed(text: string, at: number): FileError {
  const message = (line: number): string =>
    `The ballot on line ${line} does not end in 0, although others in the file do.`;
  return errorAt(text, at, message, 'Put a 0 after its last candidate, and each ballot on one line.');
}
