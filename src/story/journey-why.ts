import { add, equal, zero, type Fraction } from '../basics/fraction';
import type { Count } from '../count/count';
import type { QuotientFate, Stage, Transfer } from '../count/stage';
import type { Holding, TracedStage } from '../count/trace';
import { skippedPreference } from '../election/ballots';
import type { CandidateId } from '../election/candidate';
import { electedWords, tieWords } from './decision-words';
import type { JourneyStep } from './journey';
import { stepWords } from './journey-words';
import { runSums } from './quotient-words';
import { sampledWords } from './sample-words';
import { surplusWords } from './surplus-words';
import { comparedWords, fateSums, tieSums } from './why';
import { nameOf, valueText, votesOf, type Names } from './words';

/** A ballot's journey with what its sums are made of: the count, its trace and what it ranks. */
export interface Followed {
  readonly count: Count;
  readonly traced: readonly TracedStage[];
  readonly preferences: readonly CandidateId[];
}

/**
 * The arithmetic behind one row of a journey, a line each: what happened in full, why it was this candidate's turn, how the
 * value of this ballot came about, and what it is made up of afterwards. The sums of the stage, narrowed to this ballot.
 */
export function journeyWhy(followed: Followed, step: JourneyStep, names: Names): readonly string[] {
  const { count, traced } = followed;
  const stage = count.stages[step.stage - 1];
  if (stage === undefined) throw new Error(`the count has ${count.stages.length} stages, not ${step.stage}`);
  return [
    stepWords(step, names),
    ...reasons(count, stage, step, names),
    ...values(followed, stage, step, names),
    ...(step.cause === 'marks' ? [] : [madeUpOf(holdingAfter(traced, step), count, names)]),
  ];
}

/** Why this candidate, and in this stage. */
function reasons(count: Count, stage: Stage, step: JourneyStep, names: Names): string[] {
  const { to, from, cause } = step;
  switch (cause) {
    case 'first-preferences':
    case 'marks':
      return to === null
        ? []
        : [`${nameOf(names, to)} has ${votesOf(stage.tallies[to] ?? 0n, count)} after the first preferences.`];
    case 'elected': {
      const elected = stage.elected.filter(({ candidate }) => candidate === from);
      const drawn = step.drawn === false ? notDrawn(count, from, names) : [];
      return [...electedWords({ ...stage, elected }, names, count), ...drawn];
    }
    case 'surplus':
    case 'exclusion':
    case 'restart':
    case 'divided': {
      const ties = stage.ties.filter(({ purpose }) => purpose !== 'election');
      return [
        ...comparedWords(stage.because, count, names),
        ...ties.flatMap((tie) => [tieWords(tie, names, count), tieSums(tie, stage, count, names)]),
      ];
    }
    default:
      return cause satisfies never;
  }
}

/** Which ballots moved for the surplus of someone from whom this one did not. */
const notDrawn = (count: Count, from: CandidateId | null, names: Names): string[] =>
  count.stages
    .filter(({ kind, of }) => kind === 'surplus' && of.includes(from ?? -1))
    .flatMap((stage) => sampledWords(count, stage, count.stages[stage.number - 2] ?? null, names));

/** How what this ballot is worth came about. */
function values({ count, traced, preferences }: Followed, stage: Stage, step: JourneyStep, names: Names): string[] {
  const transfer = step.transfer === null ? undefined : stage.transfers[step.transfer];
  if (transfer === undefined || step.cause === 'elected') return [];
  const { fate } = transfer;
  const after = holdingAfter(traced, step);
  switch (fate.kind) {
    case 'keep-values':
      return keptSums(fate.keep, after, preferences, count, names);
    case 'quotients':
      return runSums(narrowed(fate, after), stage, count, names);
    case 'surplus': {
      const before = count.stages[stage.number - 2] ?? null;
      return [surplusWords(count, transfer, before, names), ...ownPapers(transfer, step, traced, stage, count, names)];
    }
    case 'sampled':
      return sampledWords(count, stage, count.stages[stage.number - 2] ?? null, names);
    case 'present-value':
    case 'part':
      return ownPapers(transfer, step, traced, stage, count, names);
    case 'restart':
      return [];
    default:
      return fate satisfies never;
  }
}

