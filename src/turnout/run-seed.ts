/** The seed of one run of an ensemble, from 1: the count page makes the same voters and lots from it. */
export const runSeed = (seed: string, run: number): string => `${seed}/${run}`;

/** The ensemble's seed and the run that this is the seed of; null where it is a seed of its own. */
export function runOfSeed(seed: string): { readonly seed: string; readonly run: number } | null {
  const [, base, run] = /^(.+)\/([1-9]\d{0,5})$/.exec(seed) ?? [];
  return base === undefined ? null : { seed: base, run: Number(run) };
}
