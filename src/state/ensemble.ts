import { createStore } from 'zustand/vanilla';
import type { Rule } from '../count/rule';
import type { CandidateId } from '../election/candidate';
import { standing, type Election } from '../election/election';
import type { Arm, Plan } from '../turnout/ensemble/plan';
import type { Tally } from '../turnout/ensemble/tally';
import { changedArm, type WhatIf } from '../turnout/ensemble/what-if';
import type { Turnout } from '../turnout/model';
import type { Crew } from '../worker/crew';

/** All that decides what many runs come to, but how many there are. */
export interface EnsembleInput {
  readonly election: Election;
  readonly turnout: Turnout;
  readonly rule: Rule;
  readonly seed: string;
  /** The ballot in hand; may be empty. */
  readonly ranking: readonly CandidateId[];
  /** Weighted papers that stand for all voters; null for a paper each. */
  readonly papers: number | null;
  /** By the id of its arm. */
  readonly whatIfs: Readonly<Record<string, WhatIf>>;
}

/** Runs under way or made: what is known so far. */
interface Made {
  readonly input: EnsembleInput;
  readonly plan: Plan;
  readonly wanted: number;
  /** Null before the first runs are in. */
  readonly tally: Tally | null;
}

type Ensemble =
  | { readonly kind: 'idle' }
  /** `leftMs` is a guess from the runs made so far; null before there are any. */
  | (Made & { readonly kind: 'running'; readonly held: boolean; readonly leftMs: number | null })
  | (Made & { readonly kind: 'stopped' })
  | (Made & { readonly kind: 'done' })
  /** The message is in words for the user; `tally` is what was made before. */
  | (Made & { readonly kind: 'failed'; readonly message: string });

export interface EnsembleState {
  readonly ensemble: Ensemble;
  /** Gets ready to make runs of this, or of something else. */
  readonly prepare: (input: EnsembleInput) => void;
  /** Makes so many runs, or those that are missing where some of the same are made already. */
  readonly start: (input: EnsembleInput, wanted: number) => Promise<void>;
  /** Ends what is under way and keeps what is made. */
  readonly stop: () => void;
  /** Holds runs back, as while nobody looks, or lets them go on. */
  readonly hold: (held: boolean) => void;
}

/** The arm the others are compared with. */
const ownArm = 'own';

/** `now` in milliseconds. */
export function createEnsembleStore(crew: Pick<Crew, 'make' | 'hire' | 'hold'>, now: () => number) {
  return createStore<EnsembleState>()((set, get) => {
    let stop: AbortController | null = null;
    let isHeld = false;
    /** Time at work and runs made in it, since the last start or release. */
    let since = { at: 0, runs: 0 };

    const runsOf = (tally: Tally | null): number =>
      tally === null ? 0 : tally.runs.reduce((sum, [from, to]) => sum + to - from + 1, 0);

    return {
      ensemble: { kind: 'idle' },
      prepare: (input) => crew.hire(planOf(input)),
      start: async (input, wanted) => {
        const { ensemble } = get();
        const known = ensemble.kind !== 'idle' && sameInput(ensemble.input, input) ? ensemble : null;
        if (known?.kind === 'running' && known.wanted === wanted) return;
        stop?.abort();
        const mine = new AbortController();
        stop = mine;
        const plan = known?.plan ?? planOf(input);
        // More than was asked for is kept only where no fewer are asked for now: the number shown is the number made.
        const done = known !== null && runsOf(known.tally) <= wanted ? known.tally : null;
        let made: Made = { input, plan, wanted, tally: done };
        since = { at: now(), runs: runsOf(done) };
        set({ ensemble: { ...made, kind: 'running', held: isHeld, leftMs: null } });
        try {
          const tally = await crew.make(plan, wanted, done, {
            signal: mine.signal,
            onTally: (tally) => {
              if (stop !== mine) return;
              made = { ...made, tally };
              set({ ensemble: { ...made, kind: 'running', held: isHeld, leftMs: left(runsOf(tally), wanted) } });
            },
          });
          if (stop === mine) set({ ensemble: { ...made, kind: 'done', tally } });
        } catch (error) {
          if (stop !== mine) return; // stopped, or begun anew
          const message = error instanceof Error ? error.message : String(error);
          set({ ensemble: { ...made, kind: 'failed', message } });
        }
      },
      stop: () => {
        const { ensemble } = get();
        if (ensemble.kind !== 'running') return;
        stop?.abort();
        stop = null;
        const { input, plan, wanted, tally } = ensemble;
        set({ ensemble: { kind: 'stopped', input, plan, wanted, tally } });
      },
      hold: (held) => {
        isHeld = held;
        crew.hold(held);
        const { ensemble } = get();
        if (ensemble.kind !== 'running') return;
        since = { at: now(), runs: runsOf(ensemble.tally) };
        set({ ensemble: { ...ensemble, held } });
      },
    };

    function left(runs: number, wanted: number): number | null {
      const made = runs - since.runs;
      return made <= 0 ? null : ((now() - since.at) / made) * (wanted - runs);
    }
  });
}

export type EnsembleStore = ReturnType<typeof createEnsembleStore>;

export function planOf(input: EnsembleInput): Plan {
  const { election, turnout, rule, seed, ranking, papers, whatIfs } = input;
  const stands = new Set(standing(election));
  const own: Arm = { id: ownArm, turnout, rule, mine: ranking, copies: 1 };
  return {
    seats: election.seats,
    candidateCount: election.candidates.length,
    withdrawn: election.candidates.flatMap((_, id) => (stands.has(id) ? [] : [id])),
    slateOf: election.candidates.map(({ slate }) => slate),
    slateCount: election.slates.length,
    seed,
    papers,
    arms: [own, ...Object.entries(whatIfs).map(([id, whatIf]) => changedArm(own, id, whatIf))],
  };
}

/** Two inputs with equal parts have the same runs. */
export function sameInput(a: EnsembleInput, b: EnsembleInput): boolean {
  return a.election === b.election && (a === b || partsOf(a) === partsOf(b));
}

const partsOf = ({ turnout, rule, seed, ranking, papers, whatIfs }: EnsembleInput): string =>
  JSON.stringify([turnout, rule, seed, ranking, papers, whatIfs]);
