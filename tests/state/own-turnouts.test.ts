import { describe, expect, it } from 'vitest';
import { builtInElection } from '../../src/election/built-in';
import { createOwnTurnoutsStore, followOwnTurnouts, ownTurnoutsKey } from '../../src/state/own-turnouts';
import type { Turnout } from '../../src/turnout/model';
import { sampleTurnouts } from '../../src/turnout/samples/sample-turnouts';
import { fakeStorage } from './fake-storage';

const electionOf = (id: string) => {
  const found = builtInElection(id);
  if (found === null) throw new Error(`no election ${id}`);
  return found.election;
};
const practice = electionOf('practice');
const nec = electionOf('nec-2020');
const first = (turnouts: readonly Turnout[]): Turnout => {
  const [turnout] = turnouts;
  if (turnout === undefined) throw new Error('no turnout');
  return turnout;
};
const sample = first(sampleTurnouts(practice));

function open(fake = fakeStorage(), election = practice) {
  const store = createOwnTurnoutsStore(fake.storage);
  store.getState().open(election);
  const stored = (): unknown => JSON.parse(fake.backend.items.get(ownTurnoutsKey) ?? 'null');
  const titles = (): string[] => store.getState().own.map(({ turnout }) => turnout.title);
  const own = (): Turnout => first(store.getState().own.map(({ turnout }) => turnout));
  return { ...fake, store, stored, titles, own, act: store.getState() };
}
const withBloc = (turnout: Turnout, changes: object): Turnout => ({
  ...turnout,
  blocs: turnout.blocs.map((bloc, index) => (index === 0 ? { ...bloc, ...changes } : bloc)),
});

describe('own turnouts', () => {
  it('are copies: newest first, each with an id and a title of its own', () => {
    const { act, titles, store } = open();
    act.add(sample, 'Mine');
    act.add(sample, 'Mine');
    act.add(sample, 'Other');
    expect(titles()).toEqual(['Other', 'Mine 2', 'Mine']);
    expect(store.getState().own.map(({ turnout }) => turnout.id)).toEqual(['own-3', 'own-2', 'own-1']);
    expect(sample.title).not.toBe('Mine');
  });

  it('are written at each change, and there again', () => {
    const { act, own, backend, ...fake } = open();
    const id = act.add(sample, 'Mine');
    backend.writes.mockClear();
    expect(act.change(withBloc({ ...own(), title: 'Renamed' }, { turnout: 0.125 })).ok).toBe(true);
    expect(backend.writes).toHaveBeenCalledTimes(1);
    act.change(own());
    expect(backend.writes).toHaveBeenCalledTimes(1);
    const again = open({ backend, ...fake }).store.getState();
    expect(again.own).toMatchObject([{ turnout: { id, title: 'Renamed' }, start: sample }]);
    expect(again.own[0]?.turnout.blocs[0]?.turnout).toBe(0.125);
  });

  it('stay as they were where a change cannot be sampled, and say why', () => {
    const { act, own } = open();
    act.add(sample, 'Mine');
    const before = own();
    expect(act.change(withBloc(before, { loyalty: 7 }))).toEqual({
      ok: false,
      error: [{ path: 'blocs[0].loyalty', message: 'must be from 0 to 1, not 7' }],
    });
    expect(own()).toBe(before);
  });

  it('are reset to what they began as, but keep their name', () => {
    const { act, own } = open();
    const id = act.add(sample, 'Mine');
    const before = own();
    act.change(withBloc({ ...before, title: 'Renamed' }, { members: 7 }));
    act.reset(id);
    expect(own()).toEqual({ ...before, title: 'Renamed' });
  });

  it('come back to their place when deleted, and their ids are not used meanwhile', () => {
    const { act, titles, store } = open();
    act.add(sample, 'One');
    const two = act.add(sample, 'Two');
    act.add(sample, 'Three');
    act.delete(two);
    expect(titles()).toEqual(['Three', 'One']);
    expect(store.getState().deleted?.one.turnout.title).toBe('Two');
    act.undelete();
    expect(titles()).toEqual(['Three', 'Two', 'One']);
    act.delete('own-3');
    expect(act.add(sample, 'Four')).toBe('own-4');
    expect(() => act.delete('own-9')).toThrow('"own-9" is not one of the 3 own turnouts');
  });

  it('belong to one election each, which need not be open for theirs to be kept', () => {
    const { act, store, titles } = open();
    act.add(sample, 'Of the hall');
    act.open(nec);
    expect(titles()).toEqual([]);
    act.add(first(sampleTurnouts(nec)), 'Of the NEC');
    act.open(practice);
    expect(titles()).toEqual(['Of the hall']);
    expect(Object.keys(store.getState().kept)).toEqual(['practice', 'nec-2020']);
    act.open({ ...practice });
    expect(titles()).toEqual(['Of the hall']);
  });
});

