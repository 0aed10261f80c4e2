import type { CandidateId } from '../../election/candidate';
import type { Deferral, StageBecause, Tie } from '../stage';
import { canAllGo } from '../standing';
import { settle } from '../tie';
import { byShortfall } from './bulk-by-shortfall';
import { deferrable, excludable, togetherSafely } from './lowest-sets';
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
    const equal = due.filter((candidate) => surplusOf(table, candidate) === largest);
    const level = surplusOrder === 'by-size-then-election' ? firstElected(table, equal) : equal;
    const { chosen, tie } = settle(table, 'surplus', level, 'highest');
    of.push(chosen);
    if (tie !== null) ties.push(tie);
    left = left.filter((candidate) => candidate !== chosen);
  } while (surplusesAtOnce === 'all' && left.length > 0);
  const surpluses = waiting.map((candidate) => ({ candidate, surplus: surplusOf(table, candidate) }));
  const order = surplusesAtOnce === 'all' ? 'all-at-once' : surplusOrder;
  return { kind: 'surplus', of, because: { kind: 'surplus', waiting: surpluses, order }, ties, deferral: null };
}

function firstInLine(table: Table, waiting: readonly CandidateId[]): readonly CandidateId[] {
  const { surplusOrder } = table.rule;
  switch (surplusOrder) {
    case 'by-size':
    case 'by-size-then-election':
      return waiting;
    case 'by-order-of-election':
      return firstElected(table, waiting);
    default:
      return surplusOrder satisfies never;
  }
}

/** Those of them who were elected before the others. */
function firstElected({ settledAt }: Table, candidates: readonly CandidateId[]): readonly CandidateId[] {
  const first = Math.min(...candidates.map((candidate) => settledAt[candidate] ?? 0));
  return candidates.filter((candidate) => settledAt[candidate] === first);
}

function nextExclusion(table: Table, deferral: Deferral | null): NextStep {
  const { rule } = table;
  if (rule.excludedFirst > 0 && candidatesWho(table, 'excluded').length === 0) {
    const few = tooFewVotes(table);
    const votes = BigInt(rule.excludedFirst) * table.vote;
    if (few.length > 0)
      return { kind: 'exclusion', of: few, because: { kind: 'fewer-than', votes }, ties: [], deferral };
  }
  const several = severalTogether(table);
  if (several !== null) return { kind: 'exclusion', ...several, deferral };
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

/** Whom the rule excludes in one operation, if more than one. */
function severalTogether(table: Table): Pick<NextStep, 'of' | 'because' | 'ties'> | null {
  const { exclusion } = table.rule;
  switch (exclusion) {
    case 'one':
      return null;
    case 'bulk-when-safe':
    case 'bulk-when-strictly-safe':
    case 'bulk-short-of-quota': {
      const surpluses = sum(surplusesWaiting(table).map((candidate) => surplusOf(table, candidate)));
      const together = togetherSafely(table, surpluses);
      if (together === null || together.lowest.length === 1) return null;
      const { lowest, votes, next: above } = together;
      const next = { candidate: above, vote: tallyOf(table, above) };
      return { of: lowest, because: { kind: 'together', votes, surpluses, next }, ties: [] };
    }
    case 'bulk-by-shortfall':
      return byShortfall(table);
    default:
      return exclusion satisfies never;
  }
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
