import type { SlateId } from '../../election/candidate';
import type { Patterns } from './patterns';
import type { Field } from './slates';

/** How much is known before any paper is read: one choice among all slates, shared out evenly. */
const priorChoices = 1;

const iterations = 20;

/**
 * Strengths of slates, by slate, with sum 1, from choices counted by `set * slates + slate chosen`: `free` are those of
 * `leaning`, `later` those of `next`. Plackett-Luce as for names (see fitStrengths), each choice from the slates that
 * have names left. A bloc's own slate is never weaker than another in `leaning`: that is what leaning to it means, and
 * it keeps blocs apart. Where nobody could choose their own slate later, `next`
 * gives it the odds `leaning` does; where nobody chose freely, `leaning` is as `next`.
 */
export function fitSlates(
  free: Float64Array,
  later: Float64Array,
  { sets }: Pick<Patterns, 'sets'>,
  { slates, members }: Field,
  own: SlateId | null,
): { readonly leaning: Float64Array; readonly next: Float64Array } {
  const named = Array.from({ length: slates }, (_, slate) => (members[slate] ?? []).length > 0);
  if (own === null) {
    const all = strengthsOf(
      free.map((count, i) => count + (later[i] as number)),
      sets,
      named,
    );
    return { leaning: all, next: all };
  }
  const next = strengthsOf(later, sets, named);
  const leaning = free.some((count) => count > 0) ? strengthsOf(free, sets, named) : next.slice();
  leaning[own] = Math.max(...leaning);
  const chosen = sets.some(
    (set, i) => set[own] === true && later.subarray(i * slates, (i + 1) * slates).some((n) => n > 0),
  );
  if (!chosen) {
    const others = (strengths: Float64Array): number =>
      strengths.reduce((sum, strength, slate) => sum + (slate === own ? 0 : strength), 0);
    if (others(leaning) > 0) next[own] = (leaning[own] / others(leaning)) * others(next);
  }
  return { leaning, next };
}

function strengthsOf(
  counts: Float64Array,
  sets: readonly (readonly boolean[])[],
  named: readonly boolean[],
): Float64Array {
  const slates = named.length;
  const even = 1 / named.filter(Boolean).length;
  const wins = Float64Array.from(named, (is) => (is ? priorChoices * even : 0));
  const made = sets.map((set, i) => {
    if (set.filter(Boolean).length < 2) return 0; // no choice at all
    const own = counts.subarray(i * slates, (i + 1) * slates);
    own.forEach((count, slate) => (wins[slate] = (wins[slate] as number) + count));
    return own.reduce((sum, count) => sum + count, 0);
  });
  const used = sets.flatMap((set, i) => ((made[i] as number) > 0 ? [{ set, made: made[i] as number }] : []));
  let strengths = Float64Array.from(named, (is) => (is ? even : 0));
  for (let i = 0; i < iterations; i++) {
    const sums = new Float64Array(slates).fill(priorChoices / total(strengths, named));
    for (const { set, made: choices } of used) {
      const rate = choices / total(strengths, set);
      set.forEach((has, slate) => (sums[slate] = (sums[slate] as number) + (has ? rate : 0)));
    }
    const found = wins.map((won, slate) => won / (sums[slate] as number));
    const scale = 1 / total(found, named);
    strengths = found.map((strength) => strength * scale);
  }
  return strengths;
}

const total = (strengths: Float64Array, set: readonly boolean[]): number =>
  strengths.reduce((sum, strength, slate) => sum + (set[slate] === true ? strength : 0), 0);