describe('what was saved and cannot be used', () => {
  const saved = (change: (record: { state: { elections: { practice: { turnout: object }[] } } }) => void) => {
    const { act, backend, stored, ...fake } = open();
    act.add(sample, 'Mine');
    const record = stored() as Parameters<typeof change>[0];
    change(record);
    backend.items.set(ownTurnoutsKey, JSON.stringify(record));
    return open({ backend, ...fake });
  };

  it('is set aside whole where it is not of the right shape', () => {
    const fake = fakeStorage();
    fake.backend.items.set(ownTurnoutsKey, JSON.stringify({ state: { elections: [7] }, version: 1 }));
    const { problems, titles } = open(fake);
    expect(problems).toMatchObject([{ kind: 'set-aside', entry: { reason: 'invalid', part: null } }]);
    expect(titles()).toEqual([]);
  });

  it('is set aside where a newer version wrote it', () => {
    const fake = fakeStorage();
    fake.backend.items.set(ownTurnoutsKey, JSON.stringify({ state: {}, version: 2 }));
    expect(open(fake).problems).toMatchObject([{ kind: 'set-aside', entry: { reason: 'newer' } }]);
  });

  it('is set aside alone, the others stay', () => {
    const { problems, titles } = saved(({ state: { elections } }) => {
      elections.practice.push({ ...elections.practice[0], turnout: { format: 'other' } });
    });
    expect(titles()).toEqual(['Mine']);
    expect(problems).toMatchObject([{ kind: 'set-aside', entry: { reason: 'invalid', part: 'practice' } }]);
  });

  it('is set aside where it is for other candidates', () => {
    const { problems, titles } = saved(({ state: { elections } }) => {
      Object.assign(elections.practice[0]?.turnout ?? {}, { candidates: ['Eve', 'Fay', 'Gus', 'Hal', 'Ivy'] });
    });
    expect(titles()).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'set-aside', entry: { reason: 'other-candidates', part: 'practice' } }]);
  });
});

describe('another tab', () => {
  const tell = (text: string | undefined): void => {
    window.dispatchEvent(new StorageEvent('storage', { key: ownTurnoutsKey, newValue: text ?? null }));
  };

  it('is followed at once', () => {
    const here = open();
    const stop = followOwnTurnouts(here.store, here.storage, window);
    here.act.add(sample, 'Here');
    const there = open({ backend: here.backend, problems: here.problems, storage: here.storage });
    there.act.add(sample, 'There');
    tell(here.backend.items.get(ownTurnoutsKey));
    expect(here.titles()).toEqual(['There', 'Here']);
    stop();
  });

  it('with a newer version of the app is left to it', () => {
    const { act, store, storage, backend, problems } = open();
    const stop = followOwnTurnouts(store, storage, window);
    tell(JSON.stringify({ state: {}, version: 2 }));
    expect(problems).toEqual([{ kind: 'newer-elsewhere', name: ownTurnoutsKey }]);
    backend.writes.mockClear();
    act.add(sample, 'Here');
    expect(backend.writes).not.toHaveBeenCalled();
    stop();
  });
});
