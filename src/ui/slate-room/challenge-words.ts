import { costOf, type Case, type SmallElection } from '../../slate/challenge/case';
import type { Claim } from '../../slate/challenge/draw';
import type { Count } from '../../count/count';
import type { Guarantee } from '../../slate/guarantee';
import type { CandidateId } from '../../election/candidate';
import { formatVotes } from '../../basics/decimal';
import { is, listed, plural } from '../../story/words';

/** What each search is called, what it tries, and what it would show. All three in the same shape. */
export const claimWords: Readonly<Record<Claim, { readonly title: string; readonly tries: string }>> = {
  'ranks-further': {
    title: 'Naming more cost an earlier name the seat',
    tries: 'One voter stops after fewer names, or goes on; everyone else is the same.',
  },
  'one-more': {
    title: 'One more candidate cost a slate a seat',
    tries: 'A slate stands with one of its candidates, or without; every ballot is the same.',
  },
  'stops-sooner': {
    title: 'Stopping sooner cost a slate a seat',
    tries: 'A slate’s supporters stop after fewer names, or go on; everyone else is the same.',
  },
};

/** A to Z, then A2, B2 and so on: made-up candidates of a small election. */
export const letterOf = (candidate: CandidateId): string => String.fromCharCode(65 + candidate);

const lettersOf = (candidates: readonly CandidateId[]): string => listed(candidates.map(letterOf));

/** The headings of the two counts beside each other. */
export function armNames({ change, ballots, slate }: Case): readonly [string, string] {
  switch (change.kind) {
    case 'ranks-further': {
      const names = ballots[change.row]?.preferences ?? [];
      const all = (some: readonly CandidateId[]): string => some.map(letterOf).join(' ');
      return [`One voter ranks ${all(names.slice(0, change.cut))}`, `The same voter ranks ${all(names)}`];
    }
    case 'one-more':
      return [
        `${lettersOf(slate.filter((id) => id !== change.candidate))} ${slate.length === 2 ? 'stands' : 'stand'}`,
        `${lettersOf(slate)} stand`,
      ];
    case 'stops-sooner':
      return ['Its supporters as they rank', `They stop after ${plural(change.cut, 'name', 'names')}`];
    default:
      return change satisfies never;
  }
}

/** What the change cost, in a sentence. */
export function costSentence(found: Case, before: Count, after: Count): string {
  const cost = costOf(found, before, after);
  if (found.change.kind === 'ranks-further') {
    return `${lettersOf(cost)} ${is(cost)} elected if the voter stops, and not if the voter goes on.`;
  }
  const seats = ({ elected }: Count): number =>
    elected.filter(({ candidate }) => found.slate.includes(candidate)).length;
  return `The slate of ${lettersOf(found.slate)} wins ${plural(seats(before), 'seat', 'seats')}, and then ${seats(after)}.`;
}

/** What a rule without a promise makes of a slate's solid supporters, beside one that promises. */
export function brokenSentence(
  { ballots, slate }: SmallElection,
  { papers, quotas }: Pick<Guarantee, 'papers' | 'quotas'>,
  counts: readonly { readonly name: string; readonly count: Count }[],
): string {
  const voters = ballots.reduce((sum, { copies }) => sum + copies, 0);
  const owed = Math.floor(quotas);
  const won = counts.map(({ name, count: { elected } }) => {
    const seats = elected.filter(({ candidate }) => slate.includes(candidate)).length;
    return `${name}: ${plural(seats, 'seat', 'seats')}.`;
  });
  return `${papers} of ${plural(voters, 'ballot', 'ballots')}, ${plural(owed, 'quota', 'quotas')}, rank ${lettersOf(slate)} before anyone else. ${won.join(' ')}`;
}

/** Everyone's votes at each stage of a small count, and what happened in it. */
export function stageRows(
  count: Count,
): { readonly number: number; readonly text: string; readonly votes: string[] }[] {
  return count.stages.map(({ number, kind, of, tallies, elected }) => {
    const what =
      kind === 'first-preferences'
        ? 'First preferences'
        : `${kind === 'surplus' ? 'Extra votes of' : 'Out:'} ${lettersOf(of)}`;
    const won = elected.length === 0 ? '' : `; elected: ${lettersOf(elected.map(({ candidate }) => candidate))}`;
    return {
      number,
      text: `${what}${won}`,
      votes: tallies.map((units) => shortVotes(formatVotes(units, count))),
    };
  });
}

/** Without the zeros at the end of its decimals: "10.500" is 10.5, "10" stays. */
const shortVotes = (votes: string): string => (votes.includes('.') ? votes.replace(/\.?0+$/, '') : votes);

/** The ballots, those that are alike together: "8 × A B C". */
export function ballotLines({ ballots }: SmallElection): string[] {
  const alike = new Map<string, number>();
  for (const { copies, preferences } of ballots) {
    const ranking = preferences.map(letterOf).join(' ');
    alike.set(ranking, (alike.get(ranking) ?? 0) + copies);
  }
  return [...alike].map(([ranking, copies]) => `${copies} × ${ranking}`);
}
