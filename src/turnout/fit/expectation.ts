import type { CandidateId, SlateId } from '../../election/candidate';
import { blocsOf, firstShares, habitsOf, sharesOf, type Habits, type Mixing, type Share } from './habits';
import { thinned, type Papers } from './papers';
import { patternsOf, type Patterns } from './patterns';
import { orderChances, slateNamesOf, strengthsIn, type Evidence } from './slate-names';
import type { Field } from './slates';

/** A bloc as fitted, before it is written as the model has it. */
export interface Fitted {
  readonly habits: Habits;
  /** By CandidateId. */
  readonly strengths: Float64Array;
  /** Papers of its mixing voters by first name, by CandidateId. */
  readonly begins: Float64Array;
}

/** So many papers tell which habits there are; all of them together then make it more precise. */
const firstPapers = 10_000;

/** Turns of measuring strengths, and of measuring habits in each: after these, one more changes less than chance does. */
const firstTurns = { strengths: 6, habits: 8 };
const lastTurns = { strengths: 1, habits: 3 };

/** Habits and strengths of each bloc under which the papers are likeliest; yields the part done. */
export function* fitting(papers: Papers, field: Field, way: Mixing): Generator<number, Fitted[], void> {
  const slates = blocsOf(papers, field);
  const few = evidenceOf(thinned(papers, firstPapers), field);
  const start = firstShares(few.patterns, field, slates);
  const even = new Float64Array(field.slateOf.length).fill(1);
  const everyone = strengthsIn(few, field, together(start), even, way);
  let fitted: Fitted[] = [];
  let shares = start;
  const turns = function* (evidence: Evidence, { strengths: turns, habits: again }: typeof firstTurns) {
    for (let turn = 0; turn < turns; turn++) {
      const strengths = shares.map((share) => strengthsIn(evidence, field, share, everyone, way));
      for (let i = 0; i < again; i++) {
        fitted = habitsIn(evidence, field, slates, shares, strengths, way);
        shares = shareOut(evidence, field, fitted, way);
      }
      yield turn / turns;
    }
  };
  for (const part of turns(few, firstTurns)) yield 0.5 * part;
  if (few.papers === papers) return fitted;
  const all = evidenceOf(papers, field);
  yield 0.6;
  shares = shareOut(all, field, fitted, way);
  for (const part of turns(all, lastTurns)) yield 0.8 + 0.2 * part;
  return fitted;
}

const evidenceOf = (papers: Papers, field: Field): Evidence => ({
  papers,
  patterns: patternsOf(papers, field),
  names: slateNamesOf(papers, field),
});

const habitsIn = (
  { papers, patterns }: Evidence,
  field: Field,
  slates: readonly (SlateId | null)[],
  shares: readonly Share[],
  strengths: readonly Float64Array[],
  way: Mixing,
): Fitted[] =>
  shares.map((share, b) => ({
    habits: habitsOf(patterns, field, slates[b] ?? null, share, way),
    strengths: strengths[b] as Float64Array,
    begins: beginsOf(papers, patterns, field, share),
  }));

function shareOut({ patterns }: Evidence, field: Field, fitted: readonly Fitted[], way: Mixing): Share[] {
  const chances = fitted.map(({ strengths }) => orderChances(field, strengths));
  const habits = fitted.map((each) => each.habits);
  return sharesOf(patterns, field, habits, (bloc, order, names) => chances[bloc]?.[order]?.[names] ?? 1, way);
}

function beginsOf(papers: Papers, { patternOf, papers: all }: Patterns, field: Field, { mixing }: Share): Float64Array {
  const begins = new Float64Array(field.slateOf.length);
  papers.weights.forEach((weight, i) => {
    const p = patternOf[i] as number;
    const name = papers.names[papers.starts[i] as number] as CandidateId;
    begins[name] = (begins[name] as number) + (weight * (mixing[p] as number)) / (all[p] as number);
  });
  return begins;
}

/** Everyone as one bloc. */
function together(shares: readonly Share[]): Share {
  const sum = (counts: readonly (Float64Array | undefined)[]): Float64Array =>
    (counts[0] ?? new Float64Array()).map((_, p) => counts.reduce((before, each) => before + (each?.[p] ?? 0), 0));
  return {
    loyal: sum(shares.map(({ loyal }) => loyal)),
    mixing: sum(shares.map(({ mixing }) => mixing)),
    orders: (shares[0]?.orders ?? []).map((_, k) => sum(shares.map(({ orders }) => orders[k]))),
  };
}
