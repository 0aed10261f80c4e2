/**
 * Things to draw without putting back, up to eight on a shelf, each with its weight. Which is drawn is looked up by one
 * number in a table for those already taken: by the alias method (Walker 1977), in which leading bits choose a place of
 * the table, and the others whether that place's own thing is meant or its alias. So a draw takes the same few steps
 * however unequal the weights are, and no branch that chance decides. Tables are made from whole numbers with + - * / and
 * comparison, which are the same in every engine.
 */
export interface Shelves {
  /**
   * At a shelf's place its eight weights, and after them the tables, of eight entries each, by what is taken: bit i for
   * thing i. An entry has in its last three bits the alias, and above them how far the place's own thing reaches.
   */
  entries: Int32Array;
  /** How many of the entries are in use. */
  used: number;
  /** The places of the shelves there are. */
  places: number[];
}

export const mostOnShelf = 8;
/** One more than the farthest reach. */
const whole = 2 ** 28;

export const newShelves = (): Shelves => ({ entries: new Int32Array(2 ** 14), used: 0, places: [] });

/** Forgets all shelves and keeps the memory. */
export function emptyShelves(shelves: Shelves): void {
  shelves.used = 0;
  shelves.places = [];
}

/** The place of a shelf with these weights, one to eight whole numbers up to 2^24: one that is there, or a new one. */
export function shelfFor(shelves: Shelves, weights: readonly number[]): number {
  const known = shelves.places.find((place) => holds(shelves.entries, place, weights));
  if (known !== undefined) return known;
  const place = shelves.used;
  const ways = 2 ** weights.length;
  shelves.used += mostOnShelf * (1 + ways);
  if (shelves.used > shelves.entries.length) {
    const longer = new Int32Array(2 * shelves.used);
    longer.set(shelves.entries);
    shelves.entries = longer;
  }
  shelves.entries.fill(0, place, place + mostOnShelf).set(weights, place);
  for (let taken = 0; taken < ways; taken++) makeTable(shelves.entries, place, taken);
  shelves.places.push(place);
  return place;
}

function holds(entries: Int32Array, place: number, weights: readonly number[]): boolean {
  for (let thing = 0; thing < mostOnShelf; thing++) {
    if (entries[place + thing] !== (weights[thing] ?? 0)) return false;
  }
  return true;
}

/** Of each thing, what is not yet put in a place, in parts of which a place holds as many as all weights left. */
const parts = new Float64Array(mostOnShelf);

/** Every place is filled up by one thing that has more than its own place holds. */
function makeTable(entries: Int32Array, place: number, taken: number): void {
  const table = place + mostOnShelf + mostOnShelf * taken;
  let all = 0;
  for (let thing = 0; thing < mostOnShelf; thing++) {
    const weight = (taken >> thing) & 1 ? 0 : (entries[place + thing] as number);
    parts[thing] = mostOnShelf * weight;
    all += weight;
    entries[table + thing] = thing; // its own alias, as those stay who fill their place exactly
  }
  let full = nextFull(0, all);
  let passed = nextShort(0, all); // all before it that were short are settled, but perhaps one that has just become so
  let short = passed;
  while (short < mostOnShelf && full < mostOnShelf) {
    const part = parts[short] as number;
    entries[table + short] = (Math.floor((part * whole) / all) << 3) | full;
    const left = (parts[full] as number) - (all - part);
    parts[full] = left;
    parts[short] = -1; // settled: never full again, and `passed` is past it or at it
    const giver = full;
    if (left < all) full = nextFull(full + 1, all);
    if (left < all && giver < passed) short = giver;
    else short = passed = nextShort(passed + 1, all);
  }
}

/** The first thing from this on of which a place, which holds `all`, is not filled. */
function nextShort(from: number, all: number): number {
  let thing = from;
  while (thing < mostOnShelf && (parts[thing] as number) >= all) thing++;
  return thing;
}

/** The first thing from this on that fills a place. */
function nextFull(from: number, all: number): number {
  let thing = from;
  while (thing < mostOnShelf && (parts[thing] as number) < all) thing++;
  return thing;
}
