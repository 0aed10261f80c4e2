import { afterEach, describe, expect, it } from 'vitest';
import { parseBlt } from '../../src/ballots/blt';
import { createElectionsStore, type ElectionsStore } from '../../src/state/elections';
import type { FileShelf, ShelvedFile } from '../../src/state/file-shelf';
import { createEngine } from '../../src/worker/client';
import { hostedPort } from '../support/channel';
import { fakeEngine, settle } from './fake-engine';

const goodText = '3 1\n2 1 2 0\n1 3 0\n0\n"Ann"\n"Bo"\n"Cy"\n"Club"\n';
const brokenText = goodText.replace('1 3 0', '1 9 0');
const bytesOf = (text: string) => (): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode(text));
const opened = parseBlt(goodText);

/** A shelf in memory. */
function fakeShelf(): FileShelf & { readonly files: Map<string, ShelvedFile>; full: boolean } {
  const files = new Map<string, ShelvedFile>();
  return {
    files,
    full: false,
    put(id, file) {
      if (this.full) return Promise.reject(new Error('There is no room.'));
      files.set(id, file);
      return Promise.resolve();
    },
    take: (id) => Promise.resolve(files.get(id) ?? null),
  };
}

const titleIn = (store: ElectionsStore): string | undefined => store.getState().current?.election.title;

describe('with the real engine', () => {
  const engine = createEngine(() => hostedPort(0));
  afterEach(() => engine.close());

  it('opens a good file, keeps it, and brings it back', async () => {
    const shelf = fakeShelf();
    const store = createElectionsStore(engine, shelf);
    expect(await store.getState().openFile('club.blt', bytesOf(goodText))).toBe(true);
    const { current, opening, problem } = store.getState();
    expect(current).toMatchObject({ file: 'club.blt', election: { title: 'Club', seats: 1 }, warnings: [] });
    expect([opening, problem]).toEqual([null, null]);

    const next = createElectionsStore(engine, shelf);
    await next.getState().restore(current?.election.id ?? '');
    expect(next.getState().current).toEqual(current);
  });

  it('leaves the election in hand alone when a file is broken, and says where', async () => {
    const shelf = fakeShelf();
    const store = createElectionsStore(engine, shelf);
    store.getState().pickBuiltIn('practice');
    const before = store.getState().current;
    expect(await store.getState().openFile('bad.blt', bytesOf(brokenText))).toBe(false);
    expect(store.getState().current).toBe(before);
    expect(store.getState().problem).toMatchObject({
      kind: 'broken-file',
      file: 'bad.blt',
      error: { line: 3, column: 3 },
    });
    expect(shelf.files.size).toBe(0);
    store.getState().dismissProblem();
    expect(store.getState().problem).toBeNull();
  });
});

it('picks a built-in election, with the ballots that come with it', () => {
  const store = createElectionsStore(fakeEngine().engine, fakeShelf());
  store.getState().pickBuiltIn('practice');
  expect(store.getState().current).toMatchObject({ file: null, warnings: [], election: { id: 'practice' } });
  expect(store.getState().current?.ballots).not.toBeNull();
  expect(() => store.getState().pickBuiltIn('nowhere')).toThrow('no built-in election "nowhere"');
});

it('says how far it is', async () => {
  const { engine, opens } = fakeEngine();
  const store = createElectionsStore(engine, fakeShelf());
  void store.getState().openFile('a.blt', bytesOf(goodText));
  expect(store.getState().opening).toEqual({ file: 'a.blt', done: 0 }); // while the device is still fetching it
  await settle();
  opens[0]?.options.onProgress?.({ doing: 'reading', done: 0.5 });
  expect(store.getState().opening).toEqual({ file: 'a.blt', done: 0.5 });
});

it('drops a file that is overtaken by another pick while it is fetched', async () => {
  const { engine, opens } = fakeEngine();
  const store = createElectionsStore(engine, fakeShelf());
  let arrive: (bytes: Uint8Array) => void = () => undefined;
  const slow = store.getState().openFile('slow.blt', () => new Promise((resolve) => (arrive = resolve)));
  store.getState().pickBuiltIn('practice');
  arrive(new Uint8Array());
  expect(await slow).toBe(false);
  expect(opens).toHaveLength(0);
  expect(store.getState().current?.election.id).toBe('practice');
});

