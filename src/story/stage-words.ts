import type { Count } from '../count/count';
import type { Rule, TransferRule } from '../count/rule';
import type { Constraint } from '../election/constraint';
import type { Deferral, Elected, Restraint, Stage, Tie, Transfer } from '../count/stage';
import { extraVotesOf } from './journey-words';
import { marksWords } from './marks-words';
import { hasToBePassed, quotaWords } from './quota-words';
import { againWords } from './again-words';
import { sharingWords } from './keep-words';
import { pileWords } from './pile-words';
import { lowestQuotientWords, passingTitle, quotientMeaning, runWords } from './quotient-words';
import { filledWords, passedOnWords, sampledWords, staysWhole } from './sample-words';
import { is, listed, nameOf, namesOf, plural, votesOf, votesText, worthText, type Names } from './words';

export interface StageWords {
  readonly title: string;
  /** What happened, why, and who was elected or out; a sentence each. */
  readonly sentences: readonly string[];
}

/** A stage in plain words. `stage` counts from 0. */
export function stageWords(count: Count, stage: number, names: Names): StageWords {
  const here = count.stages[stage];
  if (here === undefined) throw new Error(`the count has ${count.stages.length} stages, not ${stage + 1}`);
  const before = stage === 0 ? null : (count.stages[stage - 1] ?? null);
  return {
    title: titleOf(here, names),
    sentences: [
      ...whatHappened(count, here, before, names),
      ...here.ties.map((tie) => tieWords(tie, names, count)),
      ...(here.deferral === null ? [] : [deferralWords(here.deferral, names, count)]),
      ...electedWords(here, names, count),
      ...here.restraints.map((restraint) => restraintWords(restraint, names, count)),
      ...closingWords(count, here, names),
    ],
  };
}

export function titleOf({ kind, of, because, startsAgain }: Stage, names: Names): string {
  if (because.kind === 'quotient-over-quota') return passingTitle(of, names);
  switch (kind) {
    case 'first-preferences':
      return 'First preferences';
    case 'surplus':
      return of.length > 3
        ? `The extra votes of ${of.length} candidates move on`
        : `${extraVotesOf(namesOf(names, of))} move on`;
    case 'exclusion':
      return `${of.length > 3 ? `${of.length} candidates are out together` : `${namesOf(names, of)} ${is(of)} out`}${startsAgain ? '; the count starts again' : ''}`;
    default:
      return kind satisfies never;
  }
}

/** A letter for what a stage is: 1 first preferences, S surplus, X exclusion, R exclusion with a restart. */
export function stageMark({ kind, startsAgain }: Stage): string {
  return startsAgain ? 'R' : { 'first-preferences': '1', surplus: 'S', exclusion: 'X' }[kind];
}

/** E for elections, e where none of them stands at the end of the count; nothing where nobody was elected. */
export function electionMark({ elected }: Count, { number, elected: here }: Stage): 'E' | 'e' | '' {
  if (here.length === 0) return '';
  return elected.some(({ stage }) => stage === number) ? 'E' : 'e';
}

