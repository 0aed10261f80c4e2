/*
 * Every page is loaded when it is wanted and put up in a task of its own: what was there before is gone, or the frame
 * around it painted, by then, so that neither holds up the main thread for long.
 */
const loaders = {
  election: () => import('./ElectionPage.svelte'),
  rank: () => import('./RankPage.svelte'),
  reach: () => import('./BallotReach.svelte'), // a part of it that can come later
  turnout: () => import('./TurnoutPage.svelte'),
  adjust: () => import('./AdjustPage.svelte'),
  count: () => import('./CountPage.svelte'),
  runs: () => import('./RunsPage.svelte'),
  compare: () => import('./ComparePage.svelte'),
  keep: () => import('./KeepPage.svelte'),
  slates: () => import('./SlateRoomPage.svelte'),
  present: () => import('./PresentPage.svelte'),
};

/** Lets the browser paint and answer before what comes next. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** After the next paint; soon after in a tab that is not painted, being in the background. */
const nextPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });

export async function loadPage<Step extends keyof typeof loaders>(
  step: Step,
): Promise<Awaited<ReturnType<(typeof loaders)[Step]>>['default']> {
  await nextPaint(); // even asking for a page's files takes time: its style sheets are put into the document
  const page = await loaders[step]();
  return page.default as Awaited<ReturnType<(typeof loaders)[Step]>>['default'];
}

/** Fetches the pages that have not been asked for yet, one at a time. */
export async function loadRest(): Promise<void> {
  for (const load of Object.values(loaders)) {
    await nextTask();
    await load();
  }
}
