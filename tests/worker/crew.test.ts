import { afterEach, describe, expect, it } from 'vitest';
import type { Tally } from '../../src/turnout/ensemble/tally';
import { createEngine } from '../../src/worker/client';
import { createCrew, type Crew } from '../../src/worker/crew';
import { armOf, planOf, tallyOf, upTo } from '../support/ensembles';
import { hostedPort } from '../support/channel';

const plan = planOf([armOf({ mine: [0, 3] }), armOf({ id: 'alone', mine: [0] })]);
const whole = (runs: number): string => JSON.stringify(tallyOf(plan, upTo(runs)));

let crew: Crew | null = null;
afterEach(() => crew?.close());

/** Ports in the order they were opened, each a worker of its own. */
function crewOf(size: number, now: () => number = () => performance.now()) {
  const ports: ReturnType<typeof hostedPort>[] = [];
  const made = createCrew(
    () =>
      createEngine(() => {
        const port = hostedPort(5);
        ports.push(port);
        return port;
      }),
    size,
    now,
  );
  crew = made;
  /** Waits in microtasks alone, so that no worker has answered yet. */
  const opened = async (count: number): Promise<void> => {
    for (let turn = 0; ports.length < count && turn < 100; turn++) await Promise.resolve();
    expect(ports).toHaveLength(count);
  };
  return { made, ports, opened };
}

describe('a crew of workers', () => {
  it.each([1, 2, 3])('makes the same of a plan with %i of them', async (size) => {
    const { made } = crewOf(size);
    expect(JSON.stringify(await made.make(plan, 40, null))).toBe(whole(40));
  });

  it('is the same when it was hired beforehand', async () => {
    const { made, ports } = crewOf(2);
    made.hire(plan);
    expect(ports).toHaveLength(2);
    expect(JSON.stringify(await made.make(plan, 10, null))).toBe(whole(10));
    expect(ports).toHaveLength(2);
  });

  it('goes on from what is made already, and does nothing twice', async () => {
    const { made } = crewOf(2);
    const some: Tally = tallyOf(plan, [1, 2, 3, 7, 20, 21]);
    expect(JSON.stringify(await made.make(plan, 30, some))).toBe(whole(30));
    expect(JSON.stringify(await made.make(plan, 30, tallyOf(plan, upTo(30))))).toBe(whole(30));
  });

  it('tells of the first runs at once and of more as they come', async () => {
    let clock = 0;
    const { made } = crewOf(1, () => (clock += 60));
    const heard: number[] = [];
    await made.make(plan, 40, null, { onTally: ({ arms }) => heard.push(arms[0]?.counted ?? 0) });
    expect(heard[0]).toBe(1);
    expect(heard.length).toBeGreaterThan(2);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
  });

  it('stops when told to, also while it is held, and can start again', async () => {
    const { made } = crewOf(2);
    const stop = new AbortController();
    made.hold(true);
    const waiting = made.make(plan, 40, null, { signal: stop.signal });
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    made.hold(false);
    expect(JSON.stringify(await made.make(plan, 5, null))).toBe(whole(5));
  });

  it('begins nothing while held, and goes on when let', async () => {
    const { made } = crewOf(2);
    let heard = 0;
    made.hold(true);
    const making = made.make(plan, 10, null, { onTally: () => heard++ });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(heard).toBe(0);
    made.hold(false);
    expect(JSON.stringify(await making)).toBe(whole(10));
  });

  it('makes the runs of a worker that breaks again, once', async () => {
    const { made, ports, opened } = crewOf(1);
    const making = made.make(plan, 20, null);
    await opened(1);
    ports[0]?.breakDown('It broke.');
    expect(JSON.stringify(await making)).toBe(whole(20));
    expect(ports).toHaveLength(2);
  });

  it('says so where they fail twice', async () => {
    const { made, ports, opened } = crewOf(1);
    const making = made.make(plan, 20, null);
    await opened(1);
    ports[0]?.breakDown('It broke.');
    await opened(2);
    ports[1]?.breakDown('It broke again.');
    await expect(making).rejects.toThrow('It broke again.');
  });

  it('says what is wrong with a plan that cannot be run', async () => {
    const { made, ports } = crewOf(2);
    await expect(made.make(planOf([armOf({ mine: [9] })]), 5, null)).rejects.toThrow(
      'candidate 10, who does not exist',
    );
    expect(ports.length).toBeLessThanOrEqual(2);
  });
});
