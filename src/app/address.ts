import { createSubscriber } from 'svelte/reactivity';
import { addressOf, adjustAddress, stepAt, type StepId } from './steps';

const follow = createSubscriber((update) => {
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
