import { seededRandom } from '../../basics/random';
import { skippedPreference } from '../../election/ballots';
import type { CandidateId } from '../../election/candidate';
import type { PaperSet } from '../stage';

/*
 * Where it matters which paper moves, every paper has a mark: a whole number below 2^53 that follows from its
 * preferences, from how many equal papers come before it, and from a key. So a count can say which papers moved without
 * keeping the ballots, and papers laid out in the order of their marks are mixed in a way that neither the order nor the
 * bundling of the ballots can change, nor a paper more or less among them.
 */

/** Reads a paper preference by preference and then gives the marks of its copies, from 0. */
export interface Marker {
  readonly begin: () => void;
  /** A CandidateId or `skippedPreference`. */
  readonly read: (preference: number) => void;
  readonly mark: (which: number) => number;
}

/** Two 32-bit lanes of the MurmurHash3 step (A. Appleby, public domain), started from the key. */
export function marker(key: string): Marker {
  const random = seededRandom(key);
  const starts = [random.uint32(), random.uint32()] as const;
  let a = 0;
  let b = 0;
  return {
    begin: () => ([a, b] = starts),
    read: (preference) => {
      a = step(a, preference + 1);
      b = step(b, ~preference);
    },
    mark: (which) => {
      const high = finish(step(a, which) + b);
      const low = finish(step(b, ~which) + high);
      return (high >>> 0) * 2 ** 21 + (low >>> 11);
    },
  };
}

/** Whether a paper is in the set: the copy `which` (from 0) of those with exactly these preferences. */
export function isAmong({ key, marks }: PaperSet, preferences: readonly CandidateId[], which: number): boolean {
  const { begin, read, mark } = marker(key);
  begin();
  preferences.forEach(read);
  const wanted = mark(which);
  let from = 0;
  let to = marks.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((marks[middle] as number) < wanted) from = middle + 1;
    else to = middle;
  }
  return marks[from] === wanted;
}

/** What a packed preference is read as: the mark for a missing one is the same however ballots are packed. */
export const unpacked = (preference: number, skippedMark: number): number =>
  preference === skippedMark ? skippedPreference : preference;

function step(hash: number, word: number): number {
  const mixed = Math.imul(turn(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
  return (Math.imul(turn(hash ^ mixed, 13), 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const turn = (word: number, by: number): number => (word << by) | (word >>> (32 - by));
