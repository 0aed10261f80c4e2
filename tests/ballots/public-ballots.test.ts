import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseBlt } from '../../src/ballots/blt';
import { decodeText } from '../../src/ballots/text';
import { ballotAt } from '../../src/election/ballots';
import { missingDataNote, sharedData } from '../support/shared-data';

interface Expected {
  readonly candidates: readonly string[];
  readonly seats: number;
  /** Papers that name a candidate who has not withdrawn. */
  readonly valid: number;
}

function readElection(folder: string, name: string): Uint8Array {
  const path = join(folder, `${name}.blt`);
  return existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`));
}

const data = sharedData();
if (data === null) console.info(missingDataNote);

describe.runIf(data !== null)('public ballots', () => {
  const folder = join(data ?? '.', 'elections');
  const expected = (
    data === null ? { elections: {} } : JSON.parse(readFileSync(join(folder, 'EXPECTED.json'), 'utf8'))
  ) as { readonly elections: Record<string, Expected> };
  test.each(Object.entries(expected.elections))('%s', (name, { candidates, seats, valid }) => {
    const decoded = decodeText(readElection(folder, name));
    if (!decoded.ok) throw new Error(decoded.error.message);
    const opened = parseBlt(decoded.value.text, { file: `${name}.blt` });
    if (!opened.ok) throw new Error(opened.error.message);
    const { election, ballots } = opened.value;
    expect(election.candidates.map((candidate) => candidate.name)).toEqual(candidates);
    expect(election.seats).toBe(seats);
    const papers = ballots.copies.reduce((sum, copies, row) => {
      const { preferences } = ballotAt(ballots, row);
      return preferences.some((id) => election.candidates[id]?.withdrawn === false) ? sum + copies : sum;
    }, 0);
    expect(papers).toBe(valid);
  });
});
