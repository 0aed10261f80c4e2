import type { CandidateId } from '../../election/candidate';
import type { Papers } from './papers';
import { firstPreferences } from './papers';

/** What papers look like, as numbers of papers. */
export interface Measures {
  readonly papers: number;
  /** By CandidateId. */
  readonly firsts: Float64Array;
  /** Entry n - 1: papers with n names. */
  readonly lengths: Float64Array;
  /**
   * Entry [a][b]: papers whose first name is of kind a and second of kind b; the last b is for papers of one name. A kind
   * is a slate (the last of them for candidates on none) or a candidate.
   */
  readonly seconds: readonly Float64Array[];
}

/** `kindOf` gives each candidate's kind, a number below `kinds`. */
export function measure(papers: Papers, kindOf: readonly number[], kinds: number): Measures {
  const { starts, names, weights, total } = papers;
  const lengths = new Float64Array(kindOf.length);
  const seconds = Array.from({ length: kinds }, () => new Float64Array(kinds + 1));
  const kindAt = (at: number): number => kindOf[names[at] as CandidateId] as number;
  weights.forEach((weight, i) => {
    const [start, end] = [starts[i] as number, starts[i + 1] as number];
    const place = end - start - 1;
    lengths[place] = (lengths[place] as number) + weight;
    const from = seconds[kindAt(start)] as Float64Array;
    const to = place > 0 ? kindAt(start + 1) : kinds;
    from[to] = (from[to] as number) + weight;
  });
  return { papers: total, firsts: firstPreferences(papers, kindOf.length), lengths, seconds };
}

/** The mean number of names on a paper. */
export const meanNames = ({ lengths, papers }: Measures): number =>
  lengths.reduce((sum, more, place) => sum + more * (place + 1), 0) / papers;
