import { describe, expect, test } from 'vitest';
import { growTree } from '../../../src/turnout/fit/choice-tree';
import { fitStrengths } from '../../../src/turnout/fit/plackett-luce';
import { readPapers } from '../../../src/turnout/fit/papers';
import { sampleBallots } from '../../../src/turnout/sample';
import { electionOf } from '../../support/fits';
import { blocOf, turnoutOf } from '../../support/turnouts';

const even = (count: number): Float64Array => new Float64Array(count).fill(1);

/** Strengths from rows of names with how many papers have them. */
function strengthsOf(rows: readonly (readonly [number, readonly number[]])[], count: number): number[] {
  const tree = growTree();
  const ended: number[] = [];
  for (const [papers, names] of rows) {
    const node = names.reduce((at, name) => tree.child(at, name), 0);
    ended[node] = (ended[node] ?? 0) + papers;
  }
  const ends = Float64Array.from({ length: tree.parents.length }, (_, node) => ended[node] ?? 0);
  const candidates = Array.from({ length: count }, (_, id) => id);
  return [...fitStrengths({ tree, ends, candidates, branches: [{ node: 0, end: ends.length }] }, even(count))];
}

describe('strengths', () => {
  test('from first preferences alone are their shares, but for one paper shared out evenly', () => {
    const found = strengthsOf([[60, [0]], [30, [1]], [10, [2]]], 3); // prettier-ignore
    [60, 30, 10].forEach((papers, id) => expect(found[id]).toBeCloseTo((papers + 1 / 3) / 101, 5));
  });

  test('of two names are the odds of one before the other, however many more names are open after', () => {
    const found = strengthsOf([[300, [0, 1]], [100, [1, 0]]], 2); // prettier-ignore
    expect((found[0] as number) / (found[1] as number)).toBeCloseTo(300.5 / 100.5, 4);
  });

  test('are a point where no small change makes the papers likelier', () => {
    const rows = [[40, [0, 1, 2, 3]], [25, [1, 0]], [20, [2, 3, 0]], [9, [3]], [6, [0, 2, 1]]] as const; // prettier-ignore
    const found = strengthsOf(rows, 4);
    const likelihood = (strengths: readonly number[]): number => {
      const choose = (names: readonly number[]): number => {
        let open = strengths.reduce((a, b) => a + b, 0);
        return names.reduce((sum, name) => {
          const chance = (strengths[name] as number) / open;
          open -= strengths[name] as number;
          return sum + Math.log(chance);
        }, 0);
      };
      const prior = [0, 1, 2, 3].reduce((sum, id) => sum + choose([id]) / 4, 0);
      return rows.reduce((sum, [papers, names]) => sum + papers * choose(names), prior);
    };
    const best = likelihood(found);
    found.forEach((_, id) => {
      for (const factor of [0.97, 1.03]) {
        expect(likelihood(found.map((strength, other) => (other === id ? strength * factor : strength)))).toBeLessThan(
          best,
        );
      }
    });
  });

  test('are those the ballots were drawn by', () => {
    const weights = [8, 4, 2, 1, 0.5];
    const bloc = blocOf({
      leaning: [1],
      candidateStrengths: weights,
      length: [{ part: 1, stop: { kind: 'between', from: 1, to: 5 } }],
    });
    const paper = { candidateCount: 5, slateOf: Array<null>(5).fill(null), withdrawn: [] };
    const papers = readPapers(electionOf(5), sampleBallots(turnoutOf(50_000, [bloc]), paper, 'pl'));
    const found = strengthsOf(
      Array.from(papers.weights, (weight, i) => [
        weight,
        [...papers.names.subarray(papers.starts[i], papers.starts[i + 1])],
      ]),
      5,
    );
    weights.forEach((weight, id) => expect(Math.abs(((found[id] as number) * 15.5) / weight - 1)).toBeLessThan(0.04));
  });

  test('of who is never chosen are small and not 0', () => {
    const found = strengthsOf([[1000, [0]], [1000, [1]]], 3); // prettier-ignore
    expect(found[2]).toBeGreaterThan(0);
    expect(found[2]).toBeLessThan(0.001);
  });
});
