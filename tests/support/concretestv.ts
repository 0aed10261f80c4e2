import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contest } from '../../src/count/contest';
import type { Lots } from '../../src/count/lots';
import type { CandidateId } from '../../src/election/candidate';
import { packBallots } from '../../src/election/ballots';
import { readContest } from './public-contest';

/*
 * Transcripts of ConcreteSTV (A. Conway), in which every transfer is a count of its own, and its ballot files.
 */

interface Tally {
  readonly candidate: readonly (number | string)[];
  readonly exhausted: number | string;
  readonly rounding: number | string;
}

interface TranscriptCount {
  readonly reason:
    'FirstPreferenceCount' | { readonly ExcessDistribution: number } | { readonly Elimination: number[] };
  readonly portion: { readonly transfer_value: string | null };
  readonly elected: readonly { readonly who: CandidateId; readonly why: string }[];
  readonly created_transfer_value: { readonly transfer_value: string } | null;
  readonly decisions: readonly { readonly increasing_favour: readonly CandidateId[][]; readonly usage: string }[];
  readonly status: { readonly tallies: Tally; readonly papers: Tally };
}

export interface Transcript {
  readonly quota: { readonly quota: number | string };
  readonly counts: readonly TranscriptCount[];
  readonly elected: readonly CandidateId[];
}

interface StvFile {
  readonly metadata: {
    readonly candidates: readonly unknown[];
    readonly parties?: readonly { readonly candidates: readonly CandidateId[] }[];
    readonly vacancies: number;
  };
  readonly atl: readonly { readonly parties: readonly number[]; readonly n: number }[];
  readonly btl: readonly { readonly candidates: readonly CandidateId[]; readonly n: number }[];
}

export const readTranscript = (file: string): Transcript => JSON.parse(readFileSync(file, 'utf8')) as Transcript;

/** The contest of a transcript; null where its ballots are not in the collection. */
export function contestOfTranscript(cases: string, folder: string, name: string): Contest | null {
  const stv = join(cases, folder, `${name}.stv`);
  if (existsSync(stv)) return contestOfStv(JSON.parse(readFileSync(stv, 'utf8')) as StvFile);
  const blt = ['droop-scotland-glasgow2007', 'droop-reference'].map((other) => join(cases, other, `${name}.blt`));
  const found = blt.find((file) => existsSync(file));
  return found === undefined ? null : readContest(found).contest;
}

/** A vote above the line is one for all candidates of each group in turn. */
function contestOfStv({ metadata, atl, btl }: StvFile): Contest {
  const groups = metadata.parties ?? [];
  const candidateCount = metadata.candidates.length;
  const ballots = [
    ...atl.map(({ parties, n }) => ({ copies: n, preferences: parties.flatMap((at) => groups[at]?.candidates ?? []) })),
    ...btl.map(({ candidates, n }) => ({ copies: n, preferences: [...candidates] })),
  ];
  return { seats: metadata.vacancies, candidateCount, withdrawn: [], ballots: packBallots(ballots, candidateCount) };
}

/** The lots the transcript drew, as an order: the less favoured first where one is excluded, else the more favoured. */
export function lotsOf({ counts }: Transcript, candidateCount: number): Lots {
  const drawn = counts.flatMap(({ decisions }) =>
    decisions.map(({ increasing_favour: rising, usage }) =>
      (usage === 'Exclusion' ? rising : rising.toReversed()).flat(),
    ),
  );
  const all = Array.from({ length: candidateCount }, (_, id) => id);
  const before = (id: CandidateId): CandidateId[] =>
    drawn.flatMap((order) => (order.includes(id) ? order.slice(0, order.indexOf(id)) : []));
  const order: CandidateId[] = [];
  const place = (id: CandidateId, path: readonly CandidateId[]): void => {
    if (path.includes(id)) throw new Error(`the transcript draws candidate ${id} in two orders`);
    if (order.includes(id)) return;
    for (const earlier of before(id)) place(earlier, [...path, id]);
    order.push(id);
  };
  for (const id of all) place(id, []);
  return { kind: 'listed', order };
}
