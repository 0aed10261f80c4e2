import { expect, it } from 'vitest';
import type { BlocDescription } from '../../src/turnout/describe';
import { averageNames, blocMarks, blocSentence, percent } from '../../src/ui/turnout/turnout-words';
import { election } from './election';

const bloc = (changes: Partial<BlocDescription>): BlocDescription => ({
  name: 'Bloc',
  slate: null,
  members: 20,
  voters: 10,
  sharePercent: 50,
  averageNames: 2,
  followingPercent: 0,
  loyalPercent: 0,
  orders: [],
  ...changes,
});

it('marks blocs by their slate’s letter, and those of no slate by number where there are several', () => {
  expect(blocMarks([bloc({ slate: 1 }), bloc({})], election)).toEqual(['R', '–']);
  expect(blocMarks([bloc({}), bloc({ slate: 0 }), bloc({})], election)).toEqual(['1', 'G', '2']);
});

it('says what the picture shows', () => {
  const blocs = [bloc({ name: 'Hill', sharePercent: 99.7 }), bloc({ name: 'River', sharePercent: 0.3 })];
  expect(blocSentence(blocs)).toBe('Hill 100%, River under 1%');
  expect(percent(0)).toBe('0%');
});

it('weighs the average by voters', () => {
  expect(averageNames([bloc({ voters: 30, averageNames: 1 }), bloc({ voters: 10, averageNames: 5 })])).toBe(2);
  expect(averageNames([bloc({ voters: 0 })])).toBe(0);
});
