import type { Rule } from '../../count/rule';
import { costOf, countsOf, drewLots, type Case } from './case';
import { candidates, gathered, groups, names, voters, votersOf, type Pieces } from './smaller';

/** Sets of ballots tried together at most, before a case is left as it is: about a second of counting. */
const mostTogether = 3000;

/**
 * The same case with as little in it as still shows it: whole groups of ballots are left out, first half of them at once,
 * then fewer (as in the delta debugging of Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input",
 * 2002), then single ballots, names and candidates, until nothing more can go. A quota falls by one only when as many
 * ballots as there are seats and one more are gone, so sets of up to that many are tried too. Where no lot was drawn none is
 * in the end. Always the same for the same case; the least by its own steps, not of all there could be. Yields the part of
 * the voters left out so far.
 */
export function* minimising(found: Case, rule: Rule): Generator<number, Case, void> {
  const withoutLots = !drawsLots(found, rule);
  const holds = (one: Case): boolean => {
    const counts = countsOf(one, rule);
    return counts !== null && costOf(one, ...counts).length > 0 && !(withoutLots && counts.some(drewLots));
  };
  const all = votersOf(found);
  let least = found;
  const take = (one: Case | null): boolean => {
    if (one === null || !holds(one)) return false;
    least = one;
    return true;
  };
  function* leaveOut<Piece>({ of, without }: Pieces<Piece>): Generator<number, void, void> {
    for (let size = Math.ceil(of(least).length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let from = 0; from < of(least).length;) {
        if (!take(without(least, of(least).slice(from, from + size)))) from += size;
        yield 1 - votersOf(least) / all;
      }
    }
  }
  function* leaveOutTogether(): Generator<number, boolean, void> {
    let tried = 0;
    for (let size = least.seats + 1; size >= 2; size--) {
      for (const some of setsOf(voters.of(least), size)) {
        if (take(voters.without(least, some))) return true;
        if (++tried > mostTogether) return false;
        yield 1 - votersOf(least) / all;
      }
    }
    return false;
  }

  for (;;) {
    take(gathered(least)); // not always: some rules go by the order of the papers
    const before = least;
    yield* leaveOut(groups);
    yield* leaveOut(voters);
    yield* leaveOut(names);
    yield* leaveOut(candidates);
    if (least === before && !(yield* leaveOutTogether())) return least;
  }
}

const drawsLots = (one: Case, rule: Rule): boolean => countsOf(one, rule)?.some(drewLots) ?? false;

/** Every choice of so many of these, where those alike lie side by side and make no difference. */
function* setsOf(all: readonly number[], size: number, from = 0): Generator<number[], void, void> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at + size <= all.length; at++) {
    if (at > from && all[at] === all[at - 1]) continue;
    for (const rest of setsOf(all, size - 1, at + 1)) yield [all[at] as number, ...rest];
  }
}
