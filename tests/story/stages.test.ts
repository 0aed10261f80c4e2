import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import type { TransferRule } from '../../src/count/rule';
import { blockVote } from '../../src/count/rules/block-vote';
import { cfer } from '../../src/count/rules/cfer';
import { ers97 } from '../../src/count/rules/ers97';
import { hareClarkAct } from '../../src/count/rules/hare-clark-act';
import { hareClarkTas } from '../../src/count/rules/hare-clark-tas';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { northernIreland } from '../../src/count/rules/northern-ireland';
import { qpq } from '../../src/count/rules/qpq';
import { rules } from '../../src/count/rules/rules';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { senateAu } from '../../src/count/rules/senate-au';
import { senateAuHand } from '../../src/count/rules/senate-au-hand';
import { wigm } from '../../src/count/rules/wigm';
import { sntv } from '../../src/count/rules/sntv';
import { flowsOver } from '../../src/story/flows';
import { quotaWords } from '../../src/story/quota-words';
import { stageMark, stageWords } from '../../src/story/stage-words';
import { standingsOver } from '../../src/story/standings';
import { listed, possessive, votesOf, votesText, wholeVotes } from '../../src/story/words';
import { contestOf, contests } from '../support/contests';
import { smallNames } from '../support/small-election';

const lots = { kind: 'seeded', seed: 'stages' } as const;
const names = smallNames(8);
const twoPlaces = { vote: 100n, places: 2 };
const fivePlaces = { vote: 100_000n, places: 5 };

describe('words', () => {
  it('join names as English does', () => {
    expect([listed([]), listed(['A']), listed(['A', 'B']), listed(['A', 'B', 'C'])]).toEqual([
      '',
      'A',
      'A and B',
      'A, B and C',
    ]);
    expect([possessive('Ann Black'), possessive('James')]).toEqual(['Ann Black’s', 'James’']);
  });

  it('print votes with the rule’s decimals, or none where there is no fraction', () => {
    expect(votesText(1295490n, twoPlaces)).toBe('12,954.90');
    expect(votesText(1295500n, twoPlaces)).toBe('12,955');
    expect(votesText(61289904n, fivePlaces)).toBe('612.89904');
    expect([votesOf(100n, twoPlaces), votesOf(200n, twoPlaces)]).toEqual(['1 vote', '2 votes']);
    expect([wholeVotes(1295490n, twoPlaces), wholeVotes(50n, twoPlaces), wholeVotes(0n, twoPlaces)]).toEqual([
      '12,955',
      'under 1',
      '0',
    ]);
  });
});

