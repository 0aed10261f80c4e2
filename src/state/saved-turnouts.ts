import { ok, type Result } from '../basics/result';
import type { Election } from '../election/election';
import type { TurnoutProblem } from '../turnout/check';
import { formatTurnout, parseTurnout } from '../turnout/file';
import type { Turnout } from '../turnout/model';

/** A turnout the user has set, and the one it began as. */
export interface OwnTurnout {
  readonly turnout: Turnout;
  readonly start: Turnout;
}

/** As it is kept on the device: both as a file of theirs would hold them, names included. */
interface SavedTurnout {
  readonly turnout: unknown;
  readonly start: unknown;
}

/** By election id. They are read only when their election is open: without it nobody can say what they mean. */
export type AllSavedTurnouts = Readonly<Record<string, readonly unknown[]>>;

export function parseSavedTurnouts(stored: unknown): AllSavedTurnouts | null {
  if (!isRecord(stored) || !isRecord(stored['elections'])) return null;
  const { elections } = stored;
  return Object.values(elections).every(Array.isArray) ? (elections as AllSavedTurnouts) : null;
}

export const saveTurnouts = (own: readonly OwnTurnout[], election: Election): SavedTurnout[] =>
  own.map(({ turnout, start }) => ({ turnout: asRecord(turnout, election), start: asRecord(start, election) }));

/** Those that fit the election, and those that do not, as they were stored. */
export function readTurnouts(
  saved: readonly unknown[],
  election: Election,
): { readonly own: readonly OwnTurnout[]; readonly left: readonly unknown[]; readonly otherNames: boolean } {
  const own: OwnTurnout[] = [];
  const left: unknown[] = [];
  let otherNames = false;
  for (const one of saved) {
    const read = readOne(one, election);
    if (read.ok && own.every(({ turnout }) => turnout.id !== read.value.turnout.id)) own.push(read.value);
    else left.push(one);
    otherNames ||= !read.ok && read.error.every(({ path }) => /^(slates|candidates)/.test(path));
  }
  return { own, left, otherNames };
}

function readOne(saved: unknown, election: Election): Result<OwnTurnout, readonly TurnoutProblem[]> {
  const { turnout, start } = isRecord(saved) ? saved : {};
  const read = parseTurnout(JSON.stringify(turnout ?? null), election);
  const began = parseTurnout(JSON.stringify(start ?? null), election);
  if (!read.ok) return read;
  return began.ok ? ok({ turnout: read.value, start: began.value }) : began;
}

const asRecord = (turnout: Turnout, election: Election): unknown => JSON.parse(formatTurnout(turnout, election));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
