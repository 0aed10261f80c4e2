import { expect, test } from 'vitest';
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
