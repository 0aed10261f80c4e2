import { seededRandom, shuffled } from '../../basics/random';
import type { CandidateId, SlateId } from '../../election/candidate';
import type { Election } from '../../election/election';

/** The orders the unranked names can be shown in. */
export type PoolSort = 'ballot' | 'name' | 'shuffled';

/** How the reader wants to see the unranked names. */
export interface PoolView {
  readonly query: string;
  /** Only these slates (null: candidates on none); empty for all. */
  readonly slates: readonly (SlateId | null)[];
  readonly sort: PoolSort;
}

/** The candidates to show, in order. Shuffled is the same on every visit: its seed is the election's id. */
export function viewPool(
  election: Election,
  pool: readonly CandidateId[],
  { query, slates, sort }: PoolView,
): CandidateId[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  const shown = sortPool(election, sort).filter((candidate) => pool.includes(candidate));
  return shown.filter((candidate) => {
    const { name = '', slate = null } = election.candidates[candidate] ?? {};
    if (slates.length > 0 && !slates.includes(slate)) return false;
    const text = foldText(`${name} ${slate === null ? '' : (election.slates[slate]?.name ?? '')}`);
    return words.every((word) => text.includes(word));
  });
}

/** Small letters without accents, so that "lukasz" finds "Łukasz" and "oneill" finds "O’Neill". */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{Diacritic}'’.]/gu, '')
    .toLowerCase()
    .replace(/[łøđßæœ]/g, (letter) => plain[letter] ?? letter);
}

const plain: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

function sortPool({ id, candidates }: Election, sort: PoolSort): CandidateId[] {
  const ids = candidates.map((_, candidate) => candidate);
  switch (sort) {
    case 'ballot':
      return ids;
    case 'name':
      return ids.sort((a, b) => (candidates[a]?.name ?? '').localeCompare(candidates[b]?.name ?? '', 'en'));
    case 'shuffled':
      return shuffled(ids, seededRandom(`${id}/shuffled`));
    default:
      return sort satisfies never;
  }
}
