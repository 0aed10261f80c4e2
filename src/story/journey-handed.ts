import { isZero, zero } from '../basics/fraction';
import { electionsStanding, type Count } from '../count/count';
import type { Stage } from '../count/stage';
import type { Holding, TracedStage } from '../count/trace';
import { skippedPreference } from '../election/ballots';
import type { CandidateId } from '../election/candidate';
import type { JourneyStep, PassedOver, Pence } from './journey';
import { moveBetween, partsOf, penceIn, settlePence } from './journey-moves';

/** Where papers are handed on: one candidate gives and one receives. */
export function movedSteps(
  count: Count,
  traced: readonly TracedStage[],
  preferences: readonly CandidateId[],
): JourneyStep[] {
  const steps: JourneyStep[] = [];
  let holding: Holding = { candidates: new Map(), nonTransferable: zero, lossByFraction: zero, revalued: zero };
  let pence: Pence = { whole: true, candidates: new Map(), stopped: 0, cut: 0 };
  traced.forEach((tracedStage, i) => {
    const stage = count.stages[i];
    if (stage === undefined) throw new Error(`stage ${i + 1} is traced but was not counted`);
    // A ballot that was not counted, and is like none that was, may move on after the transfers of those that were.
    const transfers = stage.kind === 'first-preferences' ? [] : tracedStage.afterTransfers;
    [...transfers, tracedStage.holding].forEach((next, at) => {
      const move = moveBetween(holding, next);
      holding = next;
      if (move === null) return;
      if (stage.transfers[at]?.fate.kind === 'restart') {
        const step = wholeAgain(count, stage, at, pence, next, preferences);
        pence = step.after;
        steps.push(step);
        return;
      }
      const { to } = move;
      // Papers whose votes were all cut off move without leaving a mark on who held them.
      const from = move.from ?? stage.transfers[at]?.from.find((holder) => preferences.includes(holder)) ?? null;
      const parts = partsOf(pence, { ...move, from }, next);
      const { kept, moved, cut, gained } = parts;
      pence = settlePence(pence, { from, to }, parts, next);
      const stops = to === null && !isZero(move.stopped);
      steps.push({
        stage: stage.number,
        cause: stage.kind,
        from,
        to,
        preference: to === null ? null : preferences.indexOf(to) + 1,
        passedOver: to !== null || stops ? namesPassedOver(count, preferences, from, to, stage.number) : [],
        kept,
        moved,
        cut,
        gained,
        after: pence,
        transfer: at < transfers.length ? at : null,
        drawn: stage.kind === 'surplus' && movesWhole(stage) ? true : null,
      });
    });
  });
  return steps;
}

/** Where the count starts again: all of the ballot is with one candidate, or stops. */
function wholeAgain(
  count: Count,
  { number, of }: Stage,
  transfer: number,
  before: Pence,
  { candidates }: Holding,
  preferences: readonly CandidateId[],
): JourneyStep {
  const [to = null] = candidates.keys();
  return {
    stage: number,
    cause: 'restart',
    from: of.find((candidate) => before.candidates.has(candidate)) ?? of[0] ?? null,
    to,
    preference: to === null ? null : preferences.indexOf(to) + 1,
    passedOver: namesPassedOver(count, preferences, null, to, number).filter(
      ({ candidate }) => !of.includes(candidate),
    ),
    kept: 0,
    moved: 100,
    cut: 0,
    gained: 100 - penceIn(before),
    after: { whole: true, candidates: new Map(to === null ? [] : [[to, 100]]), stopped: to === null ? 100 : 0, cut: 0 },
    transfer,
    drawn: null,
  };
}

/** Whether ballots move whole for the surplus of a stage. */
export const movesWhole = ({ transfers }: Stage): boolean => transfers.some(({ fate }) => fate.kind === 'sampled');

function namesPassedOver(
  count: Count,
  preferences: readonly CandidateId[],
  from: CandidateId | null,
  to: CandidateId | null,
  stage: number,
): PassedOver[] {
  const start = from === null ? 0 : preferences.indexOf(from) + 1;
  const elected = electionsStanding(count.stages.slice(0, stage));
  const gap = preferences.indexOf(skippedPreference);
  const readable = gap >= 0 && count.rule.skippedPreference === 'stops' ? gap : preferences.length;
  const end = to === null ? readable : preferences.indexOf(to);
  return preferences.slice(start, end).flatMap((candidate, i): PassedOver[] => {
    if (candidate === skippedPreference) return [];
    const because = count.withdrawn.includes(candidate)
      ? 'withdrawn'
      : elected.some((one) => one.candidate === candidate)
        ? 'elected'
        : 'excluded';
    return [{ candidate, preference: start + i + 1, because }];
  });
}
