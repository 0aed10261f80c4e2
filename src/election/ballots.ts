import type { CandidateId } from './candidate';

/**
 * Ballots packed for counting: row i is `copies[i]` identical papers whose preferences, in order, are
 * `preferences[starts[i] .. starts[i + 1] - 1]`. A preference is a CandidateId, or `skippedPreference` where the
 * voter left a number out.
 */
export interface Ballots {
  /** Rows + 1 offsets into `preferences`, from 0. */
  readonly starts: Uint32Array;
  readonly preferences: Uint8Array | Uint16Array;
  /** Papers in each row; at least 1. */
  readonly copies: Uint32Array;
}

/** One marked paper, or `copies` identical ones, before packing. */
export interface Ballot {
  readonly copies: number;
  readonly preferences: readonly CandidateId[];
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
  let at = 0;
  ballots.forEach((ballot, row) => {
    for (const candidate of ballot.preferences) preferences[at++] = candidate; // 0xffff wraps to 0xff in bytes
    starts[row + 1] = at;
    copies[row] = ballot.copies;
  });
  return { starts, preferences, copies };
}

/** All papers, counting copies. */
export function paperCount(ballots: Ballots): number {
  let papers = 0;
  for (const copies of ballots.copies) papers += copies;
  return papers;
}

/** Row i unpacked; a missing preference is `skippedPreference`. */
export function ballotAt(ballots: Ballots, row: number): Ballot {
  const mark = skippedMark(ballots);
  const preferences = Array.from(ballots.preferences.subarray(ballots.starts[row], ballots.starts[row + 1]), (c) =>
    c === mark ? skippedPreference : c,
  );
  return { copies: ballots.copies[row] ?? 0, preferences };
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
  return { starts, preferences, copies };
}
