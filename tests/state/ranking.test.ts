import { describe, expect, it } from 'vitest';
import { createRankingStore, currentBallot, followOtherTabs, rankingsOf } from '../../src/state/ranking';
import { rankingsKey } from '../../src/state/ranking-record';
import { fakeStorage } from './fake-storage';

const people = (...names: string[]) => names.map((name) => ({ name, slate: null, withdrawn: false }));
const nec = { id: 'nec', candidates: people('Ann Black', 'Bo Li', 'Cy Dow', 'Di Ek') };
const ward = { id: 'ward', candidates: people('Eve', 'Fay') };
const names = nec.candidates.map(({ name }) => name);

function open(fake = fakeStorage()) {
  const store = createRankingStore(fake.storage);
  store.getState().open(nec);
  const stored = (): unknown => JSON.parse(fake.backend.items.get(rankingsKey) ?? 'null');
  const ballot = () => currentBallot(store.getState());
  return { ...fake, store, stored, ballot, act: store.getState(), history: () => store.temporal.getState() };
}
const document = (rankings: object, version = 2): string => JSON.stringify({ state: { rankings }, version });
const draft = (ranking: number[], more: object = {}) => ({ name: 'Draft 1', ranking, last: [], parked: [], ...more });
/** One election's entry with one draft. */
const one = (candidates: unknown[], ranking: number[]) => ({ candidates, drafts: [draft(ranking)], current: 0 });

describe('actions', () => {
  it('rank, move, take out, replace and clear', () => {
    const { act, ballot } = open();
    act.rank(2);
    act.rank(0);
    act.rank(1, 1);
    expect(ballot()).toEqual([1, 2, 0]);
    act.moveTo(0, 1);
    expect(ballot()).toEqual([0, 1, 2]);
    act.moveTo(0, 99);
    expect(ballot()).toEqual([1, 2, 0]);
    act.moveTo(0, -3);
    expect(ballot()).toEqual([0, 1, 2]);
    act.rank(0, 2);
    expect(ballot()).toEqual([1, 0, 2]);
    act.unrank(0);
    expect(ballot()).toEqual([1, 2]);
    act.replace([3, 3, 0], 'start from an order');
    expect(ballot()).toEqual([3, 0]);
    act.clear();
    expect(ballot()).toEqual([]);
  });

  it('each is one write and one step, and names itself', () => {
    const { backend, store, act, history } = open();
    backend.writes.mockClear();
    const said: string[] = [];
    const note = () => said.push(store.getState().lastChange);
    [() => act.rank(0), () => act.rank(1, 1), () => act.unrank(0), () => act.replace([3], 'x'), act.clear].forEach(
      (action, i) => {
        action();
        note();
        expect(backend.writes).toHaveBeenCalledTimes(i + 1);
        expect(history().pastStates).toHaveLength(i + 1);
      },
    );
    expect(said).toEqual(['Ann Black to 1', 'Bo Li to 1', 'Ann Black taken out', 'x', 'clear all']);
  });

  it('that change nothing are no step and no write', () => {
    const { backend, act, history } = open();
    act.rank(0);
    backend.writes.mockClear();
    act.moveTo(0, 1);
    act.unrank(2);
    act.replace([0], 'x');
    expect(backend.writes).not.toHaveBeenCalled();
    expect(history().pastStates).toHaveLength(1);
  });

  it('throw at a candidate who does not stand', () => {
    const { act } = open();
    expect(() => act.rank(4)).toThrow('candidate 4 is not one of the 4 of the open election');
    expect(() => act.replace([0, 9], 'x')).toThrow('candidate 9');
  });
});

