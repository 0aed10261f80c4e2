import { fail, type Result } from '../basics/result';
import { checkRule } from './check-rule';
import { choices, looks, type Takes } from './choices';
import type { Rule } from './rule';
import { findRule, rules } from './rules/rules';

/**
 * A rule of one's own, from what a file says: the id of the rule it starts from (`base`), a `name` if wanted, and the
 * choices that differ, by their names in `rule.ts`; it can take only those of its base's way of counting:
 * {"base": "scottish-2007", "name": "Ours", "decimals": 2, "ties": ["forwards"]}.
 */
export function customRule(said: unknown): Result<Rule, { readonly messages: readonly string[] }> {
  if (!isRecord(said)) return fail({ messages: ['A rule is written as {"base": "scottish-2007", ...}.'] });
  const { base, name, ...changes } = said;
  const start = typeof base === 'string' ? findRule(base) : null;
  if (start === null) {
    return fail({ messages: [shouldBe('base', base, [`one of ${listOf(rules.map(({ id }) => id))}`])] });
  }
  const messages = Object.entries(changes).flatMap(([axis, choice]) => whatIsWrong(start, axis, choice));
  if (name !== undefined && (typeof name !== 'string' || name.trim() === '')) messages.push('"name" is a text.');
  if (messages.length > 0) return fail({ messages });
  const changed = Object.entries(changes).map(([axis, choice]) => `${axis} ${JSON.stringify(choice)}`);
  return checkRule({
    ...start,
    ...(changes as Partial<Rule>),
    id: 'custom',
    name: typeof name === 'string' ? name : `${start.name}, changed`,
    description: changed.length === 0 ? `As ${start.name}.` : `As ${start.name}, but: ${changed.join(', ')}.`,
    basis: 'definition',
  } as Rule);
}

function whatIsWrong(start: Rule, axis: string, choice: unknown): string[] {
  const axes: Readonly<Record<string, Takes>> = choices[start.method];
  const takes = Object.hasOwn(axes, axis) ? axes[axis] : undefined;
  if (takes === undefined) {
    return [`There is nothing to choose called "${axis}" in ${start.id}; there is ${listOf(Object.keys(axes))}.`];
  }
  if (fits(takes, choice)) return [];
  return [shouldBe(axis, choice, wordsFor(takes))];
}

function fits(takes: Takes, choice: unknown): boolean {
  switch (takes) {
    case 'number':
      return typeof choice === 'number';
    case 'number-or-exact':
      return typeof choice === 'number' || choice === 'exact';
    case 'looks':
      return Array.isArray(choice) && choice.every((look) => fits(looks, look));
    case 'looks-or-null':
      return choice === null || fits('looks', choice);
    default:
      return typeof choice === 'string' && Object.hasOwn(takes, choice);
  }
}

function wordsFor(takes: Takes): readonly string[] {
  switch (takes) {
    case 'number':
      return ['a number'];
    case 'number-or-exact':
      return ['a number', '"exact"'];
    case 'looks':
      return [`a list of ${listOf(Object.keys(looks))}`];
    case 'looks-or-null':
      return ['null', ...wordsFor('looks')];
    default:
      return Object.keys(takes).map((word) => `"${word}"`);
  }
}

const listOf = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

const shouldBe = (axis: string, choice: unknown, words: readonly string[]): string =>
  `"${axis}" is ${words.join(' or ')}, not ${choice === undefined ? 'left out' : JSON.stringify(choice)}.`;

const isRecord = (said: unknown): said is Readonly<Record<string, unknown>> =>
  typeof said === 'object' && said !== null && !Array.isArray(said);
