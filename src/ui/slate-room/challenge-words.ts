import { costOf, type Case, type SmallElection } from '../../slate/challenge/case';
import type { Claim } from '../../slate/challenge/draw';
import type { Count } from '../../count/count';
import type { Guarantee } from '../../slate/guarantee';
import type { CandidateId } from '../../election/candidate';
import { formatVotes } from '../../basics/decimal';
import { is, listed, plural } from '../../story/words';

/** What each search asks and what it tries, all in the same shape: the answer is what it finds. */
export const claimWords: Readonly<Record<Claim, { readonly title: string; readonly tries: string }>> = {
  'ranks-further': {
    title: 'Can naming more cost an earlier name the seat?',
    tries: 'One voter stops after fewer names, or goes on; everyone else is the same.',
  },
  'one-more': {
    title: 'Can one more candidate cost a slate a seat?',
    tries: 'A slate stands with one of its candidates, or without; every ballot is the same.',
  },
  'stops-sooner': {
    title: 'Can stopping sooner cost a slate a seat?',
    tries: 'A slate’s supporters stop after fewer names, or go on; everyone else is the same.',
  },
};

/** How far a search is. */
export interface SearchSoFar {
  readonly kind: 'running' | 'stopped' | 'done' | 'failed';
  /** Changes tried, and elections they were tried on. */
  readonly tried: number;
  readonly elections: number;
  readonly found: Case | null;
  /** The part of the voters of the case found that has been left out of it; null unless it can become smaller. */
  readonly leftOut: number | null;
  /** What went wrong. */
  readonly message: string | null;
}

export const triedText = ({ tried, elections }: Pick<SearchSoFar, 'tried' | 'elections'>): string =>
  `${plural(tried, 'change', 'changes')} tried in ${plural(elections, 'made-up election', 'made-up elections')}`;

/** How a search stands: what is told once, not at every step. */
export function searchText(search: Omit<SearchSoFar, 'message'>): string {
  const { kind, found, leftOut } = search;
  if (kind === 'running') return found === null ? 'Looking …' : 'Found; leaving out what is not needed to show it …';
  const done = triedText(search);
  if (found !== null)
    return `Found after ${done}${leftOut === null ? '' : '; stopped before it was as small as it goes'}.`;
  return kind === 'done'
    ? `Not found: ${done}. A search proves nothing: what is rare can be missed.`
    : `Stopped: ${done}, nothing found.`;
}

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

/** Decimals that votes of these counts are shown with: as few as tell apart, at each stage, whoever is not level. */
export function placesFor(counts: readonly Count[]): number {
  const tells = (count: Count, places: number): boolean =>
    count.stages.every(({ tallies }) => {
      const shown = tallies.map((units) => formatVotes(units, { ...count, places }));
      return new Set(shown).size === new Set(tallies).size;
    });
  const most = Math.max(...counts.map(({ places }) => places));
  for (let places = Math.min(2, most); places < most; places++)
    if (counts.every((count) => tells(count, places))) return places;
  return most;
}

/** Everyone's votes at each stage of a small count, to so many decimals, and what happened in it. */
export function stageRows(
  count: Count,
  places: number,
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
      votes: tallies.map((units) => votesText(units, count, places)),
    };
  });
}

/** Without the zeros at the end of its decimals: "10.500" is 10.5, "10" stays. */
export function votesText(units: bigint, { vote }: Pick<Count, 'vote'>, places: number): string {
  const votes = formatVotes(units, { vote, places });
  return votes.includes('.') ? votes.replace(/\.?0+$/, '') : votes;
}

/** The ballots, those that are alike together: "8 × A B C". One row may stand apart: whoever names more. */
export function ballotLines({ ballots }: SmallElection, apart: number | null): string[] {
  const alike = new Map<string, number>();
  ballots.forEach(({ copies, preferences }, row) => {
    const ranking = `${preferences.map(letterOf).join(' ')}${row === apart ? ', the voter who goes on' : ''}`;
    alike.set(ranking, (alike.get(ranking) ?? 0) + copies);
  });
  return [...alike].map(([ranking, copies]) => `${copies} × ${ranking}`);
}
