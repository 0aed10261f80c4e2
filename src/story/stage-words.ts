import type { Count } from '../count/count';
import type { TransferRule } from '../count/rule';
import type { Stage } from '../count/stage';
import { extraVotesOf } from './journey-words';
import { marksWords } from './marks-words';
import { hasToBePassed, quotaWords } from './quota-words';
import { againWords } from './again-words';
import { deferralWords, electedWords, restraintWords, tieWords } from './decision-words';
import { sharingWords } from './keep-words';
import { surplusWords } from './surplus-words';
import { againWithout, lowestQuotientWords, passingTitle, quotientMeaning, runWords } from './quotient-words';
import { filledWords, passedOnWords, sampledWords, staysWhole } from './sample-words';
import { is, nameOf, namesOf, plural, votesOf, votesText, type Names } from './words';

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
    title: stageTitle(count, here, names),
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

/** The title of a stage of a count; where Xs are given, all count at once and not the first preferences only. */
export const stageTitle = ({ rule }: Count, stage: Stage, names: Names): string =>
  rule.method === 'marks' ? 'The Xs' : titleOf(stage, names);

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

/** T where somebody was level and it had to be settled. */
export const tieMark = ({ ties }: Stage): 'T' | '' => (ties.length > 0 ? 'T' : '');

function whatHappened(count: Count, stage: Stage, before: Stage | null, names: Names): string[] {
  switch (stage.kind) {
    case 'first-preferences':
      if (count.rule.method === 'marks') return marksWords(count, count.rule, stage);
      return [
        `${plural(count.validBallots, 'ballot is', 'ballots are')} counted, ${count.validBallots === 1 ? '' : 'each '}for the first name on it.`,
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
        const lowest = lowestQuotientWords(stage.because, sparedWords(stage, names), count, names);
        return [lowest, againWithout, ...runWords(count, stage, names)];
      }
      if (stage.because.kind === 'doomed') {
        const out = `${namesOf(names, stage.of)} cannot be elected any more and ${is(stage.of)} out.`;
        if (count.rule.method === 'quotients') return [out, againWithout, ...runWords(count, stage, names)];
        return [out, onwards(count, stage, names)];
      }
      const onward = onwards(count, stage, names);
      if (stage.of.length === 1 && only !== undefined) {
        const { because } = stage;
        const saved =
          because.kind === 'sure-loser'
            ? ` Even all the extra votes, ${votesText(because.surpluses, count)}, would not take them up to the next above.`
            : '';
        return [
          `${nameOf(names, only)} ${isLevel(because) ? 'is among those with' : 'has'} the fewest votes${sparedWords(stage, names)}, ${votesText(tally(only), count)}, and is out.${saved}`,
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
      if (stage.because.kind === 'shortfall') {
        const { leader, shortfall, together: all, next } = stage.because;
        const more = all.candidates.filter((candidate) => !stage.of.includes(candidate));
        const even = more.length === 0 ? 'Together' : `Even together with ${namesOf(names, more)}`;
        return [
          `${who} have ${votesOf(together, count)} between them, fewer than the ${votesText(shortfall, count)} that ${nameOf(names, leader.candidate)}, who has most, still needs for the quota. ${even} they could not pass ${nameOf(names, next.candidate)}, so they are out at once.`,
          onward,
        ];
      }
      const { rule } = count;
      const levelIsEnough = rule.method === 'transfers' && rule.exclusion === 'bulk-when-safe';
      const short = levelIsEnough || rule.method !== 'transfers' ? 'pass' : 'come level with';
      return [
        `${who} have ${votesOf(together, count)} between them. Even together${extra} they cannot ${short} the next above, so all are out at once.`,
        onward,
      ];
    }
    default:
      return stage.kind satisfies never;
  }
}

/** Whether somebody else has as few votes as whoever goes out. */
const isLevel = (because: Stage['because']): boolean =>
  because.kind === 'lowest' && because.next?.vote === because.vote;

/** Candidates below them whom a constraint keeps in: " of those who can go out (Ann cannot)". */
const sparedWords = ({ because }: Stage, names: Names): string =>
  'spared' in because && because.spared.length > 0
    ? ` of those who can go out (${namesOf(names, because.spared)} cannot)`
    : '';

function onwards(count: Count, stage: Stage, names: Names): string {
  const { rule } = count;
  if (stage.startsAgain) return againWords(count, stage, names);
  if (rule.method === 'keep-values') return 'Every ballot is divided again as if they were not on it.';
  const { transfers } = stage;
  const moved = transfers.flatMap(({ papers }) => papers);
  if (moved.every(({ papers }) => papers === 0)) return 'No ballot is with them, so nothing moves.';
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

function closingWords(count: Count, stage: Stage, names: Names): string[] {
  if (stage.number !== count.stages.length) return [];
  const leftOver = stage.excluded.filter((candidate) => !stage.of.includes(candidate));
  const who = leftOver.length > 8 ? `The other ${leftOver.length}` : namesOf(names, leftOver);
  const left = leftOver.length === 0 ? '' : ` ${who} ${is(leftOver)} not elected.`;
  return [`${seatsFilled(count)}${left}`];
}

function seatsFilled({ seats, elected }: Count): string {
  const open = seats - elected.length;
  if (open === 0) return seats === 1 ? 'The seat is filled.' : `All ${seats} seats are filled.`;
  const filled =
    elected.length === 0 ? 'No seat is' : `${elected.length} of ${seats} seats ${elected.length === 1 ? 'is' : 'are'}`;
  return `${filled} filled: there is nobody for the other${open === 1 ? '' : ` ${open}`}.`;
}
