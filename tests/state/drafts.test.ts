import { describe, expect, it } from 'vitest';
import { createRankingStore, currentBallot, currentDraft, followOtherTabs } from '../../src/state/ranking';
import { rankingsKey } from '../../src/state/ranking-record';
import { fakeStorage } from './fake-storage';

const names = ['Ann Black', 'Bo Li', 'Cy Dow', 'Di Ek', 'Ed Fox'];
const nec = { id: 'nec', candidates: names.map((name) => ({ name, slate: null, withdrawn: false })) };

function open(fake = fakeStorage()) {
  const store = createRankingStore(fake.storage);
  store.getState().open(nec);
  const history = () => store.temporal.getState();
  const state = () => store.getState();
  return {
    ...fake,
    store,
    act: state(),
    state,
    history,
    ballot: () => currentBallot(state()),
    draft: () => currentDraft(state()),
    draftNames: () => state().drafts.map(({ name }) => name),
    stored: (): unknown => JSON.parse(fake.backend.items.get(rankingsKey) ?? 'null'),
  };
}

/** Everything undo goes over. */
const whole = ({ state }: ReturnType<typeof open>) => {
  const { drafts, current, lastChange } = state();
  return { drafts, current, lastChange };
};

describe('put last and never rank', () => {
  it('fill the ballot from the bottom, below all who are ranked', () => {
    const { act, ballot, draft } = open();
    act.putLast(4);
    act.putLast(3);
    act.rank(0);
    act.rank(1);
    expect(ballot()).toEqual([0, 1, 3, 4]);
    expect(draft()).toMatchObject({ ranking: [0, 1], last: [3, 4] });
    act.putLast(0, 2);
    expect(ballot()).toEqual([1, 3, 0, 4]);
    act.rank(4);
    expect(draft()).toMatchObject({ ranking: [1, 4], last: [3, 0] });
  });

  it('a name is in one list at a time', () => {
    const { act, draft } = open();
    act.rank(0);
    act.park(0);
    expect(draft()).toMatchObject({ ranking: [], last: [], parked: [0] });
    act.putLast(0);
    expect(draft()).toMatchObject({ ranking: [], last: [0], parked: [] });
    act.park(0);
    act.rank(0);
    expect(draft()).toMatchObject({ ranking: [0], last: [], parked: [] });
    act.park(0);
    act.unpark(0);
    expect(draft()).toMatchObject({ ranking: [], last: [], parked: [] });
  });

  it('clearing empties the ballot and leaves those never ranked; a whole new ballot takes from them whom it names', () => {
    const { act, draft } = open();
    act.rank(0);
    act.putLast(1);
    act.park(2);
    act.park(3);
    act.clear();
    expect(draft()).toMatchObject({ ranking: [], last: [], parked: [2, 3] });
    act.replace([3, 0], 'start from an order', [1, 3]);
    expect(draft()).toMatchObject({ ranking: [3, 0], last: [1], parked: [2] });
  });

  it('name themselves, are one step and one write each, and change nothing twice', () => {
    const { act, backend, state, history } = open();
    backend.writes.mockClear();
    const said = [() => act.putLast(0), () => act.park(1), () => act.unpark(1), () => act.unrank(0)].map(
      (action, i) => {
        action();
        expect(backend.writes).toHaveBeenCalledTimes(i + 1);
        expect(history().pastStates).toHaveLength(i + 1);
        return state().lastChange;
      },
    );
    expect(said).toEqual(['Ann Black put last', 'never rank Bo Li', 'Bo Li brought back', 'Ann Black taken out']);
    act.park(2);
    act.park(3);
    act.putLast(4);
    backend.writes.mockClear();
    act.park(2);
    act.putLast(4);
    act.unpark(0);
    expect(backend.writes).not.toHaveBeenCalled();
  });
});

