import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { count } from '../../src/count/count';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import FactsTable from '../../src/ui/compare/FactsTable.svelte';
import { contestOf } from '../support/contests';

it('votes that differ only in the noughts they are written with are not marked', async () => {
  const a = count(contestOf(2, 4, ['14: 0 1', '6: 1', '5: 2 1', '3: 3']), scottish2007, { kind: 'seeded', seed: '1' });
  const [first, ...rest] = a.stages.toReversed();
  if (first === undefined) throw new Error('a stage is counted');
  const endingIn = (nonTransferable: bigint) => [...rest.toReversed(), { ...first, nonTransferable }];
  const half = { ...a, stages: endingIn(350_000n) };
  const longer = {
    ...a,
    vote: 1000n * a.vote,
    places: a.places + 3,
    quota: 1000n * (a.quota ?? 0n),
    stages: endingIn(350_000_000n).map((stage) => ({
      ...stage,
      quota: 1000n * (stage.quota ?? 0n),
      lossByFraction: 1000n * stage.lossByFraction,
    })),
  };
  const { rerender } = render(FactsTable, { a: half, b: longer });
  expect(screen.getByRole('row', { name: /^Votes that stopped/ })).toHaveTextContent(/3\.50000\s*3\.50000000$/);
  expect(screen.queryByText('(differs)')).toBeNull();
  const [last, ...others] = longer.stages.toReversed();
  if (last === undefined) throw new Error('a stage is counted');
  await rerender({
    a: half,
    b: { ...longer, stages: [...others.toReversed(), { ...last, nonTransferable: 350_000_001n }] },
  });
  expect(screen.getAllByText('(differs)')).toHaveLength(1);
});
