import type { CandidateId } from '../../election/candidate';
import type { Contest } from '../contest';
import { joinRows } from '../papers/piles';
import { layPapers, readOn, type Laid } from '../papers/laid-papers';
import { inOrderToRead } from '../papers/in-order-to-read';
import type { QuotientRule } from '../rule';

/**
 * Where every paper stands: at its first name in `open`, or at nobody, which is the number past all candidates. The
 * papers themselves are only read when the candidate they stand at goes.
 */
export interface Piles {
  readonly laid: Laid;
  /** 1 for candidates at whom papers may stand, by CandidateId. */
  readonly open: Uint8Array;
  /** The piles at each, by CandidateId. */
  readonly at: (readonly Uint32Array[])[];
  /** Papers, counting copies, by CandidateId, and last those at nobody; valid ones only. */
  readonly papers: Float64Array;
}

/** Every paper at its first preference. One that has none is not a valid one and is in no pile. */
export function layPiles(contest: Contest, rule: QuotientRule): Piles {
  const { candidateCount, withdrawn } = contest;
  const open = new Uint8Array(candidateCount).fill(1);
  for (const candidate of withdrawn) open[candidate] = 0;
  const { first, ...laid } = layPapers(inOrderToRead(contest), rule, null);
  const papers = new Float64Array(candidateCount + 1);
  const at: Uint32Array[][] = Array.from(open, () => []);
  for (const { piles } of first) {
    piles.rowsFor.forEach((pile, candidate) => pile !== null && at[candidate]?.push(pile));
    papers.set(piles.papersFor.slice(0, candidateCount));
  }
  return { laid, open, at, papers };
}

/** The same papers where they stand, to be moved without moving these. */
export const copyOf = ({ laid, open, at, papers }: Piles): Piles => ({
  laid,
  open: open.slice(),
  at: [...at],
  papers: papers.slice(),
});

/** Closes a candidate and moves their papers on. How many went to each candidate, and last to nobody. */
export function movePapersOf({ laid, open, at, papers }: Piles, candidate: CandidateId): Float64Array {
  const pile = joinRows(at[candidate] ?? []);
  open[candidate] = 0;
  papers[candidate] = 0;
  at[candidate] = [];
  const { rowsFor, papersFor } = readOn(laid, open, pile);
  rowsFor.forEach((own, to) => own !== null && (at[to] = [...(at[to] ?? []), own]));
  const moved = Float64Array.from(papersFor);
  moved.forEach((some, to) => (papers[to] = (papers[to] as number) + some));
  return moved;
}
