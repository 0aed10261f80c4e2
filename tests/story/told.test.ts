import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkRule } from '../../src/count/check-rule';
import { checkContest, type Contest } from '../../src/count/contest';
import { count, countOrAsk, type Count } from '../../src/count/count';
import type { LotAnswer, Lots } from '../../src/count/lots';
import type { Rule } from '../../src/count/rule';
import { rules } from '../../src/count/rules/rules';
import type * as Reasons from '../../src/count/stage';
import { trace } from '../../src/count/trace';
import { journeyOf } from '../../src/story/journey';
import { journeyWhy } from '../../src/story/journey-why';
import { headline, stripWords } from '../../src/story/journey-words';
import { stageWords } from '../../src/story/stage-words';
import { whyWords } from '../../src/story/why';
import { contestOf, contests, contestsWithEquals, unevenly } from '../support/contests';
import { randomKeepRules, randomQuotientRules, randomTransferRules } from '../support/random-rules';
import { smallNames } from '../support/small-election';
import { lotsOf, variantOf } from '../support/variants';

/*
 * Every kind of stage, reason, tie and move that a count can give is met in made-up elections, by every rule and by rules
 * drawn at random, and all that is said of them is whole sentences. The lists are typed: a kind that a count learns to give
 * is asked for here until it is met.
 */

type Met<Kind extends string> = Record<Kind, number>;
type Because = Reasons.StageBecause;
type Tie = Reasons.Tie;
type Fate = Reasons.PaperFate;

const met = {
  stage: { 'first-preferences': 0, surplus: 0, exclusion: 0, again: 0, deferral: 0 } satisfies Met<
    Reasons.StageKind | 'again' | 'deferral'
  >,
  because: {
    start: 0,
    surplus: 0,
    lowest: 0,
    together: 0,
    shortfall: 0,
    sharing: 0,
    'sure-loser': 0,
    'quotient-over-quota': 0,
    'lowest-quotient': 0,
    'fewer-than': 0,
    doomed: 0,
  } satisfies Met<Because['kind']>,
  surplusOrder: {
    'by-size': 0,
    'by-size-then-election': 0,
    'by-order-of-election': 0,
    'all-at-once': 0,
  } satisfies Met<Extract<Because, { kind: 'surplus' }>['order']>,
  elected: {
    quota: 0,
    'active-vote': 0,
    'higher-of-two': 0,
    remaining: 0,
    'outvotes-others': 0,
    'most-votes': 0,
    quotient: 0,
  } satisfies Met<Reasons.ElectedBecause['kind']>,
  tie: { surplus: 0, exclusion: 0, election: 0, fraction: 0 } satisfies Met<Tie['purpose']>,
  settled: { 'earlier-stage': 0, 'larger-sub-parcel': 0, lot: 0, prescribed: 0 } satisfies Met<
    Tie['resolvedBy']['kind']
  >,
  restraint: { guarded: 0, doomed: 0 } satisfies Met<Reasons.Restraint['kind']>,
  fate: {
    'present-value': 0,
    part: 0,
    surplus: 0,
    sampled: 0,
    restart: 0,
    'keep-values': 0,
    quotients: 0,
  } satisfies Met<Fate['kind']>,
  selection: { all: 0, value: 0, received: 0 } satisfies Met<Reasons.PaperSelection['kind']>,
  sampled: { 'in-proportion': 0, 'every-nth': 0 } satisfies Met<Reasons.SampledFate['how']['kind']>,
  ended: { once: 0, elected: 0, shared: 0, stalled: 0, 'sure-loser': 0 } satisfies Met<Reasons.KeepFate['ended']>,
  lots: { seeded: 0, listed: 0, asked: 0 } satisfies Met<Lots['kind']>,
};

function meet(result: Count): void {
  for (const stage of result.stages) {
    met.stage[stage.kind] += 1;
    met.stage.again += Number(stage.startsAgain);
    met.stage.deferral += Number(stage.deferral !== null);
    met.because[stage.because.kind] += 1;
    if (stage.because.kind === 'surplus') met.surplusOrder[stage.because.order] += 1;
    for (const { because } of stage.elected) met.elected[because.kind] += 1;
    for (const { kind } of stage.restraints) met.restraint[kind] += 1;
    for (const { purpose, resolvedBy } of stage.ties) {
      met.tie[purpose] += 1;
      met.settled[resolvedBy.kind] += 1;
      if (resolvedBy.kind === 'lot') met.lots[result.lots.kind] += 1;
    }
    for (const { fate, selection } of stage.transfers) {
      met.fate[fate.kind] += 1;
      met.selection[selection.kind] += 1;
      if (fate.kind === 'sampled') met.sampled[fate.how.kind] += 1;
      if (fate.kind === 'keep-values') met.ended[fate.ended] += 1;
    }
  }
}

