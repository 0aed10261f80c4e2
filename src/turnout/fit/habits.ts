import type { SlateId } from '../../election/candidate';
import { firstPreferences, type Papers } from './papers';
import type { Patterns } from './patterns';
import { leastPapers, type Field } from './slates';
import { fitSlates } from './slate-choices';

/**
 * How those begin who mix slates: `anywhere`, with a name of any slate by `leaning`, as the model's mixing voters do; or
 * `own`, with a name of their bloc, after which `next` is all they go by.
 */
export type Mixing = 'anywhere' | 'own';

/** What is known of one bloc while it is fitted. Parts are of the whole electorate: over all blocs they add up to 1. */
export interface Habits {
  /** Null for voters of small slates and of none, joined. */
  readonly slate: SlateId | null;
  /** By place in `Field.orders`; 0 where the order is another slate's. */
  readonly orders: Float64Array;
  readonly loyal: number;
  readonly mixing: number;
  /** Entry n - 1: the part of the bloc whose papers have n names. */
  readonly lengths: Float64Array;
  readonly leaning: Float64Array;
  readonly next: Float64Array;
}

/** How many papers of each pattern come from each habit of a bloc. */
export interface Share {
  readonly loyal: Float64Array;
  readonly mixing: Float64Array;
  /** By place in `Field.orders`, then pattern. */
  readonly orders: readonly Float64Array[];
}

/** The chance that a free voter of the bloc who names just these slates names this beginning of a printed order. */
export type OrderChance = (bloc: number, order: number, names: number) => number;

/** Blocs to begin with: a slate for each with `leastPapers` first preferences, and null for all other papers if any. */
export function blocsOf(papers: Papers, { slates, slateOf }: Field): (SlateId | null)[] {
  const firsts = new Float64Array(slates);
  firstPreferences(papers, slateOf.length).forEach((count, id) => {
    const slate = slateOf[id] as SlateId;
    firsts[slate] = (firsts[slate] as number) + count;
  });
  const large = Array.from(firsts.keys()).filter((s) => s < slates - 1 && (firsts[s] as number) >= leastPapers);
  return firsts.some((count, s) => count > 0 && !large.includes(s)) ? [...large, null] : large;
}

/** To begin with, every paper is of the bloc of its first name: follows an order if it can, is loyal if it can. */
export function firstShares(patterns: Patterns, field: Field, blocs: readonly (SlateId | null)[]): Share[] {
  const shares = blocs.map(() => noShare(patterns, field));
  patterns.papers.forEach((papers, p) => {
    const own = blocs.indexOf(patterns.first[p] as SlateId);
    const share = shares[own < 0 ? blocs.indexOf(null) : own] as Share;
    const names = lengthOf(patterns, p);
    const order = (patterns.orders[p] ?? []).find(
      (k) => own >= 0 && names > 1 && field.orders[k]?.slate === blocs[own],
    );
    if (order !== undefined) (share.orders[order] as Float64Array)[p] = papers;
    else if (own >= 0 && isLoyal(patterns, p, field)) share.loyal[p] = papers;
    else share.mixing[p] = papers;
  });
  return shares;
}

const noShare = ({ papers }: Patterns, { orders }: Field): Share => ({
  loyal: new Float64Array(papers.length),
  mixing: new Float64Array(papers.length),
  orders: orders.map(() => new Float64Array(papers.length)),
});

const lengthOf = ({ starts }: Patterns, p: number): number => (starts[p + 1] as number) - (starts[p] as number);

/** Whether it names all of its first slate, or as many as it has names, before any other. */
function isLoyal(patterns: Patterns, p: number, { members }: Field): boolean {
  const own = (members[patterns.first[p] as number] ?? []).length;
  return (patterns.firstRun[p] as number) >= Math.min(own, lengthOf(patterns, p));
}

