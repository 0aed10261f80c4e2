import type { CandidateId } from '../election/candidate';
import { byVotes } from './elect';
import type { Deferral, Tie } from './stage';
import { candidatesWho, placesLeft, sum, surplusOf, tallyOf, type Table } from './table';
import { settle } from './tie';

/** What the rule says comes next, with the reasons for it. */
export interface NextStep {
  readonly kind: 'surplus' | 'exclusion';
  readonly of: readonly CandidateId[];
  readonly ties: readonly Tie[];
  readonly deferral: Deferral | null;
}

export function nextStep(table: Table): NextStep {
  const waiting = candidatesWho(table, 'elected').filter((candidate) => surplusOf(table, candidate) > 0n);
  const deferral = waiting.length === 0 ? null : deferrable(table, waiting);
  if (waiting.length > 0 && deferral === null) return nextSurplus(table, waiting);
  return lowestToExclude(table, deferral);
}

/** The surplus whose turn it is, by size (SSI 2007/42 rule 49; ERS97 5.2.2, 5.2.3) or by order of election. */
function nextSurplus(table: Table, waiting: readonly CandidateId[]): NextStep {
  const due = firstInLine(table, waiting);
  const largest = due.map((candidate) => surplusOf(table, candidate)).reduce((a, b) => (a > b ? a : b));
  const level = due.filter((candidate) => surplusOf(table, candidate) === largest);
  const { chosen, tie } = settle(table, 'surplus', level, 'highest');
  return { kind: 'surplus', of: [chosen], ties: tie === null ? [] : [tie], deferral: null };
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

function lowestToExclude(table: Table, deferral: Deferral | null): NextStep {
  if (table.rule.exclusion === 'bulk-when-safe') {
    const together = safeSets(table).findLast(({ margin }) => (deferral?.total ?? 0n) <= margin);
    if (together !== undefined) return { kind: 'exclusion', of: together.lowest, ties: [], deferral };
  }
  const continuing = candidatesWho(table, 'continuing');
  const fewest = continuing.map((candidate) => tallyOf(table, candidate)).reduce((a, b) => (a < b ? a : b));
  const level = continuing.filter((candidate) => tallyOf(table, candidate) === fewest);
  const { chosen, tie } = settle(table, 'exclusion', level, 'lowest');
  return { kind: 'exclusion', of: [chosen], ties: tie === null ? [] : [tie], deferral };
}

/**
 * ERS97 5.2.2: surpluses wait while their total does not exceed (a) the difference of the two lowest votes, or (b) the
 * margin by which several lowest, who could be excluded together, stay below the next.
 */
function deferrable(table: Table, waiting: readonly CandidateId[]): Deferral | null {
  if (table.rule.deferral === 'never') return null;
  const total = sum(waiting.map((candidate) => surplusOf(table, candidate)));
  const [lowest, next] = byVotes(table, candidatesWho(table, 'continuing')).reverse();
  if (lowest === undefined || next === undefined) return null;
  const difference = tallyOf(table, next) - tallyOf(table, lowest);
  const sets = [
    { lowest: [lowest], margin: difference },
    ...safeSets(table).filter((set) => set.lowest.length > 1), // (b) speaks of two or more
  ];
  const widest = sets.findLast(({ margin }) => total <= margin);
  return widest === undefined ? null : { candidates: waiting, total, ...widest };
}

/**
 * ERS97 5.2.5: sets of the lowest candidates, smaller ones first, that leave enough to fill the places and whose votes
 * together do not exceed the vote of the next above, with the margin (units) by which they stay below it. Candidates
 * with equal votes are never parted by it.
 */
function safeSets(table: Table): { readonly lowest: readonly CandidateId[]; readonly margin: bigint }[] {
  const fromLowest = byVotes(table, candidatesWho(table, 'continuing')).reverse();
  const most = fromLowest.length - placesLeft(table);
  const sets: { lowest: CandidateId[]; margin: bigint }[] = [];
  let together = 0n;
  for (let size = 1; size <= most; size++) {
    const last = fromLowest[size - 1] as CandidateId;
    const above = fromLowest[size];
    if (above === undefined) break;
    together += tallyOf(table, last);
    const margin = tallyOf(table, above) - together;
    const partsEqual = tallyOf(table, last) === tallyOf(table, above);
    if (margin >= 0n && !partsEqual) sets.push({ lowest: fromLowest.slice(0, size), margin });
  }
  return sets;
}
