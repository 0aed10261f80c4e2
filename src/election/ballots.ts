import type { CandidateId } from './candidate';

/**
 * Ballots packed for counting: row i is `copies[i]` identical papers whose preferences, in order, are
 * `preferences[starts[i] .. starts[i + 1] - 1]`. A preference is a CandidateId, or `skippedMark` where the voter left a
 * number out.
 */
export interface Ballots {
  /** Rows + 1 offsets into `preferences`, from 0. */
  readonly starts: Uint32Array;
  readonly preferences: Uint8Array | Uint16Array;
  /** Papers in each row; at least 1. */
  readonly copies: Uint32Array;
  /**
   * As long as `preferences`: 1 for a candidate ranked equal with the one just before on the same paper, so that
   * 1 2=3=4 is 0 0 1 1. Null when no paper ranks anyone equal, as is nearly always so.
   */
  readonly joined: Uint8Array | null;
  /**
   * By row: with how many preferences it begins as the row before it does; fewer may be said, up to 255 can be, and the
   * first row has 0. Papers that begin alike are then read once, together, as long as they lie together: see
   * `groupBallots`. Null where nobody has looked, which is the same as all 0.
   */
  readonly alike: Uint8Array | null;
}

/** One marked paper, or `copies` identical ones, before packing. */
export interface Ballot {
  readonly copies: number;
  readonly preferences: readonly CandidateId[];
  /** Places in `preferences`, from 0, whose candidate is ranked equal with the one just before; left out when none. */
  readonly joined?: readonly number[];
}

/** Stands in a packed row for a number the voter left out ("1, 3": the second preference is missing). */
export const skippedPreference = 0xffff;
const skippedInBytes = 0xff;

/** The value `ballots.preferences` uses for a missing preference: 255 when packed in bytes, else 65535. */
export function skippedMark(ballots: Ballots): number {
  return ballots.preferences.BYTES_PER_ELEMENT === 1 ? skippedInBytes : skippedPreference;
}

/** An empty packed preference array: bytes as long as every candidate fits below the mark for a missing one. */
export function preferencesArray(length: number, candidateCount: number): Uint8Array | Uint16Array {
  return candidateCount < skippedInBytes ? new Uint8Array(length) : new Uint16Array(length);
}

/** Rows in the order given. Preferences may hold `skippedPreference`. */
export function packBallots(ballots: readonly Ballot[], candidateCount: number): Ballots {
  let length = 0;
  for (const ballot of ballots) length += ballot.preferences.length;
  const preferences = preferencesArray(length, candidateCount);
  const starts = new Uint32Array(ballots.length + 1);
  const copies = new Uint32Array(ballots.length);
  const joined = ballots.some(ranksEqual) ? new Uint8Array(length) : null;
  let at = 0;
  ballots.forEach((ballot, row) => {
    if (joined !== null) for (const place of ballot.joined ?? []) joined[at + place] = 1;
    for (const candidate of ballot.preferences) preferences[at++] = candidate; // 0xffff wraps to 0xff in bytes
    starts[row + 1] = at;
    copies[row] = ballot.copies;
  });
  return { starts, preferences, copies, joined, alike: null };
}

const ranksEqual = ({ joined = [] }: Ballot): boolean => joined.length > 0;

/** The most papers an election may have: past this, whole numbers are not exact. */
export const mostPapers = Number.MAX_SAFE_INTEGER;

/** All papers, counting copies; exact up to `mostPapers`. */
export function paperCount(ballots: Ballots): number {
  let papers = 0;
  const { copies } = ballots;
  for (let row = 0; row < copies.length; row++) papers += copies[row] as number;
  return papers;
}

/** Papers, counting copies, on which candidates are ranked equal. */
export function papersRankingEqual({ starts, copies, joined }: Ballots): number {
  if (joined === null) return 0;
  return copies.reduce(
    (papers, more, row) => (joined.subarray(starts[row], starts[row + 1]).includes(1) ? papers + more : papers),
    0,
  );
}

/** Row i unpacked; a missing preference is `skippedPreference`. */
export function ballotAt(ballots: Ballots, row: number): Ballot {
  const mark = skippedMark(ballots);
  const [start, end] = [ballots.starts[row], ballots.starts[row + 1]];
  const preferences = Array.from(ballots.preferences.subarray(start, end), (c) => (c === mark ? skippedPreference : c));
  const ballot = { copies: ballots.copies[row] ?? 0, preferences };
  const joined = Array.from(ballots.joined?.subarray(start, end) ?? []).flatMap((is, place) => (is ? [place] : []));
  return joined.length > 0 ? { ...ballot, joined } : ballot;
}

/** How many papers have exactly these preferences. */
export function copiesOf(ballots: Ballots, preferences: readonly CandidateId[]): number {
  const mark = skippedMark(ballots);
  let papers = 0;
  ballots.copies.forEach((copies, row) => {
    const start = ballots.starts[row] as number;
    if ((ballots.starts[row + 1] as number) - start !== preferences.length) return;
    const same = (candidate: CandidateId, i: number): boolean =>
      ballots.preferences[start + i] === (candidate === skippedPreference ? mark : candidate);
    if (preferences.every(same)) papers += copies;
  });
  return papers;
}

/** The same ballots with one more row at the end. */
export function withBallot(ballots: Ballots, ballot: Ballot): Ballots {
  const rows = ballots.copies.length;
  const length = ballots.preferences.length;
  const preferences =
    ballots.preferences.BYTES_PER_ELEMENT === 1
      ? new Uint8Array(length + ballot.preferences.length)
      : new Uint16Array(length + ballot.preferences.length);
  preferences.set(ballots.preferences);
  preferences.set(ballot.preferences, length);
  const starts = new Uint32Array(rows + 2);
  starts.set(ballots.starts);
  starts[rows + 1] = preferences.length;
  const copies = new Uint32Array(rows + 1);
  copies.set(ballots.copies);
  copies[rows] = ballot.copies;
  let joined: Uint8Array | null = null;
  if (ballots.joined !== null || ranksEqual(ballot)) {
    joined = new Uint8Array(preferences.length);
    joined.set(ballots.joined ?? []);
    for (const place of ballot.joined ?? []) joined[length + place] = 1;
  }
  return { starts, preferences, copies, joined, alike: ballots.alike && lengthened(ballots.alike) };
}

/** The same and a 0. */
function lengthened(alike: Uint8Array): Uint8Array {
  const longer = new Uint8Array(alike.length + 1);
  longer.set(alike);
  return longer;
}
