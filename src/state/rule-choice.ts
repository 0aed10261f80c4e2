import type { Rule } from '../count/rule';
import { findRule } from '../count/rules/rules';
import { scottish2007 } from '../count/rules/scottish-2007';
import type { Election } from '../election/election';
import type { ChoiceState } from './choice';

/** The rule to count by: the one picked for this election, else its own; a newer app may have named one not here. */
export function ruleFor({ rules: picked }: Pick<ChoiceState, 'rules'>, election: Election): Rule {
  return findRule(picked[election.id] ?? election.rule) ?? findRule(election.rule) ?? scottish2007;
}
