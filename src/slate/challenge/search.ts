import type { Rule } from '../../count/rule';
import { contestsOf, costOf, counted, type Case } from './case';
import { drawElection, drawNearKnown, type Claim, type Drawn } from './draw';
import { minimise } from './minimise';

/** Elections from `from` to `to`, both included, by their numbers. */
export interface Search {
  readonly claim: Claim;
  readonly rule: Rule;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
}

/** How many changes were tried on how many elections, and the first case of a seat lost, with as few voters as show it. */
export interface Searched {
  readonly tried: number;
  readonly elections: number;
  readonly found: Case | null;
}

/** Stops at the first case found. Yields the part of the elections gone through, 0 to 1. */
export function* searching(
  { claim, rule, seed, from, to }: Search,
  draw: (number: number) => Drawn = (number) => drawFor(claim, rule, seed, number),
): Generator<number, Searched, void> {
  let tried = 0;
  for (let number = from; number <= to; number++) {
    const { changes, ...election } = draw(number);
    // All changes of a kind have one of their two counts in common.
    const shared = sharedCount({ changes, ...election }, rule);
    if (shared !== null) {
      for (const change of changes) {
        const one: Case = { ...election, change };
        const [before, after] = contestsOf(one);
        const other = counted(claim === 'stops-sooner' ? after : before, rule);
        tried++;
        if (other === null) continue;
        const cost = claim === 'stops-sooner' ? costOf(one, shared, other) : costOf(one, other, shared);
        if (cost.length > 0) return { tried, elections: number - from + 1, found: minimise(one, rule) };
      }
    }
    yield (number - from + 1) / (to - from + 1);
  }
  return { tried, elections: to - from + 1, found: null };
}

function sharedCount({ changes: [change], ...election }: Drawn, rule: Rule) {
  if (change === undefined) return null;
  const [before, after] = contestsOf({ ...election, change });
  return counted(change.kind === 'stops-sooner' ? before : after, rule);
}

/** Whether a rule counts anew after an exclusion, so that what was settled can be opened again. */
export const startsAgain = (rule: Rule): boolean => rule.method === 'transfers' && rule.excludedPapers === 'restart';

/** Under rules that start again every second election is near one in which naming more is known to harm: it is rare. */
function drawFor(claim: Claim, rule: Rule, seed: string, number: number): Drawn {
  const near = claim === 'ranks-further' && startsAgain(rule) && number % 2 === 0;
  return near ? drawNearKnown(seed, number) : drawElection(claim, seed, number);
}
