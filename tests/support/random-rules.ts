import fc from 'fast-check';
import { choices, type Axes } from '../../src/count/choices';
import type { TieLook, TransferRule } from '../../src/count/rule';

const one = <Choice extends string>(words: Readonly<Record<Choice, true>>): fc.Arbitrary<Choice> =>
  fc.constantFrom(...(Object.keys(words) as Choice[]));

const { tieLook, ...words } = choices;
export const looks: fc.Arbitrary<TieLook[]> = fc.uniqueArray(one(tieLook), { maxLength: 2 });
const ofWords = Object.fromEntries(
  Object.entries(words).map(([axis, some]) => [axis, one(some as Readonly<Record<string, true>>)]),
) as unknown as { readonly [Axis in keyof typeof words]: fc.Arbitrary<Axes[Axis]> };

const axes: { readonly [Axis in keyof Axes]: fc.Arbitrary<Axes[Axis]> } = {
  ...ofWords,
  decimals: fc.oneof(fc.constantFrom(0, 1, 2, 5, 9, 30), fc.constant('exact' as const)),
  excludedFirst: fc.constantFrom(0, 0, 1, 3, 10),
  ties: looks,
  surplusTies: fc.option(looks),
};

/** Records of all axes, freely combined: also such as have no meaning, which `checkRule` refuses. */
export const randomRules: fc.Arbitrary<TransferRule> = fc.record(axes).map((choices) => ({
  id: 'random',
  name: 'Random',
  description: 'Drawn by a test.',
  source: { title: '', section: '', address: null },
  basis: 'recalled',
  family: 'textbook',
  method: 'transfers',
  ...choices,
}));
