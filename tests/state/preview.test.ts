import { afterEach, describe, expect, it } from 'vitest';
import { ers97 } from '../../src/count/rules/ers97';
import { rules } from '../../src/count/rules/rules';
import { whyUnfit } from '../../src/count/contest';
import { practice } from '../../src/election/built-in-practice';
import { createPreviewStore } from '../../src/state/preview';
import { sampleTurnouts } from '../../src/turnout/samples/sample-turnouts';
import { createEngine, type Engine, type WorkOptions } from '../../src/worker/client';
import type { Preview } from '../../src/worker/preview';
import { hostedPort } from '../support/channel';
import { settle } from './fake-engine';

const [turnout] = sampleTurnouts(practice);
if (turnout === undefined) throw new Error('no sample');
const input = { election: practice, turnout, rule: ers97, seed: '1' };

let engine: Engine | null = null;
afterEach(() => engine?.close());

/** An engine whose answers are given by hand. */
function byHand() {
  const asked: { answer: (names: number) => void; fail: () => void; signal: AbortSignal | undefined }[] = [];
  const looks = (_: unknown, { signal }: WorkOptions = {}) =>
    new Promise<{ ok: true; value: Preview }>((resolve, reject) => {
      const answer = (averageNames: number): void =>
        resolve({
          ok: true,
          value: { facts: { voters: 1, firsts: [], averageNames }, elected: { ok: true, value: [] } },
        });
      asked.push({ answer, fail: () => reject(new Error('It broke.')), signal });
    });
  const store = createPreviewStore({ preview: looks });
  const names = (): number | undefined => store.getState().shown?.preview.facts.averageNames;
  return { asked, store, names, look: () => void store.getState().look(input) };
}

describe('a quick look', () => {
  it('has first preferences of all voters and fills the seats', async () => {
    engine = createEngine(() => hostedPort(30));
    const store = createPreviewStore(engine);
    await store.getState().look(input);
    const { facts, elected } = store.getState().shown?.preview ?? {};
    expect(facts?.firsts.reduce((a, b) => a + b, 0)).toBe(facts?.voters);
    expect(elected?.ok === true ? new Set(elected.value).size : 0).toBe(practice.seats);
  });

  it('says why a rule cannot count it, and has the rest', async () => {
    const unfit = rules.find((rule) => whyUnfit(rule, practice.seats) !== null);
    if (unfit === undefined) throw new Error('every rule fits');
    engine = createEngine(() => hostedPort(30));
    const store = createPreviewStore(engine);
    await store.getState().look({ ...input, rule: unfit });
    expect(store.getState().shown?.preview.elected.ok).toBe(false);
    expect(store.getState().shown?.preview.facts.voters).toBe(300);
  });

  it('is cancelled when overtaken; what was done by then is shown until the newer is there', async () => {
    const { asked, look, names } = byHand();
    look();
    look();
    expect(asked.map(({ signal }) => signal?.aborted)).toEqual([true, false]);
    asked[0]?.answer(1);
    await settle();
    expect(names()).toBe(1);
    asked[1]?.answer(2);
    await settle();
    expect(names()).toBe(2);
  });

  it('never goes back to an older one', async () => {
    const { asked, look, names } = byHand();
    look();
    look();
    asked[1]?.answer(2);
    await settle();
    asked[0]?.answer(1);
    await settle();
    expect(names()).toBe(2);
  });

  it('keeps what is shown when it breaks, and says so until the next', async () => {
    const { asked, store, look, names } = byHand();
    look();
    asked[0]?.answer(1);
    await settle();
    look();
    asked[1]?.fail();
    await settle();
    expect([names(), store.getState().failed]).toEqual([1, 'It broke.']);
    look();
    asked[2]?.answer(3);
    await settle();
    expect([names(), store.getState().failed]).toEqual([3, null]);
  });
});
