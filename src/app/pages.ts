/*
 * Every page but the first is loaded when it is wanted, in a task of its own: the page before is gone by then, so that
 * neither taking one down nor putting up the other holds up the main thread for long.
 */
const loaders = {
  rank: () => import('./RankPage.svelte'),
  turnout: () => import('./TurnoutPage.svelte'),
  count: () => import('./CountPage.svelte'),
  keep: () => import('./KeepPage.svelte'),
};

/** Lets the browser paint and answer before what comes next. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export async function loadPage<Step extends keyof typeof loaders>(
  step: Step,
): Promise<Awaited<ReturnType<(typeof loaders)[Step]>>['default']> {
  const [page] = await Promise.all([loaders[step](), nextTask()]);
  return page.default as Awaited<ReturnType<(typeof loaders)[Step]>>['default'];
}

/** Fetches the pages that have not been asked for yet, one at a time. */
export async function loadRest(): Promise<void> {
  for (const load of Object.values(loaders)) {
    await nextTask();
    await load();
  }
}
