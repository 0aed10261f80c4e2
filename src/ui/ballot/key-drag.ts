import type { CandidateId } from '../../election/candidate';
import { placeIn, samePlace, type BallotLists, type ListPlace } from './ballot-lists';
import { otherRows, rowsPast, type Panels } from './drop-place';

/** Where an arrow key points: one of the two is 0. */
interface Arrow {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}
const arrows: Readonly<Record<string, Arrow>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/**
 * Where a key takes a candidate from where they are: up and down through the ballot, across between it and the pool beside it;
 * where the pool is below it, up and down too. The same place where there is nowhere to go.
 */
function placeByKey(panels: Panels, lists: BallotLists, candidate: CandidateId, { x, y }: Arrow): ListPlace {
  const here = placeIn(lists, candidate);
  const [ballot, pool] = [panels.ranking?.getBoundingClientRect(), panels.pool?.getBoundingClientRect()];
  if (ballot === undefined || pool === undefined) throw new Error('the lists are not on the page');
  const below = pool.top >= ballot.bottom;
  /** Beside where it is, so that it stays in view. */
  const across = (list: 'ranking' | 'pool'): ListPlace => {
    const row = document.querySelector(`[data-list="${here.list}"] [data-candidate="${candidate}"]`);
    return { list, index: rowsPast(otherRows(panels, list, candidate), row?.getBoundingClientRect().bottom ?? 0) };
  };
  if (here.list === 'pool') return x < 0 || (below && y < 0) ? across('ranking') : here;
  if (x > 0) return across('pool');
  const index = here.index + y;
  if (index < 0) return here.list === 'last' ? { list: 'ranking', index: lists.ranking.length } : here;
  if (index < lists[here.list].length) return { list: here.list, index };
  if (here.list === 'ranking' && panels.last !== undefined) return { list: 'last', index: 0 };
  return below ? across('pool') : here;
}

/** Follows the arrow keys with a candidate, as `followPointer` a pointer. Returns what ends it. */
export function followKeys(input: {
  readonly panels: Panels;
  readonly dragged: CandidateId;
  readonly lists: () => BallotLists;
  readonly onplace: (place: ListPlace) => void;
}): () => void {
  const { panels, dragged, lists, onplace } = input;
  const go = (event: KeyboardEvent): void => {
    const arrow = arrows[event.key];
    if (arrow === undefined) return;
    event.preventDefault();
    const place = placeByKey(panels, lists(), dragged, arrow);
    if (!samePlace(place, placeIn(lists(), dragged))) onplace(place);
  };
  document.addEventListener('keydown', go, { capture: true });
  return () => document.removeEventListener('keydown', go, { capture: true });
}
