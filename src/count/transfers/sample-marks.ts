import { seededRandom } from '../../basics/random';
import { skippedPreference } from '../../election/ballots';
import type { CandidateId } from '../../election/candidate';
import type { PaperSet } from '../stage';
import type { SinglePapers } from './single-papers';

/** What `alike` can say at most. */
const mostAlike = 255;

/*
 * Where it matters which paper moves, papers have marks: whole numbers below 2^53 that follow from their preferences,
 * from which of the equal papers they are, and from a key. So a count can say which papers moved without keeping the
 * ballots, and papers in the order of their marks are mixed in a way that neither the order nor the bundling of the
 * ballots can change, nor a paper more or less among them.
 */

/** The marks of these papers. Of those that lie side by side and are known to begin alike, the beginning is read once. */
export function marksOf(papers: SinglePapers, rows: Uint32Array, key: string): Float64Array {
  const { starts, ends, preferences, alike, mark, which } = papers;
  const [startA, startB] = startsFrom(key);
  // The two lanes after so many preferences of the paper last read.
  const lanesA = new Int32Array(mostAlike + 1).fill(startA);
  const lanesB = new Int32Array(mostAlike + 1).fill(startB);
  const marks = new Float64Array(rows.length);
  for (let i = 0, before = -1; i < rows.length; i++) {
    const row = rows[i] as number;
    const start = starts[row] as number;
    const end = ends[row] as number;
    const known = alike !== null && row === before + 1 ? (alike[row] as number) : 0;
    // What the next paper begins with is kept; nothing further on would ever be read.
    const shared = alike !== null && rows[i + 1] === row + 1 ? (alike[row + 1] as number) : 0;
    let a = lanesA[known] as number;
    let b = lanesB[known] as number;
    let at = start + known;
    for (let read = known; read < shared; at++) {
      const packed = preferences[at] as number;
      const preference = packed === mark ? skippedPreference : packed;
      a = stepA(a, preference);
      b = stepB(b, preference);
      read += 1;
      lanesA[read] = a;
      lanesB[read] = b;
    }
    for (; at < end; at++) {
      const packed = preferences[at] as number;
      const preference = packed === mark ? skippedPreference : packed;
      a = stepA(a, preference);
      b = stepB(b, preference);
    }
    marks[i] = markFrom(a, b, which[row] as number);
    before = row;
  }
  return marks;
}

/** Whether a paper is in the set: the copy `which` (from 0) of those with exactly these preferences. */
export function isAmong(set: PaperSet, preferences: readonly CandidateId[], which: number): boolean {
  let [a, b] = startsFrom(set.key);
  for (const preference of preferences) {
    a = stepA(a, preference);
    b = stepB(b, preference);
  }
  return hasMark(set, markFrom(a, b, which));
}

/** Whether a paper with this mark, made with the set's key, is in the set. */
export function hasMark({ marks }: PaperSet, wanted: number): boolean {
  let from = 0;
  let to = marks.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((marks[middle] as number) < wanted) from = middle + 1;
    else to = middle;
  }
  return marks[from] === wanted;
}

function startsFrom(key: string): [number, number] {
  const random = seededRandom(key);
  return [random.uint32() | 0, random.uint32() | 0];
}

/*
 * Two lanes of 32 bits read the preferences: turn, exclusive or, multiply by an odd number. That is little mixing for
 * each, so that a long ballot is quickly read; what comes of it goes through the MurmurHash3 step and finish (A. Appleby,
 * public domain).
 */
const stepA = (hash: number, preference: number): number => Math.imul(turn(hash, 5) ^ preference, 0x9e3779b1);
const stepB = (hash: number, preference: number): number => Math.imul(turn(hash, 11) ^ preference, 0x85ebca77);

function markFrom(a: number, b: number, which: number): number {
  const high = finish(step(a, which) + b);
  const low = finish(step(b, ~which) + high);
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}

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
