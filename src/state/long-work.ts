/** How far a long piece of work is; what it has come to by then stays when it is stopped. */
export interface LongWork {
  readonly kind: 'running' | 'stopped' | 'done' | 'failed';
  /** Why it failed, in words. */
  readonly message: string | null;
}

type Each<Of extends string, Work extends LongWork> = Readonly<Partial<Record<Of, Work>>>;

/** It was refused: asked again the answer would be the same. */
export const refused = ({ message }: { readonly message: string }): LongWork => ({ kind: 'failed', message });

export const broken = (error: unknown): LongWork =>
  refused({ message: error instanceof Error ? error.message : String(error) });

/** At once, not when the worker has heard of it: by then something else may have begun. */
export function stopped<Of extends string, Work extends LongWork>(all: Each<Of, Work>): Each<Of, Work> {
  const entries = Object.entries<Work | undefined>(all).map(([of, work]) => [
    of,
    work?.kind === 'running' ? { ...work, kind: 'stopped' } : work,
  ]);
  return Object.fromEntries(entries) as Each<Of, Work>;
}
