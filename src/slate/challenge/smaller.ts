import type { CandidateId } from '../../election/candidate';
import type { Case, Change } from './case';

/**
 * One kind of thing that can be left out of a case: how to list them, and the case without some of them. Null where nothing
 * would be left of the change.
 */
export interface Pieces<Piece> {
  readonly of: (one: Case) => readonly Piece[];
  readonly without: (one: Case, some: readonly Piece[]) => Case | null;
}

export const votersOf = ({ ballots }: Pick<Case, 'ballots'>): number =>
  ballots.reduce((sum, { copies }) => sum + copies, 0);

/** The row of the voter who names more, who stays whoever else goes. */
const changedRow = ({ change }: Case): number => (change.kind === 'ranks-further' ? change.row : -1);

const rowsOf = (one: Case): number[] => [...one.ballots.keys()].filter((row) => row !== changedRow(one));

/** Single ballots, each by its row; those alike lie side by side. */
export const voters: Pieces<number> = {
  of: (one) => rowsOf(one).flatMap((row) => new Array<number>(one.ballots[row]?.copies ?? 0).fill(row)),
  without: (one, some) => {
    const fewer = one.ballots.map(({ copies, preferences }, row) => ({
      copies: copies - some.filter((gone) => gone === row).length,
      preferences,
    }));
    return withRows(one, fewer);
  },
};

/** Whole groups of ballots that are alike. */
export const groups: Pieces<number> = {
  of: rowsOf,
  without: (one, some) =>
    withRows(
      one,
      one.ballots.map((ballot, row) => (some.includes(row) ? { ...ballot, copies: 0 } : ballot)),
    ),
};

/** Names on the ballots of a group, the last first. */
export const names: Pieces<{ readonly row: number; readonly candidate: CandidateId }> = {
  of: ({ ballots }) =>
    ballots.flatMap(({ preferences }, row) => preferences.map((candidate) => ({ row, candidate }))).reverse(),
  without: (one, some) => {
    const gone = (row: number, candidate: CandidateId): boolean =>
      some.some((name) => name.row === row && name.candidate === candidate);
    return withNames(one, gone);
  },
};

/** Candidates, with every mention of them, the last first; those after them move up a place. */
export const candidates: Pieces<CandidateId> = {
  of: ({ candidateCount }) => Array.from({ length: candidateCount }, (_, id) => id).reverse(),
  without: (one, some) => {
    const { change } = one;
    if (change.kind === 'one-more' && some.includes(change.candidate)) return null;
    const left = withNames(one, (_, candidate) => some.includes(candidate));
    if (left === null || some.length >= one.candidateCount) return null;
    const moved = (id: CandidateId): CandidateId => id - some.filter((gone) => gone < id).length;
    return {
      ...left,
      candidateCount: one.candidateCount - some.length,
      ballots: left.ballots.map((ballot) => ({ ...ballot, preferences: ballot.preferences.map(moved) })),
      slate: left.slate.filter((id) => !some.includes(id)).map(moved),
      change: change.kind === 'one-more' ? { ...change, candidate: moved(change.candidate) } : left.change,
    };
  },
};

/** Ballots without some names; the voter who names more has a name before and one more after. */
function withNames(one: Case, gone: (row: number, candidate: CandidateId) => boolean): Case | null {
  const changed = changedRow(one);
  const kept = one.ballots.map((ballot, row) => ({
    ...ballot,
    preferences: ballot.preferences.filter((candidate) => !gone(row, candidate)),
  }));
  const { change } = one;
  if (change.kind !== 'ranks-further') return withRows(one, kept);
  const before = one.ballots[changed]?.preferences.slice(0, change.cut) ?? [];
  const cut = before.filter((candidate) => !gone(changed, candidate)).length;
  if (cut < 1 || (kept[changed]?.preferences.length ?? 0) <= cut) return null;
  return withRows({ ...one, change: { ...change, cut } }, kept);
}

/** These ballots, without rows of no ballot or no name. */
function withRows(one: Case, rows: Case['ballots']): Case {
  const stays = rows.map(({ copies, preferences }) => copies > 0 && preferences.length > 0);
  const { change } = one;
  const moved: Change =
    change.kind === 'ranks-further'
      ? { ...change, row: stays.slice(0, change.row).filter((left) => left).length }
      : change;
  return { ...one, ballots: rows.filter((_, row) => stays[row]), change: moved };
}

/** The same case with one row for all ballots that are alike, but for that of the voter who names more. */
export function gathered(one: Case): Case {
  const changed = changedRow(one);
  const alike = new Map<string, number>();
  const rows = one.ballots.map((ballot) => ({ ...ballot }));
  rows.forEach((ballot, row) => {
    if (row === changed) return;
    const key = ballot.preferences.join();
    const first = rows[alike.get(key) ?? row];
    if (first === undefined || first === ballot) {
      alike.set(key, row);
      return;
    }
    first.copies += ballot.copies;
    ballot.copies = 0;
  });
  return withRows(one, rows);
}