describe('drafts', () => {
  it('are made, copied, renamed, opened and deleted', () => {
    const { act, ballot, draft, draftNames, state } = open();
    act.rank(0);
    act.park(4);
    act.addDraft();
    expect(draft()).toEqual({ name: 'Draft 2', ranking: [], last: [], parked: [] });
    act.rank(1);
    act.duplicateDraft(0);
    expect(draft()).toEqual({ name: 'Draft 1 copy', ranking: [0], last: [], parked: [4] });
    act.renameDraft(2, '  With   Ann ');
    act.openDraft(1);
    expect(ballot()).toEqual([1]);
    expect(draftNames()).toEqual(['Draft 1', 'Draft 2', 'With Ann']);
    act.deleteDraft(0);
    expect(draftNames()).toEqual(['Draft 2', 'With Ann']);
    expect(ballot()).toEqual([1]);
    act.openDraft(1);
    act.deleteDraft(1);
    expect(state()).toMatchObject({ current: 0, drafts: [{ name: 'Draft 2' }] });
  });

  it('never bear the same name, nor none', () => {
    const { act, draftNames } = open();
    act.duplicateDraft(0);
    act.duplicateDraft(0);
    act.renameDraft(0, 'Draft 1 copy');
    act.renameDraft(1, ' ');
    expect(draftNames()).toEqual(['Draft 1 copy 3', 'Draft 1 copy', 'Draft 1 copy 2']);
    act.renameDraft(0, 'Draft 4');
    act.addDraft();
    expect(draftNames()[3]).toBe('Draft 5');
  });

  it('the last one stays, and what changes nothing is no step', () => {
    const { act, backend, history } = open();
    backend.writes.mockClear();
    act.deleteDraft(0);
    act.openDraft(0);
    act.renameDraft(0, 'Draft 1');
    expect(backend.writes).not.toHaveBeenCalled();
    expect(history().pastStates).toHaveLength(0);
    expect(() => act.openDraft(1)).toThrow('draft 1 is not one of the 1');
  });

  it('undo and redo go over all of it, each step by its name, and are written', () => {
    const tab = open();
    const { act, history, stored } = tab;
    const steps = [
      () => act.rank(0),
      () => act.duplicateDraft(0),
      () => act.putLast(1),
      () => act.renameDraft(1, 'B'),
      () => act.openDraft(0),
      () => act.park(3),
      () => act.deleteDraft(1),
      () => act.addDraft(),
      () => act.clear(), // nothing to clear: no step
      () => act.rank(2),
    ];
    const states = [whole(tab)];
    for (const step of steps) {
      const before = whole(tab);
      step();
      if (whole(tab).lastChange !== before.lastChange) states.push(whole(tab));
    }
    expect(states.map(({ lastChange }) => lastChange)).toEqual([
      '',
      'Ann Black to 1',
      'duplicate Draft 1',
      'Bo Li put last',
      'rename Draft 1 copy',
      'open Draft 1',
      'never rank Di Ek',
      'delete B',
      'new Draft 2',
      'Cy Dow to 1',
    ]);
    for (const state of states.slice(0, -1).toReversed()) {
      history().undo();
      expect(whole(tab)).toEqual(state);
    }
    expect(stored()).toEqual({ state: { rankings: {} }, version: 2 });
    for (const state of states.slice(1)) {
      history().redo();
      expect(whole(tab)).toEqual(state);
    }
    const { drafts, current } = whole(tab);
    expect(stored()).toEqual({ state: { rankings: { nec: { candidates: names, drafts, current } } }, version: 2 });
  });

  it('are found again, those that are only empty or only named too', () => {
    const fake = fakeStorage();
    const { act } = open(fake);
    act.renameDraft(0, 'Mine');
    expect(open(fake).draftNames()).toEqual(['Mine']);
    act.addDraft();
    expect(open(fake).state()).toMatchObject({ current: 1, drafts: [{ name: 'Mine' }, { name: 'Draft 2' }] });
  });
});

