import { afterEach, describe, expect, it } from 'vitest';
import { ers97 } from '../../src/count/rules/ers97';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { packBallots } from '../../src/election/ballots';
import { practice, practiceBallots } from '../../src/election/built-in-practice';
import { createCountingStore, type Counting, type CountInput } from '../../src/state/counting';
import { sampleTurnouts } from '../../src/turnout/samples/sample-turnouts';
import { votersOf } from '../../src/turnout/model';
import { createEngine } from '../../src/worker/client';
import type { Outcomes } from '../../src/worker/jobs';
import { hostedPort } from '../support/channel';
import { fakeEngine, settle } from './fake-engine';

const [turnout] = sampleTurnouts(practice);
if (turnout === undefined) throw new Error('the practice election has 0 sample turnouts');
const withBallots: CountInput = {
  election: practice,
  voters: { kind: 'ballots', ballots: practiceBallots },
  rule: scottish2007,
  seed: '1',
  ranking: [2, 0],
};
const withTurnout: CountInput = { ...withBallots, voters: { kind: 'turnout', turnout, papers: null } };

/** Its contents do not matter to the store. */
const counted = { ok: true, value: { count: {}, journey: null } } as unknown as Outcomes['count'];

function start() {
  const { engine, counts } = fakeEngine();
  const store = createCountingStore(engine);
  return { store, counts, now: (): Counting => store.getState().counting };
}

describe('with the real engine', () => {
  const engine = createEngine(() => hostedPort(30));
  afterEach(() => engine.close());

  it('counts the ballots as they are, and made-up voters with mine among them', async () => {
    const store = createCountingStore(engine);
    await store.getState().count(withBallots);
    expect(store.getState().counting).toMatchObject({ kind: 'done', counted: { count: { validBallots: 120 } } });
    await store.getState().count(withTurnout);
    const validBallots = votersOf(turnout) + 1;
    expect(store.getState().counting).toMatchObject({ kind: 'done', counted: { count: { validBallots } } });
  });

  it('says why nothing can be counted', async () => {
    const store = createCountingStore(engine);
    const ballots = packBallots([], 4);
    await store.getState().count({ ...withBallots, voters: { kind: 'ballots', ballots } });
    expect(store.getState().counting).toMatchObject({ kind: 'refused', message: 'There are no ballots to count.' });
  });
});

it('tells the engine who stands, on which slate, and whose ballot is followed', () => {
  const { store, counts } = start();
  const candidates = practice.candidates.map((one, id) => ({ ...one, withdrawn: id === 3 }));
  void store.getState().count({ ...withTurnout, election: { ...practice, candidates } });
  expect(counts[0]?.job).toMatchObject({
    withdrawn: [3],
    candidateCount: 5,
    seats: 2,
    mine: [2, 0],
    lots: { kind: 'seeded', seed: '1' },
    voters: { kind: 'made-up', seed: '1', slateOf: [0, 1, null, 0, 1] },
  });
});

it('does not count the same again, while it is under way or done', async () => {
  const { store, counts, now } = start();
  const counting = store.getState().count(withTurnout);
  await store.getState().count({ ...withTurnout, ranking: [2, 0] });
  counts[0]?.answer(counted);
  await counting;
  expect(now().kind).toBe('done');
  await store.getState().count({ ...withTurnout, voters: { kind: 'turnout', turnout: { ...turnout }, papers: null } });
  expect(counts).toHaveLength(1);
});

it.each<[string, CountInput]>([
  ['another seed', { ...withTurnout, seed: '2' }],
  ['another rule', { ...withTurnout, rule: ers97 }],
  ['another ranking', { ...withTurnout, ranking: [0, 2] }],
  ['a longer ranking', { ...withTurnout, ranking: [2, 0, 1] }],
  ['other voters', withBallots],
  ['fewer papers', { ...withTurnout, voters: { kind: 'turnout', turnout, papers: 100 } }],
  [
    'another turnout',
    { ...withTurnout, voters: { kind: 'turnout', turnout: { ...turnout, id: 'other' }, papers: null } },
  ],
])('counts again for %s', async (_, input) => {
  const { store, counts } = start();
  void store.getState().count(withTurnout);
  counts[0]?.answer(counted);
  await settle();
  void store.getState().count(input);
  expect(counts).toHaveLength(2);
});

it('cancels a count that is overtaken, and hears no more of it', async () => {
  const { store, counts, now } = start();
  const first = store.getState().count(withTurnout);
  const second = store.getState().count(withBallots);
  expect(counts[0]?.options.signal?.aborted).toBe(true);
  counts[0]?.options.onProgress?.({ doing: 'counting', done: 0.9 });
  await first;
  expect(now()).toEqual({ kind: 'running', input: withBallots, progress: null });
  counts[1]?.options.onProgress?.({ doing: 'counting', done: 0.5 });
  expect(now()).toMatchObject({ kind: 'running', progress: { done: 0.5 } });
  counts[1]?.answer(counted);
  await second;
  expect(now()).toMatchObject({ kind: 'done', input: withBallots });
});

it('fails with a reason, and counts when tried again', async () => {
  const { store, counts, now } = start();
  const first = store.getState().count(withTurnout);
  counts[0]?.fail('out of memory');
  await first;
  expect(now()).toEqual({ kind: 'failed', input: withTurnout, message: 'out of memory' });
  const again = store.getState().retry();
  counts[1]?.answer(counted);
  await again;
  expect(now()).toMatchObject({ kind: 'done', input: withTurnout });
  await store.getState().retry(); // nothing failed
  expect(counts).toHaveLength(2);
});

it('is idle once cancelled, and can start the same at once', async () => {
  const { store, counts, now } = start();
  const first = store.getState().count(withTurnout);
  store.getState().cancel();
  expect(now()).toEqual({ kind: 'idle' });
  const again = store.getState().count(withTurnout);
  await first;
  counts[1]?.answer(counted);
  await again;
  expect(now().kind).toBe('done');
  store.getState().cancel(); // too late to take it away
  expect(now().kind).toBe('done');
});
