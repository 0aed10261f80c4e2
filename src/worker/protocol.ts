import type { Job, Outcome, Progress } from './jobs';

/** What the page says to the worker. */
export type Request =
  { readonly kind: 'start'; readonly id: number; readonly job: Job } | { readonly kind: 'cancel'; readonly id: number };

/** What the worker says to the page, about the request of that id. */
export type Reply =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'done'; readonly id: number; readonly outcome: Outcome }
  | { readonly kind: 'cancelled'; readonly id: number }
  /** A fault of ours: the job threw. */
  | { readonly kind: 'broke'; readonly id: number; readonly message: string };

/** One end of a message channel, so that both ends can be tested without a Worker. */
export interface Port<Out, In> {
  readonly post: (message: Out, transfer?: Transferable[]) => void;
  /** Returns a function that stops listening. */
  readonly listen: (hear: (message: In) => void) => () => void;
}
