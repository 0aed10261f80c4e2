import type { GridCell } from './sheet-grid';

/** What a row holds behind its head. */
export interface RowCells {
  readonly cells: readonly GridCell[];
  /** Place of the first of them among the columns of the whole table, from 1; null where all are on the page. */
  readonly firstColumn: number | null;
  /** Whether columns are left out before them, and after. */
  readonly before: boolean;
  readonly after: boolean;
}

/**
 * An attachment that writes the cells of a row into those that are there already. By hand, since a sheet has a thousand of
 * them, and a block of the template for each takes twice as long to make, change and take away.
 */
export function rowCells({ cells, firstColumn, before, after }: RowCells): (row: HTMLElement) => void {
  const gap = { text: '', kind: 'gap' } as const;
  const wanted = [...(before ? [gap] : []), ...cells, ...(after ? [gap] : [])];
  return (row) => {
    while (row.children.length > 1 + wanted.length) row.lastElementChild?.remove();
    while (row.children.length < 1 + wanted.length) row.append(document.createElement('td'));
    wanted.forEach(({ text, kind }, i) => {
      const cell = row.children[1 + i];
      if (cell === undefined) throw new Error(`the row has ${row.children.length} cells and a head, not ${i + 2}`);
      if (cell.textContent !== text) cell.textContent = text;
      if (cell.className !== (kind ?? '')) cell.className = kind ?? '';
      setOrRemove(cell, 'aria-hidden', kind === 'gap' ? 'true' : null);
      const column = firstColumn === null || kind === 'gap' ? null : firstColumn + i - Number(before);
      setOrRemove(cell, 'aria-colindex', column === null ? null : `${column}`);
    });
  };
}

function setOrRemove(element: Element, name: string, value: string | null): void {
  if (value !== null) element.setAttribute(name, value);
  else if (element.hasAttribute(name)) element.removeAttribute(name);
}
