import type { CandidateId } from '../../election/candidate';
import type { ChoiceTree } from './choice-tree';

/** Part of a tree in which names are chosen: its node and those that follow it, up to but not including `end`. */
export interface Branch {
  readonly node: number;
  readonly end: number;
}

/** What strengths are fitted to. */
export interface Choices {
  readonly tree: ChoiceTree;
  /** By node: papers whose list ends there. Negative where the choices up to there are not to count. */
  readonly ends: Float64Array;
  readonly branches: readonly Branch[];
  /** Everyone who may be named, those on the way to a branch included. */
  readonly candidates: readonly CandidateId[];
}

/** How much is known before any paper is read: as much as from one paper's first preference. */
const priorPapers = 1;

/** Strengths that change by less than this part of themselves are done. */
const tolerance = 1e-6;

/**
 * Strengths, by CandidateId and with sum 1, under which the choices are likeliest: Plackett-Luce, where each name is
 * chosen from those not yet chosen with a chance in proportion to its strength. Found by Hunter's iteration (D. R.
 * Hunter, MM algorithms for generalized Bradley-Terry models, Annals of Statistics 32, 2004, section 5): strength =
 * choices won / sum over all choices it was open to of 1 / the strengths then open. A choice of the only one left tells
 * nothing and is left out. Strengths start at `prior`, which is also worth one paper's first preference shared out by
 * it: nobody's strength is then 0, and the likeliest strengths are unique whoever was never chosen.
 */
export function fitStrengths(choices: Choices, prior: Float64Array, iterations = 100): Float64Array {
  const { candidates } = choices;
  const counted = countChoices(choices);
  const strengths = new Float64Array(prior.length);
  const scale = 1 / candidates.reduce((sum, id) => sum + (prior[id] as number), 0);
  for (const id of candidates) strengths[id] = (prior[id] as number) * scale;
  const wins = strengths.map((strength, id) => priorPapers * strength + (counted.wins[id] as number));
  const room = { open: new Float64Array(counted.made.length), rates: new Float64Array(counted.made.length) };
  for (let i = 0; i < iterations; i++) if (improve(strengths, choices, counted.made, wins, room) < tolerance) break;
  return strengths;
}

/** `made` by node: choices made from the list there; `wins` by candidate: choices won. */
interface Counted {
  readonly made: Float64Array;
  readonly wins: Float64Array;
}

function countChoices({ tree, ends, branches, candidates }: Choices): Counted {
  const { parents, names, depths } = tree;
  const made = new Float64Array(parents.length);
  const wins = new Float64Array(Math.max(0, ...candidates) + 1);
  for (const { node, end } of branches) {
    for (let at = end - 1; at > node; at--) {
      const parent = parents[at] as number;
      const through = (made[at] as number) + (ends[at] as number);
      made[parent] = (made[parent] as number) + through;
      if (candidates.length - (depths[parent] as number) < 2) continue;
      const name = names[at] as number;
      wins[name] = (wins[name] as number) + through;
    }
  }
  for (let at = 0; at < made.length; at++) if (candidates.length - (depths[at] as number) < 2) made[at] = 0;
  return { made, wins };
}

/** By node: the sum of the strengths open there, and choices / that sum, there and further down. */
interface Room {
  readonly open: Float64Array;
  readonly rates: Float64Array;
}

/** One step of the iteration, in place; returns the largest change of a strength as a part of it. */
function improve(
  strengths: Float64Array,
  { tree: { parents, names }, branches, candidates }: Choices,
  made: Float64Array,
  wins: Float64Array,
  { open, rates }: Room,
): number {
  const all = candidates.reduce((sum, id) => sum + (strengths[id] as number), 0);
  const shut = new Float64Array(strengths.length); // by candidate: the part of `every` they were not open to
  let every = priorPapers / all;
  for (const { node, end } of branches) {
    open[node] = all;
    // The way to a branch is names too, mostly none or one.
    for (let at = node; at !== 0; at = parents[at] as number) {
      open[node] = open[node] - (strengths[names[at] as number] as number);
    }
    for (let at = node; at < end; at++) {
      if (at > node) open[at] = (open[parents[at] as number] as number) - (strengths[names[at] as number] as number);
      const choices = made[at] as number;
      // Rounding must not leave nothing of the last few, however weak they are.
      rates[at] = choices === 0 ? 0 : choices / Math.max(open[at] as number, Number.EPSILON);
    }
    for (let at = end - 1; at > node; at--) {
      const rate = rates[at] as number;
      const [name, parent] = [names[at] as number, parents[at] as number];
      shut[name] = (shut[name] as number) + rate;
      rates[parent] = (rates[parent] as number) + rate;
    }
    every += rates[node] as number;
    for (let at = node; at !== 0; at = parents[at] as number) {
      const name = names[at] as number;
      shut[name] = (shut[name] as number) + (rates[node] as number);
    }
  }
  return replace(strengths, candidates, (id) => (wins[id] as number) / (every - (shut[id] as number)));
}

/** Puts new strengths in place of the old, scaled to a sum of 1; returns the largest change as a part of the old one. */
function replace(
  strengths: Float64Array,
  candidates: readonly CandidateId[],
  strengthOf: (id: CandidateId) => number,
): number {
  const found = candidates.map(strengthOf);
  const sum = found.reduce((a, b) => a + b, 0);
  let change = 0;
  candidates.forEach((id, i) => {
    const [before, after] = [strengths[id] as number, (found[i] as number) / sum];
    change = Math.max(change, Math.abs(after - before) / before);
    strengths[id] = after;
  });
  return change;
}
