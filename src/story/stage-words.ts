import { formatDecimal, unitsPerVote } from '../basics/decimal';
import type { Count } from '../count/count';
import type { Deferral, Elected, Stage, Tie, Transfer } from '../count/stage';
import { extraVotesOf } from './journey-words';
import { is, listed, nameOf, namesOf, plural, votesOf, votesText, type Names } from './words';

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
      ...closingWords(count, here, names),
    ],
  };
}

export function titleOf({ kind, of }: Stage, names: Names): string {
  switch (kind) {
    case 'first-preferences':
      return 'First preferences';
    case 'surplus':
      return `${extraVotesOf(namesOf(names, of))} move on`;
    case 'exclusion':
      return of.length > 3 ? `${of.length} candidates are out together` : `${namesOf(names, of)} ${is(of)} out`;
    default:
      return kind satisfies never;
  }
}

/** A letter for what a stage is: 1 first preferences, S surplus, X exclusion. */
export function stageMark({ kind }: Stage): string {
  return { 'first-preferences': '1', surplus: 'S', exclusion: 'X' }[kind];
}

/** How the quota came about, with the numbers: "129,550 divided by 10 (9 seats plus 1) is 12,955." */
export function quotaWords({ rule, validBallots, seats, quota }: Count): string {
  const ballots = validBallots.toLocaleString('en-GB');
  const division = `${ballots} divided by ${seats + 1} (${seats === 1 ? '1 seat' : `${seats} seats`} plus 1)`;
  switch (rule.quota) {
    case 'droop-integer':
      return `${division}, and up to the next whole number: ${votesText(quota, rule)}.`;
    case 'droop-decimals': {
      const exact = (BigInt(validBallots) * unitsPerVote(rule.decimals)) % BigInt(seats + 1) === 0n;
      const rounding = exact ? '' : `, and up to the next ${formatDecimal(1n, rule.decimals)}`;
      return `${division}${rounding}: ${votesText(quota, rule)}.`;
    }
    case 'droop-next-decimal':
      return `${division}, cut to ${rule.decimals} decimals, and ${formatDecimal(1n, rule.decimals)} more: ${votesText(quota, rule)}.`;
    default:
      return rule.quota satisfies never;
  }
}

function whatHappened(count: Count, stage: Stage, before: Stage | null, names: Names): string[] {
  const { rule } = count;
  switch (stage.kind) {
    case 'first-preferences':
      return [
        `${plural(count.validBallots, 'ballot is', 'ballots are')} counted, each for the first name on it.`,
        `Votes needed to be sure of a seat (the quota): ${quotaWords(count)}`,
      ];
    case 'surplus':
      return stage.transfers.map((transfer) => surplusWords(count, transfer, before, names));
    case 'exclusion': {
      const tally = (candidate: number): bigint => before?.tallies[candidate] ?? 0n;
      const [only] = stage.of;
      if (stage.of.length === 1 && only !== undefined) {
        return [
          `${nameOf(names, only)} has the fewest votes, ${votesText(tally(only), rule)}, and is out.`,
          onwards(stage),
        ];
      }
      const together = stage.of.reduce((sum, candidate) => sum + tally(candidate), 0n);
      const who = stage.of.length > 8 ? `The lowest ${stage.of.length}` : namesOf(names, stage.of);
      const extra = stage.deferral === null ? '' : ' and the extra votes still to be moved';
      return [
        `${who} have ${votesOf(together, rule)} between them. Even together${extra} they cannot pass the next above, so all are out at once.`,
        onwards(stage),
      ];
    }
    default:
      return stage.kind satisfies never;
  }
}

function onwards({ transfers }: Stage): string {
  const steps = transfers.length > 1 ? `, in ${transfers.length} steps, those worth most first` : '';
  return `Their ballots move on to the next choice at what each is worth${steps}.`;
}

