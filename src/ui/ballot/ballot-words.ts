/** What the board says aloud, in one place so that its sentences keep one shape. */

/** Describes every drag handle. */
export const dragInstructions =
  'To pick up the name, press space. To move it, press the arrow keys. To drop it, press space. To leave it where it was, press Escape.';

export const nowAt = (name: string, position: number, ranked: number): string =>
  `${name}, now ${position} of ${ranked}`;

export const nowLast = (name: string, position: number, ranked: number): string =>
  `${name}, put last, now ${position} of ${ranked}`;

export const takenOut = (name: string): string => `${name} taken out`;

export const parkedNow = (name: string): string => `${name} is never to be ranked, and not asked about again`;

export const broughtBack = (name: string): string => `${name} brought back, not ranked yet`;

export const pickedUp = (name: string, position: number | null, ranked: number): string =>
  position === null ? `${name} picked up, not ranked yet` : `${name} picked up, ${position} of ${ranked}`;

export const hovering = (name: string, position: number | null, ranked: number): string =>
  position === null ? `${name}, not ranked` : `${name}, ${position} of ${ranked}`;

export const leftAlone = (name: string): string => `${name} stays where it was`;

export const namesRanked = (ranked: number): string =>
  ranked === 0 ? 'Nobody ranked' : ranked === 1 ? '1 name ranked' : `${ranked} names ranked`;

/** "1 name", "12 names". */
export const namesCount = (names: number): string => (names === 1 ? '1 name' : `${names} names`);

/** What a search or a filter has found, of `all`; null where it is everybody. */
export const namesShown = (shown: number, all: number | null): string =>
  all === null ? namesCount(shown) : `${shown} of ${all} shown`;

/** What a draft opened holds. */
export const draftOpened = (name: string, ranked: number): string => `${name} opened. ${namesRanked(ranked)}`;
