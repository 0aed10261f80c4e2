import type { WorkOptions } from '../../src/worker/client';
import type { Progress } from '../../src/worker/jobs';

export interface Asked<J, O> {
  readonly job: J;
  readonly answer: (outcome: O) => void;
  readonly progress: (progress: Progress) => void;
}

/** One kind of work of an engine, answered when told to; what is cancelled is rejected. */
export function asking<J, O>() {
  const asked: Asked<J, O>[] = [];
  const ask = (job: J, { signal, onProgress }: WorkOptions = {}): Promise<O> =>
    new Promise((answer, reject) => {
      asked.push({ job, answer, progress: (progress) => onProgress?.(progress) });
      signal?.addEventListener('abort', () => reject(new DOMException('Cancelled.', 'AbortError')));
    });
  return { asked, ask };
}