it('drops a file that is overtaken by another while it is read', async () => {
  const { engine, opens } = fakeEngine();
  const store = createElectionsStore(engine, fakeShelf());
  const first = store.getState().openFile('first.blt', bytesOf(goodText));
  await settle();
  const second = store.getState().openFile('second.blt', bytesOf(goodText));
  await settle();
  expect(opens[0]?.options.signal?.aborted).toBe(true);
  opens[0]?.options.onProgress?.({ doing: 'reading', done: 0.9 });
  expect(store.getState().opening).toEqual({ file: 'second.blt', done: 0 });
  opens[0]?.answer(opened);
  opens[1]?.answer(opened);
  expect(await Promise.all([first, second])).toEqual([false, true]);
  expect(store.getState().current?.file).toBe('second.blt');
});

it('stops reading when told to', async () => {
  const { engine, opens } = fakeEngine();
  const store = createElectionsStore(engine, fakeShelf());
  store.getState().pickBuiltIn('practice');
  const reading = store.getState().openFile('long.blt', bytesOf(goodText));
  await settle();
  store.getState().stopOpening();
  expect(opens[0]?.options.signal?.aborted).toBe(true);
  expect(await reading).toBe(false);
  expect(store.getState()).toMatchObject({ opening: null, problem: null, current: { election: { id: 'practice' } } });
});

it('says so when a file cannot be read', async () => {
  const { engine, opens } = fakeEngine();
  const store = createElectionsStore(engine, fakeShelf());
  expect(await store.getState().openFile('a.blt', () => Promise.reject(new Error('It was moved.')))).toBe(false);
  const problem = { kind: 'unreadable', file: 'a.blt', message: 'It was moved.' };
  expect(store.getState()).toMatchObject({ opening: null, problem });

  const reading = store.getState().openFile('b.blt', bytesOf(goodText));
  await settle();
  opens[0]?.fail('The counting part of the app did not start.');
  expect(await reading).toBe(false);
  expect(store.getState().problem).toMatchObject({ kind: 'unreadable', file: 'b.blt' });
});

it('goes on with a file that cannot be kept, and says so', async () => {
  const { engine, opens } = fakeEngine();
  const shelf = fakeShelf();
  shelf.full = true;
  const store = createElectionsStore(engine, shelf);
  const reading = store.getState().openFile('a.blt', bytesOf(goodText));
  await settle();
  opens[0]?.answer(opened);
  expect(await reading).toBe(true);
  expect(titleIn(store)).toBe('Club');
  expect(store.getState().problem).toEqual({ kind: 'not-kept', file: 'a.blt', message: 'There is no room.' });
});

describe('bringing back what was open', () => {
  it('opens a built-in election at once', async () => {
    const store = createElectionsStore(fakeEngine().engine, fakeShelf());
    await store.getState().restore('nec-2020');
    expect(store.getState().current?.election.id).toBe('nec-2020');
  });

  it('says when a file is gone, or the shelf is', async () => {
    const store = createElectionsStore(fakeEngine().engine, fakeShelf());
    await store.getState().restore('blt-123');
    expect(store.getState()).toMatchObject({ current: null, problem: { kind: 'gone' } });

    const take = (): Promise<never> => Promise.reject(new Error('switched off'));
    const without = createElectionsStore(fakeEngine().engine, { ...fakeShelf(), take });
    await without.getState().restore('blt-123');
    expect(without.getState().problem).toEqual({ kind: 'gone' });
  });

  it('does not put it over what was picked meanwhile', async () => {
    const { engine, opens } = fakeEngine();
    const shelf = fakeShelf();
    shelf.files.set('blt-1', { file: 'old.blt', bytes: new Uint8Array() });
    const store = createElectionsStore(engine, shelf);
    const restoring = store.getState().restore('blt-1');
    store.getState().pickBuiltIn('practice');
    await restoring;
    expect(opens).toHaveLength(0);
    expect(store.getState().current?.election.id).toBe('practice');
  });
});
