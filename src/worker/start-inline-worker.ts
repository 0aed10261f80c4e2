import CountWorker from './count.worker?worker&inline';

/** The worker as text within the page, for the app as one file: a page opened from a file may not load others. */
export const startWorker = (): Worker => new CountWorker({ name: 'count' });
