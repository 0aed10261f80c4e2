import { expect, test } from 'vitest';
import { ln } from '../../src/basics/elementary';
import type { Variation } from '../../src/turnout/model';
import { variedTurnout } from '../../src/turnout/vary';
import { blocOf, turnoutOf } from '../support/turnouts';

const plain = turnoutOf(150, [blocOf({ members: 2 }), blocOf({ members: 1, candidateStrengths: [1, 2, 3, 4, 5] })]);
const fixed = plain.variation;
const varied = (variation: Partial<Variation>, run: number | string) =>
  variedTurnout({ ...plain, variation: { ...fixed, ...variation } }, `run/${run}`);

test('no variation leaves the turnout as it is', () => {
  expect(varied({}, 1)).toEqual(plain);
});

test('strengths: factors stay within their bounds and are the same for a candidate in every bloc', () => {
  for (let run = 0; run < 200; run++) {
    const [first, second] = varied({ strengths: { kind: 'ratio', spread: 3 } }, run).blocs;
    first?.candidateStrengths.forEach((strength, id) => {
      expect(strength).toBeGreaterThan(0.25);
      expect(strength).toBeLessThan(4);
      expect(second?.candidateStrengths[id]).toBeCloseTo(strength * (id + 1), 12);
    });
  }
});

test('members: sizes move against each other, and nobody comes or goes', () => {
  for (let run = 0; run < 200; run++) {
    const [first = blocOf(), second = blocOf()] = varied({ members: { kind: 'ratio', spread: 1 } }, run).blocs;
    expect(first.members + second.members).toBeCloseTo(300, 9);
    expect(first.members / second.members).toBeGreaterThan(0.5);
    expect(first.members / second.members).toBeLessThan(8);
    expect([first.turnout, second.turnout]).toEqual([0.5, 0.5]);
  }
});

test('turnout: the odds vary; 0 and 1 stay', () => {
  const ends = { ...plain, blocs: [0, 0.5, 0.9, 1].map((turnout) => blocOf({ turnout })) };
  for (let run = 0; run < 200; run++) {
    const { blocs } = variedTurnout(
      { ...ends, variation: { ...fixed, turnout: { kind: 'ratio', spread: 1 } } },
      `run/${run}`,
    );
    const [none, half = 0, most = 0, all] = blocs.map(({ turnout }) => turnout);
    expect([none, all]).toEqual([0, 1]);
    expect(half).toBeGreaterThan(1 / 3);
    expect(half).toBeLessThan(2 / 3);
    expect(most).toBeGreaterThan(4.5 / 5.5);
    expect(most).toBeLessThan(18 / 19);
  }
});

test('each of the three varies by itself', () => {
  const ratio = { kind: 'ratio', spread: 1 } as const;
  const together = varied({ members: ratio, turnout: ratio, strengths: ratio }, 7);
  const alone = varied({ turnout: ratio }, 7);
  expect(together.blocs.map(({ turnout }) => turnout)).toEqual(alone.blocs.map(({ turnout }) => turnout));
  const stronger = varied({ turnout: ratio, strengths: { kind: 'ratio', spread: 2 } }, 7);
  expect(stronger.blocs.map(({ turnout }) => turnout)).toEqual(alone.blocs.map(({ turnout }) => turnout));
});

/** Mean and variance of numbers. */
function moments(numbers: readonly number[]): [number, number] {
  const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  return [mean, numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (numbers.length - 1)];
}

test('log-normal: the logarithm of a strength, and the log odds of a turnout, have the spread given', () => {
  const spread = { kind: 'log-normal', sigma: 0.5 } as const;
  const runs = Array.from({ length: 4000 }, (_, run) => varied({ strengths: spread, turnout: spread }, run).blocs[0]);
  const logs = runs.map((bloc) => ln(bloc?.candidateStrengths[0] ?? 0));
  const logits = runs.map((bloc) => ln((bloc?.turnout ?? 0) / (1 - (bloc?.turnout ?? 1))));
  for (const [mean, variance] of [moments(logs), moments(logits)]) {
    // Four standard errors: 0.5 / sqrt(4000), and 0.25 sqrt(2 / 4000).
    expect(Math.abs(mean)).toBeLessThan(0.032);
    expect(Math.abs(variance - 0.25)).toBeLessThan(0.023);
  }
});

test('gamma: strengths have mean 1, and shares of equal blocs are Dirichlet', () => {
  const spread = { kind: 'gamma', shape: 4 } as const;
  const equal = { ...plain, blocs: [blocOf(), blocOf(), blocOf()], variation: { ...fixed, members: spread } };
  const runs = Array.from({ length: 4000 }, (_, run) => run);
  const [mean, variance] = moments(
    runs.map((run) => varied({ strengths: spread }, run).blocs[0]?.candidateStrengths[0] ?? 0),
  );
  expect(Math.abs(mean - 1)).toBeLessThan(4 * Math.sqrt(0.25 / 4000));
  expect(Math.abs(variance - 0.25)).toBeLessThan(0.04);
  // A share is Beta(4, 8): mean 1/3, variance (1/3)(2/3) / 13.
  const [share, spreadOfShare] = moments(
    runs.map((run) => (variedTurnout(equal, `${run}`).blocs[0]?.members ?? 0) / 300),
  );
  expect(Math.abs(share - 1 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / 13 / 4000));
  expect(Math.abs(spreadOfShare - 2 / 9 / 13)).toBeLessThan(0.0016);
});
