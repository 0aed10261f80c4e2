import { emptyTally } from '../turnout/ensemble/empty';
import { mergeTallies } from '../turnout/ensemble/merge';
import type { Plan } from '../turnout/ensemble/plan';
import type { RunRange } from '../turnout/ensemble/run-numbers';
import type { Tally } from '../turnout/ensemble/tally';
import type { Engine } from './client';

/** A worker of the crew takes runs for about so long at a time: often enough to see results grow and to stop soon. */
const turnMs = 150;

/** What is added up is handed on at most this often, so that the page has time for all else. */
const reportMs = 100;

export interface CrewOptions {
  readonly signal?: AbortSignal;
  /** Hears of the runs added up so far, from the very first on; not called again once the promise has settled. */
  readonly onTally?: (tally: Tally) => void;
}

/** Several workers that share out the runs of one plan. */
export interface Crew {
  /**
   * Makes runs 1 to `runs`, but for those `done` already, and adds them to it. Which worker makes which run changes
   * nothing. Rejects with an AbortError when cancelled, and with an Error in plain words when the plan cannot be run or
   * a part of it has failed twice.
   */
  readonly make: (plan: Plan, runs: number, done: Tally | null, options?: CrewOptions) => Promise<Tally>;
  /** Starts the workers, so that the first runs of the next `make` need not wait for them. */
  readonly hire: (plan: Plan) => void;
  /** While held no new runs are begun; those begun are finished and kept. */
  readonly hold: (held: boolean) => void;
  /** Lets all workers go; the next `make` hires anew. */
  readonly close: () => void;
}

/** `hire` starts one worker; `now` is in milliseconds. */
export function createCrew(hire: () => Pick<Engine, 'runs' | 'close'>, size: number, now: () => number): Crew {
  let engines: Pick<Engine, 'runs' | 'close'>[] = [];
  let held = false;
  let release: (() => void)[] = [];

  const letGo = (): void => {
    const waiting = release;
    release = [];
    for (const go of waiting) go();
  };
  const whenFree = async (stop: AbortSignal): Promise<void> => {
    while (held && !stop.aborted) await new Promise<void>((resolve) => release.push(resolve));
    stop.throwIfAborted();
  };

  const hireAll = (): void => {
    while (engines.length < size) engines.push(hire());
  };

  const make: Crew['make'] = async (plan, runs, done, { signal, onTally } = {}) => {
    signal?.throwIfAborted();
    hireAll();
    const ending = new AbortController();
    const stop = ending.signal;
    const end = (): void => {
      ending.abort();
      letGo();
    };
    signal?.addEventListener('abort', end, { once: true });
    const begun = done ?? emptyTally(plan);
    const take = dealRuns(begun.runs, runs);
    const again: RunRange[] = [];
    let total = begun;
    let waiting: Tally[] = [];
    let reported = -Infinity;

    const addUp = (): void => {
      for (const tally of waiting) total = mergeTallies(total, tally);
      waiting = [];
      reported = now();
    };
    const hear = (tally: Tally): void => {
      waiting.push(tally);
      if (now() - reported < reportMs) return;
      addUp();
      onTally?.(total);
    };
    const workAt = async (engine: Pick<Engine, 'runs'>): Promise<void> => {
      let turn = 1;
      for (;;) {
        await whenFree(stop);
        const repeated = again.pop();
        const range = repeated ?? take(turn);
        if (range === null) return;
        const started = now();
        try {
          const made = await engine.runs({ kind: 'runs', plan, from: range[0], to: range[1] }, { signal: stop });
          if (!made.ok) throw new Unfit(made.error.message);
          hear(made.value);
        } catch (error) {
          if (stop.aborted || error instanceof Unfit || repeated !== undefined) throw error;
          again.push(range); // a worker may break, and a new one is started for the next turn
          continue;
        }
        const took = Math.max(1, now() - started);
        turn = Math.max(1, Math.min(Math.round((turn * turnMs) / took), turn * 4));
      }
    };

    const work = engines.map((engine) =>
      workAt(engine).catch((error: unknown) => {
        end(); // the others need not go on
        throw error;
      }),
    );
    const ends = await Promise.allSettled(work);
    signal?.removeEventListener('abort', end);
    signal?.throwIfAborted();
    const broken = ends.find((one): one is PromiseRejectedResult => one.status === 'rejected' && !isAbort(one.reason));
    if (broken !== undefined) throw broken.reason;
    addUp();
    return total;
  };

  return {
    make,
    hire: (plan) => {
      hireAll();
      // Two runs that are thrown away: the script is fetched by then, and compiled. Should that fail, it fails again when
      // it matters, and is told then.
      for (const engine of engines) engine.runs({ kind: 'runs', plan, from: 1, to: 2 }).catch(() => undefined);
    },
    hold: (hold) => {
      held = hold;
      if (!held) letGo();
    },
    close: () => {
      for (const engine of engines) engine.close();
      engines = [];
    },
  };
}

/** The plan itself is at fault: another try would fail alike. */
class Unfit extends Error {}

/** Hands out ranges of the runs 1 to `last` that are not `done`, the lowest first. */
function dealRuns(done: readonly RunRange[], last: number): (most: number) => RunRange | null {
  let next = 1;
  return (most) => {
    for (const [from, to] of done) if (next >= from && next <= to) next = to + 1;
    if (next > last) return null;
    const end = Math.min(last, next + most - 1, ...done.filter(([from]) => from > next).map(([from]) => from - 1));
    const range = [next, end] as const;
    next = end + 1;
    return range;
  };
}

const isAbort = (reason: unknown): boolean => reason instanceof DOMException && reason.name === 'AbortError';