function whatHappened(count: Count, stage: Stage, before: Stage | null, names: Names): string[] {
  switch (stage.kind) {
    case 'first-preferences':
      if (count.rule.method === 'marks') return marksWords(count, count.rule, stage);
      return [
        `${plural(count.validBallots, 'ballot is', 'ballots are')} counted, each for the first name on it.`,
        hasToBePassed(count.rule)
          ? `To be sure of a seat takes more votes than the quota: ${quotaWords(count)}`
          : `Votes needed to be sure of a seat (the quota): ${quotaWords(count)}`,
        ...(count.rule.method === 'quotients' ? [quotientMeaning] : []),
        ...passedOnWords(count, stage),
      ];
    case 'surplus':
      if (stage.because.kind === 'sharing') return sharingWords(count, stage, names);
      if (stage.because.kind === 'quotient-over-quota') return runWords(count, stage, names);
      return [
        ...stage.transfers
          .filter(({ fate }) => fate.kind === 'surplus')
          .map((transfer) => surplusWords(count, transfer, before, names)),
        ...sampledWords(count, stage, before, names),
      ];
    case 'exclusion': {
      const tally = (candidate: number): bigint => before?.tallies[candidate] ?? 0n;
      const [only] = stage.of;
      if (stage.because.kind === 'lowest-quotient') {
        return [...lowestQuotientWords(stage.because, count, names), ...runWords(count, stage, names)];
      }
      const onward = onwards(count, stage, names);
      if (stage.because.kind === 'doomed') {
        return [`${namesOf(names, stage.of)} cannot be elected any more and ${is(stage.of)} out.`, onward];
      }
      if (stage.of.length === 1 && only !== undefined) {
        const { because } = stage;
        const saved =
          because.kind === 'sure-loser'
            ? ` Even all the extra votes, ${votesText(because.surpluses, count)}, would not take them up to the next above.`
            : '';
        return [
          `${nameOf(names, only)} has the fewest votes${sparedWords(stage, names)}, ${votesText(tally(only), count)}, and is out.${saved}`,
          onward,
        ];
      }
      if (stage.because.kind === 'fewer-than') {
        return [
          `${namesOf(names, stage.of)} had fewer than ${votesOf(stage.because.votes, count)} and are out together.`,
          onward,
        ];
      }
      const together = stage.of.reduce((sum, candidate) => sum + tally(candidate), 0n);
      const who = stage.of.length > 8 ? `The lowest ${stage.of.length}` : namesOf(names, stage.of);
      const extra = stage.deferral === null ? '' : ' and the extra votes still to be moved';
      const { rule } = count;
      const strict = rule.method === 'transfers' && rule.exclusion === 'bulk-when-strictly-safe';
      const short = strict ? 'come level with' : 'pass';
      return [
        `${who} have ${votesOf(together, count)} between them. Even together${extra} they cannot ${short} the next above, so all are out at once.`,
        onward,
      ];
    }
    default:
      return stage.kind satisfies never;
  }
}

/** Candidates with fewer votes whom a constraint keeps in: " of those who can go out (not Ann)". */
const sparedWords = ({ because }: Stage, names: Names): string =>
  because.kind === 'lowest' && because.spared.length > 0
    ? ` of those who can go out (${namesOf(names, because.spared)} cannot)`
    : '';

/** "at least 4 women", "4 to 5 women": the constraint as it was set. */
const constraintWords = ({ group, min, max }: Constraint): string =>
  min === max ? `${min} ${group}` : max === Infinity ? `at least ${min} ${group}` : `${min} to ${max} ${group}`;

/** Whether an exclusion frees again what elections had bound. */
const mayStartAgain = (rule: Rule): boolean => rule.method === 'transfers' && rule.excludedPapers === 'restart';

function restraintWords({ kind, candidates, groups }: Restraint, names: Names, { constraints, rule }: Count): string {
  const rules = listed(constraints.filter(({ group }) => groups.includes(group)).map(constraintWords));
  const who = namesOf(names, candidates);
  return kind === 'guarded'
    ? `${mayStartAgain(rule) ? 'As things stand' : 'From here on'} ${who} cannot go out: without ${candidates.length === 1 ? 'them' : 'all of them'} the seats left could not be filled as asked (${rules}).`
    : `${who} cannot be elected any more: the seats left are needed for others, as asked (${rules}).`;
}

function onwards(count: Count, stage: Stage, names: Names): string {
  const { rule } = count;
  if (stage.startsAgain) return againWords(count, stage, names);
  if (rule.method === 'keep-values') return 'Every ballot is divided again as if they were not on it.';
  const { transfers } = stage;
  if (rule.method === 'transfers' && staysWhole(rule)) {
    return `Their ballots move on to the next choice.${filledWords(stage, names)}`;
  }
  const inSteps = rule.method === 'transfers' && transfers.length > 1;
  const steps = inSteps ? `, in ${transfers.length} steps, ${stepsWords(rule.excludedPapers)}` : '';
  return `Their ballots move on to the next choice at what each is worth${steps}.`;
}

