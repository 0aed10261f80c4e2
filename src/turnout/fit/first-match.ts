import type { CandidateId } from '../../election/candidate';
import type { Bloc } from '../model';
import type { Field } from './slates';

const turns = 40;

/** So many papers are thought to be as fitted before any is read, so that a few papers move no strength far. */
const steady = 10;

/** How far first preferences may move a strength from what all preferences together say of it. */
const most = 1.5;

/** By how much to multiply a strength, 1 / most to most, under which `fitted` papers are expected where there are `measured`. */
export const matching = (measured: number, fitted: number, most: number, before = 1): number =>
  Math.min(most, Math.max(1 / most, (before * (measured + steady)) / (fitted + steady)));

/**
 * The same blocs, each candidate's strength multiplied by one factor, alike in all of them, so that within each slate
 * first preferences are shared out as in `firsts` (papers, by CandidateId). Where voters do all that the model says, the
 * factors are near 1. Where they do not, say by copying orders nobody listed, strengths fitted to all preferences alike
 * would be most wrong where it matters most in a count. A factor is from 1 / `most` to `most`: who is put first by few and
 * second by many is better left near both.
 */
export function matchFirsts(blocs: readonly Bloc[], firsts: Float64Array, field: Field): Bloc[] {
  const factors = new Float64Array(firsts.length).fill(1);
  const tilted = (): Bloc[] =>
    blocs.map((bloc) => ({
      ...bloc,
      candidateStrengths: bloc.candidateStrengths.map((s, id) => s * (factors[id] ?? 1)),
    }));
  for (let turn = 0; turn < turns; turn++) {
    const expected = expectedFirsts(tilted(), field);
    for (const members of field.members) {
      const sum = (papers: Float64Array): number => members.reduce((before, id) => before + (papers[id] as number), 0);
      const [measured, made] = [sum(firsts), sum(expected)];
      if (measured === 0 || made === 0) continue;
      for (const id of members) {
        factors[id] = matching(firsts[id] as number, ((expected[id] as number) * measured) / made, most, factors[id]);
      }
    }
  }
  return tilted();
}

/** First preferences, by CandidateId, as the generator draws them on average. */
export function expectedFirsts(blocs: readonly Bloc[], { members: slates, slateOf }: Field): Float64Array {
  const firsts = new Float64Array(slateOf.length);
  for (const { slate: own, members, turnout, follows, loyalty, leaning, candidateStrengths } of blocs) {
    const add = (id: CandidateId, part: number): void => {
      firsts[id] = (firsts[id] as number) + part * members * turnout;
    };
    for (const { order, part } of follows) if (order[0] !== undefined) add(order[0], part);
    const free = 1 - follows.reduce((sum, { part }) => sum + part, 0);
    const loyal = own === null ? 0 : free * loyalty;
    const pull = leaning.reduce((sum, strength) => sum + strength, 0);
    slates.forEach((names, slate) => {
      const part = (slate === own ? loyal : 0) + ((free - loyal) * (leaning[slate] ?? 0)) / pull;
      const sum = names.reduce((before, id) => before + (candidateStrengths[id] ?? 0), 0);
      for (const id of names) add(id, (part * (candidateStrengths[id] ?? 0)) / sum);
    });
  }
  return firsts;
}
