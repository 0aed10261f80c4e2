import type { Count } from '../count/count';
import type { Lots } from '../count/lots';
import type { Rule } from '../count/rule';
import type { Deferral, Elected, Restraint, Stage, Tie } from '../count/stage';
import type { Constraint } from '../election/constraint';
import { extraVotesOf } from './journey-words';
import { hasToBePassed } from './quota-words';
import { is, listed, nameOf, namesOf, plural, votesOf, votesText, type Names } from './words';

/** "at least 4 women", "4 to 5 women": the constraint as it was set. */
const constraintWords = ({ group, min, max }: Constraint): string =>
  min === max ? `${min} ${group}` : max === Infinity ? `at least ${min} ${group}` : `${min} to ${max} ${group}`;

/** Whether an exclusion frees again what elections had bound. */
const mayStartAgain = (rule: Rule): boolean =>
  rule.method === 'quotients' || (rule.method === 'transfers' && rule.excludedPapers === 'restart');

/** Who cannot go out or cannot be elected any more, and which constraint brings it about. */
export function restraintWords(
  { kind, candidates, groups }: Restraint,
  names: Names,
  { constraints, rule }: Count,
): string {
  const rules = listed(constraints.filter(({ group }) => groups.includes(group)).map(constraintWords));
  const who = namesOf(names, candidates);
  return kind === 'guarded'
    ? `${mayStartAgain(rule) ? 'As things stand' : 'From here on'} ${who} cannot go out: without ${candidates.length === 1 ? 'them' : 'all of them'} the seats left could not be filled as asked (${rules}).`
    : `${who} cannot be elected any more: the seats left are needed for others, as asked (${rules}).`;
}

/** Who were level, over what, and how it was settled. */
export function tieWords(
  { purpose, tied, chosen, resolvedBy }: Tie,
  names: Names,
  { lots, stages, rule }: Count,
): string {
  const what = {
    surplus: 'whose extra votes move first',
    exclusion: 'who goes out',
    election: 'who is elected',
    fraction: 'whose share of the extra votes is rounded up',
  }[purpose];
  const near = rule.method === 'keep-values' && rule.level === 'within-surplus';
  const level = near ? 'level, or no further apart than the extra votes not yet shared' : 'level';
  const how = howSettled({ purpose, resolvedBy }, lots, stages);
  const were = purpose === 'fraction' ? 'had equal fractions of a ballot' : `were ${level}`;
  return `${namesOf(names, tied)} ${were}. The tie over ${what} was settled ${how}: ${nameOf(names, chosen)}.`;
}

function howSettled(
  { purpose, resolvedBy }: Pick<Tie, 'purpose' | 'resolvedBy'>,
  lots: Lots,
  stages: readonly Stage[],
): string {
  switch (resolvedBy.kind) {
    case 'prescribed':
      return 'by the numbers that the rule prescribes';
    case 'lot':
      return `by lot${lots.kind === 'seeded' ? ` (drawn from the seed ${lots.seed})` : ''}`;
    case 'larger-sub-parcel':
      return `by the larger pile, of ${plural(resolvedBy.papers, 'ballot', 'ballots')}`;
    case 'earlier-stage':
      return `by who had ${purpose === 'exclusion' ? 'fewer' : 'more'} votes at stage ${resolvedBy.stage}${stepWords(stages, resolvedBy)}`;
    default:
      return resolvedBy satisfies never;
  }
}

/** Which step of a stage of several it was: ", after step 1"; empty where the stage has one. */
function stepWords(stages: readonly Stage[], at: { readonly stage: number; readonly transfer: number | null }): string {
  const steps = stages[at.stage - 1]?.transfers.length ?? 0;
  if (at.transfer === null || steps < 2) return '';
  const before = stages.slice(0, at.stage - 1).reduce((sum, { transfers }) => sum + transfers.length, 0);
  return `, after step ${at.transfer - before + 1}`;
}

/** Whose extra votes wait, and why that is safe. */
export function deferralWords({ candidates, total, lowest, margin }: Deferral, names: Names, count: Count): string {
  const whose = listed(candidates.map((candidate) => extraVotesOf(nameOf(names, candidate))));
  const gap =
    lowest.length === 1
      ? `the lowest candidate has ${votesText(margin, count)} fewer than the next`
      : `the lowest ${lowest.length} have ${votesText(margin, count)} fewer between them than the next`;
  return `${whose} wait: ${votesOf(total, count)} cannot change who goes out next, as ${gap}.`;
}

/** Who was elected, a sentence for each way of it. */
export function electedWords({ elected }: Stage, names: Names, count: Count): string[] {
  const because = (kind: Elected['because']['kind']): Elected[] => elected.filter((one) => one.because.kind === kind);
  const who = (group: readonly Elected[]): string =>
    namesOf(
      names,
      group.map(({ candidate }) => candidate),
    );
  const reached = [...because('quota'), ...because('quotient')];
  const [reaches, reach] = hasToBePassed(count.rule) ? ['passes', 'pass'] : ['reaches', 'reach'];
  const remaining = because('remaining');
  const enough = count.elected.length === count.seats;
  const most = because('most-votes');
  return [
    ...(reached.length === 0
      ? []
      : [`${who(reached)} ${reached.length === 1 ? reaches : reach} the quota and ${is(reached)} elected.`]),
    ...because('active-vote').map(({ candidate, because }) => {
      if (because.kind !== 'active-vote') throw new Error('grouped by kind');
      return `${nameOf(names, candidate)} is elected below the quota: ${votesText(because.vote, count)} is at least the ${votesOf(because.activeVote, count)} still in play divided by ${because.placesLeft + 1} (the seats left plus 1).`;
    }),
    ...because('outvotes-others').map(({ candidate, because }) => {
      if (because.kind !== 'outvotes-others') throw new Error('grouped by kind');
      const extra = because.surpluses === 0n ? '' : ` and ${votesOf(because.surpluses, count)} still to be moved`;
      const than = because.vote > because.others + because.surpluses ? 'more than' : 'no less than';
      return `${nameOf(names, candidate)} is elected to the last seat: ${votesText(because.vote, count)} is ${than} all the others have between them (${votesText(because.others, count)})${extra}.`;
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
      : [
          `${enough ? 'As many candidates are left as seats' : 'Fewer candidates are left than seats'}, so ${who(remaining)} ${is(remaining)} elected.`,
        ]),
  ];
}
