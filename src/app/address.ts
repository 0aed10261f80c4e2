import { createSubscriber } from 'svelte/reactivity';
import { addressOf, adjustAddress, stageAddress, stageIn, stepAt, type StepId } from './steps';

let tell = (): void => undefined;
const follow = createSubscriber((update) => {
  tell = update;
  addEventListener('hashchange', update);
  return () => removeEventListener('hashchange', update);
});

/** The step the address bar names, for runes. */
export const address = {
  get step(): StepId {
    follow();
    return stepAt(location.hash);
  },
  /** All of it from the # on: names a page within a step. */
  get hash(): string {
    follow();
    return location.hash;
  },
};

/**
 * Puts another address in the place of this one, so that Back leaves the page. Whoever reads it has it at once: the browser
 * tells of it later, and a second press in between would go on from the address before.
 */
export function replaceAddress(hash: string): void {
  location.replace(hash);
  tell();
}

export function goTo(step: StepId): void {
  location.hash = addressOf(step);
}

/** The whole address of this page with another part from the # on. */
export function linkTo(hash: string): string {
  const [page = ''] = location.href.split(/[?#]/);
  return page + hash;
}

export function goToAdjust(): void {
  location.hash = adjustAddress;
}

/** Waits until the stages have stopped going by: browsers take only so many addresses in a while. */
const settled = 250; // ms
let writing: ReturnType<typeof setTimeout> | undefined;

/**
 * Puts the stage looked at into the address bar, in the place of the one before, so that Back leaves the page and a copied
 * address leads to it. Not where the address has become that of another page meanwhile.
 */
export function showStage(stage: number): void {
  clearTimeout(writing);
  writing = setTimeout(() => {
    const here = location.hash === addressOf('count') || stageIn(location.hash) !== null;
    if (here) history.replaceState(history.state, '', stageAddress(stage));
  }, settled);
}

/** The page is left: its last stage is not written any more. */
export const leaveStages = (): void => clearTimeout(writing);
