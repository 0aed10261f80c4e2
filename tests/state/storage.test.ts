import { expect, it } from 'vitest';
import { fakeStorage } from './fake-storage';

const name = 'ballotflow/rankings';

it('passes sound records through', () => {
  const { storage, problems } = fakeStorage();
  expect(storage.getItem(name)).toBeNull();
  storage.setItem(name, '{"a":1}');
  expect(storage.getItem(name)).toBe('{"a":1}');
  storage.removeItem(name);
  expect(storage.getItem(name)).toBeNull();
  expect(problems).toEqual([]);
});

it('sets aside what is not JSON, with its time, and offers it back', () => {
  const { backend, storage, problems } = fakeStorage();
  backend.items.set(name, '{nope');
  expect(storage.getItem(name)).toBeNull();
  const key = 'ballotflow/set-aside/2026-01-02T12:00:00.000Z/ballotflow/rankings';
  expect([...backend.items.keys()]).toEqual([key]);
  const entry = { key, name, part: null, reason: 'unreadable', time: Date.UTC(2026, 0, 2, 12), text: '{nope' };
  expect(problems).toEqual([{ kind: 'set-aside', entry }]);
  expect(storage.listSetAside()).toEqual([entry]);
  storage.forgetSetAside(key);
  expect(storage.listSetAside()).toEqual([]);
});

it('keeps the same text once, and different texts of one moment apart', () => {
  const { storage, problems } = fakeStorage();
  storage.setAside(name, '1', 'invalid', 'nec');
  storage.setAside(name, '1', 'invalid', 'nec');
  storage.setAside(name, '2', 'invalid', 'nec');
  expect(storage.listSetAside().map(({ text }) => text)).toEqual(['1', '2']);
  expect(problems).toHaveLength(2);
});

it('restores a whole record and puts by what it replaces', () => {
  const { storage } = fakeStorage();
  storage.setItem(name, '"old"');
  storage.setAside(name, '"old"', 'newer');
  storage.setItem(name, '"now"');
  const [entry] = storage.listSetAside();
  expect(storage.restoreSetAside(entry?.key ?? '')).toBe(true);
  expect(storage.getItem(name)).toBe('"old"');
  expect(storage.listSetAside()).toMatchObject([{ text: '"now"', reason: 'replaced' }]);
});

it('does not restore a part over the whole', () => {
  const { storage } = fakeStorage();
  storage.setAside(name, '1', 'invalid', 'nec');
  expect(storage.restoreSetAside(storage.listSetAside()[0]?.key ?? '')).toBe(false);
  expect(storage.restoreSetAside('ballotflow/set-aside/gone')).toBe(false);
  expect(storage.listSetAside()).toHaveLength(1);
});

it('leaves a record alone when there is no room to set it aside', () => {
  const { backend, storage, problems } = fakeStorage();
  backend.items.set(name, '{nope');
  backend.full = true;
  expect(storage.getItem(name)).toBeNull();
  backend.full = false;
  storage.setItem(name, '{}');
  storage.removeItem(name);
  expect(backend.items.get(name)).toBe('{nope');
  expect(problems).toEqual([{ kind: 'held', name, message: 'the quota has been exceeded' }]);
});

it('reports a full storage once, and when it works again', () => {
  const { backend, storage, problems } = fakeStorage();
  backend.full = true;
  storage.setItem(name, '1');
  storage.setItem(name, '2');
  backend.full = false;
  storage.setItem(name, '3');
  storage.setItem(name, '4');
  expect(problems).toEqual([
    { kind: 'not-saved', name, message: 'the quota has been exceeded' },
    { kind: 'saved-again', name },
  ]);
  expect(backend.items.get(name)).toBe('4');
});

it('reports storage that is switched off and does not write over what it could not see', () => {
  const { backend, storage, problems } = fakeStorage();
  backend.items.set(name, '"precious"');
  backend.off = true;
  expect(storage.getItem(name)).toBeNull();
  expect(storage.listSetAside()).toEqual([]);
  backend.off = false;
  storage.setItem(name, '"new"');
  expect(backend.items.get(name)).toBe('"precious"');
  expect(problems).toEqual([{ kind: 'held', name, message: 'storage is switched off' }]);
});

it('shows a set-aside record that is itself damaged rather than hiding it', () => {
  const { backend, storage } = fakeStorage();
  backend.items.set('ballotflow/set-aside/x', 'rubbish');
  expect(storage.listSetAside()).toMatchObject([{ key: 'ballotflow/set-aside/x', text: 'rubbish' }]);
});
