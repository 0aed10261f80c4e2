import type { CandidateId } from '../../election/candidate';
import { standing, type Election } from '../../election/election';
import { viewPool, type PoolMarks, type PoolView } from './pool-view';

/** What the questions depend on; all of it is read live. */
export interface AskingInput {
  readonly election: Election;
  /** Those about whom nothing is decided. */
  readonly unranked: readonly CandidateId[];
  /** The order to ask in, and whom to ask about. */
  readonly view: PoolView;
  readonly marks: PoolMarks;
}

/** Whom to ask about next: in the order of the view, those skipped once more at the end. */
export function createAsking(input: () => AskingInput) {
  let skipped = $state.raw<readonly CandidateId[]>([]);
  const asked = $derived.by(() => {
    const { election, unranked, view, marks } = input();
    return viewPool(election, unranked, view, marks);
  });
  const waiting = $derived([
    ...asked.filter((candidate) => !skipped.includes(candidate)),
    ...skipped.filter((candidate) => asked.includes(candidate)),
  ]);
  const all = $derived(standing(input().election).length);
  const nameOf = (candidate: CandidateId): string => input().election.candidates[candidate]?.name ?? '';

  return {
    /** The one asked about; undefined when nobody is left. */
    get candidate(): CandidateId | undefined {
      return waiting[0];
    },
    get waiting(): number {
      return waiting.length;
    },
    /** How many the view leaves out. */
    get hidden(): number {
      return input().unranked.length - asked.length;
    },
    /** The one skipped last, to go back to; undefined where there is none but the one asked about. */
    get skippedLast(): CandidateId | undefined {
      const last = skipped.findLast((candidate) => asked.includes(candidate));
      return last === waiting[0] ? undefined : last;
    },
    /** How many could be decided about. */
    get all(): number {
      return all;
    },
    get decided(): number {
      return all - input().unranked.length;
    },
    /** In a sentence. */
    get progress(): string {
      const again = waiting.filter((candidate) => skipped.includes(candidate)).length;
      const note = again === 0 ? '' : `, ${again} of them skipped`;
      return `${this.decided} of ${all} decided, ${waiting.length} left to ask about${note}`;
    },
    /** Who comes next, for reading aloud. */
    get introduction(): string {
      const [candidate] = waiting;
      if (candidate === undefined) return 'Nobody left to ask about';
      const { candidates, slates } = input().election;
      const slate = candidates[candidate]?.slate ?? null;
      const tag = slate === null ? '' : `, ${slates[slate]?.name ?? ''}`;
      return `Next: ${nameOf(candidate)}${tag}. ${waiting.length} left`;
    },
    nameOf,
    skip: (candidate: CandidateId): void => {
      skipped = [...skipped.filter((other) => other !== candidate), candidate];
    },
    /** The one skipped last comes first again: all before them are skipped or decided. */
    goBack: (candidate: CandidateId): void => {
      skipped = skipped.filter((other) => other !== candidate);
    },
  };
}