describe('saved drafts', () => {
  const saved = (rankings: object, version = 2) => {
    const fake = fakeStorage();
    fake.backend.items.set(rankingsKey, JSON.stringify({ state: { rankings }, version }));
    return open(fake);
  };
  const mine = { name: 'Mine', ranking: [2], last: [0], parked: [1] };

  it('follow names to new places in every list', () => {
    const { state } = saved({ nec: { candidates: ['Gone', 'Di Ek', 'Ann Black'], drafts: [{ ...mine, last: [1], parked: [] }, { ...mine, name: 'B', ranking: [], last: [], parked: [2, 1] }], current: 1 } }); // prettier-ignore
    expect(state()).toMatchObject({
      current: 1,
      drafts: [
        { name: 'Mine', ranking: [0], last: [3], parked: [] },
        { name: 'B', ranking: [], last: [], parked: [0, 3] },
      ],
    });
  });

  it.each(['ranking', 'last', 'parked'])('are set aside whole when one in %s no longer stands', (list) => {
    const empty = { name: 'A', ranking: [], last: [], parked: [] };
    const entry = { candidates: ['Gone'], drafts: [empty, { ...empty, name: 'B', [list]: [0] }], current: 0 };
    const { draftNames, storage } = saved({ nec: entry });
    expect(draftNames()).toEqual(['Draft 1']);
    const [aside] = storage.listSetAside();
    expect(aside).toMatchObject({ reason: 'other-candidates', part: 'nec' });
    expect(JSON.parse(aside?.text ?? '')).toEqual({ state: { rankings: { nec: entry } }, version: 2 });
  });

  it('of version 1 become the first draft, written anew at once, and nothing of them is lost', () => {
    const old = { nec: { candidates: names, ranking: [3, 1] }, ward: { candidates: ['Eve'], ranking: [0] } };
    const { state, stored, problems } = saved(old, 1);
    expect(state()).toMatchObject({ current: 0, drafts: [{ name: 'Draft 1', ranking: [3, 1], last: [], parked: [] }] });
    const first = (ranking: number[]) => ({ drafts: [{ name: 'Draft 1', ranking, last: [], parked: [] }], current: 0 });
    expect(stored()).toEqual({
      state: {
        rankings: {
          nec: { candidates: names, ...first([3, 1]) },
          ward: { candidates: ['Eve'], ...first([0]) },
        },
      },
      version: 2,
    });
    expect(problems).toEqual([]);
  });

  it('of version 1 that are broken are set aside as they were, the sound ones stay', () => {
    const broken = { candidates: ['A'], ranking: [7] };
    const { ballot, storage } = saved({ broken, nec: { candidates: names, ranking: [2] } }, 1);
    expect(ballot()).toEqual([2]);
    const [aside, ...more] = storage.listSetAside();
    expect(more).toEqual([]);
    expect(aside).toMatchObject({ reason: 'invalid', part: 'broken' });
    expect(JSON.parse(aside?.text ?? '')).toEqual({ state: { rankings: { broken } }, version: 1 });
  });
});

describe('another tab', () => {
  const tabs = () => {
    const fake = fakeStorage();
    const mine = open(fake);
    mine.act.rank(0);
    const stop = followOtherTabs(mine.store, mine.storage, window);
    const theirs = open(fake);
    const tell = () =>
      window.dispatchEvent(
        new StorageEvent('storage', { key: rankingsKey, newValue: fake.backend.items.get(rankingsKey) ?? null }),
      );
    return { mine, theirs, stop, tell };
  };

  it.each([
    ['adds a draft', 'addDraft'],
    ['renames the draft', 'renameDraft'],
    ['puts somebody last', 'putLast'],
    ['parks somebody', 'park'],
  ] as const)('that %s is followed, and ends the undo history', (_, action) => {
    const { mine, theirs, stop, tell } = tabs();
    if (action === 'renameDraft') theirs.act.renameDraft(0, 'Theirs');
    else theirs.act[action](1);
    tell();
    const { drafts, current } = theirs.state();
    expect(mine.state()).toMatchObject({ drafts, current, lastChange: '' });
    expect(mine.history().pastStates).toHaveLength(0);
    stop();
  });

  it('that opens another draft is followed too', () => {
    const { mine, theirs, stop, tell } = tabs();
    theirs.act.addDraft();
    tell();
    theirs.act.openDraft(0);
    tell();
    expect(mine.state().current).toBe(0);
    stop();
  });

  it('still of version 1 is taken over as a draft', () => {
    const { mine, stop } = tabs();
    const newValue = JSON.stringify({ state: { rankings: { nec: { candidates: names, ranking: [4] } } }, version: 1 });
    mine.backend.items.set(rankingsKey, newValue);
    window.dispatchEvent(new StorageEvent('storage', { key: rankingsKey, newValue }));
    expect(mine.ballot()).toEqual([4]);
    expect(mine.draftNames()).toEqual(['Draft 1']);
    stop();
  });
});
