import { seededRandom } from '../basics/random';
import { preferencesArray, type Ballots } from '../election/ballots';
import { drawNames, numbersForName, type Numbers } from './draw-names';
import { lengthAt } from './length';
import type { Turnout } from './model';
import { nothingReused, paperKinds, type Paper, type PaperKind } from './papers';
import { variedTurnout } from './vary';

/** Papers between two reports of `sampling`: a few milliseconds' work. */
const slice = 8192;

/** Arrays that are filled with papers, longer than what is in them. */
interface Room {
  starts: Uint32Array;
  preferences: Uint8Array | Uint16Array;
  copies: Uint32Array;
  readonly reused: ReturnType<typeof nothingReused>;
}

/**
 * Makes one run after another in the same memory. The ballots of a run are views of it: good until the next run is
 * made, and not to be handed to another thread.
 */
export interface Sampler {
  readonly sample: (turnout: Turnout, seed: string) => Ballots;
}

/** `papers`: about how many papers stand for all voters, each for several; null for a paper each. */
export function createSampler(paper: Paper, papers: number | null): Sampler {
  const room = emptyRoom(paper);
  return { sample: (turnout, seed) => viewOf(room, finish(filling(room, turnout, paper, seed, papers))) };
}

/**
 * The ballots of one run: the turnout varied, and a row for each of its made-up voters, bloc by bloc. The same turnout
 * and seed give the same ballots on every machine. Each bloc and habit has a stream of chance of its own, so that what
 * is changed in one leaves the papers of all others as they were.
 */
export function sampleBallots(turnout: Turnout, paper: Paper, seed: string, papers: number | null = null): Ballots {
  return finish(sampling(turnout, paper, seed, papers));
}

/** As sampleBallots, in slices; yields the part done, above 0 and below 1, after each. */
export function* sampling(
  turnout: Turnout,
  paper: Paper,
  seed: string,
  papers: number | null = null,
): Generator<number, Ballots, void> {
  const room = emptyRoom(paper);
  const { starts, preferences, copies } = viewOf(room, yield* filling(room, turnout, paper, seed, papers));
  return {
    starts: starts.slice(),
    preferences: preferences.slice(),
    copies: copies.slice(),
    joined: null,
    alike: null,
  };
}

/** Fills the room with the papers of one run and returns how many there are. */
function* filling(
  room: Room,
  turnout: Turnout,
  paper: Paper,
  seed: string,
  papers: number | null,
): Generator<number, number, void> {
  const kinds = paperKinds(variedTurnout(turnout, seed), paper, papers, room.reused);
  const all = kinds.reduce((sum, kind) => sum + kind.papers, 0);
  makeRows(room, all);
  let row = 0;
  for (const kind of kinds) {
    const draws = drawsFor(kind, `${seed}/${kind.bloc}/${kind.habit}`);
    share(kind, room.copies.subarray(row, row + kind.papers));
    const end = row + kind.papers;
    while (row < end) {
      const before = row;
      row = Math.min(end, before + slice);
      makePlaces(room, room.starts[before] ?? 0, (row - before) * kind.lengths.upTo.length);
      fillIn(kind, room, before, row, draws);
      if (row < all) yield row / all;
    }
  }
  return all;
}

/** Shares the voters of a kind out to its papers, the odd ones to the first. */
function share({ voters }: PaperKind, copies: Uint32Array): void {
  const each = Math.floor(voters / copies.length);
  copies.fill(each).fill(each + 1, 0, voters - each * copies.length);
}

/** A stream of chance taken in stretches, each long enough for many papers of one kind. */
interface Draws extends Numbers {
  /** Numbers that a paper takes at most. */
  readonly most: number;
  readonly more: () => void;
}

function drawsFor({ lengths, urns, papers }: PaperKind, seed: string): Draws {
  const most = 1 + lengths.upTo.length * Math.max(0, ...urns.map(numbersForName));
  const numbers = new Uint32Array(most * Math.max(1, Math.min(papers, Math.ceil(2048 / most))));
  const random = seededRandom(seed);
  return { numbers, most, next: numbers.length, more: () => random.fill(numbers) };
}

/** Writes the papers `from` to `to` - 1, all of one kind, after those already there. */
function fillIn(
  { printed, urns, lengths }: PaperKind,
  { preferences, starts }: Room,
  from: number,
  to: number,
  draws: Draws,
): void {
  const { numbers, most } = draws;
  let at = starts[from] ?? 0;
  for (let row = from; row < to; row++) {
    if (draws.next + most > numbers.length) {
      draws.more(); // numbers left over are never used, so that no paper has to look whether there is another
      draws.next = 0;
    }
    const end = at + lengthAt(lengths, numbers[draws.next++] as number);
    for (let place = 0; place < printed.length && at < end; place++) preferences[at++] = printed[place] as number;
    for (let urn = 0; urn < urns.length && at < end; urn++) {
      at = drawNames(urns[urn] as (typeof urns)[number], end - at, preferences, at, draws);
    }
    starts[row + 1] = at;
  }
}

function finish<T>(steps: Generator<number, T, void>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const emptyRoom = ({ candidateCount }: Paper): Room => ({
  starts: new Uint32Array(1),
  preferences: preferencesArray(0, candidateCount),
  copies: new Uint32Array(0),
  reused: nothingReused(),
});

function viewOf({ starts, preferences, copies }: Room, papers: number): Ballots {
  return {
    starts: starts.subarray(0, papers + 1),
    preferences: preferences.subarray(0, starts[papers]),
    copies: copies.subarray(0, papers),
    joined: null,
    alike: null,
  };
}

/** Makes the arrays of rows long enough; nothing in them is kept. */
function makeRows(room: Room, papers: number): void {
  if (papers <= room.copies.length) return;
  room.copies = new Uint32Array(papers);
  room.starts = new Uint32Array(papers + 1);
}

/** Makes sure of `more` free places after the `used` ones, which are kept. */
function makePlaces(room: Room, used: number, more: number): void {
  const { preferences, copies } = room;
  if (used + more <= preferences.length) return;
  const length = Math.max(used + more, Math.ceil(preferences.length * 1.5), copies.length * 8);
  room.preferences = preferences instanceof Uint8Array ? new Uint8Array(length) : new Uint16Array(length);
  room.preferences.set(preferences.subarray(0, used));
}
