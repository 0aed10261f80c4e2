import { emptyDraft } from '../election/draft';
import type { RankingState, Step } from './ranking';
import {
  firstDraftName,
  fitDrafts,
  parseRankings,
  parseVersion1,
  sameDrafts,
  type ParsedRankings,
  type Rankings,
} from './saved-ranking';
import type { SafeStorage } from './storage';

/** The key all drafts are kept under. */
export const rankingsKey = 'ballotflow/rankings';
/** Of the record under that key. */
export const version = 2;

type Open = Pick<Step, 'drafts' | 'current'>;

/** What an election has until something is ranked. */
export const blank: Open = { drafts: [emptyDraft(firstDraftName)], current: 0 };

/** A record of another version as one of this; what this version cannot use is set aside as it was. */
export function upgraded(state: unknown, from: number, storage: SafeStorage): { readonly rankings: Rankings } {
  if (from < version) return { rankings: soundOf(state, from, parseVersion1, storage) ?? {} };
  storage.setAside(rankingsKey, recordOf(state, from), 'newer');
  return { rankings: {} };
}

/** The state with what is stored taken over. */
export function readStored<S extends RankingState>(stored: unknown, current: S, storage: SafeStorage): S {
  const kept = stored === undefined ? null : soundOf(stored, version, parseRankings, storage);
  if (kept === null) return current;
  const { electionId, candidates } = current;
  if (electionId === null) return { ...current, kept, oneByOne: wantsOneByOne(stored) };
  const own = keptDrafts(kept, electionId, candidates, storage) ?? current;
  const same = own.current === current.current && sameDrafts(own.drafts, current.drafts);
  return { ...current, kept, ...(same ? {} : { drafts: own.drafts, current: own.current, lastChange: '' }) };
}

const wantsOneByOne = (stored: unknown): boolean =>
  typeof stored === 'object' && stored !== null && 'oneByOne' in stored && stored.oneByOne === true;

/** The drafts kept for an election, blank where there are none; those for other candidates are set aside and null returned. */
export function keptDrafts(
  kept: Rankings,
  id: string,
  candidates: readonly string[],
  storage: SafeStorage,
): Open | null {
  const saved = Object.hasOwn(kept, id) ? kept[id] : undefined;
  if (saved === undefined) return blank;
  const drafts = fitDrafts(saved, candidates);
  if (drafts !== null) return { drafts, current: saved.current };
  storage.setAside(rankingsKey, recordOf({ rankings: { [id]: saved } }, version), 'other-candidates', id);
  return null;
}

/** The sound entries of a stored document; the others are set aside one by one, or the whole of it and null returned. */
function soundOf(
  stored: unknown,
  from: number,
  parse: (stored: unknown) => ParsedRankings,
  storage: SafeStorage,
): Rankings | null {
  const parsed = parse(stored);
  if (parsed === null) {
    storage.setAside(rankingsKey, recordOf(stored, from), 'invalid');
    return null;
  }
  for (const id of parsed.broken) {
    const broken = (stored as { rankings: Record<string, unknown> }).rankings[id];
    storage.setAside(rankingsKey, recordOf({ rankings: { [id]: broken } }, from), 'invalid', id);
  }
  return parsed.rankings;
}

const recordOf = (state: unknown, from: number): string => JSON.stringify({ state, version: from });
