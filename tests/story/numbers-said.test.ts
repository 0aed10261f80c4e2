import fc from 'fast-check';
import { expect, it } from 'vitest';
import { equal, one, toNumber } from '../../src/basics/fraction';
import { checkRule } from '../../src/count/check-rule';
import { checkContest, type Contest } from '../../src/count/contest';
import { count, electionsStanding, type Count } from '../../src/count/count';
import { endsByFirst } from '../../src/count/ends';
import type { Rule } from '../../src/count/rule';
import { rules } from '../../src/count/rules/rules';
import { trace, type Holding } from '../../src/count/trace';
import { builtInElections } from '../../src/election/built-in';
import { chaptersOf, chapterWords } from '../../src/story/chapters';
import { coinOf } from '../../src/story/coin';
import { flowsOver } from '../../src/story/flows';
import { journeyOf, movingStages } from '../../src/story/journey';
import { journeyWhy } from '../../src/story/journey-why';
import { headline, stepWords, stripWords } from '../../src/story/journey-words';
import { resultTable } from '../../src/story/result-table';
import { slateFlows } from '../../src/story/slate-flows';
import { slateOutcome } from '../../src/story/slate-outcome';
import { endsSentence, slateFlowSentence } from '../../src/story/slate-words';
import { stageWords } from '../../src/story/stage-words';
import { standingsOver } from '../../src/story/standings';
import { whyWords } from '../../src/story/why';
import { contests, contestsWithEquals, unevenly } from '../support/contests';
import { randomKeepRules, randomQuotientRules, randomTransferRules } from '../support/random-rules';
import { smallNames } from '../support/small-election';
import { lotsOf, variantOf } from '../support/variants';

/*
 * The numbers are read back out of what is said, and held against the count and the trace.
 */

const names = smallNames(8);
const wrong: string[] = [];
const check = (is: boolean, what: string, said: string): void => {
  if (!is) wrong.push(`${what}: ${said}`);
};

/** "1 votes", "0p of", "3 vote": what numbers must not be said with. */
const ungrammatical = [
  /(?<![\d.,/])1 (votes|ballots|Xs|seats|candidates|names|times|decimals|were)\b/,
  /under 1 votes|under 1 of them stop\b/,
  /(?<![\d.])0p\b/,
  /; so (is|are) \d/,
  /(?<![\d.,])1 vote of the extra stop\b/,
];
const numberIn = (text: string | undefined): number => Number((text ?? 'none').replaceAll(',', ''));

function checkSaid(texts: readonly string[]): void {
  for (const text of texts) for (const one of ungrammatical) check(!one.test(text), 'grammar', text);
}

function checkStages(result: Count): void {
  const { stages, seats, vote, validBallots, votesPerBallot } = result;
  stages.forEach((stage, i) => {
    const { title, sentences } = stageWords(result, i, names);
    const text = sentences.join(' ');
    const sums = whyWords(result, i, names);
    checkSaid([title, ...sentences, ...sums]);
    const said = `${result.rule.id}, stage ${stage.number}: ${text}`;

    const sum = [...stage.tallies, stage.nonTransferable, stage.lossByFraction].reduce((a, b) => a + b, 0n);
    check(sum === BigInt(validBallots * votesPerBallot) * vote, 'not all votes are somewhere', said);
    for (const { candidate } of stage.elected) {
      const times = sentences.filter(
        (sentence) =>
          sentence.includes(names[candidate] ?? '?') &&
          / elected/.test(sentence) &&
          !/not elected|who is elected|elected before|elected any more/.test(sentence),
      ).length;
      check(times === 1, `${names[candidate]} is said to be elected ${times} times`, said);
    }
    const standings = standingsOver(result, { first: stage.number, last: stage.number });
    const now = standings.rows.filter((row) => row.now && row.status === 'elected').map(({ candidate }) => candidate);
    check(
      now.toSorted().join() ===
        stage.elected
          .map((one) => one.candidate)
          .toSorted()
          .join(),
      'elected now',
      said,
    );

    const before = stages[i - 1];
    const fewest = /^(\w+) (?:has|is among those with) the fewest votes.*?, ([\d,.]+), and is out/.exec(
      sentences[0] ?? '',
    );
    if (before !== undefined && fewest !== null) {
      const gone = [
        ...electionsStanding(stages.slice(0, i)),
        ...result.excluded.filter((one) => one.stage < stage.number),
      ].map(({ candidate }) => candidate);
      const spared = 'spared' in stage.because ? stage.because.spared : [];
      const still = before.tallies.filter((_, id) => ![...gone, ...spared, ...result.withdrawn].includes(id));
      const tally = before.tallies[names.indexOf(fewest[1] ?? '')];
      check(tally === still.reduce((a, b) => (a < b ? a : b)), 'somebody has fewer', said);
      const alone = still.filter((other) => other === tally).length === 1;
      check(alone !== said.includes('is among those with'), 'alone or level', said);
      check(Math.abs(numberIn(fewest[2]) - Number(tally) / Number(vote)) < 1e-4, 'another tally', said);
    }
    if (stage.because.kind === 'together') {
      const { votes, surpluses, next } = stage.because;
      const enough = / they cannot pass the next above/.test(text)
        ? votes + surpluses <= next.vote
        : votes + surpluses < next.vote;
      check(enough, `${votes} and ${surpluses} reach ${next.vote}`, said);
      check(
        surpluses === 0n || text.includes('with the extra votes still to be moved'),
        'surpluses are not said',
        said,
      );
    }
    for (const text of sums.filter((sum) => sum.startsWith('Where the votes go: ') && sum.includes(' = '))) {
      const [parts = '', whole = ''] = text.replace(/\.$/, '').split(' = ');
      const added = parts.split(' + ').reduce((all, part) => all + numberIn(/-?[\d,.]+$/.exec(part)?.[0]), 0);
      const rounded = / \(each to .*\)$/.test(whole);
      const apart = Math.abs(added - numberIn(/^-?[\d,.]+/.exec(whole)?.[0]));
      check(apart < (rounded ? 1e-4 : 1e-8), 'the sum does not add up', text);
    }
    const flows = flowsOver(result, { first: stage.number, last: stage.number });
    if (before !== undefined) {
      check(flows.stopped === stage.nonTransferable - before.nonTransferable, 'what stopped', said);
      check(flows.cut === stage.lossByFraction - before.lossByFraction, 'what was cut', said);
    }
    if (stage.number < stages.length) return;
    const filled = /The seat is filled|(No|All \d+|\d+ of \d+) seats? (?:is|are) filled/.exec(text)?.[1] ?? '1 of 1';
    const expected =
      result.elected.length === seats && seats > 1 ? `All ${seats}` : `${result.elected.length} of ${seats}`;
    check((filled === 'No' ? `0 of ${seats}` : filled) === expected, 'seats filled', said);
  });
  const settled = [...result.elected, ...result.excluded].map(({ candidate }) => candidate).concat(result.withdrawn);
  check(
    new Set(settled).size === settled.length && settled.length === result.candidateCount,
    'settled',
    `${result.rule.id}: ${settled.join()}`,
  );
}

