import type { SlateId } from '../../election/candidate';
import { namesOn, type Papers } from './papers';
import type { Field, PrintedOrder } from './slates';

/**
 * Papers as the slates they name one after another: which bloc and habit a paper comes from is told by those, and by
 * whether it is a printed order. Papers alike in both are one pattern.
 */
export interface Patterns {
  /** By paper: its pattern. */
  readonly patternOf: Uint32Array;
  readonly papers: Float64Array;
  /** Choices of pattern p are `choices[starts[p] .. starts[p + 1] - 1]`: set * slates + the slate chosen from that set. */
  readonly starts: Uint32Array;
  readonly choices: Uint32Array;
  /** The slate of the first name. */
  readonly first: Uint16Array;
  /** How many names, from the first on, are of that slate. */
  readonly firstRun: Uint16Array;
  /** Places in `Field.orders` of those it begins with, to their end or its own. */
  readonly orders: readonly (readonly number[])[];
  /** Sets of slates with names left: entry [set][slate]. */
  readonly sets: readonly (readonly boolean[])[];
}

export function patternsOf(papers: Papers, field: Field): Patterns {
  const { slates, slateOf, members } = field;
  const { sets, without } = setsOf(members.map((names) => names.length > 0));
  const known = new Map<string, number>();
  const patternOf = new Uint32Array(papers.weights.length);
  const found: { choices: number[]; orders: number[]; first: SlateId; firstRun: number; papers: number }[] = [];
  papers.weights.forEach((weight, i) => {
    const names = namesOn(papers, i);
    const orders = field.orders.flatMap((order, place) => (beginsWith(names, order) ? [place] : []));
    let key = orders.length === 0 ? '' : `${orders.join(' ')}:`;
    for (const name of names) key += String.fromCharCode(slateOf[name] as SlateId);
    let pattern = known.get(key);
    if (pattern === undefined) {
      pattern = known.size;
      known.set(key, pattern);
      const left = members.map(({ length }) => length);
      let set = 0;
      const choices = Array.from(names, (name) => {
        const slate = slateOf[name] as SlateId;
        const choice = set * slates + slate;
        left[slate] = (left[slate] as number) - 1;
        if (left[slate] === 0) set = without(set, slate);
        return choice;
      });
      const first = slateOf[names[0] as number] as SlateId;
      const other = names.findIndex((name) => slateOf[name] !== first);
      found.push({ choices, orders, first, firstRun: other < 0 ? names.length : other, papers: 0 });
    }
    patternOf[i] = pattern;
    (found[pattern] as (typeof found)[number]).papers += weight;
  });
  const starts = new Uint32Array(found.length + 1);
  found.forEach(({ choices }, p) => (starts[p + 1] = (starts[p] as number) + choices.length));
  return {
    patternOf,
    papers: Float64Array.from(found, (each) => each.papers),
    starts,
    choices: Uint32Array.from(found.flatMap(({ choices }) => choices)),
    first: Uint16Array.from(found, ({ first }) => first),
    firstRun: Uint16Array.from(found, ({ firstRun }) => firstRun),
    orders: found.map(({ orders }) => orders),
    sets,
  };
}

/** Whether a paper is the beginning of the order, or begins with all of it. */
const beginsWith = (names: Uint16Array, { printed }: PrintedOrder): boolean =>
  printed.every((id, place) => place >= names.length || names[place] === id);

/** Sets by number, the full one first, and the number of a set without one of its slates. */
function setsOf(full: readonly boolean[]) {
  const sets = [full];
  const numberOf = new Map([[full.join(), 0]]);
  const steps = new Map<number, number>();
  const without = (set: number, slate: SlateId): number => {
    const step = set * full.length + slate;
    const before = steps.get(step);
    if (before !== undefined) return before;
    const left = (sets[set] as readonly boolean[]).map((has, other) => has && other !== slate);
    const number = numberOf.get(left.join()) ?? sets.push(left) - 1;
    numberOf.set(left.join(), number);
    steps.set(step, number);
    return number;
  };
  return { sets, without };
}
