import { type Ballots, preferencesArray } from '../election/ballots';

/** Ballots as they are read: typed arrays that double when full, so that a million rows make no million objects. */
export class BallotRows {
  rowCount = 0;
  #preferenceCount = 0;
  readonly #candidateCount: number;
  #preferences: Uint8Array | Uint16Array;
  #starts = new Uint32Array(1025); // one more than the rows; the first start is 0
  #copies = new Uint32Array(1024);
  #joined: Uint8Array | null = null; // made when the first equal preference is met

  constructor(candidateCount: number) {
    this.#candidateCount = candidateCount;
    this.#preferences = preferencesArray(4096, candidateCount);
  }

  /** Adds a candidate, or `skippedPreference`, to the row being read. */
  addPreference(candidate: number): void {
    if (this.#preferenceCount === this.#preferences.length) {
      const full = this.#preferences;
      this.#preferences = preferencesArray(full.length * 2, this.#candidateCount);
      this.#preferences.set(full);
      if (this.#joined !== null) this.#joined = longer(this.#joined, new Uint8Array(this.#preferences.length));
    }
    this.#preferences[this.#preferenceCount++] = candidate;
  }

  /** Ranks the candidate added last equal with the one before. */
  joinLast(): void {
    this.#joined ??= new Uint8Array(this.#preferences.length);
    this.#joined[this.#preferenceCount - 1] = 1;
  }

  /** Ends the row being read: it stands for `copies` papers. */
  endRow(copies: number): void {
    if (this.rowCount === this.#copies.length) {
      this.#copies = longer(this.#copies, new Uint32Array(this.#copies.length * 2));
      this.#starts = longer(this.#starts, new Uint32Array(this.#copies.length + 1));
    }
    this.#copies[this.rowCount++] = copies;
    this.#starts[this.rowCount] = this.#preferenceCount;
  }

  /** Preferences in the row being read so far. */
  get openLength(): number {
    return this.#preferenceCount - (this.#starts[this.rowCount] as number);
  }

  /** All rows ended so far, in arrays of just their length. */
  finish(): Ballots {
    return {
      starts: this.#starts.slice(0, this.rowCount + 1),
      preferences: this.#preferences.slice(0, this.#starts[this.rowCount]),
      copies: this.#copies.slice(0, this.rowCount),
      joined: this.#joined?.slice(0, this.#starts[this.rowCount]) ?? null,
      alike: null,
    };
  }
}

function longer<Numbers extends Uint8Array | Uint32Array>(array: Numbers, room: Numbers): Numbers {
  room.set(array);
  return room;
}
