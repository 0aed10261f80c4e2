import { render, screen, within } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import SheetPrint from '../../src/ui/sheet/SheetPrint.svelte';
import SheetTable from '../../src/ui/sheet/SheetTable.svelte';
import type { Grid, GridHead } from '../../src/ui/sheet/sheet-grid';

/** A sheet whose cells say where they are. */
function gridOf(rows: number, columns: number, letter: string): Grid {
  const head = (key: string): GridHead => {
    return { key, name: key, note: '', mark: '', stage: null, total: false, elected: false };
  };
  const places = (count: number) => Array.from({ length: count }, (_, i) => i);
  return {
    corner: 'Candidate',
    rows: places(rows).map((row) => head(`${letter}${row}`)),
    columns: places(columns).map((column) => head(`c${column}`)),
    cells: (row, { from, to }) =>
      places(columns)
        .slice(from, to)
        .map((column) => ({ text: `${letter}${row}/${column}`, kind: row === column ? 'now' : null })),
  };
}

const texts = (row: HTMLElement) =>
  within(row)
    .queryAllByRole('cell')
    .map(({ textContent }) => textContent);
const rowsOf = (grid: Grid) => grid.rows.map((_, row) => grid.cells(row, { from: 0, to: grid.columns.length }));
const opened = (grid: Grid) => {
  const props = { grid, digits: 9, order: { by: 'paper' } as const, onorder: () => undefined };
  return render(SheetTable, props);
};

it('a sheet of hundreds of cells is all on the page soon after, and again when it is ordered or turned', async () => {
  const { rerender } = opened(gridOf(12, 30, 'a'));
  for (const grid of [gridOf(12, 30, 'a'), gridOf(12, 30, 'b'), gridOf(30, 12, 'c'), gridOf(3, 4, 'd')]) {
    await rerender({ grid });
    await vi.waitFor(() => {
      const [head, ...rows] = screen.getAllByRole('row');
      expect(head?.textContent).toContain(`c${grid.columns.length - 1}`);
      expect(rows.map(texts)).toEqual(rowsOf(grid).map((cells) => cells.map(({ text }) => text)));
      const now = rows.map((row) => row.querySelector('.now')?.textContent);
      expect(now).toEqual(rowsOf(grid).map((cells) => cells.find(({ kind }) => kind === 'now')?.text));
    });
    expect(screen.getByRole('table')).not.toHaveAttribute('aria-rowcount');
  }
});

it('a sheet that is turned is looked at from its start, one that is ordered where it was', async () => {
  const { rerender } = opened(gridOf(30, 12, 'a'));
  const frame = screen.getByRole('region', { name: 'Result sheet' });
  frame.scrollTop = 300;
  await rerender({ grid: gridOf(30, 12, 'b') });
  expect(frame.scrollTop).toBe(300);
  await rerender({ grid: { ...gridOf(12, 30, 'c'), corner: 'Stage' } });
  expect(frame.scrollTop).toBe(0);
});

it('of a larger one only what is in view is, each cell with its place in the whole', () => {
  const grid = gridOf(500, 400, 'a');
  opened(grid);
  expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '501');
  expect(screen.getByRole('table')).toHaveAttribute('aria-colcount', '401');
  const cells = screen.getAllByRole('cell');
  expect(cells.length).toBeGreaterThan(20);
  expect(cells.length).toBeLessThan(1000);
  for (const cell of cells) {
    const row = Number(cell.closest('tr')?.getAttribute('aria-rowindex')) - 2;
    expect(cell.textContent).toBe(`a${row}/${Number(cell.getAttribute('aria-colindex')) - 2}`);
  }
});

it('on paper a block has only the rows that have something to say in it', () => {
  const full = gridOf(4, 30, 'a');
  const grid: Grid = {
    ...full,
    // The first row is empty from the twelfth column on, the second all along.
    cells: (row, span) =>
      full
        .cells(row, span)
        .map((cell, i) => (row === 1 || (row === 0 && span.from + i > 10) ? { text: '', kind: null } : cell)),
  };
  render(SheetPrint, { grid, digits: 9, title: 'Ward', notes: [] });
  const namesOf = (table: HTMLElement) =>
    within(table)
      .getAllByRole('rowheader', { hidden: true })
      .map(({ textContent }) => textContent);
  const blocks = screen.getAllByRole('table', { hidden: true });
  expect(blocks.map(namesOf)).toEqual([
    ['a0', 'a2', 'a3'],
    ['a0', 'a2', 'a3'],
    ['a2', 'a3'],
  ]);
});
