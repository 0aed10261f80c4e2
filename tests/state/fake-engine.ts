import type { Engine, WorkOptions } from '../../src/worker/client';
import type { FollowJob } from '../../src/worker/follow';
import type { CountJob, OpenJob, Outcomes } from '../../src/worker/jobs';

interface Asked<J, O> {
  readonly job: J;
  readonly options: WorkOptions;
  readonly answer: (outcome: O) => void;
  readonly fail: (message: string) => void;
}

/** An engine that answers when it is told to; `asked` is what it was asked, first to last. */
export function fakeEngine() {
  const opens: Asked<OpenJob, Outcomes['open']>[] = [];
  const counts: Asked<CountJob, Outcomes['count']>[] = [];
  const follows: Asked<FollowJob, Outcomes['follow']>[] = [];
  const ask =
    <J, O>(asked: Asked<J, O>[]) =>
    (job: J, options: WorkOptions = {}): Promise<O> =>
      new Promise((answer, reject) => {
        asked.push({ job, options, answer, fail: (message) => reject(new Error(message)) });
        options.signal?.addEventListener('abort', () => reject(new DOMException('Cancelled.', 'AbortError')));
      });
  const engine: Pick<Engine, 'open' | 'count' | 'follow'> = {
    open: ask(opens),
    count: ask(counts),
    follow: ask(follows),
  };
  return { engine, opens, counts, follows };
}

/** Lets promises that are settled have their say. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
