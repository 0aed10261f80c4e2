import { seededRandom, shuffled } from '../../basics/random';
import type { CandidateId, SlateId } from '../../election/candidate';
import type { Election } from '../../election/election';
import { answerTo, type Answer } from '../../election/questionnaire';
import { surnameFirst } from './surname';

/** The orders the unranked names can be shown in. */
export type PoolSort = 'ballot' | 'name' | 'surname' | 'slate' | 'shuffled';

/** Those orders and what they are called. */
export const poolSorts = ({ slates }: Election): readonly (readonly [sort: PoolSort, label: string])[] => [
  ['ballot', 'Ballot order'],
  ['name', 'A to Z'],
  ['surname', 'By surname'],
  ...(slates.length > 0 ? ([['slate', 'By slate']] as const) : []),
  ['shuffled', 'Shuffled'],
];

/** Candidates whose published answer to a question is of a kind, or any at all, or who gave none. */
export interface AnswerFilter {
  /** Its place in the election's questionnaires. */
  readonly questionnaire: number;
  /** The question's id. */
  readonly question: string;
  readonly kind: Answer['kind'] | 'any' | 'none';
}

/** How the reader wants to see the unranked names. */
export interface PoolView {
  readonly query: string;
  /** Only these slates (null: candidates on none); empty for all. */
  readonly slates: readonly (SlateId | null)[];
  readonly sort: PoolSort;
  /** Only the shortlist. */
  readonly starred: boolean;
  readonly answer: AnswerFilter | null;
}

/** Everybody, in ballot order. */
export const wholePool: PoolView = { query: '', slates: [], sort: 'ballot', starred: false, answer: null };

/** Whether some names may be hidden. */
export const isFiltered = ({ query, slates, starred, answer }: PoolView): boolean =>
  query.trim() !== '' || slates.length > 0 || starred || answer !== null;

/** The reader's own notes, where search finds words too, and shortlist. */
export interface PoolMarks {
  readonly notes: Readonly<Record<CandidateId, string>>;
  readonly stars: readonly CandidateId[];
}

/** The candidates to show, in order. */
export const viewPool = (
  election: Election,
  pool: readonly CandidateId[],
  view: PoolView,
  marks?: PoolMarks,
): CandidateId[] => sortPool(election, pool, view.sort).filter(poolFilter(election, view, marks));

/** Whether a candidate is among those to show. */
export function poolFilter(
  election: Election,
  { query, slates, starred, answer }: PoolView,
  { notes, stars }: PoolMarks = { notes: {}, stars: [] },
): (candidate: CandidateId) => boolean {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  return (candidate) => {
    const { name = '', slate = null } = election.candidates[candidate] ?? {};
    if (slates.length > 0 && !slates.includes(slate)) return false;
    if (starred && !stars.includes(candidate)) return false;
    if (answer !== null && !matches(election, candidate, answer)) return false;
    const text = foldText(
      `${name} ${(slate !== null && election.slates[slate]?.name) || ''} ${notes[candidate] ?? ''}`,
    );
    return words.every((word) => text.includes(word));
  };
}

/**
 * The names shown with, each in its place, those that are `sorted` but not shown. Those shown are in the same order but for
 * one that is dragged in from another list.
 */
export function withHidden(
  sorted: readonly CandidateId[],
  shown: readonly CandidateId[],
  isHidden: (candidate: CandidateId) => boolean,
): CandidateId[] {
  const hidden = sorted.flatMap((candidate, at) => (isHidden(candidate) ? [{ candidate, at }] : []));
  const places = new Map(sorted.map((candidate, at) => [candidate, at]));
  let next = 0;
  const rows = shown.flatMap((candidate) => {
    const from = next;
    while ((hidden[next]?.at ?? Infinity) < (places.get(candidate) ?? 0)) next += 1;
    return [...hidden.slice(from, next).map((one) => one.candidate), candidate];
  });
  return [...rows, ...hidden.slice(next).map((one) => one.candidate)];
}

function matches(election: Election, candidate: CandidateId, { questionnaire, question, kind }: AnswerFilter): boolean {
  const asked = election.questionnaires?.[questionnaire];
  if (asked === undefined) throw new Error(`"${election.title}" has no questionnaire number ${questionnaire + 1}`);
  const found = answerTo(asked, candidate, question)?.kind ?? 'none';
  return kind === 'any' ? found !== 'none' : kind === found;
}

/** Small letters without accents, so that "lukasz" finds "Łukasz" and "oneill" finds "O’Neill". */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{Diacritic}'’.]/gu, '')
    .toLowerCase()
    .replace(/[łøđßæœ]/g, (letter) => plain[letter] ?? letter);
}

const collator = new Intl.Collator('en');
const plain: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

/** Names under one heading: a slate (null: on none). */
export interface PoolGroup {
  readonly slate: SlateId | null;
  readonly candidates: readonly CandidateId[];
}

/** Names by slate, in the order of the slates, those on none last; each group in the order given. */
export function groupBySlate({ slates, candidates }: Election, shown: readonly CandidateId[]): PoolGroup[] {
  return [...slates.keys(), null]
    .map((slate) => ({ slate, candidates: shown.filter((id) => (candidates[id]?.slate ?? null) === slate) }))
    .filter((group) => group.candidates.length > 0);
}

/** What the shuffle is drawn from. */
export const shuffleSeed = ({ id }: Election): string => `${id}/shuffled`;

/** The pool in an order. Shuffled is the same on every visit: its seed is the election's id. */
export function sortPool(election: Election, pool: readonly CandidateId[], sort: PoolSort): CandidateId[] {
  const wanted = new Set(pool);
  return sortAll(election, sort).filter((candidate) => wanted.has(candidate));
}

function sortAll(election: Election, sort: PoolSort): CandidateId[] {
  const { candidates } = election;
  const ids = candidates.map((_, candidate) => candidate);
  const byText = (text: (name: string) => string): CandidateId[] => {
    const keys = candidates.map(({ name }) => text(name));
    return ids.sort((a, b) => collator.compare(keys[a] ?? '', keys[b] ?? ''));
  };
  switch (sort) {
    case 'ballot':
      return ids;
    case 'name':
      return byText((name) => name);
    case 'surname':
      return byText(surnameFirst);
    case 'slate':
      return groupBySlate(election, byText(surnameFirst)).flatMap((group) => group.candidates);
    case 'shuffled':
      return shuffled(ids, seededRandom(shuffleSeed(election)));
    default:
      return sort satisfies never;
  }
}