function checkSheet(result: Count): void {
  const table = resultTable(result, names.slice(0, result.candidateCount));
  const all = result.validBallots * result.votesPerBallot;
  for (const { number } of table.stages) {
    const lines = [...table.candidates, ...table.totals.filter(({ kind }) => kind !== 'quota')];
    const sum = lines.reduce((total, line) => total + Number(table.votes(line, number)), 0);
    check(Math.abs(sum - all) < 1e-3, 'a column of the sheet', `${result.rule.id}, stage ${number}: ${sum} of ${all}`);
  }
}

function checkChapters(result: Count): void {
  for (const span of chaptersOf(result, new Set())) {
    const { title, sentences } = chapterWords(result, span, names);
    const said = [title, ...sentences].join('. ');
    checkSaid([said]);
    let least = true;
    for (const { number, of, elected } of result.stages.slice(span.first - 1, span.last)) {
      const tallies = result.stages[number - 2]?.tallies ?? [];
      const known = [...electionsStanding(result.stages.slice(0, number - 1)), ...result.excluded];
      const others = tallies.filter(
        (_, id) =>
          !of.includes(id) &&
          !result.withdrawn.includes(id) &&
          !known.some(({ candidate, stage }) => candidate === id && stage < number),
      );
      least &&= elected.length === 0 && of.every((id) => others.every((other) => (tallies[id] ?? 0n) <= other));
    }
    check(least, 'not the fewest votes, or somebody is elected', `${result.rule.id}: ${said}`);
  }
}

const asText = ({ candidates, nonTransferable, lossByFraction }: Holding): string =>
  [...[...candidates].sort(([a], [b]) => a - b).flat(), nonTransferable, lossByFraction]
    .map((part) => (typeof part === 'number' ? part : `${part.numerator}/${part.denominator}`))
    .join(' ');

