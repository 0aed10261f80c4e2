import type { CandidateId } from '../election/candidate';

/** What the user keeps for themselves about the candidates of one election. */
export interface Keepsakes {
  /** By candidate; nobody has an empty one. */
  readonly notes: Readonly<Record<CandidateId, string>>;
  /** Those on the shortlist, in ballot order. */
  readonly stars: readonly CandidateId[];
}

/** As they are kept on the device. */
export interface SavedKeepsakes extends Keepsakes {
  /** The names by id when it was saved: the check that an id still means the same person. */
  readonly candidates: readonly string[];
}

/** By election id. */
export type AllKeepsakes = Readonly<Record<string, SavedKeepsakes>>;

export const noKeepsakes: Keepsakes = { notes: {}, stars: [] };

export const isEmpty = ({ notes, stars }: Keepsakes): boolean => stars.length === 0 && Object.keys(notes).length === 0;

/** What a stored document holds: what is sound, and the ids of what is not (null: nothing is). */
export function parseKeepsakes(
  stored: unknown,
): { readonly elections: AllKeepsakes; readonly broken: readonly string[] } | null {
  if (!isRecord(stored) || !isRecord(stored['elections'])) return null;
  const entries = Object.entries(stored['elections']);
  return {
    elections: Object.fromEntries(entries.filter((entry): entry is [string, SavedKeepsakes] => isSaved(entry[1]))),
    broken: entries.flatMap(([id, value]) => (isSaved(value) ? [] : [id])),
  };
}

/**
 * What was saved in the ids of an election whose candidates are `names`, and what had to be left out because its name is
 * missing or borne by two, so that no note is put to somebody else; null for nothing.
 */
export function fitKeepsakes(
  saved: SavedKeepsakes,
  names: readonly string[],
): { readonly fitted: Keepsakes; readonly left: SavedKeepsakes | null } {
  const { candidates, notes, stars } = saved;
  const same = candidates.length === names.length && candidates.every((name, id) => name === names[id]);
  if (same) return { fitted: { notes, stars }, left: null };
  const idNow = (id: CandidateId): CandidateId | null => {
    const name = candidates[id] ?? '';
    return isOnce(candidates, name) && isOnce(names, name) ? names.indexOf(name) : null;
  };
  const fitted = {
    notes: Object.fromEntries(
      Object.entries(notes).flatMap(([id, note]) => {
        const now = idNow(Number(id));
        return now === null ? [] : [[now, note]];
      }),
    ),
    stars: stars.flatMap((id) => idNow(id) ?? []).sort((a, b) => a - b),
  };
  const left = {
    candidates,
    notes: Object.fromEntries(Object.entries(notes).filter(([id]) => idNow(Number(id)) === null)),
    stars: stars.filter((id) => idNow(id) === null),
  };
  return { fitted, left: isEmpty(left) ? null : left };
}

function isSaved(value: unknown): value is SavedKeepsakes {
  if (!isRecord(value)) return false;
  const { candidates, notes, stars } = value;
  if (!Array.isArray(candidates) || !candidates.every((name) => typeof name === 'string')) return false;
  const isCandidate = (id: unknown): boolean => Number.isInteger(id) && Object.hasOwn(candidates, id as number);
  return (
    isRecord(notes) &&
    Object.entries(notes).every(
      ([id, note]) => id === String(Number(id)) && isCandidate(Number(id)) && typeof note === 'string' && note !== '',
    ) &&
    Array.isArray(stars) &&
    stars.every(isCandidate) &&
    new Set(stars).size === stars.length
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOnce = (names: readonly string[], name: string): boolean =>
  names.includes(name) && names.indexOf(name) === names.lastIndexOf(name);
