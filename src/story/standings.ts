import { electionsStanding, type Count } from '../count/count';
import type { CandidateId } from '../election/candidate';
import type { Span } from './chapters';
import { gainsOver } from './flows';

/** How a candidate stands at the end of a stage. */
export interface StandingRow {
  readonly candidate: CandidateId;
  readonly status: 'elected' | 'continuing' | 'excluded';
  /** True when the status came about in this stage, or in one of these. */
  readonly now: boolean;
  /** Votes at the end, and gained; units. */
  readonly tally: bigint;
  readonly gain: bigint;
}

/** Rows for one stage: the elected in order of election, then those still in, most votes first, then who goes out now. */
export interface Standings {
  readonly rows: readonly StandingRow[];
  /** Candidates out in earlier stages, to be folded away. */
  readonly out: readonly CandidateId[];
}

/**
 * How everyone stands at the end of one stage or of several. Those still in are ordered by their votes at the end, or at
 * the end of stage `orderedAt`, so that they can keep their places while stages go by.
 */
export function standingsOver(count: Count, span: Span, orderedAt = span.last): Standings {
  const { first, last } = span;
  const here = count.stages[last - 1];
  const order = count.stages[orderedAt - 1]?.tallies;
  if (here === undefined || order === undefined) {
    throw new Error(`the count has ${count.stages.length} stages, not ${Math.max(last, orderedAt)}`);
  }
  const gains = gainsOver(count, span);
  const row = (candidate: CandidateId, status: StandingRow['status'], since: number | null): StandingRow => ({
    candidate,
    status,
    now: since !== null && since >= first,
    tally: here.tallies[candidate] ?? 0n,
    gain: gains[candidate] ?? 0n,
  });
  const elected = electionsStanding(count.stages.slice(0, last));
  const excluded = count.excluded.filter(({ stage }) => stage <= last);
  const settled = new Set([...elected, ...excluded].map(({ candidate }) => candidate).concat(count.withdrawn));
  const votes = (candidate: CandidateId): bigint => order[candidate] ?? 0n;
  const continuing = here.tallies
    .map((_, candidate) => candidate)
    .filter((candidate) => !settled.has(candidate))
    .sort((a, b) => (votes(b) > votes(a) ? 1 : votes(b) < votes(a) ? -1 : a - b));
  return {
    rows: [
      ...elected.map(({ candidate, stage }) => row(candidate, 'elected', stage)),
      ...continuing.map((candidate) => row(candidate, 'continuing', null)),
      ...excluded
        .filter(({ stage }) => stage >= first)
        .map(({ candidate, stage }) => row(candidate, 'excluded', stage))
        .sort((a, b) => (b.tally > a.tally ? 1 : b.tally < a.tally ? -1 : 0)), // at the end some still have their votes
    ],
    out: excluded.filter(({ stage }) => stage < first).map(({ candidate }) => candidate),
  };
}

/** What stands beside a row; nothing for those still in. */
export const statusText = ({ status, now }: StandingRow): string =>
  ({ elected: now ? 'Elected now' : 'Elected', excluded: 'Out now', continuing: '' })[status];

/** Of the votes at the end, those gained: what is gained in a stage can be moved on in it again. */
export const gainHeld = ({ gain, tally }: StandingRow): bigint => (gain < tally ? gain : tally);

/** The most votes anyone has at any stage, or the quota if that is more: one scale for the whole count. */
export const mostVotes = ({ stages, quota }: Count): bigint =>
  stages.flatMap(({ tallies }) => tallies).reduce((a, b) => (a > b ? a : b), quota ?? 1n);

/** How many of those who go out together are shown among the others. */
const mostLeaving = 2;

/**
 * The same number of rows at every stage, so that nothing around them moves, and the rest. Shown are the elected, whoever
 * must be (`wanted`) or is out now, and of the others those with the most votes.
 */
export function shownRows(
  rows: readonly StandingRow[],
  places: number,
  wanted: (candidate: CandidateId) => boolean,
): { readonly shown: readonly StandingRow[]; readonly more: readonly StandingRow[] } {
  const leaving = rows.filter(({ status }) => status === 'excluded').slice(0, mostLeaving);
  const needed = rows.filter((row) => row.status === 'elected' || leaving.includes(row) || wanted(row.candidate));
  const others = rows.filter((row) => !needed.includes(row)).slice(0, Math.max(0, places - needed.length));
  const shown = rows.filter((row) => needed.includes(row) || others.includes(row));
  return { shown, more: rows.filter((row) => !shown.includes(row)) };
}

/** How many rows a count is shown in: the seats and a few more who are near them. */
export const rowPlaces = ({ seats, candidateCount, withdrawn }: Count): number =>
  Math.min(candidateCount - withdrawn.length, Math.max(8, seats + 4));
