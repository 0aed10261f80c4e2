import { afterEach, describe, expect, it } from 'vitest';
import { cambridge } from '../../src/count/rules/cambridge';
import { irelandDail } from '../../src/count/rules/ireland-dail';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { createEngine, type Engine } from '../../src/worker/client';
import { follow, nothingKept, type FollowJob } from '../../src/worker/follow';
import type { CountJob, Progress } from '../../src/worker/jobs';
import { contestOf } from '../support/contests';
import { hostedPort } from '../support/channel';
import { smallTurnout } from '../support/ensembles';
import { slateOfFive } from '../support/turnouts';

const seed = '7';
const madeUp: CountJob['voters'] = { kind: 'made-up', turnout: smallTurnout, seed, slateOf: slateOfFive, papers: null };
const { ballots } = contestOf(2, 5, ['14: 0 3 1', '7: 1', '6: 2', '3: 3 1']);
const given: CountJob['voters'] = { kind: 'given', ballots };
const facts = { seats: 2, candidateCount: 5, withdrawn: [], lots: { kind: 'seeded', seed } } as const;

let engine: Engine | null = null;
const start = (): Engine => (engine = createEngine(() => hostedPort(30)));
afterEach(() => engine?.close());

const jobOf = (changes: Partial<FollowJob>): FollowJob => ({
  kind: 'follow',
  ...facts,
  rule: scottish2007,
  mine: [3, 0, 1],
  votersNumber: 1,
  voters: null,
  ...changes,
});

/** What the job did on its way, and what came of it. */
function run(job: FollowJob, kept = nothingKept()) {
  const steps = follow(job, kept);
  const doing = new Set<Progress['doing']>();
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) doing.add(step.value.doing);
  return { doing: [...doing], outcome: step.value };
}

describe('following a ballot', () => {
  it.each(
    [scottish2007, meekPrf, cambridge, irelandDail].flatMap((rule) =>
      ([madeUp, given] as const).map((voters) => [rule.name, voters.kind, rule, voters] as const),
    ),
  )('goes as the count does: %s, %s', async (_, __, rule, voters) => {
    const { follow: followed, count } = start();
    const mine = [0, 3, 1];
    const before = await followed(jobOf({ rule, voters, mine: [2] }));
    expect(before.ok).toBe(true);
    const outcome = await followed(jobOf({ rule, mine }));
    const counted = await count({ kind: 'count', ...facts, rule, voters, mine });
    if (!outcome.ok || !counted.ok) throw new Error('refused');
    expect(outcome.value.traced).toEqual(counted.value.journey);
  });

  it('makes voters once, and is ready before there is a ballot', () => {
    const kept = nothingKept();
    const ready = run(jobOf({ voters: madeUp, mine: [] }), kept);
    expect(ready).toEqual({ doing: ['making voters'], outcome: { ok: true, value: { traced: null } } });
    const made = kept.voters?.ballots;
    expect(made?.copies.length).toBeGreaterThan(10);
    const outcome = run(jobOf({}), kept);
    expect(outcome.doing).toEqual(['counting']);
    expect(kept.voters?.ballots).toBe(made);
    expect(run(jobOf({ voters: madeUp, votersNumber: 2 }), kept).outcome.ok).toBe(true);
    expect(kept.voters?.ballots).not.toBe(made);
  });

  it('counts ballots that stay as they are once for each rule', () => {
    const kept = nothingKept();
    expect(run(jobOf({ voters: given }), kept).doing).toEqual(['counting']);
    expect(run(jobOf({ mine: [1, 2] }), kept).doing).toEqual([]);
    expect(run(jobOf({ rule: meekPrf }), kept).doing).toEqual(['counting']);
    expect(run(jobOf({ seats: 1 }), kept).doing).toEqual(['counting']);
  });

  it('is not taken for the count of other ballots that came while it was made', () => {
    const kept = nothingKept();
    const others = contestOf(2, 5, ['14: 4 3', '9: 3', '2: 0 4']);
    const first = follow(jobOf({ voters: given }), kept);
    expect(first.next().done).toBe(false);
    const second = follow(jobOf({ votersNumber: 2, voters: { kind: 'given', ballots: others.ballots } }), kept);
    expect(second.next().done).toBe(false);
    for (const job of [second, first]) for (let step = job.next(); step.done !== true; step = job.next());
    const alone = run(jobOf({ votersNumber: 2, voters: { kind: 'given', ballots: others.ballots } })).outcome;
    expect(run(jobOf({ votersNumber: 2 }), kept).outcome).toEqual(alone);
  });

  it('asks for voters it does not know', () => {
    expect(run(jobOf({})).outcome).toEqual({ ok: false, error: { kind: 'voters-not-kept' } });
    const kept = nothingKept();
    run(jobOf({ voters: madeUp }), kept);
    expect(run(jobOf({ votersNumber: 2 }), kept).outcome).toEqual({ ok: false, error: { kind: 'voters-not-kept' } });
  });

  it('says why it cannot be counted, and has nothing to follow where nobody stands', () => {
    const none = run(jobOf({ voters: { kind: 'given', ballots: contestOf(2, 5, []).ballots } }));
    expect(none.outcome).toEqual({ ok: false, error: { kind: 'refused', message: 'There are no ballots to count.' } });
    const gone = run(jobOf({ voters: given, withdrawn: [4], mine: [4] }));
    expect(gone.outcome).toEqual({ ok: true, value: { traced: null } });
  });
});
