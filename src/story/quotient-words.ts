import { formatGrouped, type Scale } from '../basics/decimal';
import { compare, type Fraction } from '../basics/fraction';
import type { Count } from '../count/count';
import type { QuotientFate, QuotientOf, Stage, StageBecause } from '../count/stage';
import { namesOf, nameOf, plural, votesText, type Names } from './words';

type LowestQuotient = Extract<StageBecause, { readonly kind: 'lowest-quotient' }>;

/** Who went out for the lowest quotient, of whom (`among`: empty, or said with a space before it). */
export const lowestQuotientWords = (
  { lowest, next }: LowestQuotient,
  among: string,
  count: Count,
  names: Names,
): string =>
  `${nameOf(names, lowest.candidate)} ${next !== null && compare(next.quotient, lowest.quotient) === 0 ? 'is among those with' : 'has'} the lowest quotient${among}, ${numberText(lowest.quotient, count)}, and is out.`;

export const againWithout = 'The count starts again without them: every ballot counts anew from the first name on it.';

/** What is compared, said once. */
export const quotientMeaning =
  'Candidates are compared by their quotient: their ballots, divided by 1 plus the seats that those ballots have filled already.';

/** Who passed the quota in a run, and what of it stands. Who is elected for good is said elsewhere. */
export function runWords(count: Count, { number, transfers }: Stage, names: Names): string[] {
  const [fate] = transfers.map((transfer) => transfer.fate);
  if (fate?.kind !== 'quotients') throw new Error('a run is what elects by quotients');
  const { elections, quota } = fate;
  const next = count.stages[number];
  const last = next === undefined;
  // Somebody without a place goes out before quotients are looked at again.
  const doomed = next?.because.kind === 'doomed';
  if (elections.length === 0) return last || doomed ? [] : ['Nobody passes the quota.'];
  const needed = numberText(quota, { places: Math.min(count.places, 2) });
  const kept = `Whoever passes the quota keeps just that, ${needed} votes; the rest of their ballots passes on.`;
  if (last) return [kept];
  const who = elections.map(({ candidate }) => candidate);
  return [
    `${namesOf(names, who)} ${who.length === 1 ? 'passes' : 'pass'} the quota.`,
    kept,
    doomed
      ? `That leaves ${namesOf(names, next.of)} no seat, so the count will start again without them.`
      : 'Nobody else passes it, so somebody has to go out, and the count will start again.',
  ];
}

/** The title of a stage of elections by quotients. */
export const passingTitle = (of: Stage['of'], names: Names): string =>
  of.length > 3
    ? `${of.length} candidates pass the quota`
    : `${namesOf(names, of)} ${of.length === 1 ? 'passes' : 'pass'} the quota`;

/** Why the lowest quotient was that. */
export function lowestQuotientSums({ lowest, next, quota }: LowestQuotient, count: Count, names: Names): string[] {
  const over = `None is above the quota, ${numberText(quota, count)}.`;
  const sum = `Lowest quotient: ${quotientSum(lowest, count, names)}.`;
  if (next === null) return [`${sum} ${over}`];
  const above = `${nameOf(names, next.candidate)} with ${numberText(next.quotient, count)}`;
  return [`${sum} ${compare(next.quotient, lowest.quotient) === 0 ? 'Level' : 'Next above'}: ${above}. ${over}`];
}

/** How many candidates' votes are written out before the rest are left to the list of the stage. */
const mostVotes = 6;

/** The quotient of everyone who passed the quota, in turn, and how the votes of those who did not are made up. */
export function runSums(fate: QuotientFate, stage: Stage, count: Count, names: Names): string[] {
  const quotients = fate.elections.map(
    (one) => `${quotientSum(one, count, names)}, above the quota, ${numberText(one.quota, count)}.`,
  );
  const paid = fate.standing.flatMap(({ papers, seats }, candidate) =>
    seats.numerator === 0n ? [] : [{ candidate, papers, seats }],
  );
  const votes = paid.slice(0, mostVotes).map(({ candidate, papers, seats }) => {
    const left = votesText(stage.tallies[candidate] ?? 0n, count);
    return `Votes of ${nameOf(names, candidate)}: ${plural(papers, 'ballot', 'ballots')} − ${numberText(seats, count)} × the quota, ${numberText(fate.quota, count)} = ${left}.`;
  });
  const rest = paid.length - votes.length;
  return [
    ...quotients,
    ...votes,
    ...(rest > 0 ? [`${plural(rest, 'other is', 'others are')} worked out in the same way.`] : []),
  ];
}

/** "Bo, 69 ballots ÷ (1 + 0.5 seats that they have filled already) = 46". */
function quotientSum({ candidate, papers, seats, quotient }: QuotientOf, count: Count, names: Names): string {
  const ballots = plural(papers, 'ballot', 'ballots');
  const number = numberText(seats, count);
  const filled = `1 + ${number} ${number === '1' ? 'seat' : 'seats'} that they have filled already`;
  const by = seats.numerator === 0n ? '1' : `(${filled})`;
  return `${nameOf(names, candidate)}, ${ballots} ÷ ${by} = ${numberText(quotient, count)}`;
}

/** To the count's decimals, without zeros at the end. */
const numberText = ({ numerator, denominator }: Fraction, { places }: Pick<Scale, 'places'>): string =>
  formatGrouped(numerator, { vote: denominator, places })
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
