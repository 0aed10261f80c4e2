import type { SlateOrNone } from '../story/slate-outcome';
import { rect, words, type Mark } from './scene';

/** A slate's letter on its colour, 34 pixels wide and 20 high. */
export const letterMark = (slate: SlateOrNone, letter: string, x: number, y: number): readonly Mark[] => [
  rect(x, y, 34, 20, { slate, as: 'plain' }, { radius: 4 }),
  words(x + 17, y + 15, 13, letter, { bold: true, anchor: 'middle', fill: { slate, as: 'letter' } }),
];
