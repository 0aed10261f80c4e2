import type { FollowJob } from './follow';
import type { CountJob, FitJob, Job, OpenJob, Outcome, Outcomes, Progress, RunsJob } from './jobs';
import type { PreviewJob } from './preview';
import type { Port, Reply, Request } from './protocol';
import type { ChallengeJob, MinimiseJob, SlateCurveJob, SlateRoomJob } from './slate-jobs';
import { startWorker } from './start-worker';

/** A port that can also break, as a Worker whose script does not load does. */
export interface EnginePort extends Port<Request, Reply> {
  /** Called if the other end is gone for good; more than once where several things go wrong at it. */
  readonly onBroken: (hear: (message: string) => void) => void;
  readonly close: () => void;
}

export interface WorkOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Work done off the main thread. Promises are rejected with an AbortError when cancelled and with an Error in plain
 * words when the worker fails; the next call then starts a new worker.
 */
export interface Engine {
  readonly open: (job: OpenJob, options?: WorkOptions) => Promise<Outcomes['open']>;
  readonly count: (job: CountJob, options?: WorkOptions) => Promise<Outcomes['count']>;
  readonly follow: (job: FollowJob, options?: WorkOptions) => Promise<Outcomes['follow']>;
  readonly runs: (job: RunsJob, options?: WorkOptions) => Promise<Outcomes['runs']>;
  readonly fit: (job: FitJob, options?: WorkOptions) => Promise<Outcomes['fit']>;
  readonly preview: (job: PreviewJob, options?: WorkOptions) => Promise<Outcomes['preview']>;
  readonly slateRoom: (job: SlateRoomJob, options?: WorkOptions) => Promise<Outcomes['slate-room']>;
  readonly slateCurve: (job: SlateCurveJob, options?: WorkOptions) => Promise<Outcomes['slate-curve']>;
  readonly challenge: (job: ChallengeJob, options?: WorkOptions) => Promise<Outcomes['challenge']>;
  readonly minimise: (job: MinimiseJob, options?: WorkOptions) => Promise<Outcomes['minimise']>;
  /** Ends the worker, whatever it is at, as if all it was asked had been cancelled; the next call starts a new one. */
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

export function createEngine(connect: () => EnginePort): Engine {
  let port: EnginePort | null = null;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  const hear = (reply: Reply): void => {
    const one = waiting.get(reply.id);
    if (one === undefined) return;
    if (reply.kind === 'progress') {
      one.onProgress?.(reply.progress);
      return;
    }
    waiting.delete(reply.id);
    switch (reply.kind) {
      case 'done':
        one.resolve(reply.outcome);
        return;
      case 'cancelled':
        one.reject(new DOMException('Cancelled.', 'AbortError'));
        return;
      case 'broke':
        one.reject(new Error(reply.message));
        return;
      default:
        reply satisfies never;
    }
  };

  const giveUp = (reason: Error): void => {
    const lost = [...waiting.values()];
    waiting.clear();
    for (const { reject } of lost) reject(reason);
  };

  const connected = (): EnginePort => {
    if (port !== null) return port;
    const opened = connect();
    opened.listen(hear);
    opened.onBroken((message) => {
      opened.close();
      if (port !== opened) return; // given up before: what waits now waits for another
      port = null;
      giveUp(new Error(message));
    });
    port = opened;
    return opened;
  };

  const run = (job: Job, { signal, onProgress }: WorkOptions = {}): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const id = ++lastId;
      const cancel = (): void => port?.post({ kind: 'cancel', id });
      const settled = (): void => signal?.removeEventListener('abort', cancel);
      signal?.addEventListener('abort', cancel, { once: true });
      waiting.set(id, {
        resolve: (outcome) => {
          settled();
          resolve(outcome);
        },
        reject: (reason) => {
          settled();
          reject(reason);
        },
        onProgress,
      });
      connected().post({ kind: 'start', id, job });
    });

  return {
    // Each job's outcome is of its own kind: the host answers by id.
    open: (job, options) => run(job, options) as Promise<Outcomes['open']>,
    count: (job, options) => run(job, options) as Promise<Outcomes['count']>,
    follow: (job, options) => run(job, options) as Promise<Outcomes['follow']>,
    runs: (job, options) => run(job, options) as Promise<Outcomes['runs']>,
    fit: (job, options) => run(job, options) as Promise<Outcomes['fit']>,
    preview: (job, options) => run(job, options) as Promise<Outcomes['preview']>,
    slateRoom: (job, options) => run(job, options) as Promise<Outcomes['slate-room']>,
    slateCurve: (job, options) => run(job, options) as Promise<Outcomes['slate-curve']>,
    challenge: (job, options) => run(job, options) as Promise<Outcomes['challenge']>,
    minimise: (job, options) => run(job, options) as Promise<Outcomes['minimise']>,
    close: () => {
      port?.close();
      port = null;
      giveUp(new DOMException('Closed.', 'AbortError'));
    },
  };
}

/** The real thing: a module worker. */
export function workerPort(): EnginePort {
  const worker = startWorker();
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    listen: (hear) => {
      const onMessage = (event: MessageEvent<Reply>): void => hear(event.data);
      worker.addEventListener('message', onMessage);
      return () => worker.removeEventListener('message', onMessage);
    },
    onBroken: (hear) => {
      worker.addEventListener('error', (event) => hear(event.message || 'The counting part of the app did not start.'));
      worker.addEventListener('messageerror', () => hear('A message to or from the counting part was unreadable.'));
    },
    close: () => worker.terminate(),
  };
}
