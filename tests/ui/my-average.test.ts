import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { chanceOf } from '../../src/turnout/ensemble/chances';
import MyAverage from '../../src/ui/runs/MyAverage.svelte';

it('two candidates of the same name are two rows', () => {
  const mine = {
    followed: 10,
    withElected: [40, 20],
    withOthers: [5, 3],
    cut: 0,
    kept: { mean: 60, error: 2 },
    stopped: { mean: 32, error: 2 },
    helped: [chanceOf(2, 10), chanceOf(8, 10)],
  };
  render(MyAverage, { mine, names: ['John Smith', 'John Smith'] });
  const rows = screen.getAllByRole('row', { name: /^John Smith/ });
  expect(rows.map(({ textContent }) => textContent)).toEqual(['John Smith45p40p', 'John Smith23p20p']);
});
