import { describe, expect, it } from 'vitest';
import { ballotAt, type Ballots } from '../../src/election/ballots';
import { contestsOf, costOf, costs, countsOf } from '../../src/slate/challenge/case';
import { drawElection, type Drawn } from '../../src/slate/challenge/draw';
import { searching } from '../../src/slate/challenge/search';
import { votersOf } from '../../src/slate/challenge/smaller';
import { plainWright } from '../support/plain-wright';
import { last, ruleCalled, searched, searchedRaw } from '../support/searches';

/** Naming 4 after 3 keeps 4 in, so that 5 goes; where the count starts again, 3 is not elected then. */
const planted: Drawn = {
  seats: 5,
  candidateCount: 8,
  slate: [],
  ballots: [
    [1, [3, 4]],
    [14, [3, 4]],
    [34, [0, 2, 6]],
    [36, [1, 2, 3]],
    [1, [2]],
    [1, [4, 7]],
    [2, [5, 1]],
    [1, [6]],
    [18, [7]],
  ].map(([copies, preferences]) => ({ copies: copies as number, preferences: preferences as number[] })),
  changes: [{ kind: 'ranks-further', row: 0, cut: 1 }],
};

describe('naming more names', () => {
  it.each(['scottish-2007', 'ers97'])(
    'harms nobody named before in 100,000 tries under %s',
    (id) => {
      const { tried, found } = searched(id, 'ranks-further', 12_500);
      expect(found).toBeNull();
      expect(tried).toBeGreaterThan(100_000);
    },
    300_000, // 200,000 counts
  );

  it('does under Wright’s rule, which starts again, and the case found has few voters', () => {
    const { tried, found } = searched('wright', 'ranks-further', 4000);
    if (found === null) throw new Error(`nothing found in ${tried} tries`);
    const counts = countsOf(found, ruleCalled('wright'));
    if (counts === null) throw new Error('the case cannot be counted');
    const [harmed = -1] = costOf(found, ...counts);
    const { change, ballots } = found;
    if (change.kind !== 'ranks-further') throw new Error(`found a case of ${change.kind}`);
    expect(ballots[change.row]).toMatchObject({ copies: 1 });
    expect(ballots[change.row]?.preferences.indexOf(harmed)).toBeLessThan(change.cut);
    expect(costs(found, ruleCalled('scottish-2007'))).toBe(false);
    expect(votersOf(found)).toBeLessThan(30);
    // By the definitions alone, ballot by ballot: no lot, and the same two results.
    const rowsOf = (some: Ballots) => [...some.copies.keys()].map((row) => ballotAt(some, row));
    const plain = contestsOf(found).map(({ ballots: some }) =>
      plainWright(found.candidateCount, found.seats, rowsOf(some))?.at(-1)?.elected.toSorted(),
    );
    expect(plain).toEqual(counts.map(({ elected }) => elected.map(({ candidate }) => candidate).toSorted()));
  });

  it('is found where it is planted among others, and only under the rule that it breaks', () => {
    const draw = (number: number): Drawn =>
      number === 40 ? withStep(planted) : drawElection('ranks-further', 'test', number);
    expect(searchedRaw('wright', 'ranks-further', 39, draw).found).toBeNull();
    expect(searchedRaw('wright', 'ranks-further', 40, draw).found).not.toBeNull();
    expect(searchedRaw('ers97', 'ranks-further', 40, draw).found).toBeNull();
  });

  it('can cost an earlier name the seat where each name gets an X', () => {
    const { found } = searched('block-vote', 'ranks-further', 1000);
    expect(found && votersOf(found)).toBeLessThanOrEqual(9);
  });
});

/** The planted case with as many of its fifteen alike naming more already as makes the next one the one who harms. */
function withStep(drawn: Drawn): Drawn {
  for (let already = 0; already <= 14; already++) {
    const alike = [
      { copies: already, preferences: [3, 4] },
      { copies: 14 - already, preferences: [3] },
    ].filter(({ copies }) => copies > 0);
    const ballots = drawn.ballots.toSpliced(1, 1, ...alike);
    const [change] = drawn.changes;
    if (change !== undefined && costs({ ...drawn, ballots, change }, ruleCalled('wright')))
      return { ...drawn, ballots };
  }
  throw new Error('no one of the fifteen harms');
}

describe('what a slate does can cost it a seat', () => {
  it.each(['scottish-2007', 'ers97', 'meek-prf', 'block-vote', 'sntv'])('under %s: one more candidate stands', (id) => {
    const { found } = searched(id, 'one-more', 3000);
    if (found?.change.kind !== 'one-more') throw new Error('nothing found');
    expect(found.slate).toContain(found.change.candidate);
    expect(costs(found, ruleCalled(id))).toBe(true);
  });

  it('and not by a lot', () => {
    for (const id of ['ers97', 'meek-nz']) {
      for (const claim of ['one-more', 'stops-sooner'] as const) {
        const { found } = searched(id, claim, 3000);
        const counts = found && countsOf(found, ruleCalled(id));
        const settled = counts?.flatMap(({ stages }) =>
          stages.flatMap(({ ties }) => ties.map(({ resolvedBy }) => resolvedBy.kind)),
        );
        expect(settled?.filter((kind) => kind !== 'earlier-stage')).toEqual([]);
      }
    }
  });

  it.each(['scottish-2007', 'ers97', 'meek-prf'])('under %s: its supporters stop sooner', (id) => {
    const { found } = searched(id, 'stops-sooner', 3000);
    expect(found !== null && costs(found, ruleCalled(id))).toBe(true);
  });

  it('but one X for each ballot does not read further than the first', () => {
    expect(searched('sntv', 'stops-sooner', 300).found).toBeNull();
  });
});

describe('a search', () => {
  it('makes up elections that the rule can count, and says so where it can count none', () => {
    const one = (draw?: (number: number) => Drawn) =>
      last(searching({ claim: 'one-more', rule: ruleCalled('av'), seed: 'test', from: 1, to: 20 }, draw));
    expect(one()).toMatchObject({ ok: true });
    expect(one((number) => ({ ...drawElection('one-more', 'test', number), seats: 2 }))).toEqual({
      ok: false,
      error: { message: 'Alternative vote (instant runoff) cannot count any of these made-up elections.' },
    });
  });

  it('begins with elections of few voters', () => {
    for (let number = 1; number <= 100; number++)
      expect(votersOf(drawElection('one-more', 'test', number))).toBeLessThanOrEqual(9);
  });
});
