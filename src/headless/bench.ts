import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parseBlt } from '../ballots/blt';
import { decodeText } from '../ballots/text';
import { checkContest } from '../count/contest';
import { count } from '../count/count';
import { findRule, rules } from '../count/rules/rules';
import { looksAtOrder } from '../count/transfers/single-papers';
import type { Ballots } from '../election/ballots';
import { builtInElections } from '../election/built-in';
import { groupBallots } from '../election/group-ballots';
import { minimising } from '../slate/challenge/minimise';
import { searching } from '../slate/challenge/search';
import { defaultDemonstration } from '../slate/default-demonstration';
import { roomOf } from '../slate/room';
import { createCollector } from '../turnout/ensemble/collect';
import type { Plan } from '../turnout/ensemble/plan';
import { createRuns } from '../turnout/ensemble/run';
import type { Bloc, Turnout } from '../turnout/model';
import { paperOf } from '../turnout/papers';
import { createSampler } from '../turnout/sample';
import { sampleTurnouts } from '../turnout/samples/sample-turnouts';

/*
 * Prints one line of JSON for each case: {case, medianMs, runs}. The ballots are like the NEC's: 28 candidates on three
 * slates and none, nine seats, 12 preferences on average, one paper in seven to twelve as some other is. Counts are of
 * ballots grouped as the app groups a file's when it opens it, which is measured by itself; those of made-up voters, which
 * the app counts as they come, have cases of their own.
 */

const candidateCount = 28;
const seats = 9;
const slateOf = Array.from({ length: candidateCount }, (_, id) => (id < 18 ? Math.floor(id / 6) : null));
const paper = { candidateCount, slateOf, withdrawn: [] };
/** Within each six the first is four times as strong as the last. */
const candidateStrengths = slateOf.map((_, id) => 4 - ((id % 6) * 3) / 5);

const leaning = (slate: number | null): number[] => [0, 1, 2, null].map((other) => (other === slate ? 6 : 1));

const bloc = (slate: number | null, members: number): Bloc => ({
  name: slate === null ? 'no slate' : `slate ${slate + 1}`,
  members,
  turnout: 0.5,
  slate,
  leaning: leaning(slate),
  next: leaning(slate),
  loyalty: slate === null ? 0 : 0.5,
  candidateStrengths,
  follows: [],
  length: [{ part: 1, stop: { kind: 'between', from: 1, to: 23 } }],
});

const necLike = (voters: number): Turnout => ({
  id: 'bench',
  title: 'NEC-like',
  line: '',
  blocs: [bloc(0, 0.74 * voters), bloc(1, 0.62 * voters), bloc(2, 0.18 * voters), bloc(null, 0.46 * voters)],
  variation: { members: { kind: 'fixed' }, turnout: { kind: 'fixed' }, strengths: { kind: 'fixed' } },
});

/** The last result is given back, so that what was measured can be used. */
function measure<T>(name: string, runs: number, work: () => T): { readonly result: T; readonly leastMs: number } {
  let result = work(); // once unmeasured, for the compiler
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    result = work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const medianMs = Number((times[Math.floor(runs / 2)] ?? NaN).toFixed(2));
  console.log(JSON.stringify({ case: name, medianMs, runs }));
  return { result, leastMs: times[0] ?? NaN };
}

