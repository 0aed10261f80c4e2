import { expect, it } from 'vitest';
import { packBallots } from '../../src/election/ballots';
import type { Turnout } from '../../src/turnout/model';
import { factsOf, previewing } from '../../src/turnout/preview';
import { blocOf, fivePaper, turnoutOf } from '../support/turnouts';

it('adds up first preferences and lengths of ballots', () => {
  const ballots = packBallots(
    [
      { copies: 3, preferences: [2, 0] },
      { copies: 1, preferences: [1] },
      { copies: 2, preferences: [2] },
    ],
    5,
  );
  expect(factsOf(ballots, 5)).toEqual({ voters: 6, firsts: [0, 1, 5, 0, 0], averageNames: 9 / 6 });
});

it('shows a turnout before chance makes its runs differ', () => {
  const blocs = [blocOf({ leaning: [1, 0, 0] }), blocOf({ leaning: [0, 1, 0] })];
  const varied: Turnout = {
    ...turnoutOf(5000, blocs),
    variation: {
      members: { kind: 'log-normal', sigma: 1 },
      turnout: { kind: 'log-normal', sigma: 1 },
      strengths: { kind: 'fixed' },
    },
  };
  const steps = previewing({ ...fivePaper, turnout: varied, seats: 1, seed: '1', papers: 1000 });
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const { voters, firsts } = factsOf(step.value.ballots, 5);
  expect(voters).toBe(5000);
  expect((firsts[0] ?? 0) + (firsts[1] ?? 0)).toBe(2500);
  expect(step.value.ballots.copies).toHaveLength(1000);
});
