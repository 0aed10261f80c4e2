import type { Rule } from '../../count/rule';
import type { Ballot } from '../../election/ballots';
import type { CandidateId } from '../../election/candidate';
import { costs, type Case, type Change } from './case';

/**
 * The same case with as little in it as still shows it: groups, voters, names on ballots and candidates are left out as
 * long as the change costs a seat. Always the same for the same case; the least by its own steps, not of all there could be.
 */
export function minimise(found: Case, rule: Rule): Case {
  let least = found;
  for (;;) {
    const smaller = smallerThan(least).find((one) => costs(one, rule));
    if (smaller === undefined) return least;
    least = smaller;
  }
}

/** One step smaller, the largest steps first. */
function smallerThan(one: Case): Case[] {
  const rows = [...one.ballots.keys()];
  const ids = Array.from({ length: one.candidateCount }, (_, id) => id).reverse();
  return [
    ...rows.flatMap((row) => withoutRow(one, row)),
    ...ids.flatMap((id) => withoutCandidate(one, id)),
    ...rows.flatMap((row) => [2, 1].flatMap((step) => fewerCopies(one, row, step))),
    ...rows.flatMap((row) => shorter(one, row)),
    // Votes that are level stay so only if two groups shrink together.
    ...rows.flatMap((row) =>
      rows.slice(row + 1).flatMap((other) => fewerCopies(one, row, 1).flatMap((less) => fewerCopies(less, other, 1))),
    ),
  ];
}

function withoutRow(one: Case, row: number): Case[] {
  const { change } = one;
  const ballots = one.ballots.toSpliced(row, 1);
  if (change.kind !== 'ranks-further') return [{ ...one, ballots }];
  if (change.row === row) return [];
  return [{ ...one, ballots, change: { ...change, row: change.row - (row < change.row ? 1 : 0) } }];
}

/** Half of the voters of a row gone, or one of them. */
function fewerCopies(one: Case, row: number, step: number): Case[] {
  const ballot = one.ballots[row];
  if (ballot === undefined || ballot.copies < 2) return [];
  const copies = step === 2 ? Math.ceil(ballot.copies / 2) : ballot.copies - 1;
  return [withBallot(one, row, { ...ballot, copies })];
}

/** A row without its last name. */
function shorter(one: Case, row: number): Case[] {
  const ballot = one.ballots[row];
  const { change } = one;
  const least = change.kind === 'ranks-further' && change.row === row ? change.cut + 1 : 1;
  if (ballot === undefined || ballot.preferences.length <= least) return [];
  return [withBallot(one, row, { ...ballot, preferences: ballot.preferences.slice(0, -1) })];
}

const withBallot = (one: Case, row: number, ballot: Ballot): Case => ({
  ...one,
  ballots: one.ballots.with(row, ballot),
});

/** A candidate gone, with every mention of them; ballots that named nobody else go too. */
function withoutCandidate(one: Case, gone: CandidateId): Case[] {
  const changed = changeWithout(one, gone);
  if (changed === null) return [];
  const renumber = (ids: readonly CandidateId[]): CandidateId[] =>
    ids.flatMap((id) => (id === gone ? [] : [id > gone ? id - 1 : id]));
  const ballots = one.ballots.map((ballot) => ({ ...ballot, preferences: renumber(ballot.preferences) }));
  if (ballots.some(({ preferences }) => preferences.length === 0)) return []; // the row goes first
  return [{ ...one, candidateCount: one.candidateCount - 1, ballots, slate: renumber(one.slate), change: changed }];
}

function changeWithout({ change, ballots }: Case, gone: CandidateId): Change | null {
  switch (change.kind) {
    case 'one-more':
      if (change.candidate === gone) return null;
      return { ...change, candidate: change.candidate - (gone < change.candidate ? 1 : 0) };
    case 'stops-sooner':
      return change;
    case 'ranks-further': {
      const names = ballots[change.row]?.preferences ?? [];
      const place = names.indexOf(gone);
      const cut = place >= 0 && place < change.cut ? change.cut - 1 : change.cut;
      const left = names.length - (place >= 0 ? 1 : 0);
      return cut < 1 || left <= cut ? null : { ...change, cut };
    }
    default:
      return change satisfies never;
  }
}
