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

it('the parts of the bar are those of the headline', () => {
  const mine = {
    followed: 200,
    withElected: [44],
    withOthers: [30.5],
    cut: 0,
    kept: { mean: 44, error: 3 },
    stopped: { mean: 25.5, error: 3 },
    helped: [chanceOf(102, 200), chanceOf(98, 200)],
  };
  render(MyAverage, { mine, names: ['Anna'] });
  const bar = screen.getByRole('img').textContent.match(/\d+p/g) ?? [];
  expect(screen.getByRole('heading').textContent.match(/\d+p/g)).toEqual(bar);
  expect(bar.reduce((sum, pence) => sum + parseInt(pence, 10), 0)).toBe(100);
});