/** What steps come to. */
function endOf<T>(steps: Generator<unknown, T, void>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const lots = { kind: 'seeded', seed: 'bench' } as const;
/** So many voters that about so many ballots are different. */
const sizes = [
  { ballots: 13_000, voters: 14_170, runs: 31 },
  { ballots: 130_000, voters: 151_000, runs: 31 },
  { ballots: 1_300_000, voters: 1_600_000, runs: 11 },
];
/** By rule and size: a rule that follows every paper by itself counts papers, any other different ballots. */
const timesOf = new Map<string, { readonly counted: number; readonly leastMs: number }[]>();
for (const { ballots, voters, runs } of sizes) {
  const sampler = createSampler(paper, null);
  const sample = (): Ballots => sampler.sample(necLike(voters), 'bench');
  const { result: sampled } = measure(`sample ${voters} voters`, runs, sample);
  const { result: grouped } = measure(`group ${voters} ballots`, runs, () => groupBallots(sampled, candidateCount));
  console.log(JSON.stringify({ case: `${ballots} ballots`, different: grouped.copies.length, papers: voters }));
  for (const rule of rules) {
    const contest = { seats, candidateCount, withdrawn: [], ballots: grouped };
    if (!checkContest(contest, rule).ok) continue; // a rule for one seat only
    const { leastMs } = measure(`count ${ballots} ballots by ${rule.id}`, runs, () => count(contest, rule, lots));
    const counted = rule.method === 'transfers' && looksAtOrder(rule) ? voters : grouped.copies.length;
    timesOf.set(rule.id, [...(timesOf.get(rule.id) ?? []), { counted, leastMs }]);
    if (ballots !== 130_000) continue;
    const madeUp = { ...contest, ballots: sampled };
    measure(`count ${voters} made-up voters by ${rule.id}`, runs, () => count(madeUp, rule, lots));
  }
}

/**
 * The power of the number of ballots that the time grows with, from one size to the next: 1 is in proportion. It is that of
 * the quickest runs, since whatever else the machine does only adds, and minutes lie between one size and the next.
 */
for (const [rule, times] of timesOf) {
  const exponents = times.slice(1).map(({ counted, leastMs }, i) => {
    const smaller = times[i] ?? { counted: NaN, leastMs: NaN };
    return Math.log(leastMs / smaller.leastMs) / Math.log(counted / smaller.counted);
  });
  console.log(JSON.stringify({ case: `growth by ${rule}`, exponents: exponents.map((one) => Number(one.toFixed(2))) }));
}

/** A slate-sized count, as it is made again and again while a finger drags. */
const quick = createSampler(paper, null);
const { result: small } = measure('sample 10000 voters', 15, () => quick.sample(necLike(10_000), 'bench'));
for (const id of ['scottish-2007', 'ers97']) {
  const rule = findRule(id);
  if (rule === null) throw new Error(`there is no rule ${id}`);
  const contest = {
    seats: 4,
    candidateCount,
    withdrawn: slateOf.flatMap((_, id) => (id < 12 ? [] : [id])),
    ballots: small,
  };
  measure(`count 10000 ballots for 12 candidates by ${id}`, 101, () => count(contest, rule, lots));
}

/** One run of an ensemble, made up, counted, followed and added up: all voters, and the quick setting. */
const [nec] = builtInElections;
const [calibrated] = nec === undefined ? [] : sampleTurnouts(nec.election);
const necRule = findRule('ers97');
if (nec === undefined || calibrated === undefined || necRule === null)
  throw new Error('there is no NEC election to run');
for (const papers of [null, 10_000]) {
  const plan: Plan = {
    ...paperOf(nec.election),
    seats: nec.election.seats,
    slateCount: nec.election.slates.length,
    seed: 'bench',
    papers,
    arms: [{ id: 'one', turnout: calibrated, rule: necRule, mine: [0, 1, 2, 3, 4, 5], copies: 1 }],
  };
  const make = createRuns(plan);
  const collector = createCollector(plan);
  let run = 0;
  const what = papers === null ? 'a paper for each voter' : `${papers} papers`;
  measure(`NEC run, ${what}`, papers === null ? 51 : 301, () => collector.add(make(++run)));
}

/** The slate room as it is made again while a slider moves: 10,000 voters made up and counted in three ways. */
for (const id of ['ers97', 'scottish-2007', 'meek-1987', 'warren']) {
  const demonstration = { ...defaultDemonstration(nec.election), rule: id };
  measure(`slate room, 10000 voters, ${id} beside two ways with Xs`, 15, () => endOf(roomOf(demonstration)));
}

/** Cases as the challenge finds them, made as small as they go. */
for (const [id, claim] of [
  ['ers97', 'stops-sooner'],
  ['meek-1987', 'one-more'],
  ['wright', 'ranks-further'],
] as const) {
  const rule = findRule(id);
  if (rule === null) throw new Error(`there is no rule ${id}`);
  const searched = endOf(searching({ claim, rule, seed: 'challenge', from: 1, to: 1000 }));
  const found = searched.ok ? searched.value.found : null;
  if (found === null) throw new Error(`no case of ${claim} was found under ${id}`);
  measure(`minimise a case of ${claim} by ${id}`, 15, () => endOf(minimising(found, rule)));
}

/** Molonglo 2008 (88,266 papers, 40 candidates, 7 seats), where the shared data are: to compare with other programs. */
const molonglo = '../shared/data/cases/bench-ballots/molonglo2008.blt';
if (existsSync(molonglo)) {
  const { result: opened } = measure('read molonglo2008.blt', 5, () => {
    const text = decodeText(readFileSync(molonglo));
    const parsed = text.ok ? parseBlt(text.value.text, { file: 'molonglo2008.blt' }) : text;
    if (!parsed.ok) throw new Error(parsed.error.message);
    return parsed.value;
  });
  const { election, ballots } = opened;
  const candidates = election.candidates.length;
  const { result: grouped } = measure('group molonglo2008.blt', 15, () => groupBallots(ballots, candidates));
  const contest = { seats: election.seats, candidateCount: candidates, withdrawn: [], ballots: grouped };
  for (const rule of rules) {
    if (!checkContest(contest, rule).ok) continue;
    measure(`count molonglo2008.blt by ${rule.id}`, 15, () => count(contest, rule, lots));
  }
}
