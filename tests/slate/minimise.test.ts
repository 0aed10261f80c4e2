import { describe, expect, it } from 'vitest';
import { rules } from '../../src/count/rules/rules';
import { costs, countsOf, drewLots, type Case } from '../../src/slate/challenge/case';
import { claims, type Claim } from '../../src/slate/challenge/draw';
import { startsAgain } from '../../src/slate/challenge/search';
import { candidates, gathered, groups, names, voters, votersOf, type Pieces } from '../../src/slate/challenge/smaller';
import { stvRule } from '../../src/slate/demonstration';
import { minimise, ruleCalled, searchedRaw } from '../support/searches';

/** Enough for a case of what a slate does under every rule; of what one voter adds where the count starts again. */
const enough: Readonly<Record<Claim, number>> = { 'ranks-further': 600, 'one-more': 900, 'stops-sooner': 600 };

/** Whether the change costs a seat, and no lot has a part in it. */
function shows(one: Case, id: string): boolean {
  const counts = countsOf(one, ruleCalled(id));
  return costs(one, ruleCalled(id)) && counts?.some(drewLots) === false;
}

/** Without each piece of a kind by itself. */
const without = <Piece>({ of, without }: Pieces<Piece>, one: Case): (Case | null)[] =>
  of(one).map((piece) => without(one, [piece]));

describe('a case found, made as small as it goes', () => {
  const all = rules.filter(({ id }) => stvRule(id) !== null).map(({ id }) => id);

  it.each(all)('under %s still breaks the claim, and taking away any one ballot mends it', (id) => {
    const rule = ruleCalled(id);
    for (const claim of claims) {
      if (claim === 'ranks-further' && !startsAgain(rule)) continue; // challenge.test.ts: none is found
      const { found } = searchedRaw(id, claim, enough[claim]);
      if (found === null) throw new Error(`nothing found for ${claim}`);
      const least = minimise(found, id);
      expect(shows(least, id)).toBe(true);
      expect(votersOf(least)).toBeLessThanOrEqual(Math.min(29, votersOf(found)));
      for (const one of without(voters, least)) expect(one !== null && costs(one, rule)).toBe(false);
      const smaller = [without(groups, least), without(names, least), without(candidates, least)];
      for (const one of smaller.flat()) expect(one !== null && shows(one, id)).toBe(false);
      expect(minimise(least, id)).toEqual(least);
      expect(minimise(found, id)).toEqual(least);
    }
  });
});

describe('what is left out of a case', () => {
  const one: Case = {
    seats: 1,
    candidateCount: 4,
    slate: [1, 3],
    ballots: [
      { copies: 2, preferences: [0] },
      { copies: 1, preferences: [3, 0, 1] },
      { copies: 3, preferences: [1, 2] },
    ],
    change: { kind: 'ranks-further', row: 1, cut: 2 },
  };

  it('is never the voter who names more, nor all that is named before or after', () => {
    expect(voters.of(one)).toEqual([0, 0, 2, 2, 2]);
    expect(groups.of(one)).toEqual([0, 2]);
    const gone = (...some: readonly number[]) =>
      names.without(
        one,
        some.map((candidate) => ({ row: 1, candidate })),
      );
    expect(gone(0)).toMatchObject({ change: { row: 1, cut: 1 } });
    expect([gone(1), gone(3, 0)]).toEqual([null, null]);
  });

  it('takes rows of nobody with it, and leaves candidates numbered without a gap', () => {
    expect(voters.without(one, [0, 0, 2])).toMatchObject({
      ballots: [
        { copies: 1, preferences: [3, 0, 1] },
        { copies: 2, preferences: [1, 2] },
      ],
      change: { row: 0, cut: 2 },
    });
    expect(candidates.without(one, [0])).toEqual({
      ...one,
      candidateCount: 3,
      slate: [0, 2],
      ballots: [
        { copies: 1, preferences: [2, 0] },
        { copies: 3, preferences: [0, 1] },
      ],
      change: { kind: 'ranks-further', row: 0, cut: 1 },
    });
    expect(candidates.without({ ...one, change: { kind: 'one-more', candidate: 3 } }, [3])).toBeNull();
  });

  it('is put in one row with what is alike, but for the voter who names more', () => {
    const alike = { copies: 1, preferences: [3, 0, 1] };
    expect(
      gathered({ ...one, ballots: [alike, ...one.ballots, alike], change: { kind: 'ranks-further', row: 2, cut: 2 } }),
    ).toMatchObject({
      ballots: [{ copies: 2, preferences: [3, 0, 1] }, ...one.ballots],
      change: { row: 2 },
    });
  });
});
