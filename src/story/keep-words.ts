import type { Count } from '../count/count';
import type { KeepFate, Stage } from '../count/stage';
import { aboutVotes, listed, nameOf, namesOf, plural, shareText, votesOf, votesText, type Names } from './words';

/** How the extra votes of all the elected were shared by what each keeps of a ballot. */
export function sharingWords(count: Count, { because, transfers, of }: Stage, names: Names): string[] {
  const [transfer] = transfers;
  if (because.kind !== 'sharing' || transfer?.fate.kind !== 'keep-values') throw new Error('surpluses are shared once');
  const { keep, ended } = transfer.fate;
  const surplus = `${aboutVotes(because.surpluses, count)} more than needed`;
  const have = of.length === 1 ? `has ${surplus}.` : `have ${surplus} between them.`;
  const keeps = of.map((candidate) => `${nameOf(names, candidate)} ${percent(keep[candidate] ?? 0n, count.vote)}`);
  const whole = count.rule.method === 'keep-values' && count.rule.sharing === 'warren' ? 'a vote' : 'what reaches them';
  return [
    `${namesOf(names, of)} ${have}`,
    `Of each ballot only as much is kept as they need, and the rest passes on: of ${whole} now ${listed(keeps)}.`,
    ...(ended === 'sure-loser' ? ['It stops early: what is left to share can no longer save the lowest.'] : []),
  ];
}

/** The keep values a sharing came to, how often the votes were counted for it, and why it ended. */
export function keepSums({ keep, ended, iterations, surpluses }: KeepFate, count: Count, names: Names): string[] {
  const values = keep.flatMap((value, candidate) =>
    value === 0n || value === count.vote ? [] : [`${nameOf(names, candidate)} ${votesText(value, count)}`],
  );
  const sums =
    values.length === 0 ? [] : [`Kept of a ballot that reaches them: ${listed(values)}. All others: 1, or 0 if out.`];
  if (iterations > 1) sums.push(`To find this the votes were counted ${plural(iterations, 'time', 'times')}.`);
  if (ended === 'stalled') {
    sums.push(`The ${votesOf(surpluses, count)} still too many cannot be shared with ${count.places} decimals.`);
  }
  return sums;
}

/** "61.5%": of a vote, to a tenth, but never 0% of something or 100% of less. */
const percent = (part: bigint, vote: bigint): string => shareText(Number(part) / Number(vote));
