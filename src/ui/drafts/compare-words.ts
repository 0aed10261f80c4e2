import type { OrderChange } from '../../election/compare-orders';

/** What became of one name, in a few words; the picture beside them says the same. */
export function changeWords(change: OrderChange): string {
  switch (change.kind) {
    case 'same':
      return 'same number';
    case 'shifted':
      return `was ${change.before}, order kept`;
    case 'up':
      return `up ${change.before - change.after}, was ${change.before}`;
    case 'down':
      return `down ${change.after - change.before}, was ${change.before}`;
    case 'added':
      return 'added';
    case 'left-out':
      return `left out, was ${change.before}`;
    default:
      return change satisfies never;
  }
}

/** A comparison in one sentence: "2 moved, 1 added; the others keep their order." */
export function summaryWords(changes: readonly OrderChange[]): string {
  if (changes.length === 0) return 'Nobody is ranked in either.';
  const count = (...kinds: readonly OrderChange['kind'][]): number =>
    changes.filter(({ kind }) => kinds.includes(kind)).length;
  const parts = [
    [count('up', 'down'), 'moved'],
    [count('added'), 'added'],
    [count('left-out'), 'left out'],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  if (told.length === 0) return 'The two are the same.';
  const others = count('same', 'shifted');
  const rest =
    others === 0
      ? ''
      : others === 1
        ? '; 1 other keeps its place in the order'
        : `; the other ${others} keep their order`;
  return `${told.join(', ')}${rest}.`;
}
