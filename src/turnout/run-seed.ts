/** The seed of one run of an ensemble, from 1: the count page makes the same voters and lots from it. */
export const runSeed = (seed: string, run: number): string => `${seed}/${run}`;
