import { expect, it } from 'vitest';
import { packBallots } from '../../src/election/ballots';
import { builtInElection } from '../../src/election/built-in';
import { countInput } from '../../src/state/count-input';
import type { CurrentElection } from '../../src/state/elections';
import { votersFor } from '../../src/state/voters';
import { sampleTurnouts } from '../../src/turnout/samples/sample-turnouts';

function builtIn(id: string): CurrentElection {
  const found = builtInElection(id);
  if (found === null) throw new Error(`no election ${id}`);
  return { ...found, file: null, warnings: [] };
}
const practice = builtIn('practice');
const fromFile: CurrentElection = { ...practice, file: 'hall.blt' };
const papers = null;
const none = { voters: {}, papers };

it('starts with the first sample turnout', () => {
  expect(votersFor(none, builtIn('nec-2020'), [])).toMatchObject({
    title: 'Close to 2020',
    voters: { kind: 'turnout', turnout: { id: 'calibrated' } },
  });
  expect(votersFor(none, practice, []).voters.kind).toBe('turnout');
});

it('starts with the ballots of a file', () => {
  const expected = { title: 'The ballots in the file', voters: { kind: 'ballots', ballots: practice.ballots } };
  expect(votersFor(none, fromFile, [])).toEqual(expected);
});

it('uses what was picked for this election', () => {
  const turnout = { voters: { practice: { kind: 'turnout', id: 'early-stop' } }, papers } as const;
  expect(votersFor(turnout, fromFile, [])).toMatchObject({ voters: { turnout: { id: 'early-stop' } } });
  const ballots = { voters: { practice: { kind: 'ballots' } }, papers } as const;
  expect(votersFor(ballots, practice, []).title).toBe('The ballots that come with it (made up)');
  expect(votersFor({ voters: { other: { kind: 'ballots' } }, papers }, practice, []).voters.kind).toBe('turnout');
});

it('falls back where what was picked is not there', () => {
  const gone = { voters: { practice: { kind: 'turnout', id: 'of-yesterday' } }, papers } as const;
  expect(votersFor(gone, practice, []).voters.kind).toBe('turnout');
  expect(votersFor(gone, fromFile, []).voters.kind).toBe('ballots');
  const empty: CurrentElection = { ...fromFile, ballots: packBallots([], 5) };
  expect(votersFor({ voters: { practice: { kind: 'ballots' } }, papers }, empty, []).voters.kind).toBe('turnout');
});

it('finds own turnouts, before samples', () => {
  const [sample] = sampleTurnouts(practice.election);
  if (sample === undefined) throw new Error('no sample');
  const own = { turnout: { ...sample, id: 'own-1', title: 'My own' }, start: sample };
  const picked = { voters: { practice: { kind: 'turnout', id: 'own-1' } }, papers } as const;
  expect(votersFor(picked, fromFile, [own])).toMatchObject({ title: 'My own', voters: { turnout: own.turnout } });
  expect(votersFor(picked, practice, []).title).toBe(sample.title);
});

it('counts them by the rule picked, else the election’s own, with the seed and the ballot in hand', () => {
  const choice = { ...none, rules: { practice: 'meek-1987' }, seed: 'hall' };
  const { title, input } = countInput(choice, practice, [], [2, 0]);
  const [turnout] = sampleTurnouts(practice.election);
  expect(title).toBe(turnout?.title);
  expect(input).toMatchObject({
    election: practice.election,
    seed: 'hall',
    ranking: [2, 0],
    rule: { id: 'meek-1987' },
  });
  expect(input.voters).toEqual({ kind: 'turnout', turnout, papers });
  expect(countInput({ ...choice, rules: {} }, practice, [], []).input.rule.id).toBe(practice.election.rule);
});
