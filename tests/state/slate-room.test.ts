import { describe, expect, it } from 'vitest';
import { nec2020 } from '../../src/election/built-in-nec-2020';
import { practice } from '../../src/election/built-in-practice';
import { defaultDemonstration } from '../../src/slate/default-demonstration';
import { formatDemonstration } from '../../src/slate/demonstration-file';
import type { Demonstration } from '../../src/slate/demonstration';
import { createNoticesStore } from '../../src/state/notices';
import { formatSlateLink, isSlateLink, parseSlateLink } from '../../src/state/slate-link';
import { createSlateRoomStore, followSlateLink, slateRoomKey } from '../../src/state/slate-room';
import type { Outcomes } from '../../src/worker/jobs';
import type { SlateRoomJob } from '../../src/worker/slate-jobs';
import { roomAt } from '../support/demonstrations';
import { asking, type Asked } from './asking';
import { settle } from './fake-engine';
import { fakeStorage } from './fake-storage';

function room(storage = fakeStorage().storage) {
  const { asked, ask } = asking<SlateRoomJob, Outcomes['slate-room']>();
  return { store: createSlateRoomStore(storage, { slateRoom: ask }), asked, storage };
}

const start = defaultDemonstration(nec2020);
const small: Demonstration = { ...start, voters: 200 };
const answerTo = ({ job, answer }: Asked<SlateRoomJob, Outcomes['slate-room']>): void =>
  answer({ ok: true, value: roomAt(job.demonstration) });

describe('the slate room', () => {
  it('begins with what is known of the election, and shows what it comes to', async () => {
    const { store, asked } = room();
    store.getState().enter(nec2020);
    expect(store.getState().demonstration).toEqual(start);
    store.getState().enter(practice); // entered again: what is set stays
    expect(store.getState().demonstration).toEqual(start);
    asked.forEach(answerTo);
    await settle();
    expect(store.getState().shown?.of).toEqual(start);
    store.getState().begin(practice);
    expect(store.getState().demonstration?.slates.map(({ name }) => name)).toEqual(['Mend the Roof', 'New Kitchen']);
  });

  it('never shows an older answer after a newer one', async () => {
    const { store, asked } = room();
    store.getState().set(small);
    store.getState().set({ ...small, seats: 5 });
    const [first, second] = asked;
    if (first === undefined || second === undefined) throw new Error(`asked ${asked.length} times`);
    answerTo(second);
    await settle();
    answerTo(first);
    await settle();
    expect(store.getState().shown?.of.seats).toBe(5);
    expect(store.getState().failed).toBeNull();
  });

  it('takes nothing that is wrong, and says why a rule cannot count', async () => {
    const { store, asked } = room();
    store.getState().set(small);
    const refused = store.getState().set({ ...small, seats: 0 });
    expect(refused.ok).toBe(false);
    expect(store.getState().demonstration).toEqual(small);
    asked.at(-1)?.answer({ ok: false, error: { message: 'It grows without end.' } });
    await settle();
    expect(store.getState().failed).toBe('It grows without end.');
  });

  it('is kept on the device; what cannot be read is put by', () => {
    const fake = fakeStorage();
    room(fake.storage).store.getState().set(small);
    const again = room(fake.storage);
    again.store.getState().enter(practice);
    expect(again.store.getState().demonstration).toEqual(small);
    fake.storage.setItem(slateRoomKey, JSON.stringify({ format: 'other' }));
    const broken = room(fake.storage);
    broken.store.getState().enter(nec2020);
    expect(broken.store.getState().demonstration).toEqual(start);
    expect(fake.storage.listSetAside().map(({ name }) => name)).toEqual([slateRoomKey]);
  });
});

describe('a link to a demonstration', () => {
  const named: Demonstration = {
    ...small,
    slates: small.slates.map((slate, place) => (place === 0 ? { ...slate, name: 'Größe & “Ehre” ½' } : slate)),
  };

  it('comes back as it went, whatever the names', () => {
    const link = formatSlateLink(named);
    expect(isSlateLink(link)).toBe(true);
    expect(link).toMatch(/^#\/slates\?d=[\w-]+$/);
    expect(parseSlateLink(link)).toEqual({ ok: true, value: named });
  });

  function follow(hash: string) {
    const { store } = room();
    const notices = createNoticesStore();
    const left: string[] = [];
    const history = {
      state: null,
      replaceState: (_: unknown, __: string, address?: string | URL | null) => void left.push(String(address)),
    };
    const followed = followSlateLink({ location: { hash }, history }, { room: store, notices });
    return { followed, left, set: store.getState().demonstration, notice: JSON.stringify(notices.getState()) };
  }

  it('opens it and leaves the plain address', () => {
    expect(follow(formatSlateLink(named))).toMatchObject({ followed: true, left: ['#/slates'], set: named });
    expect(follow('#/slates')).toMatchObject({ followed: false, left: [], set: null });
  });

  it('that is wrong changes nothing and says so', () => {
    expect(follow(formatSlateLink(named).slice(0, -40))).toMatchObject({ followed: true, set: null });
    const wrong = follow(formatSlateLink({ ...named, chosen: 7 }));
    expect(wrong.set).toBeNull();
    expect(wrong.notice).toContain('there is no slate number 7');
  });

  it('is no longer than what browsers and messengers take', () => {
    expect(formatSlateLink(start).length).toBeLessThan(4000);
    expect(formatDemonstration(start).length).toBeGreaterThan(1000);
  });
});
