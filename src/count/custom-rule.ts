import { fail, type Result } from '../basics/result';
import { checkRule } from './check-rule';
import { choices, type Axes } from './choices';
import type { Rule, TieLook, TransferRule } from './rule';
import { findRule } from './rules/rules';

/**
 * A rule of one's own, from what a file says: the id of the rule it starts from (`base`, one that hands papers on), a
 * `name` if wanted, and the choices that differ, by their names in `rule.ts`:
 * {"base": "scottish-2007", "name": "Ours", "decimals": 2, "ties": ["forwards"]}.
 */
export function customRule(said: unknown): Result<Rule, { readonly messages: readonly string[] }> {
  if (!isRecord(said)) return fail({ messages: ['A rule is written as {"base": "scottish-2007", ...}.'] });
  const { base, name, ...changes } = said;
  const start = typeof base === 'string' ? findRule(base) : null;
  if (start?.method !== 'transfers') {
    return fail({
      messages: [`"base" names a rule whose papers are handed on, which ${JSON.stringify(base)} is not.`],
    });
  }
  const messages = Object.entries(changes).flatMap(([axis, choice]) => whatIsWrong(axis, choice));
  if (name !== undefined && (typeof name !== 'string' || name.trim() === '')) messages.push('"name" is a text.');
  if (messages.length > 0) return fail({ messages });
  const rule: TransferRule = {
    ...start,
    ...(changes as Partial<Axes>),
    id: 'custom',
    name: typeof name === 'string' ? name : `${start.name}, changed`,
    description: `As ${start.name}, but: ${Object.entries(changes)
      .map(([axis, choice]) => `${axis} ${JSON.stringify(choice)}`)
      .join(', ')}.`,
    basis: 'definition',
  };
  return checkRule(rule);
}

function whatIsWrong(axis: string, choice: unknown): string[] {
  if (axis === 'decimals')
    return typeof choice === 'number' || choice === 'exact' ? [] : [shouldBe(axis, choice, ['a number', '"exact"'])];
  if (axis === 'excludedFirst') return typeof choice === 'number' ? [] : [shouldBe(axis, choice, ['a number'])];
  if (axis === 'ties')
    return isListOfLooks(choice) ? [] : [shouldBe(axis, choice, [`a list of ${listOf(choices.tieLook)}`])];
  if (axis === 'surplusTies') {
    return choice === null || isListOfLooks(choice)
      ? []
      : [shouldBe(axis, choice, ['null', `a list of ${listOf(choices.tieLook)}`])];
  }
  if (axis === 'tieLook' || !(axis in choices)) return [`There is nothing to choose called "${axis}".`];
  const words = choices[axis as keyof typeof choices];
  return typeof choice === 'string' && choice in words
    ? []
    : [
        shouldBe(
          axis,
          choice,
          Object.keys(words).map((word) => `"${word}"`),
        ),
      ];
}

const isListOfLooks = (choice: unknown): choice is readonly TieLook[] =>
  Array.isArray(choice) && choice.every((look) => typeof look === 'string' && look in choices.tieLook);

const listOf = (words: Readonly<Record<string, true>>): string =>
  Object.keys(words)
    .map((word) => `"${word}"`)
    .join(', ');

const shouldBe = (axis: string, choice: unknown, words: readonly string[]): string =>
  `"${axis}" is ${words.join(' or ')}, not ${JSON.stringify(choice)}.`;

const isRecord = (said: unknown): said is Readonly<Record<string, unknown>> =>
  typeof said === 'object' && said !== null && !Array.isArray(said);