/** The sum for the papers worth as much as this one, which it is among. */
function ownPapers(
  transfer: Transfer,
  step: JourneyStep,
  traced: readonly TracedStage[],
  stage: Stage,
  count: Count,
  names: Names,
): string[] {
  const worth = holdingBefore(traced, step)?.candidates.get(step.from ?? -1) ?? zero;
  const alike = transfer.papers.filter(({ from, valueBefore }) => from === step.from && isSame(valueBefore, worth));
  if (alike.length === 0) return [];
  const [sum = ''] = fateSums({ ...transfer, papers: alike }, stage, count, names);
  return [`Like yours: ${sum}`];
}

/** Papers of several values that were pooled have none of their own. */
const isSame = (value: Fraction | null, worth: Fraction): boolean => value === null || equal(value, worth);

/** What each name reached keeps of the ballot. */
function keptSums(
  keep: readonly bigint[],
  { candidates }: Holding,
  preferences: readonly CandidateId[],
  count: Count,
  names: Names,
): string[] {
  const last = preferences.findLastIndex((candidate) => candidates.has(candidate));
  const reached = preferences.slice(0, last + 1).filter((candidate) => candidate !== skippedPreference);
  return reached.map((candidate) => {
    const name = nameOf(names, candidate);
    const kept = candidates.get(candidate) ?? zero;
    const value = keep[candidate] ?? 0n;
    if (value === 0n)
      return `${name} ${count.withdrawn.includes(candidate) ? 'withdrew' : 'is out'} and keeps nothing.`;
    if (value === count.vote) return `${name} keeps all that comes this far: ${valueText(kept, count)}.`;
    const share = valueText({ numerator: value, denominator: count.vote }, count);
    const warren = count.rule.method === 'keep-values' && count.rule.sharing === 'warren';
    return warren
      ? `${name} keeps up to ${share} of a vote: ${valueText(kept, count)} of yours.`
      : `${name} keeps ${share} of what comes this far: ${valueText(kept, count)} of your vote.`;
  });
}

/** A run of elections by quotients, with only those in it who hold some of this ballot. */
const narrowed = (fate: QuotientFate, { candidates }: Holding): QuotientFate => ({
  ...fate,
  elections: fate.elections.filter(({ candidate }) => candidates.has(candidate)),
  standing: fate.standing.map((one, candidate) => (candidates.has(candidate) ? one : { papers: 0, seats: zero })),
});

/** "Your vote: Ann Black 0.62 + Mish Rahman 0.38 = 1." */
function madeUpOf(
  { candidates, nonTransferable, lossByFraction, revalued }: Holding,
  count: Count,
  names: Names,
): string {
  const parts: [string, Fraction][] = [
    ...[...candidates].map(([candidate, part]): [string, Fraction] => [nameOf(names, candidate), part]),
    ['stopped', nonTransferable],
    ['cut off', lossByFraction],
  ];
  const some = parts.filter(([, { numerator }]) => numerator !== 0n);
  const text = some.map(([name, part]) => `${name} ${partText(part, count)}`).join(' + ');
  const whole = some.reduce((sum, [, part]) => add(sum, part), zero);
  const extra = revalued.numerator === 0n ? '' : ', with what it shares with ballots that moved alongside';
  return `Your vote after this: ${text}${some.length > 1 ? ` = ${valueText(whole, count)}` : ''}${extra}.`;
}

const partText = (part: Fraction, count: Count): string => {
  const text = valueText(part, count);
  return text === '0.00000…' ? 'under 0.00001' : text;
};

const stageOf = (traced: readonly TracedStage[], step: JourneyStep): TracedStage => {
  const found = traced[step.stage - 1];
  if (found === undefined) throw new Error(`stage ${step.stage} is not traced`);
  return found;
};

const holdingAfter = (traced: readonly TracedStage[], step: JourneyStep): Holding => {
  const { holding, afterTransfers } = stageOf(traced, step);
  return (step.transfer === null ? undefined : afterTransfers[step.transfer]) ?? holding;
};

const holdingBefore = (traced: readonly TracedStage[], step: JourneyStep): Holding | undefined =>
  stageOf(traced, step).afterTransfers[(step.transfer ?? 0) - 1] ?? traced[step.stage - 2]?.holding;
