import { describe, expect, it } from 'vitest';
import { january2018, slateVotes } from '../../src/slate/history';

describe('January 2018', () => {
  it('three seats of three for the slate with most votes', () => {
    const votes = slateVotes(january2018.candidates);
    expect(votes.map(({ slate, votes, seats }) => [slate, votes, seats])).toEqual([
      ['Centre Left Grassroots Alliance', 196_533, 3],
      ['Independence and Diversity', 91_966, 0],
      [null, 26_506, 0],
    ]);
    expect(votes.map(({ part }) => Math.round(1000 * part))).toEqual([624, 292, 84]);
  });
});