function stepsWords(excludedPapers: TransferRule['excludedPapers']): string {
  switch (excludedPapers) {
    case 'together':
    case 'by-value':
    case 'restart':
      return 'those worth most first';
    case 'first-preferences-then-by-value':
      return 'first preferences before all others, then those worth most';
    case 'by-order-received':
      return 'in the order they came';
    default:
      return excludedPapers satisfies never;
  }
}

/** Whether all papers were dealt out in a stage and none has moved since. */
const isStart = ({ number, startsAgain }: Stage): boolean => number === 1 || startsAgain;

function surplusWords(count: Count, transfer: Transfer, before: Stage | null, names: Names): string {
  const { from, fate, papers: moved } = transfer;
  const [candidate] = from;
  const { rule } = count;
  if (candidate === undefined || fate.kind !== 'surplus' || rule.method !== 'transfers') {
    throw new Error('a surplus is somebody’s, and moved on their papers');
  }
  // What they had just before; earlier transfers of the stage may have brought them some of it.
  const vote = votesText((transfer.tallies[candidate] ?? 0n) + fate.surplus, count);
  const papers = moved.reduce((sum, entry) => sum + entry.papers, 0);
  const able = moved.reduce((sum, entry) => sum + entry.transferable, 0);
  const surplus = votesText(fate.surplus, count);
  const start = `${nameOf(names, candidate)} has ${vote} votes, ${surplus} more than the quota.`;
  const ballots = plural(papers, 'ballot', 'ballots');
  if (rule.surplusPapers === 'all' && rule.surplusValue === 'weighted') {
    return `${start} Each of the ${ballots} passes on that share of what it is worth: ${surplus} of every ${vote}.`;
  }
  if (rule.cutting === 'each-sub-parcel' && rule.surplusValue === 'unweighted' && fate.shortfall === 0n) {
    return `${start} ${pileWords(count, transfer, fate)}`;
  }
  const allOfThem = transfer.selection.kind === 'all' || (fate.others === 0n && before !== null && isStart(before));
  const lookedAt = allOfThem ? `Of the ${ballots}` : `Of the last ${ballots} received`;
  const naming = able === 0 ? 'none names' : `${able.toLocaleString('en-GB')} ${able === 1 ? 'names' : 'name'}`;
  if (fate.shortfall > 0n) {
    const moveOn = able === 0 ? '' : '; they move on at what each is worth';
    return `${start} ${lookedAt}, ${naming} someone still in${moveOn}, and ${votesOf(fate.shortfall, count)} of the extra stop here.`;
  }
  const worth = moved[0] === undefined ? '' : worthText(moved[0].valueAfter, count);
  if (rule.surplusValue === 'unweighted') {
    return `${start} ${lookedAt}, ${naming} someone still in; each moves on at ${worth}.`;
  }
  const of = votesText(fate.sharing.of.numerator, { vote: fate.sharing.of.denominator, places: count.places });
  return `${start} ${lookedAt}, ${naming} someone still in; each passes on that share of what it is worth: ${surplus} of every ${of}.`;
}

function tieWords({ purpose, tied, chosen, resolvedBy }: Tie, names: Names, { lots, stages, rule }: Count): string {
  const what = {
    surplus: 'whose extra votes move first',
    exclusion: 'who goes out',
    election: 'who is elected',
    fraction: 'whose share of the extra votes is rounded up',
  }[purpose];
  const near = rule.method === 'keep-values' && rule.level === 'within-surplus';
  const level = near ? 'level, or no further apart than the extra votes not yet shared' : 'level';
  const how =
    resolvedBy.kind === 'prescribed'
      ? 'by the numbers that the rule prescribes'
      : resolvedBy.kind === 'lot'
        ? `by lot${lots.kind === 'seeded' ? ` (drawn from the seed ${lots.seed})` : ''}`
        : `by who had ${purpose === 'exclusion' ? 'fewer' : 'more'} votes at stage ${resolvedBy.stage}${stepWords(stages, resolvedBy)}`;
  const were = purpose === 'fraction' ? 'had equal fractions of a ballot' : `were ${level}`;
  return `${namesOf(names, tied)} ${were}. The tie over ${what} was settled ${how}: ${nameOf(names, chosen)}.`;
}

