import type { OwnTurnoutsStore } from '../state/own-turnouts';
import type { Bloc, Turnout } from '../turnout/model';
import { refusalWords } from '../ui/adjust/adjust-words';

/** A turnout as it was, and what stood for each of its blocs. */
interface Past {
  readonly turnout: Turnout;
  readonly keys: readonly number[];
}

/** How many changes can be undone. */
const mostPast = 100;

/** Changes of one own turnout, kept as they are made. All that is done in one go, as by moving a slider, is undone at once. */
export class Adjusting {
  /** What could be undone, the latest last. */
  #past = $state.raw<readonly Past[]>([]);
  #keys = $state.raw<readonly number[]>([]);
  #lastKey = 0;
  #going = false;
  readonly #turnouts: OwnTurnoutsStore;
  readonly #id: string;

  constructor(turnouts: OwnTurnoutsStore, id: string) {
    this.#turnouts = turnouts;
    this.#id = id;
    this.#keys = this.#turnout.blocs.map(() => ++this.#lastKey);
  }

  get #turnout(): Turnout {
    const one = this.#turnouts.getState().own.find(({ turnout }) => turnout.id === this.#id);
    if (one === undefined) throw new Error(`"${this.#id}" is not one of the own turnouts`);
    return one.turnout;
  }

  get undoable(): boolean {
    return this.#past.length > 0;
  }
  /** What stands for the bloc at this place, wherever it goes: blocs themselves are others after every change. */
  keyOf(index: number): number {
    return this.#keys[index] ?? -1 - index; // one that came from another tab
  }
  /** One go is over. */
  settle(): void {
    this.#going = false;
  }

  /** Returns why the change was not taken, or null where it was. */
  change(to: Turnout): string | null {
    return this.#take(to, this.#keys, !this.#going);
  }
  setBloc(index: number, bloc: Bloc): string | null {
    const turnout = this.#turnout;
    return this.change({ ...turnout, blocs: turnout.blocs.with(index, bloc) });
  }
  /** Adds a bloc after the others, whose streams of chance so stay theirs. */
  addBloc(bloc: Bloc): string | null {
    const turnout = this.#turnout;
    return this.#take({ ...turnout, blocs: [...turnout.blocs, bloc] }, [...this.#keys, ++this.#lastKey], true);
  }
  removeBloc(index: number): string | null {
    const turnout = this.#turnout;
    return this.#take({ ...turnout, blocs: turnout.blocs.toSpliced(index, 1) }, this.#keys.toSpliced(index, 1), true);
  }
  reset(): void {
    this.#remember();
    this.#turnouts.getState().reset(this.#id);
    this.#keys = this.#turnout.blocs.map((_, index) => this.#keys[index] ?? ++this.#lastKey);
  }
  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#turnouts.getState().change(before.turnout);
    this.#keys = before.keys;
  }

  #take(to: Turnout, keys: readonly number[], newGo: boolean): string | null {
    const before: Past = { turnout: this.#turnout, keys: this.#keys };
    const changed = this.#turnouts.getState().change(to);
    if (!changed.ok) return refusalWords(changed.error);
    if (newGo) this.#past = [...this.#past.slice(1 - mostPast), before];
    this.#going = true;
    this.#keys = keys;
    return null;
  }
  #remember(): void {
    this.#past = [...this.#past.slice(1 - mostPast), { turnout: this.#turnout, keys: this.#keys }];
  }
}
