import { describe, expect, it } from 'vitest';
import { count } from '../../src/count/count';
import type { Rule } from '../../src/count/rule';
import { blockVote } from '../../src/count/rules/block-vote';
import { ers97 } from '../../src/count/rules/ers97';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { rules } from '../../src/count/rules/rules';
import { trace } from '../../src/count/trace';
import { practice, practiceBallots } from '../../src/election/built-in-practice';
import { packBallots, type Ballots } from '../../src/election/ballots';
import { compareCounts, journeysPart } from '../../src/story/compare-counts';
import { journeysWords, outcomeWords, partingWords, seatsWords } from '../../src/story/compare-words';
import { journeyOf } from '../../src/story/journey';

const names = ['Ann', 'Bo', 'Cy', 'Di', 'Eve'];
const slateOf = [0, 0, 1, 1, null];
const lots = { kind: 'seeded', seed: '1' } as const;
const countOf = (ballots: Ballots, rule: Rule = scottish2007, seats = 2) =>
  count({ seats, candidateCount: 5, withdrawn: [], ballots }, rule, lots);
const papers = (rows: readonly (readonly [number, readonly number[]])[]): Ballots =>
  packBallots(
    rows.map(([copies, preferences]) => ({ copies, preferences })),
    5,
  );
const compare = (a: ReturnType<typeof countOf>, b: ReturnType<typeof countOf>) => compareCounts(a, b, slateOf, 2);

const base = papers([
  [40, [0, 1]],
  [25, [2, 3]],
  [20, [3, 2]],
  [10, [1, 0]],
  [8, [4, 1]],
]);
/** Eve's voters go on to Di in place of Bo. */
const other = papers([
  [40, [0, 1]],
  [25, [2, 3]],
  [20, [3, 2]],
  [10, [1, 0]],
  [8, [4, 3]],
]);

describe('the same count twice', () => {
  const compared = compare(countOf(base), countOf(base));

  it('has nothing that differs', () => {
    expect(compared).toMatchObject({ both: [0, 2], onlyA: [], onlyB: [], sameOrder: true, parting: null });
    expect(compared.talliesDiffer).toBeNull();
    expect(compared.fates.every(({ a, b }) => a.kind === b.kind && a.stage === b.stage)).toBe(true);
  });

  it('says so', () => {
    expect(outcomeWords(compared, names)).toEqual(['Both give the same two, in the same order.']);
    expect(partingWords(compared, 4, names)).toBe('Both take the same 4 steps, with the same votes at every stage.');
    expect(seatsWords(compared.seats, ['Left', 'Right'])).toBe('Every slate has as many seats in both.');
  });
});

describe('other voters', () => {
  const [a, b] = [countOf(base), countOf(other)];
  const compared = compare(a, b);

  it('part at the first stage that is not the same step', () => {
    const { parting } = compared;
    expect(parting?.stage).toBeGreaterThan(1);
    for (let at = 0; at < (parting?.stage ?? 0) - 1; at++) {
      expect(b.stages[at]).toMatchObject({ kind: a.stages[at]?.kind, of: a.stages[at]?.of });
    }
    expect(partingWords(compared, a.stages.length, names)).toBe(
      `The same until stage ${parting?.stage}, where in A Di is out, and in B Bo is out.`,
    );
    expect(compared.talliesDiffer).toBeLessThanOrEqual(parting?.stage ?? 0);
  });

  it('names who is elected in one only, and the seats that differ', () => {
    expect(a.elected.map(({ candidate }) => candidate)).toEqual([0, 2]);
    expect(b.elected.map(({ candidate }) => candidate)).toEqual([0, 3]);
    expect(outcomeWords(compared, names)).toEqual(['One is elected in both.', 'Only in A: Cy.', 'Only in B: Di.']);
    expect(seatsWords(compared.seats, ['Left', 'Right'])).toBe('Every slate has as many seats in both.');
    const swapped = compareCounts(a, b, [0, 0, 0, 1, null], 2);
    expect(seatsWords(swapped.seats, ['Left', 'Right'])).toBe(
      'Left has 2 seats in A and 1 in B; Right has 0 seats in A and 1 in B.',
    );
  });
});

