import { nothingKept } from './follow';
import { buffersOf, work } from './jobs';
import type { Port, Reply, Request } from './protocol';

/** Lets waiting messages in, a cancel among them; unlike a timer it is not held back in the background. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Runs jobs for one port in slices of `sliceMs`; knows nothing of Worker, so a plain test can drive it. */
export function serve(port: Port<Reply, Request>, sliceMs = 30): void {
  const cancelled = new Set<number>();
  const running = new Set<number>();
  const kept = nothingKept();

  const run = async ({ id, job }: Extract<Request, { kind: 'start' }>): Promise<void> => {
    running.add(id);
    try {
      const steps = work(job, kept);
      let sliceStart = performance.now();
      for (;;) {
        const step = steps.next();
        if (step.done) {
          port.post({ kind: 'done', id, outcome: step.value }, buffersOf(step.value) as Transferable[]);
          return;
        }
        if (performance.now() - sliceStart < sliceMs) continue;
        port.post({ kind: 'progress', id, progress: step.value });
        await breathe();
        if (cancelled.has(id)) {
          port.post({ kind: 'cancelled', id });
          return;
        }
        sliceStart = performance.now();
      }
    } catch (error) {
      port.post({ kind: 'broke', id, message: error instanceof Error ? error.message : String(error) });
    } finally {
      running.delete(id);
      cancelled.delete(id);
    }
  };

  port.listen((request) => {
    switch (request.kind) {
      case 'cancel':
        if (running.has(request.id)) cancelled.add(request.id);
        return;
      case 'start':
        void run(request);
        return;
      default:
        request satisfies never;
    }
  });
}
