import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseBlt } from '../../src/ballots/blt';
import { decodeText } from '../../src/ballots/text';
import type { Contest } from '../../src/count/contest';
import { standing } from '../../src/election/election';

export interface PublicContest {
  readonly contest: Contest;
  readonly names: readonly string[];
}

/** A contest from a BLT file, packed with gzip or not. */
export function readContest(file: string): PublicContest {
  const bytes = file.endsWith('.gz') ? gunzipSync(readFileSync(file)) : readFileSync(file);
  const text = decodeText(bytes);
  if (!text.ok) throw new Error(`${file}: ${text.error.message}`);
  const opened = parseBlt(text.value.text);
  if (!opened.ok) throw new Error(`${file}:${opened.error.line}: ${opened.error.message}`);
  const { election, ballots } = opened.value;
  const stands = standing(election);
  const withdrawn = election.candidates.flatMap((_, id) => (stands.includes(id) ? [] : [id]));
  return {
    contest: { seats: election.seats, candidateCount: election.candidates.length, withdrawn, ballots },
    names: election.candidates.map(({ name }) => name),
  };
}

/** Lots as most reference programs draw them: in the order of the paper. */
export const paperOrder = ({ candidateCount }: Contest) =>
  ({ kind: 'listed', order: Array.from({ length: candidateCount }, (_, id) => id) }) as const;