/** Which step of a stage of several it was: ", after step 1"; empty where the stage has one. */
function stepWords(stages: readonly Stage[], at: { readonly stage: number; readonly transfer: number | null }): string {
  const steps = stages[at.stage - 1]?.transfers.length ?? 0;
  if (at.transfer === null || steps < 2) return '';
  const before = stages.slice(0, at.stage - 1).reduce((sum, { transfers }) => sum + transfers.length, 0);
  return `, after step ${at.transfer - before + 1}`;
}

function deferralWords({ candidates, total, lowest, margin }: Deferral, names: Names, count: Count): string {
  const whose = listed(candidates.map((candidate) => extraVotesOf(nameOf(names, candidate))));
  const gap =
    lowest.length === 1
      ? `the lowest candidate has ${votesText(margin, count)} fewer than the next`
      : `the lowest ${lowest.length} have ${votesText(margin, count)} fewer between them than the next`;
  return `${whose} wait: ${votesOf(total, count)} cannot change who goes out next, as ${gap}.`;
}

function electedWords({ elected }: Stage, names: Names, count: Count): string[] {
  const because = (kind: Elected['because']['kind']): Elected[] => elected.filter((one) => one.because.kind === kind);
  const who = (group: readonly Elected[]): string =>
    namesOf(
      names,
      group.map(({ candidate }) => candidate),
    );
  const reached = [...because('quota'), ...because('quotient')];
  const [reaches, reach] = hasToBePassed(count.rule) ? ['passes', 'pass'] : ['reaches', 'reach'];
  const remaining = because('remaining');
  const most = because('most-votes');
  return [
    ...(reached.length === 0
      ? []
      : [`${who(reached)} ${reached.length === 1 ? reaches : reach} the quota and ${is(reached)} elected.`]),
    ...because('active-vote').map(({ candidate, because }) => {
      if (because.kind !== 'active-vote') throw new Error('grouped by kind');
      return `${nameOf(names, candidate)} is elected below the quota: ${votesText(because.vote, count)} is at least the ${votesText(because.activeVote, count)} votes still in play divided by ${because.placesLeft + 1} (the seats left plus 1).`;
    }),
    ...because('outvotes-others').map(({ candidate, because }) => {
      if (because.kind !== 'outvotes-others') throw new Error('grouped by kind');
      const extra = because.surpluses === 0n ? '' : ` and ${votesOf(because.surpluses, count)} still to be moved`;
      return `${nameOf(names, candidate)} is elected to the last seat: ${votesText(because.vote, count)} is no less than all the others have between them (${votesText(because.others, count)})${extra}.`;
    }),
    ...because('higher-of-two').map(({ candidate, because }) => {
      if (because.kind !== 'higher-of-two') throw new Error('grouped by kind');
      const { vote, other } = because;
      const name = nameOf(names, candidate);
      return vote === other.vote
        ? `Two candidates are left for one seat, with ${votesOf(vote, count)} each: ${name} is elected.`
        : `Two candidates are left for one seat: ${name} has ${votesOf(vote, count)} and ${nameOf(names, other.candidate)} ${votesText(other.vote, count)}, so ${name} is elected without the quota.`;
    }),
    ...(most.length === 0
      ? []
      : [`${who(most)} ${most.length === 1 ? 'has' : 'have'} the most and ${is(most)} elected.`]),
    ...(remaining.length === 0
      ? []
      : [`As many candidates are left as seats, so ${who(remaining)} ${is(remaining)} elected.`]),
  ];
}

function closingWords(count: Count, stage: Stage, names: Names): string[] {
  if (stage.number !== count.stages.length) return [];
  const leftOver = stage.excluded.filter((candidate) => !stage.of.includes(candidate));
  const seats = count.elected.length === 1 ? 'The seat is' : `All ${count.elected.length} seats are`;
  const left = leftOver.length === 0 ? '' : ` ${namesOf(names, leftOver)} ${is(leftOver)} not elected.`;
  return [`${seats} filled.${left}`];
}