describe('other rules', () => {
  it('compares votes as votes, whatever units they are kept in', () => {
    // No surplus and one out at a time: only the decimals differ, five in one and two in the other.
    const plain = papers([
      [30, [0]],
      [20, [1]],
      [10, [2]],
      [9, [3]],
      [8, [4]],
    ]);
    const [a, b] = [countOf(plain, scottish2007, 1), countOf(plain, ers97, 1)];
    expect(a.vote).not.toBe(b.vote);
    expect(compare(a, { ...a, vote: 2n * a.vote }).talliesDiffer).toBe(1);
    const doubled = a.stages.map((stage) => ({ ...stage, tallies: stage.tallies.map((units) => 2n * units) }));
    expect(compare(a, { ...a, vote: 2n * a.vote, stages: doubled }).talliesDiffer).toBeNull();
    expect(compare(a, b).talliesDiffer).not.toBe(1);
  });

  it('parts at once where there is only one stage', () => {
    const compared = compare(countOf(base), countOf(base, blockVote));
    expect(partingWords(compared, 4, names)).toBe(
      'They part at the first stage, where in A Ann is elected, and in B Bo and Ann are elected.',
    );
  });

  it('names those of whom the title only says how many, and does not part over the order they are named in', () => {
    const [, , last] = countOf(base).stages;
    if (last === undefined) throw new Error('three stages are counted');
    const out = { ...last, kind: 'exclusion' as const, elected: [], excluded: [], startsAgain: false };
    const said = (a: readonly number[], b: readonly number[], elected: typeof last.elected = []): string =>
      partingWords(
        { parting: { stage: 3, a: { ...out, of: a }, b: { ...out, of: b, elected } }, talliesDiffer: null },
        4,
        names,
      );
    expect(said([0, 1, 2, 3], [0, 1, 2, 4])).toBe(
      'The same until stage 3, where in A 4 candidates are out together (Ann, Bo, Cy and Di), and in B 4 candidates are out together (Ann, Bo, Cy and Eve).',
    );
    const because = { kind: 'remaining' as const, vote: 0n };
    expect(said([0, 1], [1, 0], [{ candidate: 2, because, afterTransfer: null }])).toBe(
      'The same until stage 3, where in A nobody is elected, and in B Cy is elected.',
    );
  });

  it('parts where one of the two is over', () => {
    const whole = countOf(base);
    const compared = compare(whole, { ...whole, stages: whole.stages.slice(0, 3) });
    expect(compared.parting).toMatchObject({ stage: 4, b: null });
    expect(partingWords(compared, 4, names)).toBe('The same until stage 4, where in A Di is out, and B is over.');
  });

  it('has a sentence for every two rules that fill these seats, and never one name on both sides', () => {
    const fits = rules.filter((rule) => !('fills' in rule && rule.fills === 'one-seat'));
    const shown = practice.candidates.map(({ name }) => name);
    const counts = fits.map((rule) =>
      count({ seats: practice.seats, candidateCount: 5, withdrawn: [], ballots: practiceBallots }, rule, lots),
    );
    for (const a of counts) {
      for (const b of counts) {
        const compared = compareCounts(a, b, slateOf, 2);
        const words = [...outcomeWords(compared, shown), partingWords(compared, a.stages.length, shown)].join(' ');
        expect(words).not.toMatch(/undefined|null|NaN| {2}/);
        expect(compared.both.length + compared.onlyA.length).toBe(a.elected.length);
        expect(compared.onlyA.length).toBe(compared.onlyB.length + a.elected.length - b.elected.length);
        expect(compared.parting === null).toBe(compare(b, a).parting === null);
      }
    }
  });
});

it('follows one ballot through both', () => {
  const journey = (ballots: Ballots, rule: Rule, mine: readonly number[]) => {
    const counted = countOf(ballots, rule);
    const traced = trace(counted, mine);
    if (traced === null) throw new Error('the ballot names nobody');
    return journeyOf(counted, traced, mine);
  };
  const mine = [4, 3, 2];
  expect(journeysPart(journey(base, scottish2007, mine), journey(base, scottish2007, mine))).toBeNull();
  const away = journeysPart(journey(base, scottish2007, mine), journey(other, scottish2007, mine));
  expect(away).toBe(compare(countOf(base), countOf(other)).parting?.stage);
  expect(journeysPart(journey(base, scottish2007, [0, 1]), journey(base, meekPrf, [0, 1]))).toBeGreaterThan(0);
  const scottish = journey(base, scottish2007, mine);
  expect(journeysWords(scottish, scottish)).toBe('Your vote goes the same way in both.');
  expect(journeysWords(scottish, journey(other, scottish2007, mine))).toBe(
    `Your vote goes the same way until stage ${away}.`,
  );
  expect(journeysWords(scottish, journey(base, scottish2007, [2, 3, 4]))).toBe(
    'Your vote goes another way from the start.',
  );
  expect(journeysWords(scottish, journey(base, blockVote, mine))).toMatch(/^One ballot gives Xs /);
});

it('refuses counts of other candidates', () => {
  const four = count(
    { seats: 2, candidateCount: 4, withdrawn: [], ballots: packBallots([{ copies: 2, preferences: [0] }], 4) },
    scottish2007,
    lots,
  );
  expect(() => compare(countOf(base), four)).toThrow('5 candidates cannot be compared with one of 4');
});
