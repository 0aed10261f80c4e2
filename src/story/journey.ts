import { toNumber } from '../basics/fraction';
import type { Count } from '../count/count';
import type { TracedStage } from '../count/trace';
import type { CandidateId } from '../election/candidate';
import { coinOf, type Coin } from './coin';
import { movedSteps, movesWhole } from './journey-handed';
import { dividedSteps } from './journey-keep';

/** One ballot in whole pence that add up to 100 and what it has gained from others, or in Xs. */
export interface Pence {
  /** Whether one part is all there is, not only 100 pence once rounded; less than half a penny cut off aside. */
  readonly whole: boolean;
  /** Pence with each candidate, above 0, in the order they got the ballot. */
  readonly candidates: ReadonlyMap<CandidateId, number>;
  /** No more names on the ballot: non-transferable, or Xs not given. */
  readonly stopped: number;
  /** Cut off where the rule drops fractions. */
  readonly cut: number;
}

/** A name on the ballot that could not receive it. */
export interface PassedOver {
  readonly candidate: CandidateId;
  /** Its number on the ballot, from 1. */
  readonly preference: number;
  readonly because: 'elected' | 'excluded' | 'withdrawn';
}

/** A stage at which the ballot, or part of it, moved, or at which it became clear that it stays. */
export interface JourneyStep {
  /** From 1. */
  readonly stage: number;
  /**
   * - marks: its Xs are given, all at once.
   * - elected: its holder is elected and nothing of it moves on, then or later.
   * - restart: the count starts again, and the ballot is whole and with the first of its names still in; `from` is who is
   *   out, one that it was with if there is such.
   * - divided: under keep values, the whole ballot is divided anew; `from` is whoever of its holders is out now.
   */
  readonly cause: 'first-preferences' | 'marks' | 'surplus' | 'exclusion' | 'elected' | 'restart' | 'divided';
  /** Who held it; null for the first preferences. */
  readonly from: CandidateId | null;
  /** Who gets it; null when it stops. */
  readonly to: CandidateId | null;
  /** The number of `to` on the ballot, from 1. */
  readonly preference: number | null;
  /** Names between the last and the next that could not receive it. */
  readonly passedOver: readonly PassedOver[];
  /** Pence that stay with `from`, that move or stop, and that are cut off; below 0, rounding gives some back. */
  readonly kept: number;
  readonly moved: number;
  readonly cut: number;
  /** Pence it gains from other ballots, or loses to them (below 0), where all that move get one value. */
  readonly gained: number;
  /** Where the whole pound is after it. */
  readonly after: Pence;
  /** Index in the stage's `transfers` of the one that moved it; null where none did. */
  readonly transfer: number | null;
  /** Where ballots move whole for a surplus: whether this one was among those drawn; null elsewhere. */
  readonly drawn: boolean | null;
}

/** Where the pound is when the count is over. */
interface JourneyEnd extends Pick<Pence, 'whole' | 'stopped' | 'cut'> {
  readonly helped: readonly { readonly candidate: CandidateId; readonly pence: number }[];
  /** Held by candidates who were not elected. */
  readonly behind: readonly { readonly candidate: CandidateId; readonly pence: number }[];
}

export interface Journey {
  readonly coin: Coin;
  readonly steps: readonly JourneyStep[];
  readonly end: JourneyEnd;
}

/** The journey of one ballot, from its trace: the stages at which it moves, in pence. */
export function journeyOf(count: Count, traced: readonly TracedStage[], preferences: readonly CandidateId[]): Journey {
  const coin = coinOf(count);
  if (coin.kind === 'marks') return marksGiven(count, coin, traced);
  const steps = stepsOf(count, traced, preferences);
  const last = steps.at(-1)?.after;
  if (last === undefined) throw new Error('a valid ballot counts for somebody at the first stage');
  const end = endOf(count, last);
  return { coin, steps: withElections(count, steps, end), end };
}

function stepsOf(count: Count, traced: readonly TracedStage[], preferences: readonly CandidateId[]): JourneyStep[] {
  switch (count.rule.method) {
    case 'transfers':
    case 'marks':
      return movedSteps(count, traced, preferences);
    case 'keep-values':
    case 'quotients':
      return dividedSteps(count, traced, preferences);
    default:
      return count.rule satisfies never;
  }
}

/** Several Xs are given in the only stage there is, and stay. */
function marksGiven(count: Count, coin: Coin, traced: readonly TracedStage[]): Journey {
  const holding = traced[0]?.holding;
  if (holding === undefined) throw new Error('Xs are given in the first stage');
  const candidates = new Map([...holding.candidates].map(([candidate, marks]) => [candidate, toNumber(marks)]));
  const given = [...candidates.values()].reduce((a, b) => a + b, 0);
  const after: Pence = { whole: true, candidates, stopped: coin.whole - given, cut: 0 };
  const none = { from: null, to: null, preference: null, passedOver: [], kept: 0, cut: 0, gained: 0 };
  const step: JourneyStep = { stage: 1, cause: 'marks', ...none, moved: given, after, transfer: null, drawn: null };
  return { coin, steps: [step], end: endOf(count, after) };
}

/**
 * Adds the elections of those who keep all they hold; the elections of others show as their surplus moving, or as the
 * ballot being divided anew later. Where the count has started again, it is those since then.
 */
function withElections(count: Count, moves: readonly JourneyStep[], { helped }: JourneyEnd): JourneyStep[] {
  const steps = [...moves];
  const start = count.stages.findLast(({ startsAgain }) => startsAgain)?.number ?? 1;
  const since = moves.filter(({ stage }) => stage >= start);
  for (const { candidate, pence } of helped) {
    if (since.some(({ cause, from }) => cause === 'surplus' && from === candidate)) continue;
    const stage = count.elected.find((one) => one.candidate === candidate)?.stage;
    if (stage === undefined) throw new Error(`candidate ${candidate} was helped but is not among the elected`);
    if (moves.some((step) => step.cause === 'divided' && step.stage > stage)) continue;
    const place = steps.filter((step) => step.stage <= stage).length;
    const after = steps[place - 1]?.after;
    if (after === undefined) throw new Error(`candidate ${candidate} was elected before the ballot reached them`);
    const none = { to: null, preference: null, passedOver: [], moved: 0, cut: 0, gained: 0, transfer: null };
    const sampled = count.stages
      .slice(start - 1)
      .some((one) => one.kind === 'surplus' && one.of.includes(candidate) && movesWhole(one));
    const drawn = sampled ? false : null;
    steps.splice(place, 0, { stage, cause: 'elected', from: candidate, ...none, kept: pence, after, drawn });
  }
  return steps;
}

/** Stages, from 1, at which the ballot or part of it moves. */
export const movingStages = ({ steps }: Journey): ReadonlySet<number> =>
  new Set(steps.filter(({ cause }) => cause !== 'elected').map(({ stage }) => stage));

function endOf(count: Count, { whole, candidates, stopped, cut }: Pence): JourneyEnd {
  const won = new Set(count.elected.map(({ candidate }) => candidate));
  const parts = [...candidates].map(([candidate, pence]) => ({ candidate, pence }));
  return {
    helped: parts.filter(({ candidate }) => won.has(candidate)),
    behind: parts.filter(({ candidate }) => !won.has(candidate)),
    whole,
    stopped,
    cut,
  };
}
