import type { Rule } from '../count/rule';
import { isRuleId, rules } from '../count/rules/rules';
import type { Election } from '../election/election';
import type { ChoiceState } from './choice';

/** The rule to count by: the one picked for this election, else its own. */
export function ruleFor({ rules: picked }: Pick<ChoiceState, 'rules'>, election: Election): Rule {
  return rules[picked[election.id] ?? ownRuleId(election)];
}

/** A record from a newer app may name a rule that is not here yet. */
function ownRuleId({ rule }: Election): Rule['id'] {
  return isRuleId(rule) ? rule : 'scottish-2007';
}