describe('undo and redo', () => {
  it('are written, and keep the name of the change', () => {
    const { store, act, stored, history, ballot } = open();
    act.rank(0);
    act.rank(1);
    history().undo();
    expect(ballot()).toEqual([0]);
    expect(store.getState().lastChange).toBe('Ann Black to 1');
    expect(stored()).toEqual({ state: { rankings: { nec: one(names, [0]) } }, version: 2 });
    expect(history().futureStates.at(-1)?.lastChange).toBe('Bo Li to 2');
    history().redo();
    expect(ballot()).toEqual([0, 1]);
    expect(store.getState().lastChange).toBe('Bo Li to 2');
    expect(stored()).toMatchObject({ state: { rankings: { nec: { drafts: [draft([0, 1])] } } } });
  });

  it('belong to one election', () => {
    const { store, act, history, ballot } = open();
    act.rank(0);
    act.open(ward);
    expect(history()).toMatchObject({ pastStates: [], futureStates: [] });
    expect(store.getState()).toMatchObject({ electionId: 'ward', drafts: [draft([])], lastChange: '' });
    act.rank(1);
    history().undo();
    expect(rankingsOf(store.getState())).toEqual({ nec: one(names, [0]) });
    act.open(nec);
    expect(ballot()).toEqual([0]);
    expect(history().pastStates).toHaveLength(0);
  });

  it('outlast opening the same election again', () => {
    const { act, history } = open();
    act.rank(0);
    act.open({ ...nec, candidates: [...nec.candidates] });
    expect(history().pastStates).toHaveLength(1);
  });
});

describe('opening', () => {
  const saved = (candidates: string[], ranking: number[]) => {
    const fake = fakeStorage();
    fake.backend.items.set(rankingsKey, document({ nec: one(candidates, ranking) }));
    return open(fake);
  };

  it('finds the ranking kept on the device', () => {
    const { history, problems, ballot } = saved(names, [3, 1]);
    expect(ballot()).toEqual([3, 1]);
    expect(history().pastStates).toHaveLength(0);
    expect(problems).toEqual([]);
  });

  it('follows names to new places, past a missing one who was not ranked', () => {
    const { stored, ballot } = saved(['Gone', 'Di Ek', 'Ann Black'], [2, 1]);
    expect(ballot()).toEqual([0, 3]);
    expect(stored()).toMatchObject({ state: { rankings: { nec: one(names, [0, 3]) } } });
  });

  it('sets aside a ranking of somebody who no longer stands', () => {
    const { problems, ballot } = saved(['Gone', 'Di Ek'], [0, 1]);
    expect(ballot()).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'set-aside', entry: { reason: 'other-candidates', part: 'nec' } }]);
  });

  it('sets aside a ranking where a name is borne by two', () => {
    const { problems, ballot } = saved(['Ann Black', 'Ann Black'], [1]);
    expect(ballot()).toEqual([]);
    expect(problems).toHaveLength(1);
  });
});

describe('what is stored', () => {
  const load = (text: string) => {
    const fake = fakeStorage();
    fake.backend.items.set(rankingsKey, text);
    return open(fake);
  };

  it.each([
    ['unreadable', '{nope'],
    ['newer', document({ nec: { candidates: names, ranking: [1], notes: 'new in version 9' } }, 9)],
    ['invalid', '{"state":{"rankings":[1]},"version":1}'],
    ['invalid', '{"state":7,"version":1}'],
    ['invalid', '{"state":{"rankings":[1]},"version":2}'],
    ['invalid', '{"state":7,"version":2}'],
  ])('%s: set aside whole before anything is written over it', (reason, text) => {
    const { storage, act, stored, ballot } = load(text);
    expect(ballot()).toEqual([]);
    act.rank(0);
    expect(stored()).toMatchObject({ state: { rankings: { nec: { drafts: [draft([0])] } } } });
    const [entry, ...more] = storage.listSetAside();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ reason, part: null });
    expect(reason === 'unreadable' ? entry?.text : JSON.parse(entry?.text ?? '')).toEqual(
      reason === 'unreadable' ? text : JSON.parse(text),
    );
  });

  it.each([
    ['ids out of range', one(['A'], [1])],
    ['an id twice', one(['A', 'B'], [1, 1])],
    ['an id in two lists', { ...one(['A'], []), drafts: [draft([0], { parked: [0] })] }],
    ['names that are not text', one([1], [0])],
    ['no draft', { ...one(['A'], []), drafts: [] }],
    ['two drafts of one name', { ...one(['A'], []), drafts: [draft([]), draft([0])] }],
    ['a draft that is not there', { ...one(['A'], []), current: 1 }],
    ['a list missing', { ...one(['A'], []), drafts: [{ name: 'A', ranking: [], last: [] }] }],
    ['version 1', { candidates: ['A'], ranking: [0] }],
    ['null', null],
  ])('one broken ranking (%s) is set aside, the sound ones stay', (_, broken) => {
    const { storage, ballot } = load(document({ broken, nec: one(names, [2]) }));
    expect(ballot()).toEqual([2]);
    expect(storage.listSetAside()).toMatchObject([{ reason: 'invalid', part: 'broken' }]);
    expect(JSON.parse(storage.listSetAside()[0]?.text ?? '')).toMatchObject({ state: { rankings: { broken } } });
  });

  it('comes back after restoring what was set aside', () => {
    const { storage, store, act } = load(document({ nec: one(names, [1]) }, 9));
    act.rank(0);
    const [entry] = storage.listSetAside();
    expect(storage.restoreSetAside(entry?.key ?? '')).toBe(true);
    void store.persist.rehydrate(); // still newer: set aside again, and what was replaced is there too
    expect(storage.listSetAside().map(({ reason }) => reason)).toEqual(['replaced', 'newer']);
  });

  it('failing storage is reported and the ranking goes on in memory', () => {
    const { backend, problems, act, ballot } = open();
    backend.full = true;
    act.rank(0);
    act.rank(1);
    expect(ballot()).toEqual([0, 1]);
    expect(problems).toMatchObject([{ kind: 'not-saved', name: rankingsKey }]);
  });
});

