import type { Rule } from '../../src/count/rule';
import { findRule } from '../../src/count/rules/rules';
import type { Case } from '../../src/slate/challenge/case';
import type { Claim, Drawn } from '../../src/slate/challenge/draw';
import { minimising } from '../../src/slate/challenge/minimise';
import { searching, type Searched } from '../../src/slate/challenge/search';

export function ruleCalled(id: string): Rule {
  const rule = findRule(id);
  if (rule === null) throw new Error(`there is no rule ${id}`);
  return rule;
}

export function last<T>(steps: Generator<number, T, void>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

export const minimise = (found: Case, id: string): Case => last(minimising(found, ruleCalled(id)));

/** What a search of elections 1 to `to` comes to, a case found as it was drawn. */
export function searchedRaw(id: string, claim: Claim, to: number, draw?: (number: number) => Drawn): Searched {
  const made = last(searching({ claim, rule: ruleCalled(id), seed: 'test', from: 1, to }, draw));
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

/** The same, a case found made as small as it goes. */
export function searched(id: string, claim: Claim, to: number, draw?: (number: number) => Drawn): Searched {
  const made = searchedRaw(id, claim, to, draw);
  return { ...made, found: made.found && minimise(made.found, id) };
}
