import fc from 'fast-check';
import { choices, looks, type Axes, type RuleBy, type Takes } from '../../src/count/choices';
import type { Rule } from '../../src/count/rule';

/*
 * Rules of one way of counting with all its axes freely combined: also such as have no meaning, which `checkRule`
 * refuses. What numbers an axis takes is told here; all other axes are drawn from what `choices` says.
 */

type Drawn<Method extends Rule['method']> = { readonly [Axis in keyof Axes<Method>]: fc.Arbitrary<Axes<Method>[Axis]> };

const listsOfLooks = fc.uniqueArray(fc.constantFrom(...Object.keys(looks)), { maxLength: 2 });

function drawnFrom(takes: Takes): fc.Arbitrary<unknown> {
  switch (takes) {
    case 'looks':
      return listsOfLooks;
    case 'looks-or-null':
      return fc.option(listsOfLooks);
    case 'number':
    case 'number-or-exact':
      throw new Error(`which ${takes} is drawn has to be told`);
    default:
      return fc.constantFrom(...Object.keys(takes));
  }
}

function rulesBy<Method extends Rule['method']>(
  method: Method,
  numbers: Partial<Drawn<Method>>,
): fc.Arbitrary<RuleBy<Method>> {
  const axes = Object.entries<Takes>(choices[method]).map(([axis, takes]) => [
    axis,
    (numbers as Readonly<Record<string, fc.Arbitrary<unknown>>>)[axis] ?? drawnFrom(takes),
  ]);
  const head = {
    id: 'random',
    name: 'Random',
    description: 'Drawn by a test.',
    source: { title: '', section: '', address: null },
    basis: 'definition',
    family: 'textbook',
    method,
  };
  return fc.record(Object.fromEntries(axes) as Record<string, fc.Arbitrary<unknown>>).map((drawn) => {
    return { ...head, ...(method === 'quotients' ? { ties: [] } : {}), ...drawn } as unknown as RuleBy<Method>;
  });
}

export const randomTransferRules = rulesBy('transfers', {
  decimals: fc.oneof(fc.constantFrom(0, 1, 2, 5, 9, 30), fc.constant('exact' as const)),
  excludedFirst: fc.constantFrom(0, 0, 1, 3, 10),
});

export const randomKeepRules = rulesBy('keep-values', {
  decimals: fc.integer({ min: 1, max: 9 }),
  surplusBelow: fc.nat({ max: 9 }),
});

export const randomQuotientRules = rulesBy('quotients', { decimals: fc.constantFrom(0, 1, 2, 5, 9, 30) });