const names = smallNames(8);
const broken = /undefined|null|NaN|Infinity|\[object|\s\s|\s[.,;:]|\(\)|\.\.|,\.|^\s|\s$|^[a-z]/;

/** What is wrong with all that is said about a count and about a ballot in it; nothing, if all is well. */
function wrong(result: Count, ballot: readonly number[]): string[] {
  const traced = trace(result, ballot);
  const journey = traced === null ? null : journeyOf(result, traced, ballot);
  const told = result.stages.map((_, stage) => stageWords(result, stage, names));
  const own =
    journey === null || traced === null
      ? []
      : [
          headline(journey, names),
          ...journey.steps.flatMap((step) => [
            stripWords(step, names),
            ...journeyWhy({ count: result, traced, preferences: ballot }, step, names),
          ]),
        ];
  const sentences = [...told.flatMap(({ sentences }) => sentences), ...own];
  const sums = result.stages.flatMap((_, stage) => whyWords(result, stage, names));
  const unnamed = result.stages.flatMap(({ elected, excluded, of, number }, i) => {
    const text = [told[i]?.title, ...(told[i]?.sentences ?? [])].join(' ');
    const many = of.length > 3;
    return [...elected.map(({ candidate }) => candidate), ...(many ? [] : [...excluded, ...of])]
      .filter((candidate) => !text.includes(names[candidate] ?? '?'))
      .map((candidate) => `stage ${number} does not name ${names[candidate]}: ${text}`);
  });
  return [
    ...told.flatMap(({ title }) => (broken.test(title) || title === '' ? [`title: ${title}`] : [])),
    ...sentences.filter((text) => broken.test(text) || !/[.]\)?$/.test(text)),
    ...sums.filter((text) => broken.test(text) || !/[.:]$/.test(text)),
    ...unnamed,
    ...told.flatMap(({ sentences }, stage) =>
      sentences.length === 0 ? [`nothing is said of stage ${stage + 1}`] : [],
    ),
  ];
}

/** Small ones for what chance seldom brings: equal surpluses, ties settled by earlier stages, equal fractions of a ballot. */
const chosen = [
  contestOf(3, 5, ['12: 0 2', '12: 1 3', '3: 2', '2: 3', '1: 4']),
  contestOf(2, 5, ['10: 0', '9: 1', '6: 2 1', '5: 3 0', '1: 4 3 0']),
  contestOf(2, 4, ['12: 0 1', '4: 0 2', '9: 1', '8: 2', '7: 3']),
  contestOf(2, 4, ['8: 0 1', '8: 0 2', '5: 1', '6: 2', '5: 3']),
];
const seed = 2020;
const draw = <T>(from: fc.Arbitrary<T>, numRuns: number): T[] => fc.sample(from, { seed, numRuns });

/** Asked for every lot, and the first of those named is taken each time. */
function askedThrough(contest: Contest, rule: Rule): Count {
  const answers: LotAnswer[] = [];
  for (;;) {
    const result = countOrAsk(contest, rule, answers);
    if ('stages' in result) return result;
    answers.push({ occasion: result.occasion, chosen: result.tied[0] ?? -1 });
  }
}

it('every kind of stage, reason and tie is met, and told in whole sentences', { timeout: 120_000 }, () => {
  const drawn = [...draw(contestsWithEquals, 24), ...draw(unevenly(contests), 8)];
  const random: Rule[] = [
    ...draw(randomTransferRules, 80),
    ...draw(randomKeepRules, 40),
    ...draw(randomQuotientRules, 20),
  ].filter((rule) => checkRule(rule).ok);
  const problems: string[] = [];
  const tell = (contest: Contest, rule: Rule, i: number): void => {
    if (!checkContest(contest, rule).ok) return;
    const result = i % 5 === 0 ? askedThrough(contest, rule) : count(contest, rule, lotsOf(i, contest.candidateCount));
    meet(result);
    const all = Array.from({ length: contest.candidateCount }, (_, id) => (id + i) % contest.candidateCount);
    const ballot = all.filter((id) => !contest.withdrawn.includes(id));
    problems.push(...wrong(result, ballot).map((text) => `${rule.id}: ${text}`));
  };
  for (const rule of rules) {
    for (const [i, contest] of chosen.entries()) tell(contest, rule, i + 1);
    for (const [i, { contest }] of drawn.entries()) {
      if (checkContest(contest, rule).ok) tell(variantOf(contest, i, rule), rule, i);
    }
  }
  for (const [r, rule] of random.entries()) {
    for (const [i, { contest }] of drawn.entries()) if ((i + r) % 10 === 0) tell(contest, rule, i);
  }
  const missing = Object.entries(met).flatMap(([what, kinds]) =>
    Object.entries(kinds).flatMap(([kind, times]) => (times === 0 ? [`${what}: ${kind}`] : [])),
  );
  expect([...missing, ...new Set(problems)].slice(0, 20)).toEqual([]);
});
