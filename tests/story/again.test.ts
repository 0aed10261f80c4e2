import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toNumber, zero } from '../../src/basics/fraction';
import { checkContest } from '../../src/count/contest';
import { count, type Count } from '../../src/count/count';
import { wigm } from '../../src/count/rules/wigm';
import { wright } from '../../src/count/rules/wright';
import { trace } from '../../src/count/trace';
import { journeyOf, type Journey } from '../../src/story/journey';
import { headline, stepWords } from '../../src/story/journey-words';
import { electionMark, stageMark, stageWords } from '../../src/story/stage-words';
import { whyWords } from '../../src/story/why';
import { contestOf, contests } from '../support/contests';
import { smallNames } from '../support/small-election';

const lots = { kind: 'seeded', seed: 'again' } as const;
const names = smallNames(8);
const small = count(contestOf(2, 4, ['10: 0 1', '4: 1', '6: 2', '3: 3 0', '1: 3']), wright, lots);
// Donald is elected at stage 4, with the votes of a surplus that goes elsewhere when the count has started again.
const undone = count(
  contestOf(5, 8, ['15: 3 4', '34: 0 2 6', '36: 1 2 3', '1: 2', '1: 4 7', '2: 5 1', '1: 6', '18: 7']),
  wright,
  lots,
);

function journeyIn(result: Count, preferences: readonly number[]): Journey {
  const traced = trace(result, preferences);
  if (traced === null) throw new Error('the ballot is not valid');
  return journeyOf(result, traced, preferences);
}

const said = (journey: Journey): string[] => journey.steps.map((step) => `${step.stage}: ${stepWords(step, names)}`);

describe('a count that starts again', () => {
  it('is told as one, with the new quota and who has to reach it again', () => {
    expect(stageWords(small, 2, names)).toEqual({
      title: 'Donald is out; the count starts again',
      sentences: [
        'Donald has the fewest votes, 4, and is out.',
        'The count starts again as if they had not stood: every ballot is a whole vote again, with the first name on it that is still in. The quota is worked out again, from the 23 ballots that name someone still in: 8. Adam, elected before, has to reach it again.',
        'Adam reaches the quota and is elected.',
      ],
    });
    const passed = count(
      contestOf(2, 4, ['10: 0', '4: 1', '2: 2', '1: 3 2']),
      { ...wigm, excludedPapers: 'restart' },
      lots,
    );
    expect(stageWords(passed, 2, names).sentences[1]).toMatch(/Adam, elected before, has to pass it again\.$/);
  });

  it('counts up all votes, those that stop too, and says why the quota is lower', () => {
    expect(whyWords(small, 2, names)).toEqual([
      'Lowest: 4. Next above: Basil with 5.',
      'Where the votes go: Adam 13 + Charlotte 6 + Basil 4 + stopped 1 = 24.',
      'The quota falls from 9 to 8, as 1 of the 24 votes has stopped.',
    ]);
  });

  it('marks its stages, and elections that do not stand in the end', () => {
    expect(small.stages.map(stageMark).join('')).toBe('1SRSR');
    expect(undone.stages.map((stage) => electionMark(undone, stage) || '-').join('')).toBe('e-ee-ee-ee-E');
  });

  it('follows a ballot, whole again with its first name still in', () => {
    const journey = journeyIn(small, [3, 0, 2]);
    expect(said(journey)).toEqual([
      '1: Your whole vote counts for Donald, your number 1.',
      '3: The count starts again without Donald: your whole vote is with Adam, your number 2.',
      '4: Adam has more votes than needed. 62p of your vote stays and helps elect Adam. 38p moves to Charlotte, your number 3.',
      '5: The count starts again without Charlotte: your whole vote is with Adam, your number 2. (Your number 1, Donald, is out.)',
      '5: Adam is elected, and your whole vote stays there.',
    ]);
    expect(headline(journey, names)).toBe('Your whole vote helped elect Adam.');
  });

  it('says when a ballot stops in it, also one that had helped to elect someone before', () => {
    const journey = journeyIn(undone, [3, 4]);
    expect(said(journey)).toEqual([
      '1: Your whole vote counts for Donald, your number 1.',
      '5: Donald has more votes than needed. 86p of your vote stays and helps elect Donald. 14p moves to Eve, your number 2.',
      '6: The count starts again without Frank: your whole vote is with Donald, your number 1.',
      '12: The count starts again without Donald: your whole vote stops, as no other name on your ballot is still in. (Your number 2, Eve, is out.)',
    ]);
    expect(headline(journey, names)).toBe('Your vote stopped at stage 12: nobody you ranked was still in.');
  });

  it('keeps 100 pence, each part near the exact one, and has words for every step', () => {
    const rules = [
      wright,
      { ...wigm, excludedPapers: 'restart', surplusValue: 'unweighted', valueRise: 'allowed' },
    ] as const;
    fc.assert(
      fc.property(contests, fc.constantFrom(...rules), ({ contest, ballots }, rule) => {
        fc.pre(checkContest(contest, rule).ok);
        const result = count(contest, rule, lots);
        for (const { preferences } of ballots) {
          const traced = trace(result, preferences);
          if (traced === null) continue;
          const journey = journeyOf(result, traced, preferences);
          let whole = 100;
          for (const { after, gained, stage } of journey.steps) {
            whole += gained;
            const parts = [...after.candidates.values()];
            expect(parts.reduce((a, b) => a + b, after.stopped + after.cut)).toBe(whole);
            if (journey.steps.findLast((step) => step.stage === stage)?.after !== after) continue;
            const exact = traced[stage - 1]?.holding.candidates;
            for (const candidate of new Set([...after.candidates.keys(), ...(exact?.keys() ?? [])])) {
              const pence = 100 * toNumber(exact?.get(candidate) ?? zero);
              expect(Math.abs((after.candidates.get(candidate) ?? 0) - pence)).toBeLessThan(1.5);
            }
          }
          for (const text of [...said(journey), headline(journey, names)]) {
            expect(text).toMatch(/\w.*[.)]$/);
            expect(text).not.toMatch(/undefined|null|NaN|\b0p|your number 0| {2}/);
          }
        }
      }),
      { numRuns: 300, seed: 2008 },
    );
  });
});
