import type { CandidateId } from '../../election/candidate';
import type { Deferral } from '../stage';
import { byVotes, canAllGo } from '../standing';
import { candidatesWho, placesLeft, restraints, sum, surplusOf, tallyOf, type Table } from './table';

/** Some of the lowest continuing candidates, who might go out together. */
interface LowestSet {
  /** Lowest first. */
  readonly lowest: readonly CandidateId[];
  /** Their votes together, units. */
  readonly votes: bigint;
  readonly next: CandidateId;
  /** By how much they stay below the next, units. */
  readonly margin: bigint;
}

/** Continuing candidates, lowest first, less those whom the constraints guard. */
export function excludable(table: Table): CandidateId[] {
  const { guarded } = restraints(table);
  return byVotes(
    table,
    candidatesWho(table, 'continuing').filter((candidate) => !guarded.has(candidate)),
  ).reverse();
}

/**
 * ERS97 5.2.5: sets of the lowest candidates, smaller ones first, that leave enough to fill the places and whose votes
 * together do not exceed the vote of the next above, with the margin by which they stay below it. Candidates with equal
 * votes are never parted by it.
 */
function safeSets(table: Table): LowestSet[] {
  const fromLowest = excludable(table);
  const most = candidatesWho(table, 'continuing').length - placesLeft(table);
  const sets: LowestSet[] = [];
  let votes = 0n;
  for (let size = 1; size <= most; size++) {
    const last = fromLowest[size - 1] as CandidateId;
    const next = fromLowest[size];
    if (next === undefined) break;
    votes += tallyOf(table, last);
    const margin = tallyOf(table, next) - votes;
    const partsEqual = tallyOf(table, last) === tallyOf(table, next);
    const lowest = fromLowest.slice(0, size);
    if (margin >= 0n && !partsEqual && canAllGo(table, lowest)) sets.push({ lowest, votes, next, margin });
  }
  return sets;
}

/** The most of the lowest whom the rule lets go together, where it asks that they stay below the next. */
export function togetherSafely(table: Table, surpluses: bigint): LowestSet | null {
  const whenEqual = table.rule.exclusion === 'bulk-when-safe';
  const able = safeSets(table).filter(
    (set) => isSafe(whenEqual, surpluses, set.margin) && mayGo(table, set, surpluses),
  );
  return able.at(-1) ?? null;
}

/**
 * ERS97 5.2.2: surpluses wait while their total does not exceed (a) the difference of the two lowest votes, or (b) the
 * margin by which several lowest, who could be excluded together, stay below the next. Only those count who may go while
 * surpluses wait (`mayGo`).
 */
export function deferrable(table: Table, waiting: readonly CandidateId[]): Deferral | null {
  const { deferral } = table.rule;
  if (deferral === 'never' || waiting.length === 0) return null;
  const total = sum(waiting.map((candidate) => surplusOf(table, candidate)));
  const [lowest, next] = excludable(table);
  if (lowest === undefined || next === undefined) return null;
  const votes = tallyOf(table, lowest);
  const sets: LowestSet[] = [
    { lowest: [lowest], votes, next, margin: tallyOf(table, next) - votes },
    ...safeSets(table).filter((set) => set.lowest.length > 1), // (b) speaks of two or more
  ];
  const whenEqual = deferral === 'when-safe';
  const widest = sets.findLast((set) => isSafe(whenEqual, total, set.margin) && mayGo(table, set, total));
  if (widest === undefined) return null;
  return { candidates: waiting, total, lowest: widest.lowest, margin: widest.margin };
}

/** ERS97 says "does not exceed", so being equal is safe; SI 1985/454 says "less than". */
const isSafe = (whenEqual: boolean, votes: bigint, margin: bigint): boolean =>
  whenEqual ? votes <= margin : votes < margin;

/** What the rule asks besides of those who go while surpluses wait, or go together. */
const mayGo = (table: Table, set: LowestSet, surpluses: bigint): boolean =>
  !savesDeposit(table, set, surpluses) &&
  (table.rule.exclusion !== 'bulk-short-of-quota' || electsNobodyElse(table, set, surpluses));

/**
 * Electoral Act 1992 (Ireland) s. 48(1)(e): a deposit is kept by more than a quarter of the quota at any stage. Whether
 * one of the lowest who has not had so much yet could by the surpluses and the votes of those lower still.
 */
function savesDeposit(table: Table, { lowest }: LowestSet, surpluses: bigint): boolean {
  const { deposit } = table.rule;
  switch (deposit) {
    case 'none':
      return false;
    case 'quarter-of-quota': {
      const isEnough = (votes: bigint): boolean => 4n * votes > table.quota;
      let atMost = surpluses;
      return lowest.some((candidate) => {
        atMost += tallyOf(table, candidate);
        return !isEnough(tallyOf(table, candidate)) && isEnough(atMost);
      });
    }
    default:
      return deposit satisfies never;
  }
}

/**
 * Californian draft, 10059(k)(3): (A) one office is left, or (B) those left are as many as the offices, or (C) the votes of
 * the set with the surpluses are fewer than whoever has most still needs, or (D) so are its votes without its highest,
 * where there is no surplus.
 */
function electsNobodyElse(table: Table, { lowest, votes }: LowestSet, surpluses: bigint): boolean {
  const places = placesLeft(table);
  const continuing = candidatesWho(table, 'continuing');
  if (places === 1 || continuing.length - lowest.length === places) return true;
  const needed = table.quota - most(table, continuing);
  return votes + surpluses < needed || (surpluses === 0n && votes - most(table, lowest) < needed);
}

const most = (table: Table, candidates: readonly CandidateId[]): bigint =>
  candidates.map((candidate) => tallyOf(table, candidate)).reduce((a, b) => (a > b ? a : b));
