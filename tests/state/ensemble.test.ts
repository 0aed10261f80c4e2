import { describe, expect, it } from 'vitest';
import { practice } from '../../src/election/built-in-practice';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { createEnsembleStore, planOf, type EnsembleInput } from '../../src/state/ensemble';
import { sampleTurnouts } from '../../src/turnout/samples/sample-turnouts';
import type { Turnout } from '../../src/turnout/model';
import type { Crew, CrewOptions } from '../../src/worker/crew';
import type { Tally } from '../../src/turnout/ensemble/tally';
import type { Plan } from '../../src/turnout/ensemble/plan';
import { tallyOf, upTo } from '../support/ensembles';
import { settle } from './fake-engine';

const turnout = sampleTurnouts(practice)[0] as Turnout;
const input: EnsembleInput = {
  election: practice,
  turnout,
  rule: scottish2007,
  seed: '7',
  ranking: [1, 0],
  papers: 50,
  whatIfs: {},
};

interface Asked {
  readonly plan: Plan;
  readonly runs: number;
  readonly done: Tally | null;
  readonly options: CrewOptions;
  readonly finish: (tally: Tally) => void;
  readonly fail: (message: string) => void;
}

function fakeCrew() {
  const asked: Asked[] = [];
  const holds: boolean[] = [];
  const hired: Plan[] = [];
  const crew: Pick<Crew, 'make' | 'hire' | 'hold'> = {
    hire: (plan) => hired.push(plan),
    make: (plan, runs, done, options = {}) =>
      new Promise((finish, reject) => {
        asked.push({ plan, runs, done, options, finish, fail: (message) => reject(new Error(message)) });
        options.signal?.addEventListener('abort', () => reject(new DOMException('Cancelled.', 'AbortError')));
      }),
    hold: (held) => holds.push(held),
  };
  let clock = 0;
  const store = createEnsembleStore(crew, () => clock);
  return { store, asked, hired, holds, passes: (ms: number) => (clock += ms) };
}
const kindOf = ({ store }: ReturnType<typeof fakeCrew>): string => store.getState().ensemble.kind;

