import { formatGrouped, unitsPerVote, type Scale } from '../basics/decimal';
import { equal, one, type Fraction } from '../basics/fraction';
import type { CandidateId } from '../election/candidate';

/** "Ann Black", "Ann Black and Mish Rahman", "A, B and C". */
export function listed(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** Names by CandidateId. */
export type Names = readonly string[];

export function nameOf(names: Names, candidate: CandidateId): string {
  const name = names[candidate];
  if (name === undefined) throw new Error(`there is no candidate ${candidate} among ${names.length} names`);
  return name;
}

export const namesOf = (names: Names, candidates: readonly CandidateId[]): string =>
  listed(candidates.map((candidate) => nameOf(names, candidate)));

/** Votes for reading: "12,954.90" with the count's decimals, or "12,954" where there is no fraction. */
export function votesText(units: bigint, scale: Scale): string {
  return formatGrouped(units, scale).replace(/\.0+$/, '');
}

/**
 * The value of a paper for reading: "0.46" where the count's decimals hold it, else as a fraction if that is short,
 * "49/110", or to five decimals, "0.44545…".
 */
export function valueText({ numerator, denominator }: Fraction, { places }: Pick<Scale, 'places'>): string {
  if (unitsPerVote(places) % denominator === 0n) {
    return formatGrouped(numerator, { vote: denominator, places })
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '');
  }
  if (denominator < 10_000n) return `${numerator}/${denominator}`;
  return `${formatGrouped((numerator * 100_000n) / denominator, { vote: 100_000n, places: 5 })}…`;
}

/** "a whole vote", "0.46 of a vote": what one ballot is worth. */
export const worthText = (value: Fraction, scale: Pick<Scale, 'places'>): string =>
  equal(value, one) ? 'a whole vote' : `${valueText(value, scale)} of a vote`;

/** Votes at a glance: rounded to whole ones, "12,955"; a part of one vote is "under 1". */
export function wholeVotes(units: bigint, { vote }: Pick<Scale, 'vote'>): string {
  if (units > 0n && units < vote) return 'under 1';
  return formatGrouped(units, { vote, places: 0 });
}

/** Whether a text of `wholeVotes` takes the singular. */
export const isSingle = (votes: string): boolean => votes === '1' || votes === 'under 1';

/** "under 1 vote", "12,955 votes". */
export function wholeVotesOf(units: bigint, scale: Pick<Scale, 'vote'>): string {
  const text = wholeVotes(units, scale);
  return `${text} ${isSingle(text) ? 'vote' : 'votes'}`;
}

/** "about " where the parts of a total, each in whole votes, do not add up to it in whole votes; else nothing. */
export function aboutIf(total: bigint, parts: readonly bigint[], { vote }: Pick<Scale, 'vote'>): string {
  const whole = (units: bigint): bigint => (2n * units + vote) / (2n * vote);
  const written = parts.filter((part) => part >= vote).reduce((sum, part) => sum + whole(part), 0n);
  const under = parts.filter((part) => part > 0n && part < vote).length;
  return written <= whole(total) && whole(total) <= written + BigInt(under) ? '' : 'about ';
}

/** "whole votes", "1 decimal", "5 decimals": what votes are cut to. */
export const decimalsText = (places: number): string =>
  places === 0 ? 'whole votes' : plural(places, 'decimal', 'decimals');

/** Votes to hundredths at most, for a sentence in which more would only be noise: "9,978 votes". */
export const aboutVotes = (units: bigint, { vote, places }: Scale): string =>
  votesOf(units, { vote, places: Math.min(places, 2) });

/** "1 vote", "2,200 votes". */
export function votesOf(units: bigint, scale: Scale): string {
  const text = votesText(units, scale);
  return `${text} ${text === '1' ? 'vote' : 'votes'}`;
}

/** Of a share from 0 to 1: "38.9%", "100%"; never 0% for what there is, or 100% for less. */
export function shareText(share: number): string {
  if (share > 0 && share < 0.0005) return 'under 0.1%';
  // Shares added up as doubles may come short of 1 by far less than a vote.
  if (share < 1 - 1e-12 && share >= 0.9995) return 'over 99.9%';
  return `${(100 * share).toFixed(1).replace(/\.0$/, '')}%`;
}

export const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** "Ann Black is", "Ann Black and Mish Rahman are". */
export const is = (candidates: readonly unknown[]): string => (candidates.length === 1 ? 'is' : 'are');

/** "Ann Black's", "Jess Phillips'". */
export const possessive = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`);

/** "1 vote of the extra stops", "67 votes of the extra stop". */
export const extraStops = (units: bigint, scale: Scale): string =>
  `${votesOf(units, scale)} of the extra ${votesText(units, scale) === '1' ? 'stops' : 'stop'}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const smallNumbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** "no", "two", "twelve", "1,023": a number in a sentence. */
export const numberWord = (n: number): string => smallNumbers[n] ?? n.toLocaleString('en-GB');

/** "2nd", "11th", "1,023rd". */
export function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n.toLocaleString('en-GB')}${ending}`;
}
