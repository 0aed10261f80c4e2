import { fail, ok, type Result } from '../../basics/result';
import { whyUnfit } from '../../count/contest';
import type { Count } from '../../count/count';
import type { Rule } from '../../count/rule';
import { contestsOf, costOf, counted, type Case } from './case';
import { drawElection, drawNearKnown, type Claim, type Drawn } from './draw';

/** Elections from `from` to `to`, both included, by their numbers. */
export interface Search {
  readonly claim: Claim;
  readonly rule: Rule;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
}

/** How many changes were tried on how many elections, and the first case of a seat lost, as it was drawn. */
export interface Searched {
  readonly tried: number;
  readonly elections: number;
  readonly found: Case | null;
}

/**
 * Stops at the first case found. Yields the part of the elections gone through, 0 to 1. Fails where the rule can count none
 * of them.
 */
export function* searching(
  { claim, rule, seed, from, to }: Search,
  draw: (number: number) => Drawn = (number) => drawFor(claim, rule, seed, number),
): Generator<number, Result<Searched, { readonly message: string }>, void> {
  let tried = 0;
  let uncounted = 0;
  for (let number = from; number <= to; number++) {
    const looked = lookedAt(draw(number), rule);
    if (looked === null) uncounted++;
    tried += looked?.tried ?? 0;
    if (looked?.found) return ok({ tried, elections: number - from + 1, found: looked.found });
    yield (number - from + 1) / (to - from + 1);
  }
  const elections = to - from + 1;
  if (uncounted === elections) return fail({ message: `${rule.name} cannot count any of these made-up elections.` });
  return ok({ tried, elections, found: null });
}

/** The changes of one election, up to the first that costs a seat; null where the rule cannot count it. */
function lookedAt({ changes, ...election }: Drawn, rule: Rule): Omit<Searched, 'elections'> | null {
  // All changes of a kind have one of their two counts in common: the one a slate or a voter comes to without stopping.
  let shared: Count | null = null;
  let tried = 0;
  for (const change of changes) {
    const one: Case = { ...election, change };
    const [before, after] = contestsOf(one);
    const [common, other] = change.kind === 'stops-sooner' ? [before, after] : [after, before];
    shared ??= counted(common, rule);
    if (shared === null) return null;
    const count = counted(other, rule);
    if (count === null) continue;
    tried++;
    const cost = change.kind === 'stops-sooner' ? costOf(one, shared, count) : costOf(one, count, shared);
    if (cost.length > 0) return { tried, found: one };
  }
  return { tried, found: null };
}

/** Whether a rule counts anew after an exclusion, so that what was settled can be opened again. */
export const startsAgain = (rule: Rule): boolean => rule.method === 'transfers' && rule.excludedPapers === 'restart';

/** Under rules that start again every second election is near one in which naming more is known to harm: it is rare. */
function drawFor(claim: Claim, rule: Rule, seed: string, number: number): Drawn {
  const near = claim === 'ranks-further' && startsAgain(rule) && number % 2 === 0;
  if (near) return drawNearKnown(seed, number);
  return drawElection(claim, seed, number, whyUnfit(rule, 2) === null ? 3 : 1);
}
