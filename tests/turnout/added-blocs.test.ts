import { describe, expect, test } from 'vitest';
import { builtInElections } from '../../src/election/built-in';
import { likeBloc, newBloc } from '../../src/turnout/added-blocs';
import { checkTurnout } from '../../src/turnout/check';
import { ownCopy } from '../../src/turnout/own-copy';
import { sampleTurnouts } from '../../src/turnout/samples/sample-turnouts';

describe.each(builtInElections.map(({ election }) => election))('blocs added to turnouts of $id', (election) => {
  const [sample] = sampleTurnouts(election);
  if (sample === undefined) throw new Error('no sample');
  const turnout = ownCopy(sample, 'own-1', 'Mine');
  const slates = [...election.slates.keys(), null];

  test.each(slates)('one that leans to slate %s can be counted', (slate) => {
    const bloc = newBloc(turnout, election, slate);
    expect(bloc.slate).toBe(slate);
    expect(checkTurnout({ ...turnout, blocs: [...turnout.blocs, bloc] }, election)).toMatchObject({ ok: true });
    expect(checkTurnout({ ...turnout, blocs: [bloc] }, election)).toMatchObject({ ok: true });
  });

  test('it is as big and votes as often as the others on average, whatever slate it leans to', () => {
    const made = slates.map((slate) => newBloc(turnout, election, slate));
    const members = turnout.blocs.reduce((sum, bloc) => sum + bloc.members, 0);
    const voters = turnout.blocs.reduce((sum, bloc) => sum + bloc.members * bloc.turnout, 0);
    for (const bloc of made) {
      expect(Math.abs(bloc.members - members / turnout.blocs.length)).toBeLessThanOrEqual(0.5);
      expect(bloc.turnout).toBeCloseTo(voters / members, 2);
      expect(bloc.follows).toEqual([]);
      expect(new Set(bloc.candidateStrengths)).toEqual(new Set([1]));
    }
    expect(new Set(made.slice(0, -1).map(({ loyalty, length }) => JSON.stringify([loyalty, length]))).size).toBe(1);
  });

  test('each has a name of its own', () => {
    const first = newBloc(turnout, election, null);
    const second = newBloc({ ...turnout, blocs: [...turnout.blocs, first] }, election, null);
    expect([first.name, second.name]).toEqual(['New bloc', 'New bloc 2']);
    const copy = likeBloc(first, [first]);
    expect(copy).toEqual({ ...first, name: 'New bloc, copy' });
    expect(likeBloc(first, [first, copy]).name).toBe('New bloc, copy 2');
  });

  test('one beside blocs of nobody has somebody in it', () => {
    const empty = { ...turnout, blocs: turnout.blocs.map((bloc) => ({ ...bloc, members: 0 })) };
    expect(newBloc(empty, election, null)).toMatchObject({ members: 1, turnout: 0.5 });
  });
});
