import { expect, test } from 'vitest';
import { practice } from '../../src/election/built-in-practice';
import { checkTurnout } from '../../src/turnout/check';
import type { Bloc, Turnout } from '../../src/turnout/model';
import { blocOf, turnoutOf } from '../support/turnouts';

function complaint(turnout: Turnout): string {
  const checked = checkTurnout(turnout, practice);
  return checked.ok ? '' : checked.error.message;
}

const ofBloc = (changes: Partial<Bloc>): string => complaint(turnoutOf(10, [blocOf(changes)]));

test('a turnout that fits the election passes', () => {
  const candidateStrengths = practice.candidates.map(() => 1);
  expect(ofBloc({ slateStrengths: [1, 1, 1], candidateStrengths, slate: 1 })).toBe('');
});

test('voters, sizes and variation', () => {
  expect(complaint(turnoutOf(0, [blocOf()]))).toContain('whole number');
  expect(complaint(turnoutOf(2.5, [blocOf()]))).toContain('not 2.5');
  expect(complaint(turnoutOf(10, []))).toContain('size');
  expect(complaint(turnoutOf(10, [blocOf({ share: 0 })]))).toContain('size');
  expect(complaint(turnoutOf(10, [blocOf({ share: 1 }), blocOf({ share: NaN })]))).toContain('size');
  const turnout = { ...turnoutOf(10, [blocOf()]), variation: { shares: -1, strengths: 0 } };
  expect(complaint(turnout)).toContain('runs differ');
});

test.each<[Partial<Bloc>, string]>([
  [{ slate: 7 }, 'slate number 8'],
  [{ slateStrengths: [1] }, '1 slate strengths for 2 slates'],
  [{ candidateStrengths: [1, 2] }, '2 candidate strengths for 5 candidates'],
  [{ slateStrengths: [1, -1, 1] }, 'a strength'],
  [{ loyalty: 1.5 }, 'not 1.5'],
  [{ candidateStrengths: [0, 0, 0, 0, 0] }, 'nobody is left'],
  [{ follows: [{ order: [0], part: 2 }] }, 'together no more than 1'],
  [{ follows: [{ order: [0, 0], part: 0.5 }] }, 'twice'],
  [{ follows: [{ order: [9], part: 0.5 }] }, 'candidate number 10'],
  [{ length: { kind: 'between', from: 3, to: 2 } }, 'from 3 to 2'],
  [{ length: { kind: 'while', thenOn: 2 } }, 'not 2'],
])('a bloc with %o', (changes, words) => {
  expect(ofBloc(changes)).toContain(words);
});

test('parts that add up to 1 but for rounding pass', () => {
  const follows = [0.1, 0.2, 0.7].map((part, id) => ({ order: [id], part }));
  expect(ofBloc({ follows })).toBe('');
});