function surplusWords({ rule }: Count, { from, fate, parcels }: Transfer, before: Stage | null, names: Names): string {
  const [candidate] = from;
  if (candidate === undefined) throw new Error('a surplus is somebody’s');
  const vote = votesText(before?.tallies[candidate] ?? 0n, rule);
  const name = nameOf(names, candidate);
  const papers = parcels.reduce((sum, parcel) => sum + parcel.papers, 0);
  const able = parcels.reduce((sum, parcel) => sum + parcel.transferable, 0);
  switch (fate.kind) {
    case 'weighted-inclusive':
      return `${name} has ${vote} votes, ${votesText(fate.surplus, rule)} more than the quota. Each of the ${plural(papers, 'ballot', 'ballots')} passes on that share of what it is worth: ${votesText(fate.surplus, rule)} of every ${vote}.`;
    case 'exclusive':
      return `${name} has ${vote} votes, ${votesText(fate.surplus, rule)} more than the quota. Of the last ${plural(papers, 'ballot', 'ballots')} received, ${able.toLocaleString('en-GB')} ${able === 1 ? 'names' : 'name'} someone still in; each moves on at ${votesText(fate.value, rule)} of a vote.`;
    case 'exclusive-at-present-value':
      return `${name} has ${vote} votes, ${votesText(fate.surplus, rule)} more than the quota. Of the last ${plural(papers, 'ballot', 'ballots')} received, ${able === 0 ? 'none names' : `${able.toLocaleString('en-GB')} ${able === 1 ? 'names' : 'name'}`} someone still in${able === 0 ? '' : '; they move on at what each is worth'}, and ${votesOf(fate.shortfall, rule)} of the extra stop here.`;
    case 'present-value':
      throw new Error('a surplus never moves whole ballots at their present value');
    default:
      return fate satisfies never;
  }
}

function tieWords({ purpose, tied, chosen, resolvedBy }: Tie, names: Names, { lots }: Count): string {
  const what = { surplus: 'whose extra votes move first', exclusion: 'who goes out', election: 'who is elected' }[
    purpose
  ];
  const how =
    resolvedBy.kind === 'lot'
      ? `by lot${lots.kind === 'seeded' ? ` (drawn from the seed ${lots.seed})` : ''}`
      : `by who had ${purpose === 'exclusion' ? 'fewer' : 'more'} votes at stage ${resolvedBy.stage}`;
  return `${namesOf(names, tied)} were level. The tie over ${what} was settled ${how}: ${nameOf(names, chosen)}.`;
}

function deferralWords({ candidates, total, lowest, margin }: Deferral, names: Names, { rule }: Count): string {
  const whose = listed(candidates.map((candidate) => extraVotesOf(nameOf(names, candidate))));
  const gap =
    lowest.length === 1
      ? `the lowest candidate has ${votesText(margin, rule)} fewer than the next`
      : `the lowest ${lowest.length} have ${votesText(margin, rule)} fewer between them than the next`;
  return `${whose} wait: ${votesOf(total, rule)} cannot change who goes out next, as ${gap}.`;
}

function electedWords({ elected }: Stage, names: Names, { rule }: Count): string[] {
  const because = (kind: Elected['because']['kind']): Elected[] => elected.filter((one) => one.because.kind === kind);
  const who = (group: readonly Elected[]): string =>
    namesOf(
      names,
      group.map(({ candidate }) => candidate),
    );
  const reached = because('quota');
  const remaining = because('remaining');
  return [
    ...(reached.length === 0
      ? []
      : [`${who(reached)} ${reached.length === 1 ? 'reaches' : 'reach'} the quota and ${is(reached)} elected.`]),
    ...because('active-vote').map(({ candidate, because }) => {
      if (because.kind !== 'active-vote') throw new Error('grouped by kind');
      return `${nameOf(names, candidate)} is elected below the quota: ${votesText(because.vote, rule)} is at least the ${votesText(because.activeVote, rule)} votes still in play divided by ${because.placesLeft + 1} (the seats left plus 1).`;
    }),
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
