import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseBlt } from '../../src/ballots/blt';
import type { FileError, OpenedElection } from '../../src/ballots/file';
import { decodeText } from '../../src/ballots/text';
import { ballotAt, skippedPreference } from '../../src/election/ballots';

interface ExpectedElection {
  readonly title: string;
  readonly seats: number;
  readonly names: readonly string[];
  /** Candidates as the file numbers them, from 1. */
  readonly withdrawn: readonly number[];
  /** Papers and preferences; null where a place was skipped, a list where candidates are ranked equal. */
  readonly ballots: readonly (readonly [number, readonly (number | null | readonly number[])[]])[];
}

interface Quirk {
  readonly why: string;
  readonly election?: ExpectedElection;
  readonly warnings?: readonly string[];
  readonly error?: string;
}

const folder = new URL('../fixtures/quirks/', import.meta.url);
const quirks = JSON.parse(readFileSync(new URL('QUIRKS.json', folder), 'utf8')) as Record<string, Quirk>;

const placed = ({ line, column, message }: FileError): string => `${line}:${column}: ${message}`;

function described({ election, ballots }: OpenedElection): ExpectedElection {
  return {
    title: election.title,
    seats: election.seats,
    names: election.candidates.map(({ name }) => name),
    withdrawn: election.candidates.flatMap(({ withdrawn }, id) => (withdrawn ? [id + 1] : [])),
    ballots: Array.from(ballots.copies, (_, row) => {
      const { copies, preferences, joined = [] } = ballotAt(ballots, row);
      const places: (number | null | number[])[] = [];
      preferences.forEach((candidate, place) => {
        const before = places.at(-1) ?? null;
        if (candidate === skippedPreference) places.push(null);
        else if (!joined.includes(place) || before === null) places.push(candidate + 1);
        else places.splice(-1, 1, [before, candidate + 1].flat());
      });
      return [copies, places];
    }),
  };
}

describe('awkward BLT files', () => {
  test.each(Object.entries(quirks))('%s', (file, { election, warnings = [], error }) => {
    const decoded = decodeText(readFileSync(new URL(file, folder)));
    if (!decoded.ok) throw new Error(decoded.error.message);
    const opened = parseBlt(decoded.value.text);
    if (!opened.ok) {
      expect(placed(opened.error)).toBe(error);
      return;
    }
    expect(described(opened.value)).toEqual({ ...election, title: election?.title || 'Untitled election' });
    expect(opened.value.warnings.map(placed)).toEqual(warnings);
  });
});