function checkJourney(result: Count, ballot: readonly number[]): void {
  const traced = trace(result, ballot);
  const end = traced?.at(-1)?.holding;
  if (traced === null || end === undefined) return;
  const journey = journeyOf(result, traced, ballot);
  const told = headline(journey, names);
  const said = `${result.rule.id}, ${ballot.map((id) => names[id]).join()}: ${told}`;
  const steps = journey.steps.map((step) => ({ step, text: `${stripWords(step, names)} ${stepWords(step, names)}` }));
  const whys = journey.steps.flatMap((step) => journeyWhy({ count: result, traced, preferences: ballot }, step, names));
  checkSaid([told, ...steps.map(({ text }) => text), ...whys]);
  if (journey.coin.kind === 'marks') return;

  const isWhole = ({ candidates, nonTransferable, lossByFraction }: Holding): boolean =>
    [...candidates.values(), nonTransferable].some(
      (part) => equal(part, one) || 1 - toNumber(part) <= Math.min(0.005, toNumber(lossByFraction)) + 1e-14,
    );
  if (/whole vote|^Your vote stopped/.test(told)) check(isWhole(end), 'it is not whole', said);
  else if (!told.includes('Almost all')) {
    const pence = [...told.matchAll(/(\d+)p(?! in all)/g)].reduce((sum, [, part]) => sum + Number(part), 0);
    check(pence === Number(/(\d+)p in all/.exec(told)?.[1] ?? 100), 'pence do not add up', said);
  }
  for (const { step, text } of steps) {
    const { holding, afterTransfers } = traced[step.stage - 1] as (typeof traced)[number];
    const there = (step.transfer === null ? undefined : afterTransfers[step.transfer]) ?? holding;
    if (/whole vote|All 100p|(?<![Aa]lmost) 100p/.test(text))
      check(isWhole(there), 'it is not whole', `${said} ${text}`);
  }
  const after = journey.steps.at(-1)?.after;
  for (const [candidate, part] of end.candidates) {
    const shown = after?.candidates.get(candidate) ?? 0;
    check(Math.abs(100 * toNumber(part) - shown) < 1, `${names[candidate]} has ${toNumber(part)}`, said);
  }
  check(Math.abs(100 * toNumber(end.nonTransferable) - (after?.stopped ?? 0)) < 1, 'what stopped', said);
  if (result.rule.method !== 'transfers') return; // elsewhere the ballot is divided anew, and said to be by the penny
  const moved = traced.flatMap(({ holding }, i) =>
    i === 0 || asText(holding) !== asText(traced[i - 1]?.holding as Holding) ? [i + 1] : [],
  );
  check([...movingStages(journey)].join() === moved.join(), `it moves at ${moved.join()}`, said);
}

function checkSlates(result: Count, { ballots }: Contest): void {
  const [builtIn] = builtInElections;
  const slates = (builtIn?.election.slates ?? []).slice(0, 2);
  const candidates = names
    .slice(0, result.candidateCount)
    .map((name, i) => ({ name, slate: [0, 1, null][i % 3] ?? null, withdrawn: result.withdrawn.includes(i) }));
  const election = { ...(builtIn?.election as NonNullable<typeof builtIn>['election']), slates, candidates };
  const outcomes = slateOutcome(result, election, endsByFirst(result, ballots));
  for (const outcome of outcomes) {
    const said = endsSentence(outcome, election, coinOf(result));
    checkSaid([said]);
    const [, all, parts = '', gained, sign] =
      /^Of their ([\d,]+) (?:votes?|Xs?), (.*?)\.(?: That is ([\d,]+) \w+ (more|fewer).*)?$/.exec(said) ?? [];
    if (all === undefined) continue;
    const sum = [...parts.matchAll(/([\d,]+) \((?:under |over )?[\d.]+%\)/g)].reduce((a, [, b]) => a + numberIn(b), 0);
    const more = gained === undefined ? 0 : numberIn(gained) * (sign === 'more' ? 1 : -1);
    check(sum === numberIn(all) + more, 'the parts are not the whole', said);
  }
  for (const flow of slateFlows(result, election)) {
    const said = slateFlowSentence(flow, election, result);
    checkSaid([said]);
    const [, about, all, parts = ''] = /^(About )?([\d,]+) votes? leaves? .*?: (.*)\.$/.exec(said) ?? [];
    if (all === undefined || about !== undefined) continue;
    const sum = [...parts.matchAll(/(?<!under )(?<![\d,])([\d,]+) (?:stays?|goe?s?|stops?) /g)].reduce(
      (a, [, b]) => a + numberIn(b),
      0,
    );
    const under = parts.split('under 1').length - 1;
    check(sum <= numberIn(all) && numberIn(all) <= sum + under, 'the parts are not the whole', said);
  }
}

it('the numbers in what is said are those of the count and the trace', { timeout: 60_000 }, () => {
  const draw = <T>(from: fc.Arbitrary<T>, numRuns: number): T[] => fc.sample(from, { seed: 7, numRuns });
  const drawn = [...draw(contestsWithEquals, 30), ...draw(unevenly(contests), 12)];
  const random: Rule[] = [
    ...draw(randomTransferRules, 40),
    ...draw(randomKeepRules, 16),
    ...draw(randomQuotientRules, 8),
  ].filter((rule) => checkRule(rule).ok);
  const tell = (contest: Contest, rule: Rule, i: number): void => {
    if (!checkContest(contest, rule).ok) return;
    const result = count(contest, rule, lotsOf(i, contest.candidateCount));
    checkStages(result);
    checkSheet(result);
    checkChapters(result);
    checkSlates(result, contest);
    const paper = Array.from({ length: contest.candidateCount }, (_, id) => (id + i) % contest.candidateCount);
    for (const ballot of [paper, paper.toReversed(), paper.slice(0, 2)]) checkJourney(result, ballot);
  };
  for (const rule of rules) {
    for (const [i, { contest }] of drawn.entries()) {
      if (checkContest(contest, rule).ok) tell(variantOf(contest, i, rule), rule, i);
    }
  }
  for (const [r, rule] of random.entries()) {
    for (const [i, { contest }] of drawn.entries()) if ((i + r) % 8 === 0) tell(contest, rule, i);
  }
  expect([...new Set(wrong)].slice(0, 20)).toEqual([]);
});
