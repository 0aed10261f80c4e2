import type { CandidateId } from '../election/candidate';

/** One election's ranking as it is kept on the device. */
export interface SavedRanking {
  /** The names by id when it was saved: the check that an id still means the same person. */
  readonly candidates: readonly string[];
  /** First preference first. */
  readonly ranking: readonly CandidateId[];
}

/** Rankings by election id. */
export type Rankings = Readonly<Record<string, SavedRanking>>;

/** What a stored document holds: the rankings that are sound, and the ids of those that are not (null: nothing is). */
export function parseRankings(
  stored: unknown,
): { readonly rankings: Rankings; readonly broken: readonly string[] } | null {
  if (!isRecord(stored) || !isRecord(stored.rankings)) return null;
  const entries = Object.entries(stored.rankings);
  return {
    rankings: Object.fromEntries(entries.filter((entry): entry is [string, SavedRanking] => isSavedRanking(entry[1]))),
    broken: entries.flatMap(([id, value]) => (isSavedRanking(value) ? [] : [id])),
  };
}

/**
 * The saved ranking in the ids of an election whose candidates are `names`. Null where a ranked name is missing or is borne
 * by two, so that nobody's preference is handed to somebody else.
 */
export function fitRanking(
  { candidates, ranking }: SavedRanking,
  names: readonly string[],
): readonly CandidateId[] | null {
  if (sameItems(candidates, names)) return ranking;
  const fitted = ranking.map((candidate) => {
    const name = candidates[candidate] ?? '';
    return isOnce(candidates, name) && isOnce(names, name) ? names.indexOf(name) : -1;
  });
  return fitted.includes(-1) ? null : fitted;
}

/** Equal length and equal items in the same order. */
export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((item, i) => item === b[i]));
}

function isSavedRanking(value: unknown): value is SavedRanking {
  if (!isRecord(value)) return false;
  const { candidates, ranking } = value;
  return (
    Array.isArray(candidates) &&
    candidates.every((name) => typeof name === 'string') &&
    Array.isArray(ranking) &&
    ranking.every((id) => Number.isInteger(id) && id >= 0 && id < candidates.length) &&
    new Set(ranking).size === ranking.length
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOnce = (names: readonly string[], name: string): boolean =>
  names.includes(name) && names.indexOf(name) === names.lastIndexOf(name);
