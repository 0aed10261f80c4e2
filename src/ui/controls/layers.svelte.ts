import { afterPaint } from './after-paint';

/** Parts of a long page from top to bottom, each drawn once those above it are on the screen: no one task holds the page up. */
export class Layers {
  readonly #all: number;
  /** How many of them are drawn. */
  drawn = $state(1);

  /** To be made where effects can be. */
  constructor(all: number) {
    this.#all = all;
    $effect(() => (this.more ? afterPaint(() => (this.drawn += 1)) : undefined));
  }

  /** Whether there are more to come. */
  get more(): boolean {
    return this.drawn < this.#all;
  }

  /** All of them at once, where one further down is asked for. */
  drawAll(): void {
    this.drawn = this.#all;
  }
}
