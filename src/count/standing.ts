import type { CandidateId } from '../election/candidate';
import { canBeMet, groupsBehind, restraintsOn, type Progress, type Restraints } from './constraints';
import type { Contest } from './contest';
import type { Elected, Restraint, Tie } from './stage';

export type Standing = 'continuing' | 'elected' | 'excluded' | 'withdrawn';

/** What every way of counting knows of its candidates, and what has been said of the constraints so far. */
export interface Standings {
  readonly contest: Contest;
  readonly standing: readonly Standing[];
  restraints: Restraints;
}

export function candidatesWho({ standing }: Pick<Standings, 'standing'>, which: Standing): CandidateId[] {
  const found: CandidateId[] = [];
  for (let candidate = 0; candidate < standing.length; candidate++) {
    if (standing[candidate] === which) found.push(candidate);
  }
  return found;
}

export function placesLeft(table: Standings): number {
  return table.contest.seats - candidatesWho(table, 'elected').length;
}

const progress = (table: Standings): Progress => ({
  seats: table.contest.seats,
  elected: candidatesWho(table, 'elected'),
  continuing: candidatesWho(table, 'continuing'),
});

/** Who of them has most votes; of equal ones the first on the ballot paper. */
export function leaderOf(
  { tallies }: { readonly tallies: readonly bigint[] },
  candidates: readonly CandidateId[],
): CandidateId | undefined {
  let leader = candidates[0];
  for (const candidate of candidates) {
    const difference = (tallies[candidate] ?? 0n) - (tallies[leader as CandidateId] ?? 0n);
    if (difference > 0n || (difference === 0n && candidate < (leader as CandidateId))) leader = candidate;
  }
  return leader;
}

/** Candidates by votes, most first; equal ones in ballot-paper order (a listing, not a decision). */
export function byVotes(
  { tallies }: { readonly tallies: readonly bigint[] },
  candidates: readonly CandidateId[],
): CandidateId[] {
  return [...candidates].sort((a, b) => {
    const difference = (tallies[b] ?? 0n) - (tallies[a] ?? 0n);
    return difference > 0n ? 1 : difference < 0n ? -1 : a - b;
  });
}

/** Whether a vote is enough for the quota: equal to it, or more than it, as the rule says. */
export function reachesQuota(reaching: 'at-quota' | 'above-quota', quota: bigint, vote: bigint): boolean {
  switch (reaching) {
    case 'at-quota':
      return vote >= quota;
    case 'above-quota':
      return vote > quota;
    default:
      return reaching satisfies never;
  }
}

/** Those whom one look at the votes elected, and the ties it met. */
export interface Election {
  readonly elected: readonly Elected[];
  readonly ties: readonly Tie[];
}

/** Who the constraints keep from being excluded, and who from being elected, as the count now is. */
export function restraints(table: Standings): Restraints {
  return restraintsOn(table.contest.constraints ?? [], progress(table));
}

/** Whether the constraints have room for all of them. */
export function canAllBeElected(table: Standings, candidates: readonly CandidateId[]): boolean {
  const { seats, elected, continuing } = progress(table);
  return canBeMet(table.contest.constraints ?? [], {
    seats,
    elected: [...elected, ...candidates],
    continuing: continuing.filter((candidate) => !candidates.includes(candidate)),
  });
}

/** Whether all of them can go without leaving a constraint that cannot be met. */
export function canAllGo(table: Standings, candidates: readonly CandidateId[]): boolean {
  const { seats, elected, continuing } = progress(table);
  const left = continuing.filter((candidate) => !candidates.includes(candidate));
  return canBeMet(table.contest.constraints ?? [], { seats, elected, continuing: left });
}

/**
 * What the constraints have come to decide since this was last asked, a group at a time. Nothing where everyone left is
 * needed for the places anyway.
 */
export function newRestraints(table: Standings): Restraint[] {
  if (candidatesWho(table, 'continuing').length <= placesLeft(table)) return [];
  const before = table.restraints;
  table.restraints = restraints(table);
  const found: { kind: Restraint['kind']; candidates: CandidateId[]; groups: readonly string[] }[] = [];
  for (const kind of ['guarded', 'doomed'] as const) {
    for (const candidate of table.restraints[kind]) {
      if (before[kind].has(candidate)) continue;
      const groups = groupsBehind(table.contest.constraints ?? [], progress(table), candidate, kind);
      const same = found.find((one) => one.kind === kind && one.groups.join() === groups.join());
      if (same === undefined) found.push({ kind, candidates: [candidate], groups });
      else same.candidates.push(candidate);
    }
  }
  return found;
}
