import { expect, it } from 'vitest';
import { builtInElections } from '../../src/election/built-in';
import { checkTurnout } from '../../src/turnout/check';
import { mostLeaning, ownCopy } from '../../src/turnout/own-copy';
import { paperOf } from '../../src/turnout/papers';
import { sampleBallots } from '../../src/turnout/sample';
import { sampleTurnouts } from '../../src/turnout/samples/sample-turnouts';
import { blocOf, turnoutOf } from '../support/turnouts';

for (const { election } of builtInElections) {
  it(`makes the very ballots of the original: ${election.title}`, () => {
    for (const turnout of sampleTurnouts(election)) {
      const copy = ownCopy(turnout, 'own-1', 'Mine');
      expect(checkTurnout(copy, election).ok).toBe(true);
      const [ours, theirs] = [copy, turnout].map((one) => sampleBallots(one, paperOf(election), '7', 2000));
      expect(ours).toEqual(theirs);
    }
  });
}

it('sets strengths of slates on one scale, and ways of stopping in percent', () => {
  const length = [
    { part: 1, stop: { kind: 'all' } },
    { part: 3, stop: { kind: 'at', names: 2 } },
  ] as const;
  const bloc = blocOf({ slate: 1, leaning: [1, 4, 0], next: [2, 80, 1], length });
  const [copied] = ownCopy(turnoutOf(10, [bloc]), 'own-1', 'Mine').blocs;
  expect(copied).toMatchObject({ leaning: [2.5, mostLeaning, 0], next: [mostLeaning, 400, 5] });
  expect(copied?.length.map(({ part }) => part)).toEqual([25, 75]);
});
