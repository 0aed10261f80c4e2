import type { CandidateId } from '../election/candidate';
import type { Election } from '../election/election';
import { standingIn } from '../election/orders';
import { currentBallot, currentDraft, type RankingStore } from '../state/ranking';
import type { BallotMoves } from '../ui/ballot/ballot-moves';
import { broughtBack, draftOpened, namesRanked, nowAt, nowLast, parkedNow, takenOut } from '../ui/ballot/ballot-words';
import type { OrderUse } from '../ui/orders/order-use';

/** Every change to the drafts, done and then said: what a screen reader hears is what has come of it. */
export function speakRanking(store: RankingStore, election: Election, say: (text: string) => void) {
  const act = store.getState();
  const history = store.temporal;
  const draft = () => currentDraft(store.getState());
  const ballot = () => currentBallot(store.getState());
  const nameOf = (candidate: CandidateId): string => election.candidates[candidate]?.name ?? '';
  const sayWhere = (candidate: CandidateId): void => {
    const words = draft().last.includes(candidate) ? nowLast : nowAt;
    say(words(nameOf(candidate), ballot().indexOf(candidate) + 1, ballot().length));
  };
  const sayOpened = (): void => say(draftOpened(draft().name, ballot().length));

  const moves: BallotMoves = {
    rank: (candidate, position) => {
      act.rank(candidate, position);
      sayWhere(candidate);
    },
    putLast: (candidate, position) => {
      act.putLast(candidate, position);
      sayWhere(candidate);
    },
    moveTo: (candidate, number) => {
      act.moveTo(candidate, number);
      sayWhere(candidate);
    },
    unrank: (candidate) => {
      act.unrank(candidate);
      say(takenOut(nameOf(candidate)));
    },
    park: (candidate) => {
      act.park(candidate);
      say(parkedNow(nameOf(candidate)));
    },
    unpark: (candidate) => {
      act.unpark(candidate);
      say(broughtBack(nameOf(candidate)));
    },
    clear: () => {
      const before = ballot().length;
      act.clear();
      say(`${namesRanked(before)} before, all taken out. To bring them back, press Undo`);
    },
  };

  return {
    moves,
    undo: (): void => {
      const { lastChange } = store.getState();
      history.getState().undo();
      say(`Undone: ${lastChange}. ${namesRanked(ballot().length)}`);
    },
    redo: (): void => {
      history.getState().redo();
      say(`Redone: ${store.getState().lastChange}. ${namesRanked(ballot().length)}`);
    },
    /** Takes over an order; those who withdrew or are never to be ranked are left out. */
    useOrder: (title: string, order: readonly CandidateId[], use: OrderUse): void => {
      const { ranking, last, parked } = draft();
      const wanted = standingIn(election, order).filter((candidate) => !parked.includes(candidate));
      if (use === 'replace') act.replace(wanted, `start from ${title}`);
      else {
        const below = wanted.filter((candidate) => !last.includes(candidate));
        act.replace([...new Set([...ranking, ...below])], `add ${title}`, last);
      }
      const out = order.filter((candidate) => parked.includes(candidate)).length;
      const note = out === 0 ? '' : `. Left out, as you never rank them: ${out}`;
      say(`${namesRanked(ballot().length)}${note}`);
    },
    openDraft: (place: number): void => {
      act.openDraft(place);
      sayOpened();
    },
    addDraft: (): void => {
      act.addDraft();
      sayOpened();
    },
    duplicateDraft: (place: number): void => {
      act.duplicateDraft(place);
      sayOpened();
    },
    renameDraft: act.renameDraft,
    deleteDraft: act.deleteDraft,
  };
}

export type SpokenRanking = ReturnType<typeof speakRanking>;
