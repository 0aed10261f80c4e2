import type { CandidateId } from '../election/candidate';
import type { Election } from '../election/election';
import type { CandidateNotesStore } from '../state/candidate-notes';
import { fromStore } from '../state/from-store';
import { setMarks } from '../ui/ballot/marks';

/** Which dialog about candidates is open, if any. */
export type MarksDialog =
  | { readonly kind: 'none' }
  | { readonly kind: 'details'; readonly candidate: CandidateId }
  /** `first`: the candidates to begin with. */
  | { readonly kind: 'compare'; readonly first: readonly CandidateId[] };

/** Notes and stars for every row of the page whose script calls this, and the dialogs its rows open. */
export function provideMarks(election: Election, store: CandidateNotesStore) {
  store.getState().open(election);
  const act = store.getState();
  const notes = fromStore(store, (state) => state.notes);
  const stars = fromStore(store, (state) => state.stars);
  const deleted = fromStore(store, (state) => state.deleted);
  let dialog = $state.raw<MarksDialog>({ kind: 'none' });

  /** These, then the shortlist in ballot order, as far as there are columns. */
  const compare = (...first: readonly CandidateId[]): void => {
    dialog = {
      kind: 'compare',
      first: [...first, ...stars.current.filter((starred) => !first.includes(starred))].slice(0, 4),
    };
  };
  setMarks({
    get notes() {
      return notes.current;
    },
    get stars() {
      return stars.current;
    },
    onstar: act.toggleStar,
    ondetails: (candidate) => (dialog = { kind: 'details', candidate }),
    oncompare: (election.questionnaires?.length ?? 0) > 0 ? () => compare() : null,
  });
  return {
    act,
    notes,
    stars,
    deleted,
    compare,
    get dialog(): MarksDialog {
      return dialog;
    },
    /** For a dialog of this kind that has closed; another may have been opened in its place. */
    closed: (kind: MarksDialog['kind']): void => {
      if (dialog.kind === kind) dialog = { kind: 'none' };
    },
  };
}
