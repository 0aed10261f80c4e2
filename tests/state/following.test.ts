import { afterEach, describe, expect, it } from 'vitest';
import { ers97 } from '../../src/count/rules/ers97';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { practice, practiceBallots } from '../../src/election/built-in-practice';
import type { CountInput } from '../../src/state/counting';
import { createCountingStore } from '../../src/state/counting';
import { createFollowingStore } from '../../src/state/following';
import { sampleTurnouts } from '../../src/turnout/samples/sample-turnouts';
import { createEngine } from '../../src/worker/client';
import type { FollowJob } from '../../src/worker/follow';
import type { Outcomes } from '../../src/worker/jobs';
import { hostedPort } from '../support/channel';
import { fakeEngine, settle } from './fake-engine';

const [turnout, otherTurnout] = sampleTurnouts(practice);
if (turnout === undefined || otherTurnout === undefined) throw new Error('the practice election has too few samples');
const input: CountInput = {
  election: practice,
  voters: { kind: 'turnout', turnout, papers: null },
  rule: scottish2007,
  seed: '1',
  ranking: [2, 0],
};
const ranked = (...ranking: number[]): CountInput => ({ ...input, ranking });

/** Its contents do not matter to the store. */
const followed = (): Outcomes['follow'] => ({ ok: true, value: { traced: [] } });
const notKept: Outcomes['follow'] = { ok: false, error: { kind: 'voters-not-kept' } };

function start() {
  const { engine, follows } = fakeEngine();
  const store = createFollowingStore(engine);
  const follow = (wanted: CountInput): void => void store.getState().follow(wanted);
  const answer = async (outcome = followed()): Promise<void> => {
    follows.at(-1)?.answer(outcome);
    await settle();
  };
  /** The newest thing asked: the ballot, the number of the voters, and whether they are told. */
  const asked = () => {
    const job: FollowJob | undefined = follows.at(-1)?.job;
    return [job?.mine, job?.votersNumber, job !== undefined && job.voters !== null];
  };
  return { store, follows, follow, answer, asked, shown: () => store.getState().shown?.input.ranking };
}

describe('with the real engine', () => {
  const engine = createEngine(() => hostedPort(30));
  afterEach(() => engine.close());

  it.each([input, { ...input, voters: { kind: 'ballots', ballots: practiceBallots } as const, rule: ers97 }])(
    'shows the journey that the count has',
    async (wanted) => {
      const store = createFollowingStore(engine);
      await store.getState().follow({ ...wanted, ranking: [] });
      expect(store.getState().shown?.outcome).toEqual({ kind: 'followed', traced: null });
      await store.getState().follow(wanted);
      const counts = createCountingStore(engine);
      await counts.getState().count(wanted);
      const { counting } = counts.getState();
      const journey = counting.kind === 'done' ? counting.counted.journey : null;
      expect(journey).not.toBeNull();
      expect(store.getState().shown).toEqual({ input: wanted, outcome: { kind: 'followed', traced: journey } });
    },
  );
});

describe('the voters', () => {
  it('are told once, as long as they are the same', async () => {
    const { follow, answer, asked } = start();
    follow(input);
    expect(asked()).toEqual([[2, 0], 1, true]);
    await answer();
    follow({ ...ranked(1), voters: { kind: 'turnout', turnout: structuredClone(turnout), papers: null } });
    expect(asked()).toEqual([[1], 1, false]);
    await answer();
    follow({ ...ranked(1), rule: ers97 });
    expect(asked()).toEqual([[1], 1, false]);
  });

  it.each<[string, Partial<CountInput>]>([
    ['turnout', { voters: { kind: 'turnout', turnout: otherTurnout, papers: null } }],
    ['papers', { voters: { kind: 'turnout', turnout, papers: 100 } }],
    ['seed', { seed: '2' }],
    ['election', { election: { ...practice } }],
    ['ballots', { voters: { kind: 'ballots', ballots: practiceBallots } }],
  ])('are told anew with another %s', async (_, changes) => {
    const { follow, answer, asked } = start();
    follow(input);
    await answer();
    follow({ ...input, ...changes });
    expect(asked()).toEqual([[2, 0], 2, true]);
  });

  it('are told again to a new worker', async () => {
    const { follow, answer, asked, shown } = start();
    follow(input);
    await answer();
    follow(ranked(1));
    await answer(notKept);
    expect(asked()).toEqual([[1], 2, true]);
    await answer();
    expect(shown()).toEqual([1]);
  });

  it('are not taken for others that were given up', async () => {
    const { follow, answer, asked, follows } = start();
    follow(input);
    await answer();
    follow({ ...input, seed: '2' });
    follow(ranked(1));
    expect(follows[1]?.options.signal?.aborted).toBe(true);
    await settle();
    expect(asked()).toEqual([[1], 1, false]);
  });
});

describe('changes one after the other', () => {
  it('overtake one another; what is shown stays until the last is there', async () => {
    const { follow, follows, answer, asked, shown } = start();
    follow(input);
    await answer();
    follow(ranked(1));
    follow(ranked(1, 2));
    follow(ranked(1, 2, 3));
    expect(follows).toHaveLength(2);
    expect(follows[1]?.options.signal?.aborted).toBe(true);
    await settle();
    expect(follows).toHaveLength(3);
    expect(asked()[0]).toEqual([1, 2, 3]);
    expect(shown()).toEqual([2, 0]);
    await answer();
    expect(shown()).toEqual([1, 2, 3]);
  });

  it('do not show one that was done before it could be cancelled', async () => {
    const { follow, answer, shown } = start();
    follow(input);
    follow(ranked(1));
    await answer();
    expect(shown()).toBeUndefined();
    await answer();
    expect(shown()).toEqual([1]);
  });

  it('let voters be made, for which they would only have to be made again', async () => {
    const { follow, follows, answer, asked } = start();
    follow(input);
    follow(ranked(1));
    expect(follows[0]?.options.signal?.aborted).toBe(false);
    await answer();
    expect(asked()).toEqual([[1], 1, false]);
  });

  it('back to what is shown or under way ask nothing new', async () => {
    const { follow, follows, answer } = start();
    follow(input);
    follow(ranked(2, 0));
    await answer();
    follow(ranked(2, 0));
    expect(follows).toHaveLength(1);
  });
});

describe('what goes wrong', () => {
  it('is shown as that, and tried again when asked', async () => {
    const { follow, follows, store, answer, shown } = start();
    follow(input);
    await answer({ ok: false, error: { kind: 'refused', message: 'No seats.' } });
    expect(store.getState().shown?.outcome).toEqual({ kind: 'refused', message: 'No seats.' });
    follow(ranked(1));
    follows.at(-1)?.fail('It broke.');
    await settle();
    expect(store.getState().shown?.outcome).toEqual({ kind: 'failed' });
    follow(ranked(1));
    await answer();
    expect([shown(), store.getState().shown?.outcome.kind]).toEqual([[1], 'followed']);
  });

  it('is a failure if the worker loses voters it was just told of', async () => {
    const { follow, answer, store } = start();
    follow(input);
    await answer(notKept);
    expect(store.getState().shown?.outcome.kind).toBe('failed');
  });
});
