import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkRule } from '../../src/count/check-rule';
import { ruleFamilies } from '../../src/count/rule';
import { findRule, rules } from '../../src/count/rules/rules';

describe('the rules', () => {
  it('have ids and names of their own, and can be found', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    for (const rule of rules) expect(findRule(rule.id)).toBe(rule);
    expect(findRule('toss')).toBeNull();
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s makes sense, says what it is and where it is from',
    (_, rule) => {
      expect(checkRule(rule).ok).toBe(true);
      expect(ruleFamilies).toContain(rule.family);
      expect(rule.description).toMatch(/^[A-Z].*\.$/);
      expect(rule.description.length).toBeLessThan(260);
      expect(rule.source.title.length).toBeGreaterThan(3);
      if (rule.basis === 'recalled')
        expect(rule.description).toMatch(/not (found|confirmed|read|from its text)|recalled/i);
    },
  );

  it('are all listed in the docs with how well they are known', () => {
    const listed = new Map(
      [...readFileSync('docs/rules.md', 'utf8').matchAll(/^\| `([^`]+)` *\|[^|]*\| ([^|]*?) *\|/gm)].map(
        ([, id, basis]) => [id, basis],
      ),
    );
    const known = { text: 'text', programs: 'programs', definition: 'definition', recalled: 'not confirmed' };
    expect(listed).toEqual(new Map(rules.map(({ id, basis }) => [id, known[basis]])));
  });
});
