import type { Count } from '../count/count';
import type { Holding, TracedStage } from '../count/trace';
import type { CandidateId } from '../election/candidate';
import type { JourneyStep, Pence } from './journey';
import { isWhole } from './journey-moves';
import { wholePence } from './whole-pence';

/**
 * The steps of a ballot under keep values: the first preference, then every stage after which the whole pence are
 * divided otherwise than before, or are whole no more.
 */
export function dividedSteps(
  count: Count,
  traced: readonly TracedStage[],
  preferences: readonly CandidateId[],
): JourneyStep[] {
  const steps: JourneyStep[] = [];
  let last: Pence | null = null;
  traced.forEach(({ holding }, i) => {
    const stage = count.stages[i];
    if (stage === undefined) throw new Error(`stage ${i + 1} is traced but was not counted`);
    const after = penceOf(holding, preferences);
    if (last !== null && samePence(last, after)) return;
    const [first = null] = after.candidates.keys();
    steps.push({
      stage: stage.number,
      ...(last === null
        ? { cause: 'first-preferences', from: null, to: first, preference: preferences.indexOf(first ?? -1) + 1 }
        : { cause: 'divided', from: outNow(last, stage.of, stage.kind === 'exclusion'), to: null, preference: null }),
      passedOver: [],
      kept: 0,
      moved: 100,
      cut: 0,
      gained: 0,
      after,
      transfer: stage.transfers.length === 0 ? null : stage.transfers.length - 1,
      drawn: null,
    });
    last = after;
  });
  return steps;
}

/** Parts of less than half a penny may show as nothing. */
function penceOf(holding: Holding, preferences: readonly CandidateId[]): Pence {
  const { candidates, nonTransferable, lossByFraction } = holding;
  const holders = preferences.filter((candidate) => candidates.has(candidate));
  const parts = holders.flatMap((candidate) => candidates.get(candidate) ?? []);
  const pence = wholePence(100, [...parts, nonTransferable, lossByFraction]);
  return {
    whole: isWhole(holding),
    candidates: new Map(
      holders.flatMap((holder, i) => ((pence[i] ?? 0) > 0 ? [[holder, pence[i] ?? 0] as const] : [])),
    ),
    stopped: pence[holders.length] ?? 0,
    cut: pence[holders.length + 1] ?? 0,
  };
}

function samePence(a: Pence, b: Pence): boolean {
  const equalParts = [...a.candidates].every(([candidate, pence]) => b.candidates.get(candidate) === pence);
  const equalRest = a.stopped === b.stopped && a.cut === b.cut && a.whole === b.whole;
  return equalParts && equalRest && a.candidates.size === b.candidates.size;
}

/** Whoever held some of the ballot and is out now. */
function outNow(before: Pence, of: readonly CandidateId[], exclusion: boolean): CandidateId | null {
  return exclusion ? (of.find((candidate) => before.candidates.has(candidate)) ?? null) : null;
}
