import type { SlateId } from '../../election/candidate';
import { growTree, type GrowingTree } from './choice-tree';
import type { Mixing, Share } from './habits';
import { namesOn, type Papers } from './papers';
import type { Patterns } from './patterns';
import { fitStrengths } from './plackett-luce';
import type { Field } from './slates';

/** What papers name of each slate, in order, whatever stands between. */
export interface SlateNames {
  /** By slate. */
  readonly trees: readonly GrowingTree[];
  /** Entry [slate][paper]: the node of the names of that slate on it; 0 where there is none. */
  readonly nodes: readonly Uint32Array[];
}

export function slateNamesOf(papers: Papers, { slates, slateOf }: Field): SlateNames {
  const trees = Array.from({ length: slates }, growTree);
  const nodes = trees.map(() => new Uint32Array(papers.weights.length));
  papers.weights.forEach((_, i) => {
    for (const name of namesOn(papers, i)) {
      const slate = slateOf[name] as SlateId;
      const own = nodes[slate] as Uint32Array;
      own[i] = (trees[slate] as GrowingTree).child(own[i] as number, name);
    }
  });
  return { trees, nodes };
}

/** Papers read both ways: the slates they name, and the names of each slate. */
export interface Evidence {
  readonly papers: Papers;
  readonly patterns: Patterns;
  readonly names: SlateNames;
}

/** A part of a paper less than this is not worth the time. */
const least = 1e-3;

/**
 * Strengths within each slate, by CandidateId (each slate's sum is 1), of the voters a share of the papers belongs to. Names
 * copied from a printed order tell nothing of them, nor do those that mixing voters of way `own` begin with; those put after do.
 */
export function strengthsIn(
  { papers, patterns, names: { trees, nodes } }: Evidence,
  field: Field,
  share: Share,
  prior: Float64Array,
  way: Mixing,
): Float64Array {
  const { patternOf, papers: all, orders } = patterns;
  const strengths = new Float64Array(field.slateOf.length);
  const partOf = (counts: Float64Array | undefined, p: number): number => (counts?.[p] ?? 0) / (all[p] as number);
  const freePart = all.map((_, p) => partOf(share.loyal, p) + partOf(share.mixing, p));
  for (let slate = 0; slate < field.slates; slate++) {
    const candidates = field.members[slate] ?? [];
    if (candidates.length === 0) continue;
    const tree = trees[slate] as GrowingTree;
    const endOf = nodes[slate] as Uint32Array;
    const ends = new Float64Array(tree.parents.length);
    const put = (node: number, weight: number): void => {
      ends[node] = (ends[node] as number) + weight;
    };
    papers.weights.forEach((weight, i) => {
      const [node, p] = [endOf[i] as number, patternOf[i] as number];
      if (node === 0) return;
      const free = freePart[p] as number;
      if (free >= least) put(node, weight * free);
      const begun = way === 'own' && slate === patterns.first[p] ? partOf(share.mixing, p) : 0;
      if (begun >= least) put(nodeAt(tree, node, 1), -weight * begun);
      for (const k of orders[p] ?? []) {
        const copying = weight * partOf(share.orders[k], p);
        if (copying < weight * least) continue;
        put(node, copying);
        put(printedNode(tree, field, k, slate, node), -copying);
      }
    });
    const found = fitStrengths({ tree, ends, candidates, branches: [{ node: 0, end: ends.length }] }, prior);
    for (const id of candidates) strengths[id] = found[id] as number;
  }
  return strengths;
}

/** Of the names at a node, the node of those copied from the order: all, or as many of that slate as it has. */
function printedNode(tree: GrowingTree, field: Field, order: number, slate: SlateId, end: number): number {
  const printed = (field.orders[order]?.printed ?? []).filter((id) => field.slateOf[id] === slate).length;
  return nodeAt(tree, end, printed);
}

/** The node of the first names at a node, so many or all of them. */
function nodeAt({ parents, depths }: GrowingTree, end: number, names: number): number {
  let node = end;
  while ((depths[node] as number) > names) node = parents[node] as number;
  return node;
}

/** The chance of naming the first `names` names of an order, given which slates they are of: [order][names]. */
export function orderChances({ orders, slateOf }: Field, strengths: Float64Array): number[][] {
  return orders.map(({ printed }) => {
    const left = new Map<SlateId, number>();
    const chances = [1];
    for (const id of printed) {
      const slate = slateOf[id] as SlateId;
      const open = left.get(slate) ?? 1;
      const strength = strengths[id] as number;
      chances.push((chances.at(-1) as number) * Math.min(1, strength / Math.max(open, Number.EPSILON)));
      left.set(slate, open - strength);
    }
    return chances;
  });
}
