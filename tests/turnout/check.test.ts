import { expect, test } from 'vitest';
import { practice } from '../../src/election/built-in-practice';
import { checkTurnout } from '../../src/turnout/check';
import { stopping } from '../../src/turnout/length';
import type { Bloc, Turnout } from '../../src/turnout/model';
import { blocOf, turnoutOf } from '../support/turnouts';

/** "path: message" of all problems. */
function complaints(turnout: Turnout): string[] {
  const checked = checkTurnout(turnout, practice);
  return checked.ok ? [] : checked.error.map(({ path, message }) => `${path}: ${message}`);
}

const plain = turnoutOf(100, [blocOf({ slate: 1 })]);
const ofBloc = (changes: Partial<Bloc>): string[] => complaints({ ...plain, blocs: [blocOf(), blocOf(changes)] });

test('a turnout that fits the election passes', () => {
  expect(complaints(plain)).toEqual([]);
  expect(ofBloc({ members: 0 })).toEqual([]);
});

test('somebody votes, and no more than there is room for', () => {
  const words = 'blocs: members times turnout must come to 1 to 5,000,000 voters, not';
  expect(complaints({ ...plain, blocs: [] })).toEqual([`${words} 0`]);
  expect(complaints({ ...plain, blocs: [blocOf({ turnout: 0 })] })).toEqual([`${words} 0`]);
  expect(complaints({ ...plain, blocs: [blocOf({ members: 2e7 })] })).toEqual([`${words} 10,000,000`]);
});

test('variation', () => {
  const variation = { ...plain.variation, turnout: { kind: 'ratio', spread: -1 } } as const;
  expect(complaints({ ...plain, variation })).toEqual(['variation.turnout.spread: must be from 0 to 1000, not -1']);
});

test.each([
  [{ kind: 'log-normal', sigma: NaN }, 'sigma: must be from 0 to 10, not NaN'],
  [{ kind: 'gamma', shape: 0 }, 'shape: must be from 0.05 to 1000000, not 0'],
] as const)('a spread of %o', (spread, words) => {
  expect(complaints({ ...plain, variation: { ...plain.variation, strengths: spread } })).toEqual([
    `variation.strengths.${words}`,
  ]);
});

test.each<[Partial<Bloc>, string]>([
  [{ members: -5 }, 'members: must be a whole number of 0 or more, not -5'],
  [{ members: 2.5 }, 'members: must be a whole number of 0 or more, not 2.5'],
  [{ turnout: 1.01 }, 'turnout: must be from 0 to 1, not 1.01'],
  [{ turnout: NaN }, 'turnout: must be from 0 to 1, not NaN'],
  [{ slate: 7 }, 'slate: slate number 7 does not exist'],
  [{ leaning: [1], next: [1, 1, 1] }, 'leaning: has 1 numbers for 2 slates and those on none'],
  [{ next: [1, 1, -2] }, 'next[2]: must be a number of 0 or more, not -2'],
  [{ slate: 0, leaning: [0, 1, 1] }, 'leaning[0]: must be more than 0 for its own slate'],
  [{ candidateStrengths: [1, 2] }, 'candidateStrengths: has 2 numbers for 5 candidates'],
  [{ candidateStrengths: [0, 0, 0, 0, 0] }, 'candidateStrengths: nobody is left whom these voters would name'],
  [{ loyalty: 7 }, 'loyalty: must be from 0 to 1, not 7'],
  [{ follows: [{ order: [0], part: 2 }] }, 'follows[0].part: must be from 0 to 1, not 2'],
  [
    { follows: [0.5, 0.75].map((part) => ({ order: [0], part })) },
    'follows: the parts must together be no more than 1, not 1.25',
  ],
  [{ follows: [{ order: [0, 1, 0], part: 0.5 }] }, 'follows[0].order[2]: names candidate number 0 a second time'],
  [{ follows: [{ order: [9], part: 0.5 }] }, 'follows[0].order[0]: candidate number 9 does not exist'],
  [{ length: [] }, 'length: needs a way of stopping whose part is more than 0'],
  [{ length: [{ part: -1, stop: { kind: 'all' } }] }, 'length[0].part: must be a number of 0 or more, not -1'],
  [{ length: stopping({ kind: 'at', names: 0 }) }, 'length[0].stop.names: must be a whole number of 1 or more, not 0'],
  [
    { length: stopping({ kind: 'between', from: 3, to: 2 }) },
    'length[0].stop.to: must be a whole number of 3 or more, not 2',
  ],
  [{ length: stopping({ kind: 'while', thenOn: 2 }) }, 'length[0].stop.thenOn: must be from 0 to 1, not 2'],
])('a bloc with %o', (changes, words) => {
  expect(ofBloc(changes)).toEqual([`blocs[1].${words}`]);
});

test('all problems are told, not only the first', () => {
  expect(ofBloc({ loyalty: 7, members: -1 })).toHaveLength(2);
});

test('parts that add up to 1 but for rounding pass', () => {
  const follows = [0.1, 0.2, 0.7].map((part, id) => ({ order: [id], part }));
  expect(ofBloc({ follows })).toEqual([]);
});