/** The habits under which the papers shared out so are likeliest. */
export function habitsOf(patterns: Patterns, field: Field, slate: SlateId | null, share: Share, way: Mixing): Habits {
  const { papers, starts, choices, sets } = patterns;
  const all = papers.reduce((sum, more) => sum + more, 0);
  const own = slate === null ? [] : (field.members[slate] ?? []);
  const free = new Float64Array(sets.length * field.slates);
  const later = new Float64Array(sets.length * field.slates);
  const lengths = new Float64Array(field.slateOf.length);
  const hasOwn = (choice: number): boolean =>
    slate === null || sets[Math.floor(choice / field.slates)]?.[slate] === true;
  const add = (p: number, from: number, weight: number, chosen: (choice: number) => Float64Array): void => {
    const place = lengthOf(patterns, p) - 1;
    lengths[place] = (lengths[place] as number) + weight;
    for (let at = (starts[p] as number) + from; at < (starts[p + 1] as number); at++) {
      const choice = choices[at] as number;
      const counts = chosen(choice);
      counts[choice] = (counts[choice] as number) + weight;
    }
  };
  for (let p = 0; p < papers.length; p++) {
    const [loyal, mixing] = [share.loyal[p] as number, share.mixing[p] as number];
    if (mixing > 0 && way === 'own') add(p, 1, mixing, () => later);
    else if (mixing > 0) add(p, 0, mixing, (choice) => (hasOwn(choice) ? free : later));
    if (loyal > 0) add(p, own.length, loyal, () => later);
    for (const k of patterns.orders[p] ?? []) {
      const copying = (share.orders[k] as Float64Array)[p] as number;
      if (copying > 0) add(p, field.orders[k]?.printed.length ?? 0, copying, () => later);
    }
  }
  const sum = lengths.reduce((before, more) => before + more, 0);
  return {
    slate,
    orders: Float64Array.from(share.orders, (copying) => sumOf(copying) / all),
    loyal: sumOf(share.loyal) / all,
    mixing: sumOf(share.mixing) / all,
    lengths: sum > 0 ? lengths.map((more) => more / sum) : lengths,
    ...fitSlates(free, later, patterns, field, slate),
  };
}

const sumOf = (numbers: Float64Array): number => numbers.reduce((sum, more) => sum + more, 0);

/** Nothing is quite impossible: a paper none of the blocs would make is of some bloc all the same. */
const rare = 1e-9;

/** Shares every pattern out by how likely each bloc and habit makes it. */
export function sharesOf(
  patterns: Patterns,
  field: Field,
  blocs: readonly Habits[],
  orderChance: OrderChance,
  way: Mixing,
): Share[] {
  const shares = blocs.map(() => noShare(patterns, field));
  const rates = blocs.map((habits) => ratesOf(patterns, field, habits));
  const { starts, choices } = patterns;
  const along = (chances: Float64Array, p: number, from: number): number => {
    let chance = 1;
    for (let at = (starts[p] as number) + from; at < (starts[p + 1] as number); at++) {
      chance *= chances[choices[at] as number] as number;
    }
    return chance;
  };
  /** The bloc of those who begin with a slate: its own, or that of all others. */
  const homeOf = (slate: SlateId): number => {
    const own = blocs.findIndex((habits) => habits.slate === slate);
    return own < 0 ? blocs.findIndex((habits) => habits.slate === null) : own;
  };
  patterns.papers.forEach((papers, p) => {
    const names = lengthOf(patterns, p);
    const home = homeOf(patterns.first[p] as SlateId);
    let sum = 0;
    blocs.forEach((habits, b) => {
      const { free, later } = rates[b] as Rates;
      const share = shares[b] as Share;
      const length = rare + (habits.lengths[names - 1] as number);
      const own = habits.slate === patterns.first[p] ? (field.members[habits.slate] ?? []).length : 0;
      const begins = way === 'anywhere' || b === home;
      const mixing = begins ? rare + habits.mixing : 0;
      sum += share.mixing[p] = length * mixing * (way === 'own' ? along(later, p, 1) : along(free, p, 0));
      if (own > 0 && isLoyal(patterns, p, field)) sum += share.loyal[p] = length * habits.loyal * along(later, p, own);
      for (const k of patterns.orders[p] ?? []) {
        if (habits.orders[k] === 0) continue;
        const printed = Math.min(names, field.orders[k]?.printed.length ?? 0);
        const chance = (habits.orders[k] as number) * along(later, p, printed);
        sum += (share.orders[k] as Float64Array)[p] = (length * chance) / orderChance(b, k, printed);
      }
    });
    for (const { loyal, mixing, orders } of shares) {
      for (const each of [loyal, mixing, ...(patterns.orders[p] ?? []).map((k) => orders[k] as Float64Array)]) {
        each[p] = ((each[p] as number) * papers) / sum;
      }
    }
  });
  return shares;
}

/** By choice, the chance of it: while a mixing voter's own slate has names, and once it or their order is used up. */
interface Rates {
  readonly free: Float64Array;
  readonly later: Float64Array;
}

function ratesOf({ sets }: Patterns, { slates }: Field, { slate, leaning, next }: Habits): Rates {
  const chances = (strengths: (set: readonly boolean[]) => Float64Array): Float64Array =>
    Float64Array.from(
      sets.flatMap((set) => {
        const by = strengths(set);
        const sum = by.reduce((before, strength, s) => before + (set[s] === true ? strength : 0), 0);
        return Array.from({ length: slates }, (_, s) => (set[s] === true ? (by[s] as number) / sum : 0));
      }),
    );
  return {
    free: chances((set) => (slate === null || set[slate] === true ? leaning : next)),
    later: chances(() => next),
  };
}
