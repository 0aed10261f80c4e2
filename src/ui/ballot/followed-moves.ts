import { tick } from 'svelte';
import type { CandidateId } from '../../election/candidate';
import { placeIn, type BallotLists } from './ballot-lists';
import type { BallotMoves } from './ballot-moves';
import { findRow, focusedControl, focusRow, type RowControl } from './row-focus';

/** What the moves of a board go by. */
export interface FollowedBoard {
  readonly element: () => HTMLElement;
  /** The lists as they are when nothing is dragged. */
  readonly lists: () => BallotLists;
  readonly moves: () => BallotMoves;
  /** Has just been given the next number by a tap. */
  readonly onranked: (candidate: CandidateId) => void;
}

/** The moves of the rows in each list, and with each what becomes of the focus and of the place one is looking at. */
export function followMoves({ element, lists, moves, onranked }: FollowedBoard) {
  const ballot = (): CandidateId[] => [...lists().ranking, ...lists().last];
  const focusHeading = (): void => element().querySelector<HTMLElement>('[data-ranking-heading]')?.focus();
  /** As on the screen, where they may stand in groups. */
  const poolOrder = (): CandidateId[] =>
    [...element().querySelectorAll<HTMLElement>('[data-list="pool"] [data-candidate]:not([hidden])')].map((row) =>
      Number(row.dataset['candidate']),
    );
  const topOf = (candidate: CandidateId | undefined): number | null =>
    candidate === undefined ? null : (findRow(element(), 'pool', candidate)?.getBoundingClientRect().top ?? null);

  /** Takes a name from the pool; focus goes to the same control of the next. */
  async function takeFromPool(candidate: CandidateId, take: () => void, control: RowControl): Promise<void> {
    const order = poolOrder();
    const at = order.indexOf(candidate);
    const after = order[at + 1];
    const heir = after ?? order[at - 1];
    // The row above grows by one when the lists are stacked; scroll along, so that the next name comes under the finger.
    const before = topOf(after === undefined ? heir : candidate);
    take();
    await tick();
    if (before !== null) window.scrollBy({ top: (topOf(heir) ?? before) - before, behavior: 'instant' });
    if (focusRow(element(), 'pool', heir, control, { preventScroll: true })) return;
    const showAll = element().querySelector<HTMLElement>('[data-show-all]'); // nobody else was found
    if (showAll === null) focusHeading();
    else showAll.focus({ preventScroll: true });
  }

  async function rankTapped(candidate: CandidateId): Promise<void> {
    const take = (): void => {
      moves().rank(candidate);
      onranked(candidate);
    };
    await takeFromPool(candidate, take, 'name');
    const scroll = element().querySelector<HTMLElement>('[data-ranking-scroll]');
    const end = element().querySelector<HTMLElement>('[data-ranking-end]');
    if (scroll && end) scroll.scrollTop = end.offsetTop + end.offsetHeight - scroll.clientHeight;
  }

  async function moveAndFollow(candidate: CandidateId, move: () => void): Promise<void> {
    const control = focusedControl();
    move();
    await tick();
    if (control) focusRow(element(), placeIn(lists(), candidate).list, candidate, control);
  }

  /** Takes a name off the ballot; focus goes to the same control of the one that comes in its place. */
  async function takeOff(candidate: CandidateId, take: () => void): Promise<void> {
    const control = focusedControl() ?? 'name';
    const { list, index } = placeIn(lists(), candidate);
    take();
    await tick();
    const heir = lists()[list][index] ?? lists()[list][index - 1] ?? ballot().at(-1);
    const followed = heir !== undefined && focusRow(element(), placeIn(lists(), heir).list, heir, control);
    if (!followed && !focusRow(element(), 'pool', candidate, 'name')) focusHeading();
  }

  const ranked: BallotMoves = {
    rank: (candidate) => void moveAndFollow(candidate, () => moves().rank(candidate)),
    putLast: (candidate) => void moveAndFollow(candidate, () => moves().putLast(candidate)),
    moveTo: (candidate, number) => {
      if (number < 1 || number > ballot().length) return; // "up" on the first row, "down" on the last
      void moveAndFollow(candidate, () => moves().moveTo(candidate, number));
    },
    unrank: (candidate) => void takeOff(candidate, () => moves().unrank(candidate)),
    park: (candidate) => void takeOff(candidate, () => moves().park(candidate)),
    unpark: (candidate) => moves().unpark(candidate),
    clear: () => {
      moves().clear();
      focusHeading();
    },
  };
  const pool: BallotMoves = {
    ...ranked,
    rank: (candidate) => void rankTapped(candidate),
    putLast: (candidate) => void takeFromPool(candidate, () => moves().putLast(candidate), 'more'),
    park: (candidate) => void takeFromPool(candidate, () => moves().park(candidate), 'more'),
  };
  return { ranked, pool };
}
