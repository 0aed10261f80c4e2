import type { Count } from '../count/count';
import type { Stage } from '../count/stage';
import { extraVotesOf } from './journey-words';
import { marksWords } from './marks-words';
import { hasToBePassed, quotaWords } from './quota-words';
import { deferralWords, electedWords, restraintWords, tieWords } from './decision-words';
import { exclusionWords } from './exclusion-words';
import { sharingWords } from './keep-words';
import { surplusWords } from './surplus-words';
import { passingTitle, quotientMeaning, runWords } from './quotient-words';
import { passedOnWords, sampledWords } from './sample-words';
import { is, namesOf, plural, type Names } from './words';

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
    case 'exclusion':
      return exclusionWords(count, stage, before, names);
    default:
      return stage.kind satisfies never;
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
