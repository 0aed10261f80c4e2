import { afterEach, describe, expect, it } from 'vitest';
import { count } from '../../src/count/count';
import { cambridge } from '../../src/count/rules/cambridge';
import { irelandDail } from '../../src/count/rules/ireland-dail';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { trace } from '../../src/count/trace';
import { copiesOf } from '../../src/election/ballots';
import { sampleBallots } from '../../src/turnout/sample';
import { createEngine, type Engine } from '../../src/worker/client';
import { buffersOf, work, type CountJob } from '../../src/worker/jobs';
import { fitReport } from '../../src/turnout/fit/report';
import { electionOf, fitted } from '../support/fits';
import { asText, contestOf } from '../support/contests';
import { hostedPort } from '../support/channel';

const lots = { kind: 'seeded', seed: '1' } as const;
const contest = contestOf(2, 4, ['14: 0 3 1', '7: 1', '6: 2', '3: 3 1']);
const given: CountJob = {
  kind: 'count',
  seats: 2,
  candidateCount: 4,
  withdrawn: [],
  rule: scottish2007,
  lots,
  voters: { kind: 'given', ballots: contest.ballots },
  mine: [3, 0],
};
const bloc = {
  name: 'All',
  members: 400_000,
  turnout: 0.5,
  slate: null,
  leaning: [1],
  next: [1],
  loyalty: 0,
  candidateStrengths: [4, 3, 2, 1],
  follows: [],
  length: [{ part: 1, stop: { kind: 'between', from: 1, to: 4 } }],
} as const;
const fixed = { kind: 'fixed' } as const;
const madeUp: CountJob = {
  ...given,
  voters: {
    kind: 'made-up',
    turnout: {
      id: 't',
      title: 'T',
      line: '',
      blocs: [bloc],
      variation: { members: fixed, turnout: fixed, strengths: fixed },
    },
    seed: '7',
    papers: null,
    slateOf: [null, null, null, null],
  },
};

let engine: Engine | null = null;
const start = (sliceMs = 30): Engine => (engine = createEngine(() => hostedPort(sliceMs)));
afterEach(() => engine?.close());

describe('the buffers of what was opened', () => {
  it('are handed over, all of them', () => {
    const buffers = (text: string) => {
      const job = { kind: 'open', file: 'a.blt', bytes: new TextEncoder().encode(text) } as const;
      const steps = work(job);
      let step = steps.next();
      while (!step.done) step = steps.next();
      return buffersOf(step.value);
    };
    expect(buffers('2 1\n3 1 2 0\n0\n"A"\n"B"\n"T"\n')).toHaveLength(4); // grouped
    expect(buffers('2 1\n3 1=2 0\n0\n"A"\n"B"\n"T"\n')).toHaveLength(4);
    expect(buffers('2 1\n3 1 9 0\n0\n"A"\n"B"\n"T"\n')).toHaveLength(0);
  });
});

