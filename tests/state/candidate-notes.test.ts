import { describe, expect, it } from 'vitest';
import { createCandidateNotesStore, followNotes, keepsakesOf, notesKey } from '../../src/state/candidate-notes';
import { fakeStorage } from './fake-storage';

const people = (...names: string[]) => names.map((name) => ({ name, slate: null, withdrawn: false }));
const nec = { id: 'nec', candidates: people('Ann Black', 'Bo Li', 'Cy Dow') };
const ward = { id: 'ward', candidates: people('Eve', 'Fay') };
const names = nec.candidates.map(({ name }) => name);

function open(fake = fakeStorage()) {
  const store = createCandidateNotesStore(fake.storage);
  store.getState().open(nec);
  const stored = (): unknown => JSON.parse(fake.backend.items.get(notesKey) ?? 'null');
  return { ...fake, store, stored, act: store.getState() };
}
const document = (elections: object, version = 1): string => JSON.stringify({ state: { elections }, version });
const load = (text: string) => {
  const fake = fakeStorage();
  fake.backend.items.set(notesKey, text);
  return open(fake);
};

describe('notes and stars', () => {
  it('are written at each change, and there again', () => {
    const { act, backend, stored, ...fake } = open();
    backend.writes.mockClear();
    act.write(0, 'Good on pay');
    act.toggleStar(2);
    act.toggleStar(0);
    expect(backend.writes).toHaveBeenCalledTimes(3);
    const saved = { candidates: names, notes: { 0: 'Good on pay' }, stars: [0, 2] };
    expect(stored()).toEqual({ state: { elections: { nec: saved } }, version: 1 });
    const again = open({ backend, ...fake }).store.getState();
    expect(again).toMatchObject({ notes: { 0: 'Good on pay' }, stars: [0, 2] });
  });

  it('go when emptied, taken off or deleted, and leave no empty record', () => {
    const { act, store, stored } = open();
    act.write(1, 'x');
    act.write(1, '');
    act.toggleStar(1);
    act.toggleStar(1);
    expect(store.getState()).toMatchObject({ notes: {}, stars: [] });
    expect(stored()).toEqual({ state: { elections: {} }, version: 1 });
  });

  it('are not written when nothing changes', () => {
    const { act, backend } = open();
    act.write(1, 'x');
    backend.writes.mockClear();
    act.write(1, 'x');
    act.write(2, '');
    act.deleteNote(2);
    act.undelete();
    act.open(nec);
    expect(backend.writes).not.toHaveBeenCalled();
  });

  it('belong to one election each', () => {
    const { act, store } = open();
    act.write(0, 'of Ann');
    act.open(ward);
    expect(store.getState()).toMatchObject({ notes: {}, stars: [] });
    act.toggleStar(0);
    expect(keepsakesOf(store.getState())).toEqual({
      nec: { candidates: names, notes: { 0: 'of Ann' }, stars: [] },
      ward: { candidates: ['Eve', 'Fay'], notes: {}, stars: [0] },
    });
    act.open(nec);
    expect(store.getState()).toMatchObject({ notes: { 0: 'of Ann' }, stars: [] });
  });

  it('throw at a candidate who does not stand', () => {
    const { act } = open();
    expect(() => act.write(3, 'x')).toThrow('candidate 3 is not one of the 3 of the open election');
    expect(() => act.toggleStar(-1)).toThrow('candidate -1');
  });
});

describe('a deleted note', () => {
  it('comes back, and is written again', () => {
    const { act, store, stored } = open();
    act.write(0, 'Good on pay');
    act.deleteNote(0);
    expect(stored()).toEqual({ state: { elections: {} }, version: 1 });
    expect(store.getState().deleted).toEqual({ candidate: 0, note: 'Good on pay' });
    act.undelete();
    expect(store.getState()).toMatchObject({ notes: { 0: 'Good on pay' }, deleted: null });
    expect(stored()).toMatchObject({ state: { elections: { nec: { notes: { 0: 'Good on pay' } } } } });
  });

  it('does not come back over a new one, nor in another election', () => {
    const { act, store } = open();
    act.write(0, 'old');
    act.deleteNote(0);
    act.write(1, 'of Bo');
    expect(store.getState().deleted).not.toBeNull();
    act.write(0, 'new');
    act.undelete();
    expect(store.getState().notes).toEqual({ 0: 'new', 1: 'of Bo' });
    act.deleteNote(1);
    act.open(ward);
    act.undelete();
    expect(store.getState().notes).toEqual({});
  });
});

describe('candidates who are others now', () => {
  it('keep their notes by name', () => {
    const { store, problems } = load(
      document({ nec: { candidates: ['Cy Dow', 'Gone', 'Ann Black'], notes: { 0: 'c', 2: 'a' }, stars: [0, 2] } }),
    );
    expect(store.getState()).toMatchObject({ notes: { 0: 'a', 2: 'c' }, stars: [0, 2] });
    expect(problems).toEqual([]);
  });

  it('who are gone, or whose name two bear, have theirs set aside; the others’ stay', () => {
    const candidates = ['Gone', 'Ann Black', 'Cy Dow', 'Cy Dow'];
    const { store, storage } = load(
      document({ nec: { candidates, notes: { 0: 'g', 1: 'a', 3: 'c' }, stars: [1, 2] } }),
    );
    expect(store.getState()).toMatchObject({ notes: { 0: 'a' }, stars: [0] });
    const [entry] = storage.listSetAside();
    expect(entry).toMatchObject({ reason: 'other-candidates', part: 'nec' });
    expect(JSON.parse(entry?.text ?? '')).toEqual({
      state: { elections: { nec: { candidates, notes: { 0: 'g', 3: 'c' }, stars: [2] } } },
      version: 1,
    });
  });
});

