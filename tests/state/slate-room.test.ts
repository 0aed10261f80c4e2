import { describe, expect, it } from 'vitest';
import { nec2020 } from '../../src/election/built-in-nec-2020';
import { practice } from '../../src/election/built-in-practice';
import { defaultDemonstration } from '../../src/slate/default-demonstration';
import { formatDemonstration } from '../../src/slate/demonstration-file';
import type { Demonstration } from '../../src/slate/demonstration';
import { createNoticesStore } from '../../src/state/notices';
import { formatSlateLink, isSlateLink, parseSlateLink } from '../../src/state/slate-link';
import { createSlateRoomStore, followSlateLink, slateRoomKey } from '../../src/state/slate-room';
import { createSlateSearchStore, curveRunsWanted, electionsWanted } from '../../src/state/slate-search';
import type { Outcomes } from '../../src/worker/jobs';
import type { ChallengeJob, SlateCurveJob, SlateRoomJob } from '../../src/worker/slate-jobs';
import { roomAt } from '../support/demonstrations';
import { settle } from './fake-engine';
import { fakeStorage } from './fake-storage';

interface Asked<J, O> {
  readonly job: J;
  readonly answer: (outcome: O) => void;
}

/** Answers when told to; what is cancelled is rejected. */
function asking<J, O>() {
  const asked: Asked<J, O>[] = [];
  const ask = (job: J, { signal }: { signal?: AbortSignal } = {}): Promise<O> =>
    new Promise((answer, reject) => {
      asked.push({ job, answer });
      signal?.addEventListener('abort', () => reject(new DOMException('Cancelled.', 'AbortError')));
    });
  return { asked, ask };
}

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

describe('searches', () => {
  const empty = { stv: [[1]], 'block-vote': [[0, 1]], 'one-x': [[1]] };

  function searches() {
    const curves = asking<SlateCurveJob, Outcomes['slate-curve']>();
    const challenges = asking<ChallengeJob, Outcomes['challenge']>();
    const store = createSlateSearchStore({ slateCurve: curves.ask, challenge: challenges.ask });
    return { store, curves: curves.asked, challenges: challenges.asked };
  }

  it('draw a curve run by run, keep what there is when stopped, and go on from there', async () => {
    const { store, curves } = searches();
    void store.getState().drawCurve(small, 'stood');
    for (const run of [1, 2]) {
      await settle();
      expect(curves.at(-1)?.job).toMatchObject({ axis: 'stood', from: run, to: run });
      curves.at(-1)?.answer({ ok: true, value: empty });
    }
    await settle();
    expect(store.getState().curves.stood).toMatchObject({ kind: 'running', runs: 2, times: { stv: [[2]] } });
    store.getState().stopCurve();
    expect(store.getState().curves.stood).toMatchObject({ kind: 'stopped', runs: 2, message: null });
    void store.getState().drawCurve(small, 'stood');
    for (let run = 3; run <= curveRunsWanted; run++) {
      await settle();
      expect(curves.at(-1)?.job).toMatchObject({ from: run, to: run });
      curves.at(-1)?.answer({ ok: true, value: empty });
    }
    await settle();
    const asked = curves.length;
    expect(store.getState().curves.stood).toMatchObject({ kind: 'done', runs: 40, times: { stv: [[40]] } });
    void store.getState().drawCurve(small, 'stood'); // there is no more to it
    await settle();
    expect(curves).toHaveLength(asked);
  });

  it('show the curve of what was set before until there is a run of what is set now, and nothing older after that', async () => {
    const { store, curves } = searches();
    const [newer, newest] = [
      { ...small, seats: 5 },
      { ...small, seats: 7 },
    ];
    const answer = async (times: number): Promise<void> => {
      curves.at(-1)?.answer({ ok: true, value: { ...empty, stv: [[times]] } });
      await settle();
    };
    void store.getState().drawCurve(small, 'share');
    await settle();
    await answer(1);
    void store.getState().drawCurve(newer, 'share');
    await settle();
    const late = curves.at(-1);
    void store.getState().drawCurve(newest, 'share');
    late?.answer({ ok: true, value: { ...empty, stv: [[9]] } });
    await settle();
    expect(store.getState().curves.share).toMatchObject({ kind: 'running', of: small, runs: 1, times: { stv: [[1]] } });
    await answer(3);
    expect(store.getState().curves.share).toMatchObject({
      kind: 'running',
      of: newest,
      runs: 1,
      times: { stv: [[3]] },
    });
  });

  it('of both kinds go on beside each other; of one kind the last begun does', async () => {
    const { store, curves, challenges } = searches();
    void store.getState().drawCurve(small, 'share');
    void store.getState().challenge('one-more', 'ers97');
    void store.getState().drawCurve(small, 'stood');
    void store.getState().challenge('stops-sooner', 'ers97');
    await settle();
    expect(store.getState()).toMatchObject({
      curves: { share: { kind: 'stopped' }, stood: { kind: 'running' } },
      challenges: { 'one-more': { kind: 'stopped' }, 'stops-sooner': { kind: 'running' } },
    });
    void store.getState().drawCurve(small, 'share');
    await settle();
    expect(curves.at(-1)?.job).toMatchObject({ axis: 'share', from: 1 });
    store.getState().stopChallenge();
    expect(store.getState().curves.share).toMatchObject({ kind: 'running' });
    expect(challenges).toHaveLength(2);
  });

  it('end with the first case found, or after all elections', async () => {
    const { store, challenges } = searches();
    void store.getState().challenge('one-more', 'ers97');
    await settle();
    challenges.at(-1)?.answer({ ok: true, value: { tried: 250, elections: 100, found: null } });
    await settle();
    expect(store.getState().challenges['one-more']).toMatchObject({ kind: 'running', tried: 250, elections: 100 });
    const found = {
      seats: 1,
      candidateCount: 2,
      ballots: [],
      slate: [0],
      change: { kind: 'one-more', candidate: 0 },
    } as const;
    challenges.at(-1)?.answer({ ok: true, value: { tried: 3, elections: 2, found } });
    await settle();
    expect(store.getState().challenges['one-more']).toMatchObject({ kind: 'done', tried: 253, elections: 102, found });
    void store.getState().challenge('ranks-further', 'ers97');
    for (let asked = 0; asked < electionsWanted / 100; asked++) {
      await settle();
      challenges.at(-1)?.answer({ ok: true, value: { tried: 800, elections: 100, found: null } });
    }
    await settle();
    expect(store.getState().challenges['ranks-further']).toMatchObject({ kind: 'done', tried: 100_000, found: null });
  });
});
