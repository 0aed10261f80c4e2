/** The worker as a file of its own beside the page. */
export const startWorker = (): Worker =>
  new Worker(new URL('./count.worker.ts', import.meta.url), { type: 'module', name: 'count' });