describe('the engine', () => {
  it('fits a turnout to ballots and says how far it is', async () => {
    const doings = new Set<string>();
    const { ballots } = contest;
    const outcome = await start(0).fit(
      { kind: 'fit', election: electionOf(4), ballots, seed: '1' },
      { onProgress: ({ doing }) => doings.add(doing) },
    );
    const turnout = fitted(electionOf(4), ballots);
    const report = fitReport(electionOf(4), ballots, turnout, '1');
    expect(outcome).toEqual({ ok: true, value: { turnout, report } });
    expect([...doings]).toContain('comparing');
  });

  it('counts given ballots as they are and follows the ballot in hand', async () => {
    const outcome = await start().count(given);
    const here = count(contest, scottish2007, lots);
    expect(outcome.ok && asText(outcome.value.count)).toBe(asText(here));
    expect(outcome.ok && outcome.value.journey).toEqual(trace(here, [3, 0]));
    expect(contest.ballots.copies).toHaveLength(4); // not handed over: the page still has them
  });

  it('adds the ballot in hand to made-up voters', async () => {
    const counted = await start().count(madeUp);
    expect(counted.ok && counted.value.count.validBallots).toBe(200_001);
    const without = await start().count({ ...madeUp, mine: [] });
    expect(without.ok && without.value.count.validBallots).toBe(200_000);
    expect(without.ok && without.value.journey).toBeNull();
  });

  it('follows the ballot in hand as the last of those like it, where papers move whole', async () => {
    const alike = await start().count({ ...madeUp, rule: cambridge, mine: [0, 1] });
    if (!alike.ok) throw new Error(alike.error.message);
    const { count: result, journey } = alike.value;
    const turnout = madeUp.voters.kind === 'made-up' ? madeUp.voters.turnout : null;
    if (turnout === null) throw new Error('the voters are made up');
    const paper = { candidateCount: 4, slateOf: [null, null, null, null], withdrawn: [] };
    const others = sampleBallots(turnout, paper, '7');
    const before = copiesOf(others, [0, 1]);
    expect(before).toBeGreaterThan(100);
    expect(journey).toEqual(trace(result, [0, 1], [], before));
    // The sets of papers that moved come over with the count, whole.
    const drawn = result.stages[1]?.transfers.map(({ fate }) => ('drawn' in fate ? fate.drawn.marks.length : 0)) ?? [];
    expect(drawn.reduce((a, b) => a + b, 0)).toBe(Number(result.stages[0]?.tallies[0]) - Number(result.quota));
  });

  it('follows the first like it among given ballots, or one that is never drawn', async () => {
    const rule = irelandDail;
    const found = await start().count({ ...given, rule, mine: [0, 3, 1] });
    const here = count(contest, rule, lots);
    expect(found.ok && found.value.journey).toEqual(trace(here, [0, 3, 1]));
    const absent = await start().count({ ...given, rule, mine: [0, 1] });
    expect(absent.ok && absent.value.journey?.at(-1)?.holding.candidates.has(0)).toBe(true);
  });

  it('says how far it is', async () => {
    const heard: string[] = [];
    await start(0).count(madeUp, {
      onProgress: ({ doing, done }) => heard.push(doing) && expect(done).toBeLessThanOrEqual(1),
    });
    expect(new Set(heard)).toEqual(new Set(['making voters', 'counting']));
  });

  it('stops when cancelled, and works on', async () => {
    const stop = new AbortController();
    const running = start(0).count(madeUp, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect((await engine?.count(given))?.ok).toBe(true);
  });

  it('refuses at once when cancelled before it starts', async () => {
    await expect(start().count(given, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('passes on why ballots cannot be counted', async () => {
    const none = { ...given, voters: { kind: 'given', ballots: contestOf(2, 4, []).ballots } } as const;
    expect(await start().count(none)).toEqual({ ok: false, error: { message: 'There are no ballots to count.' } });
  });

  it('opens a file, and says what is wrong with a broken one', async () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const good = await start().open({ kind: 'open', file: 'a.blt', bytes: bytes('2 1\n3 1 2 0\n0\n"A"\n"B"\n"T"\n') });
    expect(good).toMatchObject({ ok: true, value: { election: { title: 'T', seats: 1 } } });
    expect(good.ok && good.value.ballots.alike).toEqual(Uint8Array.of(0));
    const equal = await start().open({
      kind: 'open',
      file: 'a.blt',
      bytes: bytes('3 1\n3 1 2=3 0\n0\n"A"\n"B"\n"C"\n"T"\n'),
    });
    expect(equal.ok && equal.value.ballots.joined).toEqual(Uint8Array.of(0, 0, 1));
    const bad = await start().open({ kind: 'open', file: 'a.blt', bytes: bytes('2 1\n3 1 9 0\n0\n"A"\n"B"\n"T"\n') });
    expect(bad).toMatchObject({ ok: false, error: { line: 2, column: 5 } });
  });

  it('ends at once when closed, whatever it is at; the next call starts anew', async () => {
    const started = start();
    const counting = started.count(madeUp);
    started.close();
    await expect(counting).rejects.toMatchObject({ name: 'AbortError' });
    expect((await started.count(given)).ok).toBe(true);
  });

  it('reports a job that throws, and a worker that is gone; the next call starts a new one', async () => {
    const ports: ReturnType<typeof hostedPort>[] = [];
    engine = createEngine(() => {
      const port = hostedPort(0);
      ports.push(port);
      return port;
    });
    const broken = {
      ...given,
      lots: { kind: 'listed', order: [] },
      voters: { kind: 'given', ballots: contestOf(1, 2, ['1: 0', '1: 1']).ballots },
    } as const;
    await expect(engine.count({ ...broken, seats: 1, candidateCount: 2 })).rejects.toThrow('listed lots');
    const lost = engine.count(madeUp);
    ports[0]?.breakDown('gone');
    await expect(lost).rejects.toThrow('gone');
    expect((await engine.count(given)).ok).toBe(true);
    expect(ports).toHaveLength(2);

    const next = engine.count(given);
    ports[0]?.breakDown('gone once more'); // what was on its way from the old one is nothing to the new one
    expect((await next).ok).toBe(true);
  });
});