describe('the stages of a count in words', () => {
  const result = count(
    contestOf(2, 5, ['14: 0 1', '8: 0 4 3 2', '6: 1', '5: 2 1', '3: 3 2 1', '1: 4 2']),
    scottish2007,
    lots,
  );

  it('say what happened and why, who was elected and how it ended', () => {
    expect(result.stages.map((_, stage) => stageWords(result, stage, names))).toEqual([
      {
        title: 'First preferences',
        sentences: [
          '37 ballots are counted, each for the first name on it.',
          'Votes needed to be sure of a seat (the quota): 37 divided by 3 (2 seats plus 1), and up to the next whole number: 13.',
          'Adam reaches the quota and is elected.',
        ],
      },
      {
        title: 'Adam’s extra votes move on',
        sentences: [
          'Adam has 22 votes, 9 more than the quota. Each of the 22 ballots passes on that share of what it is worth: 9 of every 22.',
        ],
      },
      {
        title: 'Donald is out',
        sentences: [
          'Donald has the fewest votes, 3, and is out.',
          'Their ballots move on to the next choice at what each is worth.',
        ],
      },
      {
        title: 'Eve is out',
        sentences: [
          'Eve has the fewest votes, 4.27272, and is out.',
          'Their ballots move on to the next choice at what each is worth.',
        ],
      },
      {
        title: 'Basil is out',
        sentences: [
          expect.stringContaining('Basil has the fewest votes'),
          'Their ballots move on to the next choice at what each is worth.',
          'As many candidates are left as seats, so Charlotte is elected.',
          'All 2 seats are filled.',
        ],
      },
    ]);
    expect(result.stages.map(stageMark)).toEqual(['1', 'S', 'X', 'X', 'X']);
  });

  it('explain the quota of each rule with its numbers', () => {
    expect(quotaWords(count(contestOf(2, 2, ['6: 0', '4: 1']), ers97, lots))).toBe(
      '10 divided by 3 (2 seats plus 1), and up to the next 0.01: 3.34.',
    );
    expect(quotaWords(count(contestOf(1, 2, ['6: 0', '4: 1']), ers97, lots))).toBe(
      '10 divided by 2 (1 seat plus 1): 5.',
    );
  });

  it('say of an exact quota that its fraction is kept and that it has to be passed', () => {
    const exact = count(contestOf(2, 3, ['45: 0 1', '25: 1', '30: 2']), wigm, lots);
    expect(stageWords(exact, 0, names).sentences.slice(1)).toEqual([
      'To be sure of a seat takes more votes than the quota: 100 divided by 3 (2 seats plus 1), with every fraction kept: 33.33333.',
      'Adam passes the quota and is elected.',
    ]);
  });

  it('explain Xs without a quota', () => {
    const contest = contestOf(2, 4, ['6: 0 1', '4: 2', '1: 3 2']);
    expect(stageWords(count(contest, blockVote, lots), 0, names).sentences).toEqual([
      '11 ballots are counted, with an X for each of the first 2 names on it, whatever their order.',
      'Ballots with fewer names leave 4 Xs out.',
      'There is no quota: the 2 who have most are elected, and no vote moves.',
      'Adam and Basil have the most and are elected.',
      'All 2 seats are filled. Charlotte and Donald are not elected.',
    ]);
    expect(stageWords(count({ ...contest, seats: 1 }, sntv, lots), 0, names).sentences).toEqual([
      '11 ballots are counted, each for the first name on it. The other names do not count.',
      'There is no quota: whoever has most is elected, and no vote moves.',
      'Adam has the most and is elected.',
      'The seat is filled. Basil, Charlotte and Donald are not elected.',
    ]);
  });

  it('are headed by what is counted where Xs are given', () => {
    const xs = count(contestOf(2, 4, ['6: 0 1', '4: 2']), blockVote, lots);
    expect(stageWords(xs, 0, names).title).toBe('The Xs');
  });

  it('tell of all surpluses that move in one stage, each with what its holder had just before', () => {
    const atOnce = count(contestOf(3, 5, ['20: 0 2', '13: 1 2 3', '4: 2', '3: 3']), cfer, lots);
    expect(stageWords(atOnce, 1, names)).toMatchObject({
      title: 'Adam and Basil’s extra votes move on',
      sentences: [
        'Adam has 20 votes, 9 more than the quota. Each of the 20 ballots passes on that share of what it is worth: 9 of every 20.',
        'Basil has 13 votes, 2 more than the quota. Each of the 13 ballots passes on that share of what it is worth: 2 of every 13.',
        'Charlotte reaches the quota and is elected.',
        'All 3 seats are filled. Donald and Eve are not elected.',
      ],
    });
    const fed = count(
      contestOf(3, 4, ['20: 0 1', '13: 1 2', '4: 2', '3: 3']),
      { ...cfer, receiving: 'until-transferred' },
      lots,
    );
    expect(stageWords(fed, 1, names).sentences[1]).toMatch(/^Basil has 22 votes, 11 more than the quota\./);
  });

  it('explain ties, by an earlier stage and by lot', () => {
    const earlier = count(contestOf(2, 5, ['10: 0', '9: 1', '6: 2 1', '5: 3 0', '1: 4 3 0']), scottish2007, lots);
    expect(stageWords(earlier, 2, names).sentences).toContain(
      'Charlotte and Donald were level. The tie over who goes out was settled by who had fewer votes at stage 1: Donald.',
    );
    const byLot = count(contestOf(1, 3, ['5: 0', '4: 1', '4: 2']), scottish2007, lots);
    expect(stageWords(byLot, 1, names).sentences.join(' ')).toMatch(
      /Basil and Charlotte were level\. The tie over who goes out was settled by lot \(drawn from the seed stages\): (Basil|Charlotte)\./,
    );
  });

  it('explain surpluses that wait, and several going out together', () => {
    const waits = count(contestOf(2, 4, ['11: 0 2', '9: 1', '6: 2', '3: 3 1', '1: 2 1']), ers97, lots);
    expect(stageWords(waits, 1, names).sentences).toContain(
      'Adam’s extra votes wait: 1 vote cannot change who goes out next, as the lowest candidate has 4 fewer than the next.',
    );
    const together = count(contestOf(2, 6, ['20: 0', '18: 1', '14: 2', '3: 3 2', '2: 4 2', '1: 5 2']), ers97, lots);
    expect(stageWords(together, 1, names)).toMatchObject({ title: 'Frank, Eve and Donald are out' });
  });

  it('explain the last seat filled early, and exclusions that must stay below the next, in steps', () => {
    const last = count(contestOf(2, 4, ['10: 0 2', '7: 1', '4: 2', '1: 3']), northernIreland, lots);
    expect(stageWords(last, 0, names).sentences).toContain(
      'Basil is elected to the last seat: 7 is no less than all the others have between them (5) and 2 votes still to be moved.',
    );
    const none = count(contestOf(1, 3, ['5: 0', '4: 1', '1: 2']), northernIreland, lots);
    expect(stageWords(none, 0, names).sentences).toContain(
      'Adam is elected to the last seat: 5 is no less than all the others have between them (5).',
    );
    const lines = ['14: 0 3 2', '9: 1', '8: 2', '3: 3 2', '1: 4 3 2', '1: 1'];
    const together = count(contestOf(2, 5, lines), northernIreland, lots);
    expect(together.stages.flatMap((_, stage) => stageWords(together, stage, names).sentences)).toEqual(
      expect.arrayContaining([
        'Eve and Donald have 4 votes between them. Even together and with the extra votes still to be moved they cannot come level with the next above, so all are out at once.',
      ]),
    );
    const rule = { ...northernIreland, deferral: 'never', exclusion: 'one', lastPlace: 'count-on' } as const;
    const steps = count(contestOf(2, 5, lines), rule, lots);
    expect(stageWords(steps, 3, names).sentences).toContain(
      'Their ballots move on to the next choice at what each is worth, in 3 steps, first preferences before all others, then those worth most.',
    );
    const ordered = count(contestOf(2, 5, lines), { ...rule, excludedPapers: 'by-order-received' }, lots);
    expect(stageWords(ordered, 3, names).sentences).toContain(
      'Their ballots move on to the next choice at what each is worth, in 3 steps, in the order they came.',
    );
  });

  it('explain a bulk exclusion by what is missing to the quota', () => {
    const words = (lines: readonly string[]) => stageWords(count(contestOf(2, 7, lines), senateAuHand, lots), 1, names);
    expect(words(['30: 0', '29: 1', '28: 2', '20: 3', '7: 4', '4: 5', '2: 6']).sentences[0]).toBe(
      'Gina and Frank have 6 votes between them, fewer than the 11 that Adam, who has most, still needs for the quota. Even together with Eve they could not pass Donald, so they are out at once.',
    );
    expect(words(['30: 0', '29: 1', '28: 2', '24: 3', '4: 4', '3: 5', '2: 6']).sentences[0]).toContain(
      'Together they could not pass Donald, so they are out at once.',
    );
  });

  it('explain surpluses spread alike over ballots, as an exact fraction', () => {
    const contest = contestOf(2, 4, ['50: 0 1', '7: 0 2', '3: 0', '20: 1', '21: 2', '18: 3 2']);
    const surplus = (rule: TransferRule) => stageWords(count(contest, rule, lots), 1, names).sentences[0];
    expect(surplus(senateAu)).toBe(
      'Adam has 60 votes, 20 more than the quota. 20 extra votes over 60 ballots: each moves on at 1/3 of a vote. What each candidate gets is cut to whole votes.',
    );
    expect(surplus(hareClarkAct)).toBe(
      'Adam has 60 votes, 20 more than the quota. 20 extra votes over 57 of 60 ballots that name someone still in: each moves on at 20/57 of a vote. What each candidate gets is cut to 6 decimals.',
    );
    const later = contestOf(3, 5, ['27: 0', '20: 1 4', '22: 2', '8: 3 1 2', '2: 3 1', '21: 4']);
    const last = count(later, hareClarkTas, lots);
    const stage = last.stages.findIndex(({ kind, of }) => kind === 'surplus' && of[0] === 1);
    expect(stageWords(last, stage, names).sentences[0]).toBe(
      'Basil has 30 votes, 4 more than the quota. 4 extra votes over the last 10 ballots received: each moves on at 2/5 of a vote. What each candidate gets is cut to whole votes.',
    );
  });

  it('say when ballots of different worth move at one value', () => {
    const mixed = count(
      contestOf(3, 6, ['100: 0 1 3', '10: 0 2', '90: 1 4', '60: 5 1', '80: 3', '62: 4']),
      senateAu,
      lots,
    );
    const stage = mixed.stages.findIndex(({ kind, of }) => kind === 'surplus' && of[0] === 1);
    expect(stageWords(mixed, stage, names).sentences[0]).toBe(
      'Basil has 158 votes, 57 more than the quota. 57 extra votes over 250 ballots: each moves on at 57/250 of a vote, whatever it was worth before. What each candidate gets is cut to whole votes.',
    );
  });

  it('explain the last seat between two, and ties settled within a stage', () => {
    const ahead = count(contestOf(1, 3, ['40: 0', '38: 1', '22: 2']), senateAu, lots);
    expect(stageWords(ahead, 1, names).sentences).toContain(
      'Two candidates are left for one seat: Adam has 40 votes and Basil 38, so Adam is elected without the quota.',
    );
    const level = count(contestOf(1, 3, ['40: 0', '38: 1', '2: 2 1', '5: 2']), senateAu, lots);
    expect(stageWords(level, 1, names).sentences.join(' ')).toMatch(
      /settled by lot .*: (Adam|Basil)\. Two candidates are left for one seat, with 40 votes each: \1 is elected\./,
    );
    const within = contestOf(2, 5, ['8: 0 4 2', '26: 0', '10: 1', '10: 2', '29: 3', '4: 4 1']);
    expect(stageWords(count(within, hareClarkAct, lots), 3, names).sentences).toContain(
      'Basil and Charlotte were level. The tie over who goes out was settled by who had fewer votes at stage 3, after step 1: Charlotte.',
    );
  });

  it('explain extra votes that are shared by keep values', () => {
    const shared = count(contestOf(2, 4, ['5: 0', '2: 1', '2: 2', '3: 3']), meekPrf, { kind: 'listed', order: [2, 1] });
    expect(shared.stages.slice(1).map((_, stage) => stageWords(shared, stage + 1, names))).toEqual([
      {
        title: 'Adam’s extra votes move on',
        sentences: [
          'Adam has 1 vote more than needed.',
          'Of each ballot only as much is kept as they need, and the rest passes on: of what reaches them now Adam 70%.',
        ],
      },
      {
        title: 'Charlotte is out',
        sentences: [
          'Charlotte is among those with the fewest votes, 2, and is out.',
          'Every ballot is divided again as if they were not on it.',
          'Basil and Charlotte were level, or no further apart than the extra votes not yet shared. The tie over who goes out was settled by lot: Charlotte.',
          'Donald reaches the quota and is elected.',
          'All 2 seats are filled. Basil is not elected.',
        ],
      },
    ]);
  });

  it('say that nothing moves when somebody goes out with whom no ballot was', () => {
    for (const rule of [scottish2007, ers97, northernIreland]) {
      const empty = count(contestOf(2, 5, ['14: 0 1', '8: 1 0 3 2', '6: 2 1', '5: 3 2 1']), rule, lots);
      const out = empty.stages.findIndex(({ of, kind }) => kind === 'exclusion' && of.includes(4));
      expect(stageWords(empty, out, names).sentences.slice(0, 2)).toEqual([
        'Eve has the fewest votes, 0, and is out.',
        'No ballot is with them, so nothing moves.',
      ]);
    }
  });

  it('tell of elections by quotients, and that the count starts again', () => {
    const lines = ['16: 0 1', '12: 1', '12: 2', '12: 3', '8: 4 1'];
    const runs = count(contestOf(3, 5, lines), qpq, { kind: 'listed', order: [2, 3] });
    expect(runs.stages.map((_, stage) => stageWords(runs, stage, names))).toEqual([
      {
        title: 'First preferences',
        sentences: [
          '60 ballots are counted, each for the first name on it.',
          'To be sure of a seat takes more votes than the quota: 60 divided by 4 (3 seats plus 1): 15.',
          'Candidates are compared by their quotient: their ballots, divided by 1 plus the seats that those ballots have filled already.',
        ],
      },
      {
        title: 'Adam passes the quota',
        sentences: [
          'Adam passes the quota.',
          'Whoever passes the quota keeps just that, 15 votes; the rest of their ballots passes on.',
          'Nobody else passes it, so somebody has to go out, and the count will start again.',
        ],
      },
      {
        title: 'Eve is out',
        sentences: [
          'Eve has the lowest quotient, 8, and is out.',
          'The count starts again without them: every ballot counts anew from the first name on it.',
          'Whoever passes the quota keeps just that, 12 votes; the rest of their ballots passes on.',
          'Charlotte and Donald were level. The tie over who goes out was settled by lot: Charlotte.',
          'Basil and Adam pass the quota and are elected.',
          'As many candidates are left as seats, so Donald is elected.',
          'All 3 seats are filled. Charlotte is not elected.',
        ],
      },
    ]);
  });

  it('have words for every stage of any count, with no gaps in them', () => {
    fc.assert(
      fc.property(contests, fc.constantFrom(...rules), ({ contest }, rule) => {
        fc.pre(checkContest(contest, rule).ok);
        const any = count(contest, rule, lots);
        any.stages.forEach((_, stage) => {
          const { title, sentences } = stageWords(any, stage, names);
          expect(sentences.length).toBeGreaterThan(0);
          for (const text of [title, ...sentences]) {
            expect(text).not.toMatch(/undefined|null|NaN| {2}|\bundefined\b/);
          }
          for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
        });
      }),
      { numRuns: 300, seed: 2020 },
    );
  });
});

describe('pictures in numbers', () => {
  it('flows add up to what moved, standings hold everyone once', () => {
    fc.assert(
      fc.property(contests, fc.constantFrom(...rules), ({ contest }, rule) => {
        fc.pre(checkContest(contest, rule).ok);
        const any = count(contest, rule, lots);
        any.stages.forEach((stage, i) => {
          const { top, others, stopped, cut } = flowsOver(any, { first: stage.number, last: stage.number });
          const told = top.reduce((sum, { gain }) => sum + gain, others.gain) + stopped + cut;
          const moved = stage.transfers.reduce(
            (sum, { gains, nonTransferable, lossByFraction }) =>
              gains.reduce((a, b) => a + b, sum + nonTransferable + lossByFraction),
            0n,
          );
          expect(told).toBe(moved);
          const { rows, out } = standingsOver(any, { first: i + 1, last: i + 1 });
          const everyone = [...rows.map(({ candidate }) => candidate), ...out, ...contest.withdrawn];
          expect(everyone.sort((a, b) => a - b)).toEqual(Array.from({ length: contest.candidateCount }, (_, id) => id));
        });
      }),
      { numRuns: 200, seed: 2020 },
    );
  });
});
