import type { CandidateId } from '../../election/candidate';
import type { StageBecause, Tie } from '../stage';
import { byVotes, canAllGo, candidatesWho, placesLeft, restraints } from '../standing';
import { settle } from '../tie';
import { nzOrder } from './nz-numbers';
import { surpluses, tallyOf, type KeepTable } from './table';

/** Who is excluded next, with the reasons. */
export interface NextExclusion {
  readonly of: readonly CandidateId[];
  readonly because: StageBecause;
  readonly ties: readonly Tie[];
}

/** Whoever the constraints leave no place goes out at once, before anything else. */
export function doomedToExclude(table: KeepTable): NextExclusion | null {
  const of = [...restraints(table).doomed];
  return of.length === 0 ? null : { of, because: { kind: 'doomed' }, ties: [] };
}

/** Continuing candidates, lowest first, less those whom the constraints guard. */
function excludable(table: KeepTable): CandidateId[] {
  const { guarded } = restraints(table);
  const able = candidatesWho(table, 'continuing').filter((candidate) => !guarded.has(candidate));
  return byVotes(table, able).reverse();
}

/**
 * Those who cannot be saved by all the surpluses there are (NZ 2001 sch. 1A cl. 13, first half), where the rule lets
 * them go before the surpluses have been shared; null where there are none.
 */
export function sureLosers(table: KeepTable): NextExclusion | null {
  const { rule } = table;
  if (rule.exclusion === 'one') return null;
  const fromLowest = excludable(table);
  const waiting = surpluses(table);
  const most = rule.exclusion === 'all-sure' ? candidatesWho(table, 'continuing').length - placesLeft(table) : 1;
  let votes = 0n;
  let found: NextExclusion | null = null;
  for (let size = 1; size <= most; size++) {
    const last = fromLowest[size - 1] as CandidateId;
    const next = fromLowest[size];
    if (next === undefined) break;
    votes += tallyOf(table, last);
    if (votes + waiting >= tallyOf(table, next) || !canAllGo(table, fromLowest.slice(0, size))) continue;
    const above = { candidate: next, vote: tallyOf(table, next) };
    const because: StageBecause =
      size === 1
        ? { kind: 'sure-loser', vote: votes, surpluses: waiting, next: above }
        : { kind: 'together', votes, surpluses: waiting, next: above };
    found = { of: fromLowest.slice(0, size), because, ties: [] };
  }
  return found;
}

/** The lowest (NZ 2001 sch. 1A cl. 13, second half, and 23; PRF reference rule B.3). */
export function lowest(table: KeepTable): NextExclusion {
  const { rule, points, lots, transfers } = table;
  const fromLowest = excludable(table);
  const fewest = tallyOf(table, fromLowest[0] as CandidateId);
  const margin = rule.level === 'within-surplus' ? surpluses(table) : 0n;
  const level = fromLowest.filter((candidate) => tallyOf(table, candidate) <= fewest + margin).sort((a, b) => a - b);
  const prescribed = rule.lots === 'nz-2001' ? nzOrder(table) : null;
  const { chosen, tie } = settle({ rule, points, lots, transfers, prescribed }, 'exclusion', level, 'lowest');
  const above = fromLowest.find((candidate) => candidate !== chosen);
  const next = above === undefined ? null : { candidate: above, vote: tallyOf(table, above) };
  const spared = candidatesWho(table, 'continuing').filter(
    (candidate) => tallyOf(table, candidate) < fewest && !fromLowest.includes(candidate),
  );
  const because = { kind: 'lowest', vote: tallyOf(table, chosen), next, spared } as const;
  return { of: [chosen], because, ties: tie === null ? [] : [tie] };
}
