import { describe, expect, it } from 'vitest';
import { readConstraints } from '../../src/ballots/constraints-file';

const error = (text: string): unknown => {
  const read = readConstraints(text, 7);
  if (read.ok) throw new Error('this should not be readable');
  const { line, column, message } = read.error;
  return [line, column, message];
};

describe('a file of constraints', () => {
  it('is read line by line', () => {
    const text = '\uFEFF# The NEC\r\n"Gender" "women" 4 9 1 5 7\r\n\r\n"Region" "the North" 0 1 2 # one at most\n';
    expect(readConstraints(text, 7)).toEqual({
      ok: true,
      value: [
        { group: 'women', members: [0, 4, 6], min: 4, max: 9 },
        { group: 'the North', members: [1], min: 0, max: 1 },
      ],
    });
    expect(readConstraints('', 7)).toEqual({ ok: true, value: [] });
  });

  it('says where it is wrong, and how', () => {
    expect(error('women 4 9')).toEqual([1, 1, 'Line 1 does not begin with a category in double quotes.']);
    expect(error('\n"Gender" 4 9')).toEqual([2, 10, 'Line 2 has no group in double quotes after the category.']);
    expect(error('"Gender"')).toEqual([1, 9, 'Line 1 has no group in double quotes after the category.']);
    expect(error('"Gender" "women" few')).toEqual([1, 18, 'Line 1 does not say how many are to be elected at least.']);
    expect(error('"Gender" "women" 4')).toEqual([1, 19, 'Line 1 does not say how many are to be elected at most.']);
    expect(error('"Gender" "women" 4 3')).toEqual([1, 20, 'Line 1 asks for at least 4 and at most 3.']);
    expect(error('"Gender" "women" 1 3 8')).toEqual([1, 22, 'Line 1 names candidate 8, but there are only 7.']);
    expect(error('"Gender" "women" 1 3 2 2')).toEqual([1, 24, 'Line 1 names candidate 2 twice.']);
    expect(error('"Gender" "women" 1 3 Ann')).toEqual([
      1,
      22,
      'Line 1 names "Ann", which is not the number of a candidate.',
    ]);
  });
});
