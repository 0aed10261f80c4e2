import type { CandidateId } from '../election/candidate';
import {
  ballotOf,
  emptyDraft,
  freshName,
  moveToNumber,
  park,
  placeInLast,
  placeInRanking,
  takeOut,
  type Draft,
} from '../election/draft';
import { currentDraft, type RankingState, type Step } from './ranking';
import { sameDraft, sameItems } from './saved-ranking';

/** What can be done to the open draft. One past either end of a list means that end. */
export interface RankActions {
  /** Gives the candidate the next number of the ranking, or `position` in it from 1, moving those from there on one down. */
  readonly rank: (candidate: CandidateId, position?: number) => void;
  /** Puts the candidate last: at a position from 1 among those put last, by default above the others. */
  readonly putLast: (candidate: CandidateId, position?: number) => void;
  /** To a number on the ballot, from 1, those put last included. */
  readonly moveTo: (candidate: CandidateId, number: number) => void;
  /** Takes the candidate out of whichever list they are in; those below move one up. */
  readonly unrank: (candidate: CandidateId) => void;
  /** Never to be ranked: off the ballot, and not asked about again. */
  readonly park: (candidate: CandidateId) => void;
  /** Asks about a parked candidate again. */
  readonly unpark: (candidate: CandidateId) => void;
  /** Sets the whole ballot; `what` names the change for undo. Whoever is on it is parked no more. */
  readonly replace: (ranking: readonly CandidateId[], what: string, last?: readonly CandidateId[]) => void;
  /** Empties the ballot. */
  readonly clear: () => void;
}

/** What can be done with the drafts of the open election, each named by its place. All of it can be undone. */
export interface DraftActions {
  readonly openDraft: (place: number) => void;
  /** Opens a new empty one. */
  readonly addDraft: () => void;
  /** Opens the draft that has this ballot; where there is none, a new one that has it, under this name or one like it. */
  readonly addBallot: (ballot: readonly CandidateId[], name: string) => void;
  /** Opens a copy. */
  readonly duplicateDraft: (place: number) => void;
  /** A name that is blank changes nothing; one that another has gets a number. */
  readonly renameDraft: (place: number, name: string) => void;
  /** The last one there is stays. */
  readonly deleteDraft: (place: number) => void;
}

/** Every action sets the state once at most, and not at all where it changes nothing. */
export function rankingActions(
  get: () => RankingState,
  set: (step: Partial<Step>) => void,
): RankActions & DraftActions {
  const nameOf = (candidate: CandidateId): string => {
    const name = get().candidates[candidate];
    if (name === undefined) {
      throw new Error(`candidate ${candidate} is not one of the ${get().candidates.length} of the open election`);
    }
    return name;
  };
  const change = (draft: Draft, lastChange: string): void => {
    const { drafts, current } = get();
    if (!sameDraft(draft, currentDraft(get()))) set({ drafts: drafts.with(current, draft), lastChange });
  };
  const moved = (candidate: CandidateId, move: (draft: Draft) => Draft): void => {
    const name = nameOf(candidate);
    const draft = move(currentDraft(get()));
    change(draft, `${name} to ${ballotOf(draft).indexOf(candidate) + 1}`);
  };
  const taken = (candidate: CandidateId, what: string): void =>
    change(takeOut(currentDraft(get()), candidate), `${nameOf(candidate)} ${what}`);
  const draftAt = (place: number): Draft => currentDraft({ drafts: get().drafts, current: place });
  const added = (draft: Draft, lastChange: string): void => {
    const { drafts } = get();
    set({ drafts: [...drafts, draft], current: drafts.length, lastChange });
  };

  const openDraft = (place: number): void => {
    const { name } = draftAt(place);
    if (place !== get().current) set({ current: place, lastChange: `open ${name}` });
  };

  return {
    rank: (candidate, position) => moved(candidate, (draft) => placeInRanking(draft, candidate, position)),
    moveTo: (candidate, number) => moved(candidate, (draft) => moveToNumber(draft, candidate, number)),
    putLast: (candidate, position) =>
      change(placeInLast(currentDraft(get()), candidate, position), `${nameOf(candidate)} put last`),
    unrank: (candidate) => taken(candidate, 'taken out'),
    park: (candidate) => {
      const draft = currentDraft(get());
      if (!draft.parked.includes(candidate)) change(park(draft, candidate), `never rank ${nameOf(candidate)}`);
    },
    unpark: (candidate) => taken(candidate, 'brought back'),
    replace: (ranking, what, last = []) => {
      [...ranking, ...last].forEach(nameOf); // throws at one who does not stand
      const draft = currentDraft(get());
      const ballot = new Set(ranking);
      const below = [...new Set(last)].filter((one) => !ballot.has(one));
      const parked = draft.parked.filter((one) => !ballot.has(one) && !below.includes(one));
      change({ name: draft.name, ranking: [...ballot], last: below, parked }, what);
    },
    clear: () => change({ ...currentDraft(get()), ranking: [], last: [] }, 'clear all'),

    openDraft,
    addDraft: () => {
      const { drafts } = get();
      const name = freshNumber(drafts);
      added(emptyDraft(name), `new ${name}`);
    },
    addBallot: (ballot, wanted) => {
      ballot.forEach(nameOf); // throws at one who does not stand
      const { drafts } = get();
      const there = drafts.findIndex((draft) => sameItems(ballotOf(draft), ballot));
      if (there >= 0) {
        openDraft(there);
        return;
      }
      const name = freshName(drafts, wanted);
      added({ ...emptyDraft(name), ranking: ballot }, `new ${name}`);
    },
    duplicateDraft: (place) => {
      const draft = draftAt(place);
      const name = freshName(get().drafts, `${draft.name} copy`);
      added({ ...draft, name }, `duplicate ${draft.name}`);
    },
    renameDraft: (place, wanted) => {
      const { drafts } = get();
      const draft = draftAt(place);
      const others = drafts.filter((_, at) => at !== place);
      const name = freshName(others, wanted.trim().replace(/\s+/g, ' '));
      if (wanted.trim() === '' || name === draft.name) return;
      set({ drafts: drafts.with(place, { ...draft, name }), lastChange: `rename ${draft.name}` });
    },
    deleteDraft: (place) => {
      const { drafts, current } = get();
      const { name } = draftAt(place);
      if (drafts.length === 1) return;
      const left = drafts.filter((_, at) => at !== place);
      const open = place < current ? current - 1 : current;
      set({ drafts: left, current: Math.min(open, left.length - 1), lastChange: `delete ${name}` });
    },
  };
}

/** "Draft 3" where there are two, or the next number that is free. */
function freshNumber(drafts: readonly Draft[]): string {
  const taken = new Set(drafts.map(({ name }) => name));
  let number = drafts.length + 1;
  while (taken.has(`Draft ${number}`)) number += 1;
  return `Draft ${number}`;
}
