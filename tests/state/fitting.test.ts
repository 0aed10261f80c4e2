import { afterEach, expect, it } from 'vitest';
import { practice, practiceBallots } from '../../src/election/built-in-practice';
import { packBallots } from '../../src/election/ballots';
import { createFittingStore, type Fitting } from '../../src/state/fitting';
import { checkTurnout } from '../../src/turnout/check';
import { createEngine, type Engine } from '../../src/worker/client';
import { hostedPort } from '../support/channel';

let engine: Engine | null = null;
afterEach(() => engine?.close());

function open(sliceMs = 5) {
  /** Workers started, and those of them that were ended. */
  const workers = { started: 0, ended: 0 };
  engine = createEngine(() => {
    const port = hostedPort(sliceMs);
    workers.started++;
    return {
      ...port,
      close: () => {
        workers.ended++;
        port.close();
      },
    };
  });
  const store = createFittingStore(engine);
  const kinds: Fitting['kind'][] = [];
  store.subscribe(({ fitting }) => kinds.push(fitting.kind));
  return { store, kinds, workers };
}

it('fits a turnout that can be sampled, with a report', async () => {
  const { store, kinds } = open();
  const fitted = await store.getState().fit(practice, practiceBallots, '1');
  expect(fitted === null ? null : checkTurnout(fitted.turnout, practice).ok).toBe(true);
  expect(fitted?.report.papers).toBe(120);
  expect(kinds[0]).toBe('running');
  expect(store.getState().fitting).toMatchObject({ kind: 'done', election: practice });
});

it('says why there is none', async () => {
  const { store } = open();
  const none = packBallots([], practice.candidates.length);
  expect(await store.getState().fit(practice, none, '1')).toBeNull();
  expect(store.getState().fitting.kind).toBe('failed');
});

it('stops when told to, its worker with it, and is not heard again', async () => {
  const { store, workers } = open(0);
  const fitting = store.getState().fit(practice, practiceBallots, '1');
  expect(workers).toEqual({ started: 1, ended: 0 });
  store.getState().stop();
  expect(workers).toEqual({ started: 1, ended: 1 });
  expect(await fitting).toBeNull();
  expect(store.getState().fitting).toEqual({ kind: 'idle' });
});

it('can be begun again, also while one is under way, which then comes to nothing', async () => {
  const { store, workers } = open(0);
  const first = store.getState().fit(practice, practiceBallots, '1');
  const second = store.getState().fit(practice, practiceBallots, '2');
  expect(await first).toBeNull();
  const fitted = await second;
  expect(store.getState().fitting).toMatchObject({ kind: 'done', fitted });
  expect(workers).toEqual({ started: 2, ended: 2 });
  expect(await store.getState().fit(practice, practiceBallots, '2')).toEqual(fitted);
});
