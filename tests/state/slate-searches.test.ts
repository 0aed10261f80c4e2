import { describe, expect, it } from 'vitest';
import { nec2020 } from '../../src/election/built-in-nec-2020';
import { defaultDemonstration } from '../../src/slate/default-demonstration';
import type { Demonstration } from '../../src/slate/demonstration';
import { createSlateChallengeStore, electionsWanted } from '../../src/state/slate-challenge';
import { createSlateCurvesStore, curveRunsWanted } from '../../src/state/slate-curves';
import type { Outcomes } from '../../src/worker/jobs';
import type { ChallengeJob, MinimiseJob, SlateCurveJob } from '../../src/worker/slate-jobs';
import { asking } from './asking';
import { settle } from './fake-engine';

const small: Demonstration = { ...defaultDemonstration(nec2020), voters: 200 };

describe('searches', () => {
  const empty = { stv: [[1]], 'block-vote': [[0, 1]], 'one-x': [[1]] };

  function searches() {
    const curves = asking<SlateCurveJob, Outcomes['slate-curve']>();
    const challenges = asking<ChallengeJob, Outcomes['challenge']>();
    const smaller = asking<MinimiseJob, Outcomes['minimise']>();
    return {
      drawing: createSlateCurvesStore({ slateCurve: curves.ask }),
      challenge: createSlateChallengeStore({ challenge: challenges.ask, minimise: smaller.ask }),
      curves: curves.asked,
      challenges: challenges.asked,
      smaller: smaller.asked,
    };
  }

  it('draw a curve run by run, keep what there is when stopped, and go on from there', async () => {
    const { drawing, curves } = searches();
    void drawing.getState().draw(small, 'stood');
    for (const run of [1, 2]) {
      await settle();
      expect(curves.at(-1)?.job).toMatchObject({ axis: 'stood', from: run, to: run });
      curves.at(-1)?.answer({ ok: true, value: empty });
    }
    await settle();
    expect(drawing.getState().curves.stood).toMatchObject({ kind: 'running', runs: 2, times: { stv: [[2]] } });
    drawing.getState().stop();
    expect(drawing.getState().curves.stood).toMatchObject({ kind: 'stopped', runs: 2, message: null });
    void drawing.getState().draw(small, 'stood');
    for (let run = 3; run <= curveRunsWanted; run++) {
      await settle();
      expect(curves.at(-1)?.job).toMatchObject({ from: run, to: run });
      curves.at(-1)?.answer({ ok: true, value: empty });
    }
    await settle();
    const asked = curves.length;
    expect(drawing.getState().curves.stood).toMatchObject({ kind: 'done', runs: 40, times: { stv: [[40]] } });
    void drawing.getState().draw(small, 'stood'); // there is no more to it
    await settle();
    expect(curves).toHaveLength(asked);
  });

  it('show the curve of what was set before until there is a run of what is set now, and nothing older after that', async () => {
    const { drawing, curves } = searches();
    const [newer, newest] = [
      { ...small, seats: 5 },
      { ...small, seats: 7 },
    ];
    const answer = async (times: number): Promise<void> => {
      curves.at(-1)?.answer({ ok: true, value: { ...empty, stv: [[times]] } });
      await settle();
    };
    void drawing.getState().draw(small, 'share');
    await settle();
    await answer(1);
    void drawing.getState().draw(newer, 'share');
    await settle();
    const late = curves.at(-1);
    void drawing.getState().draw(newest, 'share');
    late?.answer({ ok: true, value: { ...empty, stv: [[9]] } });
    await settle();
    expect(drawing.getState().curves.share).toMatchObject({
      kind: 'running',
      of: small,
      runs: 1,
      times: { stv: [[1]] },
    });
    await answer(3);
    expect(drawing.getState().curves.share).toMatchObject({
      kind: 'running',
      of: newest,
      runs: 1,
      times: { stv: [[3]] },
    });
  });

  it('of both kinds go on beside each other; of one kind the last begun does', async () => {
    const { drawing, challenge, curves, challenges } = searches();
    void drawing.getState().draw(small, 'share');
    void challenge.getState().search('one-more', 'ers97');
    void drawing.getState().draw(small, 'stood');
    void challenge.getState().search('stops-sooner', 'ers97');
    await settle();
    expect(drawing.getState().curves).toMatchObject({ share: { kind: 'stopped' }, stood: { kind: 'running' } });
    expect(challenge.getState().searches).toMatchObject({
      'one-more': { kind: 'stopped' },
      'stops-sooner': { kind: 'running' },
    });
    void drawing.getState().draw(small, 'share');
    await settle();
    expect(curves.at(-1)?.job).toMatchObject({ axis: 'share', from: 1 });
    challenge.getState().stop();
    expect(drawing.getState().curves.share).toMatchObject({ kind: 'running' });
    expect(challenges).toHaveLength(2);
  });

  it('that are refused are not asked again, keep what there is, and say why', async () => {
    const { drawing, challenge, curves, challenges } = searches();
    const refusal = { ok: false, error: { message: 'It grows without end.' } } as const;
    void drawing.getState().draw(small, 'stood');
    void challenge.getState().search('one-more', 'ers97');
    await settle();
    curves.at(-1)?.answer({ ok: true, value: empty });
    challenges.at(-1)?.answer({ ok: true, value: { tried: 250, elections: 100, found: null } });
    await settle();
    for (const asked of [curves, challenges]) {
      expect(asked).toHaveLength(2);
      asked.at(-1)?.answer(refusal);
    }
    await settle();
    expect([curves.length, challenges.length]).toEqual([2, 2]);
    const failed = { kind: 'failed', message: 'It grows without end.' };
    expect(drawing.getState().curves.stood).toMatchObject({ ...failed, runs: 1, times: { stv: [[1]] } });
    expect(challenge.getState().searches['one-more']).toMatchObject({ ...failed, tried: 250, elections: 100 });
  });

  it('end with the first case found, or after all elections', async () => {
    const { challenge, challenges, smaller } = searches();
    void challenge.getState().search('one-more', 'ers97');
    await settle();
    challenges.at(-1)?.answer({ ok: true, value: { tried: 250, elections: 100, found: null } });
    await settle();
    expect(challenge.getState().searches['one-more']).toMatchObject({ kind: 'running', tried: 250, elections: 100 });
    const found = {
      seats: 1,
      candidateCount: 2,
      ballots: [],
      slate: [0],
      change: { kind: 'one-more', candidate: 0 },
    } as const;
    challenges.at(-1)?.answer({ ok: true, value: { tried: 3, elections: 2, found } });
    await settle();
    const at = { tried: 253, elections: 102 };
    expect(challenge.getState().searches['one-more']).toMatchObject({ ...at, kind: 'running', found, leftOut: 0 });
    expect(smaller.at(-1)?.job).toMatchObject({ found, rule: { id: 'ers97' } });
    smaller.at(-1)?.progress({ doing: 'making smaller', done: 0.5 });
    expect(challenge.getState().searches['one-more']).toMatchObject({ kind: 'running', leftOut: 0.5 });
    challenge.getState().stop(); // the case stays, as large as it is
    expect(challenge.getState().searches['one-more']).toMatchObject({ ...at, kind: 'stopped', found, leftOut: 0.5 });

    void challenge.getState().search('one-more', 'ers97');
    await settle();
    expect(challenges.at(-1)?.job).toMatchObject({ search: { from: 103 } });
    challenges.at(-1)?.answer({ ok: true, value: { tried: 1, elections: 1, found } });
    await settle();
    smaller.at(-1)?.answer({ ok: true, value: { least: { ...found, candidateCount: 1 } } });
    await settle();
    const least = { ...found, candidateCount: 1 };
    expect(challenge.getState().searches['one-more']).toMatchObject({ kind: 'done', found: least, leftOut: null });
    void challenge.getState().search('ranks-further', 'ers97');
    for (let asked = 0; asked < electionsWanted / 100; asked++) {
      await settle();
      challenges.at(-1)?.answer({ ok: true, value: { tried: 800, elections: 100, found: null } });
    }
    await settle();
    expect(challenge.getState().searches['ranks-further']).toMatchObject({ kind: 'done', tried: 100_000, found: null });
  });
});
