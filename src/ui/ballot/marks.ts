import { createContext } from 'svelte';
import type { CandidateId } from '../../election/candidate';
import type { PoolMarks } from './pool-view';

/** What the reader keeps about the candidates, and what a row or a panel can ask for. */
export interface Marks extends PoolMarks {
  readonly onstar: (candidate: CandidateId) => void;
  /** Opens what there is to know about a candidate. */
  readonly ondetails: (candidate: CandidateId) => void;
  /** Opens the comparison of answers; null where no answers are known. */
  readonly oncompare: (() => void) | null;
}

/** Set by the page around the rows: they are many levels down, and everything between them has nothing to do with it. */
export const [getMarks, setMarks] = createContext<Marks>();
