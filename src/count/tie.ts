import type { CandidateId } from '../election/candidate';
import { drawLot, type Lots } from './lots';
import type { TieLook } from './rule';
import type { Tie } from './stage';

/** Everyone's votes after the first preferences and after every transfer: what ties look back on. */
export interface Point {
  readonly stage: number;
  readonly transfer: number | null;
  readonly tallies: readonly bigint[];
}

/** What ties are settled by. */
export interface TieRecord {
  readonly rule: { readonly ties: readonly TieLook[]; readonly surplusTies?: readonly TieLook[] | null };
  readonly points: readonly Point[];
  readonly lots: Lots;
  /** Keeps the lots of one count apart: how many transfers there have been. */
  readonly transfers: number;
  /** Who is taken first where the rule itself prescribes it; null where lots are drawn. */
  readonly prescribed?: readonly CandidateId[] | null;
}

interface Settled {
  readonly chosen: CandidateId;
  readonly tie: Tie | null;
}

/**
 * Who of candidates with equal votes is taken. Votes at earlier points are compared, most recent stage first
 * (`backwards`: SSI 2007/42 rules 49 and 51), most recent transfer first where the law calls every transfer a count
 * (`backwards-by-transfer`: ACT Electoral Act 1992 sch. 4 cl. 7 (3) (c), 8 (2)), or earliest point first (`forwards`:
 * ERS97 5.2.3, 5.2.5; by whole stages: SI 1985/454 rules 50(1) and 51(13)), each point narrowing those still level; then
 * by lot. `occasion` keeps lots apart that are drawn for one purpose between two transfers.
 */
export function settle(
  record: TieRecord,
  purpose: Tie['purpose'],
  tied: readonly CandidateId[],
  want: 'highest' | 'lowest',
  occasion: string = purpose,
): Settled {
  const [only] = tied;
  if (only === undefined) throw new Error(`nobody is tied for ${purpose} after transfer ${record.transfers}`);
  if (tied.length === 1) return { chosen: only, tie: null };
  const { ties, surplusTies } = record.rule;
  const { left, at } = narrow(record, (purpose === 'surplus' ? surplusTies : null) ?? ties, tied, want);
  const [first] = left;
  if (left.length === 1 && first !== undefined && at !== null) {
    const resolvedBy = { kind: 'earlier-stage', stage: at.stage, transfer: at.transfer } as const;
    return { chosen: first, tie: { purpose, tied, chosen: first, resolvedBy } };
  }
  const prescribed = record.prescribed?.find((candidate) => left.includes(candidate));
  if (prescribed !== undefined) {
    const resolvedBy = { kind: 'prescribed', among: left } as const;
    return { chosen: prescribed, tie: { purpose, tied, chosen: prescribed, resolvedBy } };
  }
  const chosen = drawLot(record.lots, left, `${record.transfers}/${occasion}`);
  return { chosen, tie: { purpose, tied, chosen, resolvedBy: { kind: 'lot', among: left } } };
}

/** ERS97 5.6.2: of equal candidates past the places left, the one with most votes at the earliest point, or nobody. */
export function settleElection(record: TieRecord, tied: readonly CandidateId[]): Tie | null {
  const { left, at } = narrow(record, record.rule.ties, tied, 'highest');
  const [chosen] = left;
  if (left.length !== 1 || chosen === undefined || at === null) return null;
  const resolvedBy = { kind: 'earlier-stage', stage: at.stage, transfer: at.transfer } as const;
  return { purpose: 'election', tied, chosen, resolvedBy };
}

function narrow(
  { points }: TieRecord,
  looks: readonly TieLook[],
  tied: readonly CandidateId[],
  want: 'highest' | 'lowest',
): { readonly left: readonly CandidateId[]; readonly at: Point | null } {
  let left = tied;
  let at: Point | null = null;
  for (const look of looks) {
    for (const point of pointsToCompare(look, points)) {
      const votes = left.map((candidate) => point.tallies[candidate] ?? 0n);
      if (look === 'backwards-all-differ' && new Set(votes).size < left.length) continue;
      const best = votes.reduce((a, b) => ((want === 'highest') === a > b ? a : b));
      const next = left.filter((_, i) => votes[i] === best);
      if (next.length < left.length) at = point;
      left = next;
      if (left.length === 1) return { left, at };
    }
  }
  return { left, at };
}

function pointsToCompare(look: TieLook, points: readonly Point[]): readonly Point[] {
  switch (look) {
    case 'backwards':
      return stageEndsOf(points).reverse();
    case 'backwards-by-transfer':
    case 'backwards-all-differ':
      return points.toReversed();
    case 'forwards':
      return points;
    case 'forwards-stage-ends':
      return stageEndsOf(points);
    default:
      return look satisfies never;
  }
}

const stageEndsOf = (points: readonly Point[]): Point[] =>
  points.filter((point, i) => point.stage !== points[i + 1]?.stage);