describe('what is stored', () => {
  it.each([
    ['unreadable', '{nope'],
    ['newer', document({ nec: { candidates: names, notes: {}, stars: [1], colours: [] } }, 9)],
    ['invalid', '{"state":{"elections":[1]},"version":1}'],
    ['invalid', '{"state":7,"version":1}'],
  ])('%s: set aside whole before anything is written over it', (reason, text) => {
    const { storage, store, act, stored } = load(text);
    expect(store.getState()).toMatchObject({ notes: {}, stars: [] });
    act.toggleStar(0);
    expect(stored()).toMatchObject({ state: { elections: { nec: { stars: [0] } } } });
    const [entry, ...more] = storage.listSetAside();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ reason, part: null });
    expect(reason === 'unreadable' ? entry?.text : JSON.parse(entry?.text ?? '')).toEqual(
      reason === 'unreadable' ? text : JSON.parse(text),
    );
  });

  it.each([
    ['a star out of range', { candidates: ['A'], notes: {}, stars: [1] }],
    ['a star twice', { candidates: ['A'], notes: {}, stars: [0, 0] }],
    ['a note on nobody', { candidates: ['A'], notes: { 1: 'x' }, stars: [] }],
    ['a note that is no text', { candidates: ['A'], notes: { 0: 7 }, stars: [] }],
    ['names that are not text', { candidates: [1], notes: {}, stars: [] }],
    ['null', null],
  ])('one broken election (%s) is set aside, the sound ones stay', (_, broken) => {
    const { store, storage } = load(document({ broken, nec: { candidates: names, notes: { 1: 'b' }, stars: [] } }));
    expect(store.getState().notes).toEqual({ 1: 'b' });
    expect(storage.listSetAside()).toMatchObject([{ reason: 'invalid', part: 'broken' }]);
  });

  it('that cannot be saved is reported once and goes on in memory', () => {
    const { backend, problems, store, act } = open();
    backend.full = true;
    act.write(0, 'a');
    act.write(0, 'ab');
    expect(store.getState().notes).toEqual({ 0: 'ab' });
    expect(problems).toMatchObject([{ kind: 'not-saved', name: notesKey }]);
    backend.full = false;
    act.write(0, 'abc');
    expect(problems.at(-1)).toEqual({ kind: 'saved-again', name: notesKey });
  });

  it('nowhere, where storage is switched off: everything still works', () => {
    const fake = fakeStorage();
    fake.backend.off = true;
    const { store, act, problems } = open(fake);
    act.toggleStar(1);
    expect(store.getState().stars).toEqual([1]);
    expect(problems).toMatchObject([{ kind: 'held', name: notesKey }]);
  });
});

describe('another tab', () => {
  const tabs = () => {
    const tab = open();
    const stop = followNotes(tab.store, tab.storage, window);
    const elsewhere = (newValue: string | null, key = notesKey) => {
      if (newValue !== null) tab.backend.items.set(key, newValue);
      window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
    };
    tab.backend.writes.mockClear();
    return { ...tab, stop, elsewhere };
  };

  it('is followed at once, without writing back', () => {
    const { store, backend, elsewhere, stop } = tabs();
    elsewhere(document({ nec: { candidates: names, notes: { 1: 'there' }, stars: [2] } }));
    expect(store.getState()).toMatchObject({ notes: { 1: 'there' }, stars: [2] });
    expect(backend.writes).not.toHaveBeenCalled();
    stop();
    elsewhere(document({}));
    expect(store.getState().stars).toEqual([2]);
  });

  it('that writes a note anew ends the undo of the one deleted here', () => {
    const { act, store, elsewhere, stop } = tabs();
    act.write(0, 'old');
    act.deleteNote(0);
    elsewhere(document({ nec: { candidates: names, notes: { 1: 'x' }, stars: [] } }));
    expect(store.getState().deleted).not.toBeNull();
    elsewhere(document({ nec: { candidates: names, notes: { 0: 'there' }, stars: [] } }));
    act.undelete();
    expect(store.getState().notes).toEqual({ 0: 'there' });
    stop();
  });

  it('of a newer version is left in peace: this one stops saving and says so', () => {
    const { act, backend, problems, elsewhere, stop } = tabs();
    const newer = document({}, 9);
    elsewhere(newer);
    act.toggleStar(0);
    expect(backend.items.get(notesKey)).toBe(newer);
    expect(problems).toEqual([{ kind: 'newer-elsewhere', name: notesKey }]);
    stop();
  });

  it('that clears the storage, or saves something else, takes nothing from this one', () => {
    const { act, store, elsewhere, stop } = tabs();
    act.toggleStar(0);
    elsewhere(null);
    elsewhere('{}', 'ballotflow/rankings');
    expect(store.getState().stars).toEqual([0]);
    stop();
  });
});
