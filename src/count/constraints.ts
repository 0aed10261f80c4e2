import type { CandidateId } from '../election/candidate';
import type { Constraint } from '../election/constraint';

/** How far a count is, as constraints see it. */
export interface Progress {
  readonly seats: number;
  readonly elected: readonly CandidateId[];
  readonly continuing: readonly CandidateId[];
}

/**
 * What the constraints leave open. Guarded candidates are in every way of filling the remaining places that keeps to
 * them, and so may not be excluded; doomed ones are in none, and so may not be elected.
 */
export interface Restraints {
  readonly guarded: ReadonlySet<CandidateId>;
  readonly doomed: ReadonlySet<CandidateId>;
}

export const unrestrained: Restraints = { guarded: new Set(), doomed: new Set() };

/** Whether the places left can still be filled from the continuing candidates as every constraint asks. */
export function canBeMet(constraints: readonly Constraint[], progress: Progress): boolean {
  return constraints.length === 0 || solve(puzzleOf(constraints, progress)) !== null;
}

/** Who has to be elected and who cannot be, given who is elected and who continues. */
export function restraintsOn(constraints: readonly Constraint[], progress: Progress): Restraints {
  if (constraints.length === 0) return unrestrained;
  const puzzle = puzzleOf(constraints, progress);
  const guarded = new Set<CandidateId>();
  const doomed = new Set<CandidateId>();
  // Every solution found answers for all kinds it takes some of, or spares some of: few have to be looked for.
  const solutions: Solution[] = [];
  const isOpen = (held: Held, found: (solution: Solution) => boolean): boolean => {
    if (solutions.some(found)) return true;
    const solution = solve(puzzle, held);
    if (solution !== null) solutions.push(solution);
    return solution !== null;
  };
  puzzle.kinds.forEach(({ candidates }, kind) => {
    const all = candidates.length;
    const canSpareOne = isOpen({ kind, from: 0, to: all - 1 }, (taken) => (taken[kind] ?? 0) < all);
    const canTakeOne = isOpen({ kind, from: 1, to: all }, (taken) => (taken[kind] ?? 0) > 0);
    for (const candidate of candidates) {
      if (!canSpareOne) guarded.add(candidate);
      if (!canTakeOne) doomed.add(candidate);
    }
  });
  return { guarded, doomed };
}

/** The constraints without any one of which the candidate would not be guarded, or doomed; all, if none alone is. */
export function groupsBehind(
  constraints: readonly Constraint[],
  progress: Progress,
  candidate: CandidateId,
  which: 'guarded' | 'doomed',
): string[] {
  const alone = constraints.filter((one) => {
    const others = constraints.filter((other) => other !== one);
    return !restraintsOn(others, progress)[which].has(candidate);
  });
  return (alone.length > 0 ? alone : constraints).map(({ group }) => group);
}

/**
 * Candidates who belong to the same groups are of one kind and interchangeable, so the question is only how many of
 * each kind are elected from here on: whole numbers between 0 and the size of the kind whose sums, over all kinds and
 * over those in each group, stay within bounds.
 */
interface Puzzle {
  readonly kinds: readonly { readonly groups: readonly number[]; readonly candidates: readonly CandidateId[] }[];
  readonly sums: readonly { readonly kinds: readonly number[]; readonly from: number; readonly to: number }[];
}

function puzzleOf(constraints: readonly Constraint[], { seats, elected, continuing }: Progress): Puzzle {
  const byGroups = new Map<string, { groups: number[]; candidates: CandidateId[] }>();
  for (const candidate of continuing) {
    const groups = constraints.flatMap(({ members }, i) => (members.includes(candidate) ? [i] : []));
    const kind = byGroups.get(groups.join());
    if (kind === undefined) byGroups.set(groups.join(), { groups, candidates: [candidate] });
    else kind.candidates.push(candidate);
  }
  const kinds = [...byGroups.values()];
  const places = Math.min(seats - elected.length, continuing.length);
  const sums = constraints.map(({ members, min, max }, group) => {
    const already = elected.filter((candidate) => members.includes(candidate)).length;
    return {
      kinds: kinds.flatMap(({ groups }, kind) => (groups.includes(group) ? [kind] : [])),
      from: min - already,
      to: max - already,
    };
  });
  return { kinds, sums: [...sums, { kinds: kinds.map((_, kind) => kind), from: places, to: places }] };
}

interface Range {
  from: number;
  to: number;
}

/** How many of each kind are elected. */
type Solution = readonly number[];
type Held = Readonly<Range> & { readonly kind: number };

/** A solution if there is one, where one kind may be held to a range. */
function solve({ kinds, sums }: Puzzle, held?: Held): Solution | null {
  const ranges = kinds.map(({ candidates }, kind) =>
    kind === held?.kind ? { from: held.from, to: held.to } : { from: 0, to: candidates.length },
  );
  return search(ranges, sums);
}

/** Narrows what can be narrowed, then halves the narrowest open range and looks in both halves. */
function search(ranges: Range[], sums: Puzzle['sums']): Solution | null {
  if (!narrow(ranges, sums)) return null;
  let open = -1;
  ranges.forEach(({ from, to }, i) => {
    const best = ranges[open];
    if (to > from && (best === undefined || to - from < best.to - best.from)) open = i;
  });
  const range = ranges[open];
  if (range === undefined) return ranges.map(({ from }) => from);
  const middle = Math.floor((range.from + range.to) / 2);
  const half = (from: number, to: number): Range[] => ranges.map((one, i) => (i === open ? { from, to } : { ...one }));
  return search(half(range.from, middle), sums) ?? search(half(middle + 1, range.to), sums);
}

/** Tightens every range to what the sums leave it, until nothing changes; false if one is left empty. */
function narrow(ranges: Range[], sums: Puzzle['sums']): boolean {
  for (let changed = true; changed;) {
    changed = false;
    for (const { kinds, from, to } of sums) {
      const least = kinds.reduce((sum, kind) => sum + (ranges[kind] as Range).from, 0);
      const most = kinds.reduce((sum, kind) => sum + (ranges[kind] as Range).to, 0);
      if (least > to || most < from) return false;
      for (const kind of kinds) {
        const range = ranges[kind] as Range;
        const low = Math.max(range.from, from - (most - range.to));
        const high = Math.min(range.to, to - (least - range.from));
        if (low > high) return false;
        if (low === range.from && high === range.to) continue;
        ranges[kind] = { from: low, to: high };
        changed = true;
        break; // the sums of this group have changed: look again
      }
    }
  }
  return ranges.every(({ from, to }) => from <= to);
}
