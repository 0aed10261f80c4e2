import { ruleIds, type Rule, type RuleId } from '../rule';
import { ers97 } from './ers97';
import { scottish2007 } from './scottish-2007';
import { wigmPrf } from './wigm-prf';

/** Every named rule, in the order they are offered. */
export const rules: Readonly<Record<RuleId, Rule>> = { 'scottish-2007': scottish2007, ers97, 'wigm-prf': wigmPrf };

export const isRuleId = (id: string): id is RuleId => (ruleIds as readonly string[]).includes(id);