describe('one name at a time', () => {
  it('is kept over a reload, and is no step to undo', () => {
    const { act, history, ...fake } = open();
    act.rank(0);
    act.askOneByOne(true);
    expect(history().pastStates).toHaveLength(1);
    history().undo();
    expect(fake.store.getState().oneByOne).toBe(true);
    expect(createRankingStore(fake.storage).getState().oneByOne).toBe(true);
    act.askOneByOne(false);
    expect(history().futureStates).toHaveLength(1);
    expect(createRankingStore(fake.storage).getState().oneByOne).toBe(false);
  });

  it('is each tab’s own', () => {
    const { act, store, backend, storage } = open();
    const stop = followOtherTabs(store, storage, window);
    act.askOneByOne(true);
    const newValue = document({ nec: one(names, [2]) });
    backend.items.set(rankingsKey, newValue);
    window.dispatchEvent(new StorageEvent('storage', { key: rankingsKey, newValue }));
    expect(currentBallot(store.getState())).toEqual([2]);
    expect(store.getState().oneByOne).toBe(true);
    stop();
  });
});

describe('another tab', () => {
  const tabs = () => {
    const tab = open();
    const stop = followOtherTabs(tab.store, tab.storage, window);
    const elsewhere = (newValue: string | null) => {
      if (newValue !== null) tab.backend.items.set(rankingsKey, newValue);
      window.dispatchEvent(new StorageEvent('storage', { key: rankingsKey, newValue }));
    };
    tab.backend.writes.mockClear();
    return { ...tab, stop, elsewhere };
  };

  it('is followed at once, without a step and without writing back', () => {
    const { backend, history, elsewhere, stop, ballot } = tabs();
    elsewhere(document({ nec: one(names, [2, 3]) }));
    expect(ballot()).toEqual([2, 3]);
    expect(history().pastStates).toHaveLength(0);
    expect(backend.writes).not.toHaveBeenCalled();
    stop();
    elsewhere(document({ nec: one(names, []) }));
    expect(ballot()).toEqual([2, 3]);
  });

  it('ends the undo history when it changed this election, not when it changed another', () => {
    const { act, store, history, elsewhere, stop } = tabs();
    act.rank(0);
    const mine = one(names, [0]);
    elsewhere(document({ nec: mine, ward: one(['Eve', 'Fay'], [1]) }));
    expect(history().pastStates).toHaveLength(1);
    history().undo();
    expect(rankingsOf(store.getState())).toEqual({ ward: one(['Eve', 'Fay'], [1]) });
    history().redo();
    elsewhere(document({ nec: one(names, [3]) }));
    expect(store.getState().lastChange).toBe('');
    expect(history().pastStates).toHaveLength(0);
    stop();
  });

  it('of a newer version is left in peace: this one stops saving and says so', () => {
    const { act, backend, problems, elsewhere, stop } = tabs();
    const newer = document({}, 9);
    elsewhere(newer);
    act.rank(0);
    expect(backend.items.get(rankingsKey)).toBe(newer);
    expect(problems).toEqual([{ kind: 'newer-elsewhere', name: rankingsKey }]);
    stop();
  });

  it('that clears the storage takes nothing from this one', () => {
    const { act, elsewhere, stop, ballot } = tabs();
    act.rank(0);
    elsewhere(null);
    expect(ballot()).toEqual([0]);
    stop();
  });
});
