import { describe, expect, it } from 'vitest';
import { addCurves, curveOf, curveRuns, pointsOf, type CurveAxis, type CurveTimes } from '../../src/slate/curves';
import { checkDemonstration, type Demonstration } from '../../src/slate/demonstration';
import { othersAlike, withIndependents, withShare } from '../../src/slate/settings';
import { demonstration, slate } from '../support/demonstrations';

const settings = demonstration([
  slate({ letter: 'A', share: 0.42, howFar: { kind: 'own-slate' }, unequal: 4 }),
  slate({ letter: 'B', share: 0.38, unequal: 4 }),
]);

function runs(axis: CurveAxis, from: number, to: number, of: Demonstration = settings): CurveTimes {
  const steps = curveRuns(of, axis, from, to);
  let step = steps.next();
  while (!step.done) step = steps.next();
  if (!step.value.ok) throw new Error(step.value.error.message);
  return step.value.value;
}

describe('curves', () => {
  const shares = runs('share', 1, 4);

  it('add up run by run, whichever part made them', () => {
    expect(addCurves(runs('share', 1, 1), runs('share', 2, 4))).toEqual(shares);
  });

  it('are refused, not drawn without the runs that cannot be counted', () => {
    const { value } = curveRuns({ ...settings, rule: 'av' }, 'share', 1, 1).next(); // nine seats, and it fills one
    expect(JSON.stringify(value)).toMatch(/"ok":false.*one seat only/);
  });

  it('rise with the share, under each system', () => {
    for (const system of ['stv', 'block-vote', 'one-x'] as const) {
      const curve = curveOf(shares, system, 'share');
      expect(curve.map(({ at }) => at)).toEqual(pointsOf('share'));
      expect(curve.every(({ runs, low, mean, high }) => runs === 4 && low <= mean && mean <= high)).toBe(true);
      expect((curve.at(-1)?.mean ?? 0) - (curve[0]?.mean ?? 0)).toBeGreaterThan(3);
    }
  });

  it('show that going on within the slate keeps seats under transferable votes, and more names cost some under one X', () => {
    const far = curveOf(runs('how-far', 1, 3), 'stv', 'how-far');
    expect(far[5]?.mean).toBeGreaterThan(far[0]?.mean ?? 9);
    const thin = othersAlike(
      demonstration([slate({ letter: 'A', share: 0.3 }), slate({ letter: 'B', share: 0.7, stood: 4 })]),
    );
    const { slates } = thin;
    expect(slates.map(({ stood }) => stood)).toEqual([6, 6]);
    const uneven = demonstration([slate({ letter: 'A', share: 0.3 }), slate({ letter: 'B', share: 0.7, stood: 9 })]);
    const one = curveOf(runs('stood', 1, 3, uneven), 'one-x', 'stood');
    expect(one[11]?.mean).toBeLessThan(one[2]?.mean ?? 0);
  });
});

describe('shares', () => {
  it('come to 1 whichever is changed, the others in proportion', () => {
    const changed = withShare(settings, 0, 0.6);
    expect(changed.slates[1]?.share).toBeCloseTo((0.38 / 0.58) * 0.4, 12);
    for (const [which, share] of [
      [0, 1],
      [1, 0],
      [2, 0.5],
      [0, 0.05],
    ] as const) {
      expect(checkDemonstration(withShare(settings, which, share)).ok).toBe(true);
      expect(checkDemonstration(withShare(withShare(settings, which, 1), which, share)).ok).toBe(true);
    }
  });

  it('of independents go to the slates where none stand any more', () => {
    const none = withIndependents(settings, 0);
    expect(none.independents).toEqual({ share: 0, stood: 0 });
    expect(checkDemonstration(none).ok).toBe(true);
    const back = withShare(withShare(none, 0, 1), 0, 0.5);
    expect([back.independents.share, back.slates[1]?.share]).toEqual([0, 0.5]);
  });
});
