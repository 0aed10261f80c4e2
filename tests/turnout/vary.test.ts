import { expect, test } from 'vitest';
import { seededRandom } from '../../src/basics/random';
import { variedTurnout } from '../../src/turnout/vary';
import { blocOf, turnoutOf } from '../support/turnouts';

const plain = turnoutOf(100, [blocOf({ share: 2 }), blocOf({ candidateStrengths: [1, 2, 3, 4, 5] })]);

test('no variation leaves the turnout as it is', () => {
  expect(variedTurnout(plain, seededRandom('1'))).toEqual(plain);
});

test('factors stay within their bounds and are the same for a candidate in every bloc', () => {
  const varying = { ...plain, variation: { shares: 1, strengths: 3 } };
  for (let run = 0; run < 200; run++) {
    const [first, second] = variedTurnout(varying, seededRandom(`run/${run}`)).blocs;
    expect(first?.share).toBeGreaterThan(1);
    expect(first?.share).toBeLessThan(4);
    first?.candidateStrengths.forEach((strength, id) => {
      expect(strength).toBeGreaterThan(0.25);
      expect(strength).toBeLessThan(4);
      expect(second?.candidateStrengths[id]).toBeCloseTo(strength * (id + 1), 12);
    });
  }
});

test('the draws after it do not depend on how much varies', () => {
  const after = (shares: number): number => {
    const random = seededRandom('1');
    variedTurnout({ ...plain, variation: { shares, strengths: shares } }, random);
    return random.uint32();
  };
  expect(after(0)).toBe(after(2));
});
