import type { CandidateId } from '../../election/candidate';
import type { Deferral, StageBecause, Tie } from '../stage';
import { byVotes, canAllGo } from '../standing';
import { settle } from '../tie';
import { candidatesWho, placesLeft, restraints, sum, surplusOf, tallyOf, type Table } from './table';

/** What the rule says comes next, with the reasons for it. */
export interface NextStep {
  readonly kind: 'surplus' | 'exclusion';
  readonly of: readonly CandidateId[];
  readonly because: StageBecause;
  readonly ties: readonly Tie[];
  readonly deferral: Deferral | null;
}

export function nextStep(table: Table): NextStep {
  return (
    doomedToExclude(table) ?? surplusStep(table) ?? nextExclusion(table, deferrable(table, surplusesWaiting(table)))
  );
}

/** Whoever the constraints leave no place goes out at once, before anything else moves. */
function doomedToExclude(table: Table): NextStep | null {
  const of = [...restraints(table).doomed];
  return of.length === 0 ? null : { kind: 'exclusion', of, because: { kind: 'doomed' }, ties: [], deferral: null };
}

/** Continuing candidates, lowest first, less those whom the constraints guard. */
function excludable(table: Table): CandidateId[] {
  const { guarded } = restraints(table);
  return byVotes(
    table,
    candidatesWho(table, 'continuing').filter((candidate) => !guarded.has(candidate)),
  ).reverse();
}

/** The surplus that is to move now, if any is waiting and may not be deferred. */
export function surplusStep(table: Table): NextStep | null {
  const waiting = surplusesWaiting(table);
  return waiting.length === 0 || deferrable(table, waiting) !== null ? null : nextSurplus(table, waiting);
}

/** The elected who still have votes over the quota to part with. */
const surplusesWaiting = (table: Table): readonly CandidateId[] =>
  candidatesWho(table, 'elected').filter((candidate) => surplusOf(table, candidate) > 0n);

/** The surplus whose turn it is, by size (SSI 2007/42 rule 49; ERS97 5.2.2, 5.2.3) or by order of election. */
function nextSurplus(table: Table, waiting: readonly CandidateId[]): NextStep {
  const { surplusesAtOnce, surplusOrder } = table.rule;
  const of: CandidateId[] = [];
  const ties: Tie[] = [];
  let left = waiting;
  do {
    const due = firstInLine(table, left);
    const largest = due.map((candidate) => surplusOf(table, candidate)).reduce((a, b) => (a > b ? a : b));
    const level = due.filter((candidate) => surplusOf(table, candidate) === largest);
    const { chosen, tie } = settle(table, 'surplus', level, 'highest');
    of.push(chosen);
    if (tie !== null) ties.push(tie);
    left = left.filter((candidate) => candidate !== chosen);
  } while (surplusesAtOnce === 'all' && left.length > 0);
  const surpluses = waiting.map((candidate) => ({ candidate, surplus: surplusOf(table, candidate) }));
  const order = surplusesAtOnce === 'all' ? 'all-at-once' : surplusOrder;
  return { kind: 'surplus', of, because: { kind: 'surplus', waiting: surpluses, order }, ties, deferral: null };
}

function firstInLine({ rule, settledAt }: Table, waiting: readonly CandidateId[]): readonly CandidateId[] {
  switch (rule.surplusOrder) {
    case 'by-size':
      return waiting;
    case 'by-order-of-election': {
      const first = Math.min(...waiting.map((candidate) => settledAt[candidate] ?? 0));
      return waiting.filter((candidate) => settledAt[candidate] === first);
    }
    default:
      return rule.surplusOrder satisfies never;
  }
}

function nextExclusion(table: Table, deferral: Deferral | null): NextStep {
  const { rule } = table;
  if (rule.excludedFirst > 0 && candidatesWho(table, 'excluded').length === 0) {
    const few = tooFewVotes(table);
    const votes = BigInt(rule.excludedFirst) * table.vote;
    if (few.length > 0)
      return { kind: 'exclusion', of: few, because: { kind: 'fewer-than', votes }, ties: [], deferral };
  }
  if (rule.exclusion !== 'one') {
    const surpluses = sum(surplusesWaiting(table).map((candidate) => surplusOf(table, candidate)));
    const together = safeSets(table).findLast(({ margin }) =>
      isSafe(rule.exclusion === 'bulk-when-safe', surpluses, margin),
    );
    if (together !== undefined && together.lowest.length > 1) {
      const { lowest, next, votes } = together;
      const because = {
        kind: 'together',
        votes,
        surpluses,
        next: { candidate: next, vote: tallyOf(table, next) },
      } as const;
      return { kind: 'exclusion', of: lowest, because, ties: [], deferral };
    }
  }
  const fromLowest = excludable(table);
  const fewest = tallyOf(table, fromLowest[0] as CandidateId);
  const level = fromLowest.filter((candidate) => tallyOf(table, candidate) === fewest).sort((a, b) => a - b);
  const { chosen, tie } = settle(table, 'exclusion', level, 'lowest');
  const above = fromLowest.find((candidate) => candidate !== chosen);
  const next = above === undefined ? null : { candidate: above, vote: tallyOf(table, above) };
  const spared = candidatesWho(table, 'continuing').filter(
    (candidate) => tallyOf(table, candidate) < fewest && !fromLowest.includes(candidate),
  );
  const because = { kind: 'lowest', vote: fewest, next, spared } as const;
  return { kind: 'exclusion', of: [chosen], because, ties: tie === null ? [] : [tie], deferral };
}

/** Those with fewer votes than the rule asks, lowest first; never so many that places would stay empty. */
function tooFewVotes(table: Table): CandidateId[] {
  const asked = BigInt(table.rule.excludedFirst) * table.vote;
  const few: CandidateId[] = [];
  for (const candidate of excludable(table)) {
    if (tallyOf(table, candidate) < asked && canAllGo(table, [...few, candidate])) few.push(candidate);
  }
  return candidatesWho(table, 'continuing').length - few.length < placesLeft(table) ? [] : few;
}

/**
 * ERS97 5.2.2: surpluses wait while their total does not exceed (a) the difference of the two lowest votes, or (b) the
 * margin by which several lowest, who could be excluded together, stay below the next.
 */
function deferrable(table: Table, waiting: readonly CandidateId[]): Deferral | null {
  const { deferral } = table.rule;
  if (deferral === 'never' || waiting.length === 0) return null;
  const total = sum(waiting.map((candidate) => surplusOf(table, candidate)));
  const [lowest, next] = excludable(table);
  if (lowest === undefined || next === undefined) return null;
  const difference = tallyOf(table, next) - tallyOf(table, lowest);
  const sets = [
    { lowest: [lowest], margin: difference },
    ...safeSets(table).filter((set) => set.lowest.length > 1), // (b) speaks of two or more
  ];
  const widest = sets.findLast(({ margin }) => isSafe(deferral === 'when-safe', total, margin));
  if (widest === undefined) return null;
  return { candidates: waiting, total, lowest: widest.lowest, margin: widest.margin };
}

/** ERS97 says "does not exceed", so being equal is safe; SI 1985/454 says "less than". */
const isSafe = (whenEqual: boolean, votes: bigint, margin: bigint): boolean =>
  whenEqual ? votes <= margin : votes < margin;

interface LowestSet {
  readonly lowest: readonly CandidateId[];
  /** Their votes together, units. */
  readonly votes: bigint;
  readonly next: CandidateId;
  /** By how much they stay below the next, units. */
  readonly margin: bigint;
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
