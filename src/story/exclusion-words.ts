import { electionsStanding, type Count } from '../count/count';
import type { TransferRule } from '../count/rule';
import type { Stage } from '../count/stage';
import type { CandidateId } from '../election/candidate';
import { againWords } from './again-words';
import { againWithout, lowestQuotientWords, runWords } from './quotient-words';
import { filledWords, staysWhole } from './sample-words';
import { is, nameOf, namesOf, votesOf, votesText, type Names } from './words';

/** Who is out, why just they, and what becomes of their ballots. `before` is the stage before it. */
export function exclusionWords(count: Count, stage: Stage, before: Stage | null, names: Names): string[] {
  const { because, of } = stage;
  const votes = of.reduce((sum, candidate) => sum + (before?.tallies[candidate] ?? 0n), 0n);
  if (because.kind === 'lowest-quotient') {
    const lowest = lowestQuotientWords(because, sparedWords(stage, names), count, names);
    return [lowest, againWithout, ...runWords(count, stage, names)];
  }
  if (because.kind === 'doomed') {
    const out = `${namesOf(names, of)} cannot be elected any more and ${is(of)} out.`;
    if (count.rule.method === 'quotients') return [out, againWithout, ...runWords(count, stage, names)];
    return [out, onwards(count, stage, names)];
  }
  const [only] = of;
  const out =
    of.length === 1 && only !== undefined
      ? lowestWords(count, stage, before, only, names)
      : lowestTogether(count, stage, votes, names);
  return [out, onwards(count, stage, names)];
}

/** One who has the fewest votes. */
function lowestWords(count: Count, stage: Stage, before: Stage | null, only: CandidateId, names: Names): string {
  const { because } = stage;
  const votes = before?.tallies[only] ?? 0n;
  const level = because.kind === 'lowest' && because.next?.vote === because.vote;
  const saved =
    because.kind === 'sure-loser'
      ? ` Even all the extra votes, ${votesText(because.surpluses, count)}, would not take them up to the next above.`
      : '';
  const spared =
    because.kind === 'sure-loser' ? sparedOf(below(count, before, votes), names) : sparedWords(stage, names);
  return `${nameOf(names, only)} ${level ? 'is among those with' : 'has'} the fewest votes${spared}, ${votesText(votes, count)}, and is out.${saved}`;
}

/** Several who go out at once; they have so many votes between them. */
function lowestTogether(count: Count, { because, of, deferral }: Stage, votes: bigint, names: Names): string {
  if (because.kind === 'fewer-than') {
    return `${namesOf(names, of)} had fewer than ${votesOf(because.votes, count)} and are out together.`;
  }
  const who = of.length > 8 ? `The lowest ${of.length}` : namesOf(names, of);
  const have = `${who} have ${votesOf(votes, count)} between them`;
  if (because.kind === 'shortfall') {
    const { leader, shortfall, together, next } = because;
    const more = together.candidates.filter((candidate) => !of.includes(candidate));
    const even = more.length === 0 ? 'Together' : `Even together with ${namesOf(names, more)}`;
    return `${have}, fewer than the ${votesText(shortfall, count)} that ${nameOf(names, leader.candidate)}, who has most, still needs for the quota. ${even} they could not pass ${nameOf(names, next.candidate)}, so they are out at once.`;
  }
  const extra = deferral === null ? '' : ' and with the extra votes still to be moved';
  const { rule } = count;
  const levelIsEnough = rule.method !== 'transfers' || rule.exclusion === 'bulk-when-safe';
  return `${have}. Even together${extra} they cannot ${levelIsEnough ? 'pass' : 'come level with'} the next above, so all are out at once.`;
}

/** Those still in after a stage with fewer votes than these, who can only be spared for a constraint. */
function below({ stages, withdrawn }: Count, before: Stage | null, votes: bigint): CandidateId[] {
  if (before === null) return [];
  const until = stages.slice(0, before.number);
  const settled = [
    ...electionsStanding(until).map(({ candidate }) => candidate),
    ...until.flatMap(({ excluded }) => excluded),
    ...withdrawn,
  ];
  return before.tallies.flatMap((tally, candidate) =>
    tally < votes && !settled.includes(candidate) ? [candidate] : [],
  );
}

/** Candidates below them whom a constraint keeps in: " of those who can go out (Ann cannot)". */
const sparedOf = (spared: readonly CandidateId[], names: Names): string =>
  spared.length > 0 ? ` of those who can go out (${namesOf(names, spared)} cannot)` : '';

const sparedWords = ({ because }: Stage, names: Names): string =>
  'spared' in because ? sparedOf(because.spared, names) : '';

function onwards(count: Count, stage: Stage, names: Names): string {
  const { rule } = count;
  if (stage.startsAgain) return againWords(count, stage, names);
  if (rule.method === 'keep-values') return 'Every ballot is divided again as if they were not on it.';
  const { transfers } = stage;
  const moved = transfers.flatMap(({ papers }) => papers);
  if (moved.every(({ papers }) => papers === 0)) return 'No ballot is with them, so nothing moves.';
  if (rule.method === 'transfers' && staysWhole(rule)) {
    return `Their ballots move on to the next choice.${filledWords(stage, names)}`;
  }
  const inSteps = rule.method === 'transfers' && transfers.length > 1;
  const steps = inSteps ? `, in ${transfers.length} steps, ${stepsWords(rule.excludedPapers)}` : '';
  return `Their ballots move on to the next choice at what each is worth${steps}.`;
}

function stepsWords(excludedPapers: TransferRule['excludedPapers']): string {
  switch (excludedPapers) {
    case 'together':
    case 'by-value':
    case 'restart':
      return 'those worth most first';
    case 'first-preferences-then-by-value':
      return 'first preferences before all others, then those worth most';
    case 'by-order-received':
      return 'in the order they came';
    default:
      return excludedPapers satisfies never;
  }
}
