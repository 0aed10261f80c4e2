import type { Stage } from '../count/stage';
import { electedIn, journeysPart, sameDeed, sameSet, type CountComparison, type Parting } from './compare-counts';
import type { Journey } from './journey';
import { titleOf } from './stage-words';
import { capital, is, namesOf, numberWord, plural, type Names } from './words';

/** Who is elected in both counts, and who in one only. A and B are how the counts are called. */
export function outcomeWords({ both, onlyA, onlyB, sameOrder }: CountComparison, names: Names): string[] {
  if (onlyA.length === 0 && onlyB.length === 0) {
    const same = both.length === 1 ? `elect the same one` : `give the same ${numberWord(both.length)}`;
    if (both.length === 1) return [`Both ${same}: ${namesOf(names, both)}.`];
    return [`Both ${same}, in ${sameOrder ? 'the same' : 'another'} order.`];
  }
  const shared =
    both.length === 0
      ? 'Nobody is elected in both.'
      : `${capital(numberWord(both.length))} ${both.length === 1 ? 'is' : 'are'} elected in both.`;
  const only = [
    { side: 'A', who: onlyA },
    { side: 'B', who: onlyB },
  ].filter(({ who }) => who.length > 0);
  return [shared, ...only.map(({ side, who }) => `Only in ${side}: ${namesOf(names, who)}.`)];
}

/** The first stage at which the two do not take the same step, and what each does there. */
export function partingWords(
  { parting, talliesDiffer }: Pick<CountComparison, 'parting' | 'talliesDiffer'>,
  stageCount: number,
  names: Names,
): string {
  if (parting === null) {
    const steps = stageCount === 1 ? 'Both take the one same step' : `Both take the same ${stageCount} steps`;
    return talliesDiffer === null
      ? `${steps}, with the same votes at every stage.`
      : `${steps}; votes differ from stage ${talliesDiffer} on.`;
  }
  const { stage } = parting;
  const until = stage === 1 ? 'They part at the first stage' : `The same until stage ${stage}`;
  return `${until}, where ${stepOf('A', parting.a, parting, names)}, and ${stepOf('B', parting.b, parting, names)}.`;
}

/** "in A Ann Black is out", and who is elected by it where that is what differs. */
function stepOf(side: 'A' | 'B', stage: Stage | null, { a, b }: Parting, names: Names): string {
  if (stage === null) return `${side} is over`;
  if (a === null || b === null || !sameDeed(a, b)) {
    const title = titleInSentence(titleOf(stage, names), stage);
    // The title of many does not say who they are.
    const alike = a !== null && b !== null && titleOf(a, names) === titleOf(b, names);
    return `in ${side} ${title}${alike ? ` (${namesOf(names, stage.of)})` : ''}`;
  }
  const elected = electedIn(stage);
  const sameElected = sameSet(electedIn(a), electedIn(b));
  const left = sameElected ? stage.excluded.filter((candidate) => !stage.of.includes(candidate)) : [];
  if (left.length > 0) return `in ${side} ${namesOf(names, left)} ${is(left)} left over`;
  if (sameElected) return `in ${side} nobody is left over`;
  return `in ${side} ${elected.length === 0 ? 'nobody is' : `${namesOf(names, elected)} ${is(elected)}`} elected`;
}

/** A name keeps its capital; "First preferences" and "The extra votes ..." do not. */
const titleInSentence = (title: string, { kind, of }: Stage): string =>
  kind === 'first-preferences' || of.length > 3 ? title.charAt(0).toLowerCase() + title.slice(1) : title;

/** Whether and from where on one ballot goes its own way in each of two counts. */
export function journeysWords(a: Journey, b: Journey): string {
  if (a.coin.kind !== b.coin.kind) {
    return 'One ballot gives Xs and the other is one vote, so they go their own ways from the start.';
  }
  const away = journeysPart(a, b);
  if (away === null) return 'Your vote goes the same way in both.';
  return away === 1 ? 'Your vote goes another way from the start.' : `Your vote goes the same way until stage ${away}.`;
}

/** Seats that differ: "Grassroots Voice 5 in A, 4 in B; ..." or that none does. */
export function seatsWords(seats: CountComparison['seats'], slateNames: readonly string[]): string {
  const differ = seats.filter(({ a, b }) => a !== b);
  if (differ.length === 0) return 'Every slate has as many seats in both.';
  const texts = differ.map(({ slate, a, b }) => {
    const name = slate === null ? 'No slate' : (slateNames[slate] ?? '');
    return `${name} has ${plural(a, 'seat', 'seats')} in A and ${b} in B`;
  });
  return `${texts.join('; ')}.`;
}
