import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawFrom } from '../../src/turnout/draw-names';
import { emptyShelves, mostOnShelf, newShelves, shelfFor, type Shelves } from '../../src/turnout/shelves';

const weights = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2 ** 24 }), fc.constantFrom(1, 2 ** 24)), {
  minLength: 1,
  maxLength: mostOnShelf,
});

/** Of all 2^32 numbers, how many draw each thing: each eighth of them goes to its own thing up to a point, then to another. */
function shares({ entries }: Shelves, place: number, taken: number): number[] {
  const drawn = new Array<number>(mostOnShelf).fill(0);
  const eighth = 2 ** 29;
  const drawAt = (number: number): number => drawFrom(entries, place, taken, number | 0);
  for (let own = 0; own < mostOnShelf; own++) {
    const from = own * eighth;
    let [low, high] = [0, 2 ** 28]; // the last bit before the rest is not read: both halves are alike
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (drawAt(from + middle) === own) low = middle + 1;
      else high = middle;
    }
    drawn[own] = (drawn[own] ?? 0) + 2 * low;
    if (low === 2 ** 28) continue;
    const other = drawAt(from + low);
    drawn[other] = (drawn[other] ?? 0) + eighth - 2 * low;
  }
  return drawn;
}

test('whatever is taken, each thing left is drawn by its weight, to within one number in 2^27', () => {
  fc.assert(
    fc.property(weights, fc.nat(), (all, some) => {
      const shelves = newShelves();
      const place = shelfFor(shelves, all);
      const taken = some % 2 ** all.length;
      const left = all.map((weight, thing) => ((taken >> thing) & 1 ? 0 : weight));
      const sum = left.reduce((a, b) => a + b, 0);
      fc.pre(sum > 0);
      shares(shelves, place, taken).forEach((share, thing) => {
        const weight = left[thing] ?? 0;
        if (weight === 0) expect(share).toBe(0);
        else expect(Math.abs(share / 2 ** 32 - weight / sum)).toBeLessThan(2 ** -27);
      });
    }),
  );
});

test('equal weights share a shelf; emptied, the same memory serves others', () => {
  const shelves = newShelves();
  const place = shelfFor(shelves, [3, 1]);
  expect(shelfFor(shelves, [3, 1])).toBe(place);
  expect(shelfFor(shelves, [3, 1, 1])).not.toBe(place);
  for (let more = 1; more < 40; more++) shelfFor(shelves, [1, 2, 3, 4, 5, 6, 7, more]);
  expect(shelfFor(shelves, [3, 1])).toBe(place);
  const { entries } = shelves;
  emptyShelves(shelves);
  expect(shares(shelves, shelfFor(shelves, [5]), 0)[0]).toBe(2 ** 32);
  expect(shelves.entries).toBe(entries);
});
