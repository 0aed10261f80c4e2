import type { CandidateId } from '../../election/candidate';
import type { ListName } from './ballot-lists';

/** The controls of a row that can hold focus, as their `data-control`. */
export type RowControl =
  | 'name'
  | 'box'
  | 'more'
  | 'up'
  | 'down'
  | 'remove'
  | 'top'
  | 'bottom'
  | 'put-last'
  | 'rank-next'
  | 'never'
  | 'position'
  | 'handle'
  | 'star'
  | 'details';

/** A candidate's row; not the copy of it that stands in its place while it is dragged. */
export function findRow(board: HTMLElement, list: ListName, candidate: CandidateId): HTMLElement | null {
  return board.querySelector(`[data-list="${list}"] [data-candidate="${candidate}"]:not([data-dnd-placeholder])`);
}

/** Focuses a control of the row, or its name where that control is not shown. False if there is no such row. */
export function focusRow(
  board: HTMLElement,
  list: ListName,
  candidate: CandidateId | undefined,
  control: RowControl,
  options?: FocusOptions,
): boolean {
  const row = candidate === undefined ? null : findRow(board, list, candidate);
  if (row === null) return false;
  for (const wanted of [control, 'name']) {
    const target = row.querySelector<HTMLElement>(`[data-control="${wanted}"]`);
    target?.focus(options);
    if (target !== null && document.activeElement === target) return true; // one that CSS hides cannot take focus
  }
  return false;
}

/** The control that has focus now, if it is in a row. */
export function focusedControl(): RowControl | null {
  const control = document.activeElement?.closest('[data-control]')?.getAttribute('data-control');
  return (control as RowControl | undefined) ?? null;
}
