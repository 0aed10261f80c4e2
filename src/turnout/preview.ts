import type { Contest } from '../count/contest';
import type { Ballots } from '../election/ballots';
import type { Paper } from './papers';
import { sampling } from './sample';
import type { Turnout } from './model';

/** What is asked of a quick look: a turnout before chance makes its runs differ, and so many papers to stand for it. */
export interface PreviewPlan extends Paper {
  readonly turnout: Turnout;
  readonly seats: number;
  readonly seed: string;
  readonly papers: number;
}

/** First preferences and lengths of the ballots of a sample. */
export interface SampleFacts {
  readonly voters: number;
  /** First preferences by CandidateId, in voters. */
  readonly firsts: readonly number[];
  /** The mean number of names on a ballot. */
  readonly averageNames: number;
}

/** Makes the sample, in slices as `sampling`; nothing varies but the papers themselves. */
export function* previewing(plan: PreviewPlan): Generator<number, Contest, void> {
  const { turnout, seats, candidateCount, withdrawn, seed, papers } = plan;
  const fixed = { kind: 'fixed' } as const;
  const steady: Turnout = { ...turnout, variation: { members: fixed, turnout: fixed, strengths: fixed } };
  const ballots = yield* sampling(steady, plan, seed, papers);
  return { seats, candidateCount, withdrawn, ballots };
}

export function factsOf({ starts, preferences, copies }: Ballots, candidateCount: number): SampleFacts {
  const firsts = new Array<number>(candidateCount).fill(0);
  let voters = 0;
  let names = 0;
  for (let row = 0; row < copies.length; row++) {
    const [from, to, alike] = [starts[row] ?? 0, starts[row + 1] ?? 0, copies[row] ?? 0];
    voters += alike;
    names += alike * (to - from);
    const first = preferences[from];
    if (to > from && first !== undefined) firsts[first] = (firsts[first] ?? 0) + alike;
  }
  return { voters, firsts, averageNames: voters === 0 ? 0 : names / voters };
}