describe('many runs', () => {
  it('shows what is made so far, how much time is left, and in the end all', async () => {
    const fake = fakeCrew();
    void fake.store.getState().start(input, 100);
    const [asked] = fake.asked;
    expect(fake.store.getState().ensemble).toMatchObject({ kind: 'running', wanted: 100, tally: null, leftMs: null });
    fake.passes(500);
    asked?.options.onTally?.(tallyOf(planOf(input), upTo(20)));
    expect(fake.store.getState().ensemble).toMatchObject({ kind: 'running', leftMs: 2000 });
    asked?.finish(tallyOf(planOf(input), upTo(100)));
    await settle();
    expect(fake.store.getState().ensemble).toMatchObject({ kind: 'done', tally: { runs: [[1, 100]] } });
  });

  it('keeps what is made when stopped, and makes the rest when started again', async () => {
    const fake = fakeCrew();
    void fake.store.getState().start(input, 100);
    const some = tallyOf(planOf(input), upTo(20));
    fake.asked[0]?.options.onTally?.(some);
    fake.store.getState().stop();
    await settle();
    expect(fake.store.getState().ensemble).toMatchObject({ kind: 'stopped', tally: { runs: [[1, 20]] } });
    expect(fake.asked[0]?.options.signal?.aborted).toBe(true);
    void fake.store.getState().start({ ...input }, 100);
    expect(fake.asked[1]?.done).toBe(some);
  });

  it('makes more of the same, but begins anew for anything else and for fewer', async () => {
    const fake = fakeCrew();
    void fake.store.getState().start(input, 10);
    const ten = tallyOf(planOf(input), upTo(10));
    fake.asked[0]?.finish(ten);
    await settle();
    void fake.store.getState().start(input, 20);
    expect(fake.asked[1]?.done).toBe(ten);
    fake.asked[1]?.finish(tallyOf(planOf(input), upTo(20)));
    await settle();
    void fake.store.getState().start(input, 10);
    expect(fake.asked[2]?.done).toBeNull();
    void fake.store.getState().start({ ...input, seed: '8' }, 20);
    expect(fake.asked[2]?.options.signal?.aborted).toBe(true);
    expect(fake.asked[3]?.done).toBeNull();
  });

  it('hears nothing more of what was given up', async () => {
    const fake = fakeCrew();
    void fake.store.getState().start(input, 10);
    void fake.store.getState().start({ ...input, seed: '8' }, 10);
    fake.asked[0]?.options.onTally?.(tallyOf(planOf(input), upTo(5)));
    await settle();
    expect(fake.store.getState().ensemble).toMatchObject({ kind: 'running', tally: null, input: { seed: '8' } });
  });

  it('says what failed, and keeps what was made before', async () => {
    const fake = fakeCrew();
    void fake.store.getState().start(input, 10);
    fake.asked[0]?.options.onTally?.(tallyOf(planOf(input), upTo(5)));
    fake.asked[0]?.fail('It broke.');
    await settle();
    expect(fake.store.getState().ensemble).toMatchObject({
      kind: 'failed',
      message: 'It broke.',
      tally: { runs: [[1, 5]] },
    });
    void fake.store.getState().start(input, 10);
    expect(fake.asked[1]?.done?.runs).toEqual([[1, 5]]);
  });

  it('has the workers ready before it is asked to start', () => {
    const fake = fakeCrew();
    fake.store.getState().prepare(input);
    expect(fake.hired).toEqual([planOf(input)]);
    expect(kindOf(fake)).toBe('idle');
  });

  it('is held and let go, and then guesses the time left anew', () => {
    const fake = fakeCrew();
    void fake.store.getState().start(input, 100);
    fake.asked[0]?.options.onTally?.(tallyOf(planOf(input), upTo(20)));
    fake.store.getState().hold(true);
    expect(fake.store.getState().ensemble).toMatchObject({ kind: 'running', held: true });
    fake.passes(60_000);
    fake.store.getState().hold(false);
    fake.passes(100);
    fake.asked[0]?.options.onTally?.(tallyOf(planOf(input), upTo(30)));
    expect(fake.store.getState().ensemble).toMatchObject({ held: false, leftMs: 700 });
    expect(fake.holds).toEqual([true, false]);
    fake.store.getState().stop();
    expect(kindOf(fake)).toBe('stopped');
  });
});

describe('the plan of many runs', () => {
  it('has the ballot in hand first and every what-if after it, each changed in one thing', () => {
    const { arms } = planOf({
      ...input,
      whatIfs: {
        cut: { kind: 'cut', after: 1 },
        other: { kind: 'ballot', ranking: [3] },
        rule: { kind: 'rule', rule: meekPrf },
        many: { kind: 'copies', copies: 1000 },
        orders: { kind: 'orders', slate: 0, follows: [{ order: [2, 1], part: 1 }] },
      },
    });
    const [own, cut, other, rule, many, orders] = arms;
    expect(own).toEqual({ id: 'own', turnout, rule: scottish2007, mine: [1, 0], copies: 1 });
    expect(cut).toEqual({ ...own, id: 'cut', mine: [1] });
    expect(other).toEqual({ ...own, id: 'other', mine: [3] });
    expect(rule).toEqual({ ...own, id: 'rule', rule: meekPrf });
    expect(many).toEqual({ ...own, id: 'many', copies: 1000 });
    const leaning = (bloc: Turnout['blocs'][number]): boolean => bloc.slate === 0;
    expect(orders?.turnout.blocs.filter(leaning).every(({ follows }) => follows[0]?.order.join() === '2,1')).toBe(true);
    expect(orders?.turnout.blocs.filter((bloc) => !leaning(bloc))).toEqual(
      turnout.blocs.filter((bloc) => !leaning(bloc)),
    );
    expect(orders?.turnout.blocs.some(leaning)).toBe(true);
  });
});
