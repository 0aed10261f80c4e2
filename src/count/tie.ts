import type { CandidateId } from '../election/candidate';
import { drawLot } from './lots';
import type { Tie } from './stage';
import type { Point, Table } from './table';

interface Settled {
  readonly chosen: CandidateId;
  readonly tie: Tie | null;
}

/**
 * Who of candidates with equal votes is taken. Votes at earlier points are compared, most recent stage first
 * (`backwards`: SSI 2007/42 rules 49 and 51) or earliest point first (`forwards`: ERS97 5.2.3, 5.2.5), each point
 * narrowing those still level; then by lot.
 */
export function settle(
  table: Table,
  purpose: 'surplus' | 'exclusion',
  tied: readonly CandidateId[],
  want: 'highest' | 'lowest',
): Settled {
  const [only] = tied;
  if (only === undefined) throw new Error(`nobody is tied for ${purpose} at stage ${table.stage}`);
  if (tied.length === 1) return { chosen: only, tie: null };
  const { left, at } = narrow(table, tied, want);
  const [first] = left;
  if (left.length === 1 && first !== undefined && at !== null) {
    const resolvedBy = { kind: 'earlier-stage', stage: at.stage, transfer: at.transfer } as const;
    return { chosen: first, tie: { purpose, tied, chosen: first, resolvedBy } };
  }
  const chosen = drawLot(table.lots, left, `${table.transfers}/${purpose}`);
  return { chosen, tie: { purpose, tied, chosen, resolvedBy: { kind: 'lot' } } };
}

/** ERS97 5.6.2: of equal candidates past the places left, the one with most votes at the earliest point, or nobody. */
export function settleElection(table: Table, tied: readonly CandidateId[]): Tie | null {
  const { left, at } = narrow(table, tied, 'highest');
  const [chosen] = left;
  if (left.length !== 1 || chosen === undefined || at === null) return null;
  const resolvedBy = { kind: 'earlier-stage', stage: at.stage, transfer: at.transfer } as const;
  return { purpose: 'election', tied, chosen, resolvedBy };
}

function narrow(
  table: Table,
  tied: readonly CandidateId[],
  want: 'highest' | 'lowest',
): { readonly left: readonly CandidateId[]; readonly at: Point | null } {
  let left = tied;
  let at: Point | null = null;
  for (const point of pointsToCompare(table)) {
    const votes = left.map((candidate) => point.tallies[candidate] ?? 0n);
    const best = votes.reduce((a, b) => ((want === 'highest') === a > b ? a : b));
    const next = left.filter((_, i) => votes[i] === best);
    if (next.length < left.length) at = point;
    left = next;
    if (left.length === 1) break;
  }
  return { left, at };
}

function pointsToCompare({ rule, points }: Table): readonly Point[] {
  switch (rule.ties) {
    case 'backwards': {
      const stageEnds = points.filter((point, i) => point.stage !== points[i + 1]?.stage);
      return stageEnds.reverse();
    }
    case 'forwards':
      return points;
    case 'none':
      return [];
    default:
      return rule.ties satisfies never;
  }
}
