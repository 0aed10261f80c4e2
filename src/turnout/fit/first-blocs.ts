import { apportion } from '../../basics/apportion';
import type { CandidateId } from '../../election/candidate';
import { standing, type Election } from '../../election/election';
import type { Bloc } from '../model';
import { matching } from './first-match';
import { measure } from './measures';
import { growTree, type ChoiceTree } from './choice-tree';
import { measuredLength } from './lengths';
import { firstPreferences, namesOn, votersFor, type Papers } from './papers';
import { fitStrengths, type Branch } from './plackett-luce';
import { leastPapers } from './slates';

/**
 * A bloc for the voters of each first preference, those of few papers joined in one. They put that name first as if it
 * were a printed order of one name, so first preferences come out as measured; further names are drawn by strengths
 * fitted to what these very voters put after it, so that second preferences depend on the first. The strengths of all
 * voters together are what is known of them before (see fitStrengths).
 */
export function firstBlocs(election: Election, papers: Papers): Bloc[] {
  const candidates = standing(election);
  const { tree, ends, branches } = treeOf(papers);
  const firsts = firstPreferences(papers, election.candidates.length);
  const papersOf = (group: readonly CandidateId[]): number => group.reduce((sum, id) => sum + (firsts[id] ?? 0), 0);
  const even = new Float64Array(election.candidates.length).fill(1);
  const all = fitStrengths({ tree, ends, candidates, branches: [{ node: 0, end: ends.length }] }, even);
  const groups = grouped(candidates, firsts);
  const { seconds } = measure(papers, [...election.candidates.keys()], election.candidates.length);
  const lengths = lengthsByFirst(papers, election.candidates.length);
  const members = apportion(votersFor(papers), groups.map(papersOf));
  const level = [...election.slates.map(() => 1), 1];
  return groups.map((group, index) => {
    const own = group.flatMap((id) => branches.get(id) ?? []);
    return {
      name: firstsName(election, group),
      members: members[index] ?? 0,
      turnout: 1,
      slate: null,
      leaning: level,
      next: level,
      loyalty: 0,
      candidateStrengths: matchSeconds(
        fitStrengths({ tree, ends, candidates, branches: own }, all),
        group,
        group.map((id) => seconds[id] as Float64Array),
      ),
      follows: group.map((id) => ({ order: [id], part: (firsts[id] ?? 0) / papersOf(group) })),
      length: measuredLength(sumOf(group.map((id) => lengths[id] ?? []))),
    };
  });
}

/** Candidates with any first preference, in ballot-paper order, each alone; those with few together, last. */
function grouped(candidates: readonly CandidateId[], firsts: Float64Array): CandidateId[][] {
  const named = candidates.filter((id) => (firsts[id] ?? 0) > 0);
  const many = named.filter((id) => (firsts[id] ?? 0) >= leastPapers);
  const few = named.filter((id) => (firsts[id] ?? 0) < leastPapers);
  return [...many.map((id) => [id]), ...(few.length > 0 ? [few] : [])];
}

interface PaperTree {
  readonly tree: ChoiceTree;
  readonly ends: Float64Array;
  /** By first preference. Papers are sorted, so those that begin alike lie together. */
  readonly branches: ReadonlyMap<CandidateId, Branch>;
}

function treeOf(papers: Papers): PaperTree {
  const tree = growTree();
  const ended: number[] = [];
  const starts: { readonly id: CandidateId; readonly node: number }[] = [];
  papers.weights.forEach((weight, i) => {
    const names = namesOn(papers, i);
    const first = names[0] as CandidateId;
    if (starts.at(-1)?.id !== first) starts.push({ id: first, node: tree.parents.length });
    let node = 0;
    for (const name of names) node = tree.child(node, name);
    ended[node] = weight;
  });
  const end = tree.parents.length;
  const branches = starts.map(({ id, node }, i) => [id, { node, end: starts[i + 1]?.node ?? end }] as const);
  return { tree, ends: Float64Array.from({ length: end }, (_, node) => ended[node] ?? 0), branches: new Map(branches) };
}

/** How far second preferences may move a strength from what all later ones together say of it. */
const most = 4;

/**
 * The strengths moved towards second preferences, which matter more in a count than those after: a factor for each name,
 * within limits (see `matching`). Fitted to all preferences alike they blur who comes right after the first. `seconds` are
 * papers with each of the first preferences `firsts` by their second.
 */
function matchSeconds(
  strengths: Float64Array,
  firsts: readonly CandidateId[],
  seconds: readonly Float64Array[],
): number[] {
  const sum = (numbers: Float64Array): number => numbers.reduce((before, more) => before + more, 0);
  const all = sum(strengths);
  return Array.from(strengths, (strength, id) => {
    const measured = seconds.reduce((papers, by) => papers + (by[id] as number), 0);
    const fitted = firsts.map((first, i) => {
      const papers = sum((seconds[i] as Float64Array).subarray(0, strengths.length));
      return first === id ? 0 : (papers * strength) / (all - (strengths[first] as number));
    });
    return (
      strength *
      matching(
        measured,
        fitted.reduce((a, b) => a + b, 0),
        most,
      )
    );
  });
}

/** By first preference: papers by how many names they have, from one. */
function lengthsByFirst({ starts, names, weights }: Papers, candidateCount: number): number[][] {
  const lengths = Array.from({ length: candidateCount }, () => Array<number>(candidateCount).fill(0));
  weights.forEach((weight, i) => {
    const start = starts[i] as number;
    const own = lengths[names[start] as CandidateId] as number[];
    const place = (starts[i + 1] as number) - start - 1;
    own[place] = (own[place] ?? 0) + weight;
  });
  return lengths;
}

const sumOf = (lists: readonly (readonly number[])[]): number[] =>
  (lists[0] ?? []).map((_, i) => lists.reduce((sum, list) => sum + (list[i] ?? 0), 0));

/** "Ann Black first", "Ann Black or Bo Grey first", "One of 5 others first". */
function firstsName({ candidates }: Election, firsts: readonly CandidateId[]): string {
  if (firsts.length > 2) return `One of ${firsts.length} others first`;
  return `${firsts.map((id) => candidates[id]?.name ?? '').join(' or ')} first`;
}
