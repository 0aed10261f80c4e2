import { findRule } from '../../count/rules/rules';
import type { CurveAxis } from '../../slate/curves';
import type { DemonstrationProblem, SlateSettings } from '../../slate/demonstration';
import type { Guarantee } from '../../slate/guarantee';
import type { HowFar } from '../../slate/how-far';
import type { SeatPromise } from '../../slate/promise';
import type { System } from '../../slate/systems';
import { listed, plural } from '../../story/words';

export const systemNames: Readonly<Record<System, string>> = {
  stv: 'One vote that can move',
  'block-vote': 'As many Xs as seats',
  'one-x': 'One X each',
};

/** What each is, after its name. */
export function systemNote(system: System, seats: number, rule: string): string {
  switch (system) {
    case 'stv':
      return `Single transferable vote, ${findRule(rule)?.name ?? rule}`;
    case 'block-vote':
      return `Block vote: an X for the first ${plural(seats, 'name', 'names')} on each ballot`;
    case 'one-x':
      return 'An X for the first name on each ballot';
    default:
      return system satisfies never;
  }
}

/** What is along the bottom of a curve. */
export const axisNames: Readonly<Record<CurveAxis, string>> = {
  'how-far': 'Names ranked',
  stood: 'Candidates stood',
  share: 'Share',
};

/** "Grassroots Voice 5, Labour to Win 3, no slate 1"; by slate, the last for those on none. */
export function seatsByName(seats: readonly number[], slates: readonly Pick<SlateSettings, 'name'>[]): string {
  const parts = seats.flatMap((won, slate) => (won > 0 ? [`${slates[slate]?.name ?? 'no slate'} ${won}`] : []));
  return parts.join(', ');
}

export const howFarNames: Readonly<Record<HowFar['kind'], string>> = {
  at: 'Stop after a number of names',
  'own-slate': 'Rank the whole slate, then stop',
  beyond: 'Rank the whole slate, then perhaps go on',
};
export const howFarKinds = Object.keys(howFarNames) as HowFar['kind'][];

/** To begin with, once picked. */
export const firstHowFar: { readonly [Kind in HowFar['kind']]: Extract<HowFar, { kind: Kind }> } = {
  at: { kind: 'at', names: 3 },
  'own-slate': { kind: 'own-slate' },
  beyond: { kind: 'beyond', thenOn: 0.8 },
};

/** "stop after 1 name", "rank all 6 and stop". */
export function howFarText({ howFar, stood }: Pick<SlateSettings, 'howFar' | 'stood'>): string {
  const all = stood === 1 ? 'the one name' : `all ${stood} names`;
  switch (howFar.kind) {
    case 'at':
      return `rank ${plural(howFar.names, 'name', 'names')} and stop`;
    case 'own-slate':
      return `rank ${all} and stop`;
    case 'beyond':
      return `rank ${all}, then go on with a chance of ${Math.round(100 * howFar.thenOn)}% for each further name`;
    default:
      return howFar satisfies never;
  }
}

/** Why a change was not taken. */
export const refusal = (problems: readonly DemonstrationProblem[]): string =>
  `Not taken: it ${problems[0]?.message ?? 'cannot be used'}.`;

/** "3.75"; whole numbers without decimals. */
export const quotasText = (quotas: number): string => String(Number(quotas.toFixed(2)));

/** What is sure, in a sentence: "3,750 ballots, 3.75 quotas, rank all 6 of Slate A before anyone else: at least 3 seats, in any order." */
export function sureSentence(
  { papers, quotas, ofAll: seats, promise }: Guarantee,
  { name, stood }: SlateSettings,
): string {
  const solid = `${plural(papers, 'ballot', 'ballots')}, ${quotasText(quotas)} ${quotas === 1 ? 'quota' : 'quotas'}, ${papers === 1 ? 'ranks' : 'rank'} all ${stood} of ${name} before anyone else`;
  if (promise.kind === 'none') return `${solid}. ${noPromise(promise)}`;
  if (seats === 0) return `${solid}: no seat is sure.`;
  return `${solid}: at least ${plural(seats, 'seat', 'seats')}, in whatever order they rank them.`;
}

function noPromise({ because }: Extract<SeatPromise, { kind: 'none' }>): string {
  switch (because) {
    case 'counts-xs':
      return 'Xs promise no seats for that.';
    case 'excludes-by-number':
      return 'This rule promises no seats for that: at its first exclusion all with fewer votes than a fixed number go out together, a whole slate among them if its votes are spread thin.';
    case 'papers-gain':
      return 'This rule promises no seats for that: in its surpluses ballots that were worth less gain at the cost of those worth more.';
    default:
      return because satisfies never;
  }
}

/** What happened beside what was sure. */
export function happenedSentence(won: number, sure: number, name: string): string {
  const more = won - sure;
  const seats = `${name} won ${plural(won, 'seat', 'seats')}`;
  if (more <= 0) return `${seats}, no more than was sure.`;
  if (sure === 0) return `${seats}; none of ${won === 1 ? 'it' : 'them'} was sure beforehand.`;
  return `${seats}: ${plural(more, 'seat', 'seats')} more than ${sure === 1 ? 'was' : 'were'} sure, by what the other ballots did.`;
}

/** Where smaller sets of a slate make seats sure: "2 seats for Ann, Ben and Cy (2,100 ballots)". */
export function setText(
  { candidates, papers, seats }: Guarantee['sets'][number],
  names: readonly { readonly name: string }[],
): string {
  const who = listed(candidates.map((id) => names[id]?.name ?? ''));
  return `${plural(seats, 'seat', 'seats')} for ${who} (${plural(papers, 'ballot', 'ballots')})`;
}
