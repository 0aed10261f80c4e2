import type { CandidateId } from '../election/candidate';
import { emptyDraft, type Draft, type DraftLists } from '../election/draft';

/** What an election's first draft is called until it is given a name. */
export const firstDraftName = 'Draft 1';

/** One election's drafts as they are kept on the device. */
export interface SavedDrafts {
  /** The names by id when it was saved: the check that an id still means the same person. */
  readonly candidates: readonly string[];
  /** At least one, no two of the same name. */
  readonly drafts: readonly Draft[];
  /** The place in `drafts` of the one that is open. */
  readonly current: number;
}

/** Drafts by election id. */
export type Rankings = Readonly<Record<string, SavedDrafts>>;

/** What a stored document holds: the entries that are sound, and the ids of those that are not (null: nothing is). */
export type ParsedRankings = { readonly rankings: Rankings; readonly broken: readonly string[] } | null;

/** A document of the present version, 2. */
export const parseRankings = (stored: unknown): ParsedRankings => parseEntries(stored, parseDrafts);

/** A document of version 1, which held one ranking an election, without a name. */
export const parseVersion1 = (stored: unknown): ParsedRankings => parseEntries(stored, parseRanking);

/**
 * The saved drafts in the ids of an election whose candidates are `names`. Null where a name in one of them is missing or is
 * borne by two, so that nobody's preference is handed to somebody else.
 */
export function fitDrafts({ candidates, drafts }: SavedDrafts, names: readonly string[]): readonly Draft[] | null {
  if (sameItems(candidates, names)) return drafts;
  const fit = (id: CandidateId): CandidateId => {
    const name = candidates[id] ?? '';
    return isOnce(candidates, name) && isOnce(names, name) ? names.indexOf(name) : -1;
  };
  const fitted = drafts.map((draft) => ({
    name: draft.name,
    ranking: draft.ranking.map(fit),
    last: draft.last.map(fit),
    parked: draft.parked.map(fit),
  }));
  return fitted.some((draft) => everyoneIn(draft).includes(-1)) ? null : fitted;
}

/** Whether there is nothing in them that would be missed: one draft, unnamed, with nobody in it. */
export const nothingIn = (drafts: readonly Draft[]): boolean =>
  drafts.every((draft) => draft.name === firstDraftName && everyoneIn(draft).length === 0);

/** The same drafts, in the same order, to the last name in them. */
export const sameDrafts = (a: readonly Draft[], b: readonly Draft[]): boolean =>
  a.length === b.length && a.every((draft, place) => sameDraft(draft, b[place] ?? emptyDraft('')));

/** The same name and the same lists. */
export const sameDraft = (a: Draft, b: Draft): boolean =>
  a === b ||
  (a.name === b.name && sameItems(a.ranking, b.ranking) && sameItems(a.last, b.last) && sameItems(a.parked, b.parked));

/** Equal length and equal items in the same order. */
export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((item, i) => item === b[i]));
}

function parseEntries(stored: unknown, parse: (entry: unknown) => SavedDrafts | null): ParsedRankings {
  if (!isRecord(stored) || !isRecord(stored.rankings)) return null;
  const entries = Object.entries(stored.rankings).map(([id, entry]) => [id, parse(entry)] as const);
  return {
    rankings: Object.fromEntries(entries.flatMap(([id, saved]) => (saved === null ? [] : [[id, saved]]))),
    broken: entries.flatMap(([id, saved]) => (saved === null ? [id] : [])),
  };
}

function parseDrafts(entry: unknown): SavedDrafts | null {
  if (!isRecord(entry)) return null;
  const { candidates, drafts, current } = entry;
  if (!areNames(candidates) || !Array.isArray(drafts) || !drafts.every((one) => isDraft(one, candidates.length))) {
    return null;
  }
  if (new Set(drafts.map(({ name }) => name)).size < drafts.length) return null;
  return isIndex(current, drafts.length) ? { candidates, drafts, current } : null;
}

function parseRanking(entry: unknown): SavedDrafts | null {
  if (!isRecord(entry)) return null;
  const { candidates, ranking } = entry;
  const draft = { ...emptyDraft(firstDraftName), ranking };
  return areNames(candidates) && isDraft(draft, candidates.length) ? { candidates, drafts: [draft], current: 0 } : null;
}

function isDraft(value: unknown, candidateCount: number): value is Draft {
  if (!isRecord(value)) return false;
  const { name, ranking, last, parked } = value;
  if (typeof name !== 'string' || ![ranking, last, parked].every(Array.isArray)) return false;
  const everyone = [ranking, last, parked].flat();
  return everyone.every((id) => isIndex(id, candidateCount)) && new Set(everyone).size === everyone.length;
}

const everyoneIn = ({ ranking, last, parked }: DraftLists): CandidateId[] => [...ranking, ...last, ...parked];

const areNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

const isIndex = (value: unknown, length: number): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < length;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOnce = (names: readonly string[], name: string): boolean =>
  names.includes(name) && names.indexOf(name) === names.lastIndexOf(name);
