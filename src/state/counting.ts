import { createStore } from 'zustand/vanilla';
import type { Rule } from '../count/rule';
import type { Ballots } from '../election/ballots';
import type { CandidateId } from '../election/candidate';
import { standing, type Election } from '../election/election';
import type { Turnout } from '../turnout/model';
import type { Engine } from '../worker/client';
import type { Counted, CountJob, Progress } from '../worker/jobs';
import { sameItems } from './saved-ranking';

/** All that decides a count. Two inputs with equal parts have the same count. */
export interface CountInput {
  readonly election: Election;
  readonly voters:
    /** `papers` that stand for all of its voters; null for a paper each. */
    | { readonly kind: 'turnout'; readonly turnout: Turnout; readonly papers: number | null }
    /** The ballots that came with the election, counted as they are. */
    | { readonly kind: 'ballots'; readonly ballots: Ballots };
  readonly rule: Rule;
  readonly seed: string;
  readonly ranking: readonly CandidateId[];
}

export type Counting =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly input: CountInput; readonly progress: Progress | null }
  | { readonly kind: 'done'; readonly input: CountInput; readonly counted: Counted }
  /** There is nothing that can be counted. */
  | { readonly kind: 'refused'; readonly input: CountInput; readonly message: string }
  /** A fault of ours; worth another try. */
  | { readonly kind: 'failed'; readonly input: CountInput; readonly message: string };

export interface CountingState {
  readonly counting: Counting;
  /** Counts, unless this very count is done or under way; one under way for another input is cancelled. */
  readonly count: (input: CountInput) => Promise<void>;
  readonly retry: () => Promise<void>;
  readonly cancel: () => void;
}

export function createCountingStore(engine: Pick<Engine, 'count'>) {
  return createStore<CountingState>()((set, get) => {
    let stop: AbortController | null = null;

    const start = async (input: CountInput): Promise<void> => {
      stop?.abort();
      const mine = new AbortController();
      stop = mine;
      set({ counting: { kind: 'running', input, progress: null } });
      try {
        const outcome = await engine.count(jobOf(input), {
          signal: mine.signal,
          onProgress: (progress) => {
            if (stop === mine) set({ counting: { kind: 'running', input, progress } });
          },
        });
        if (stop !== mine) return;
        set({
          counting: outcome.ok
            ? { kind: 'done', input, counted: outcome.value }
            : { kind: 'refused', input, message: outcome.error.message },
        });
      } catch (error) {
        if (stop !== mine) return; // cancelled
        set({ counting: { kind: 'failed', input, message: error instanceof Error ? error.message : String(error) } });
      }
    };

    return {
      counting: { kind: 'idle' },
      count: async (input) => {
        const { counting } = get();
        const settled = counting.kind === 'done' || counting.kind === 'running' || counting.kind === 'refused';
        if (settled && sameInput(counting.input, input)) return;
        await start(input);
      },
      retry: async () => {
        const { counting } = get();
        if (counting.kind === 'failed') await start(counting.input);
      },
      cancel: () => {
        if (get().counting.kind !== 'running') return;
        stop?.abort();
        stop = null; // whatever still comes of it is not heard, and the same count can be started at once
        set({ counting: { kind: 'idle' } });
      },
    };
  });
}

export type CountingStore = ReturnType<typeof createCountingStore>;

/** What the worker is asked. */
export function jobOf({ election, voters, rule, seed, ranking }: CountInput): CountJob {
  const stands = new Set(standing(election));
  return {
    kind: 'count',
    seats: election.seats,
    candidateCount: election.candidates.length,
    withdrawn: election.candidates.flatMap((_, id) => (stands.has(id) ? [] : [id])),
    rule,
    lots: { kind: 'seeded', seed },
    voters:
      voters.kind === 'ballots'
        ? { kind: 'given', ballots: voters.ballots }
        : {
            kind: 'made-up',
            turnout: voters.turnout,
            seed,
            slateOf: election.candidates.map(({ slate }) => slate),
            papers: voters.papers,
          },
    mine: ranking,
  };
}

/** Whether the same ballots are counted by them, but perhaps for the own one. */
export function sameVoters(a: CountInput, b: CountInput): boolean {
  const same =
    a.voters.kind === 'ballots'
      ? b.voters.kind === 'ballots' && a.voters.ballots === b.voters.ballots
      : b.voters.kind === 'turnout' &&
        // By what it holds: an own turnout keeps its id when it is changed, and a sample is made anew each time.
        (a.voters.turnout === b.voters.turnout ||
          JSON.stringify(a.voters.turnout) === JSON.stringify(b.voters.turnout)) &&
        a.voters.papers === b.voters.papers;
  return same && a.election === b.election && a.seed === b.seed;
}

export function sameInput(a: CountInput, b: CountInput): boolean {
  return sameVoters(a, b) && a.rule === b.rule && sameItems(a.ranking, b.ranking);
}
