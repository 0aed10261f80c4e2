import { electionsStanding, type Count } from '../count/count';
import type { Stage } from '../count/stage';
import { hasToBePassed } from './quota-words';
import { passedOnWords } from './sample-words';
import { namesOf, plural, votesText, type Names } from './words';

/** What it means that the count starts again after an exclusion. */
export function againWords(count: Count, stage: Stage, names: Names): string {
  const stopped = votesStopped(count, stage);
  const left = Number((BigInt(count.validBallots) * count.vote - stopped) / count.vote);
  const before = electionsStanding(count.stages.slice(0, stage.number - 1)).map(({ candidate }) => candidate);
  const sentences = [
    'The count starts again as if they had not stood: every ballot is a whole vote again, with the first name on it that is still in.',
  ];
  if (stage.quota !== null) {
    const ballots = plural(left, 'ballot that names', 'ballots that name');
    sentences.push(
      `The quota is worked out again, from the ${ballots} someone still in: ${votesText(stage.quota, count)}.`,
    );
  }
  if (before.length > 0) {
    const reach = hasToBePassed(count.rule) ? 'pass' : 'reach';
    sentences.push(
      `${namesOf(names, before)}, elected before, ${before.length === 1 ? 'has' : 'have'} to ${reach} it again.`,
    );
  }
  if (stage.transfers.length > 1) sentences.push(...passedOnWords(count, stage));
  return sentences.join(' ');
}

/** Votes of the ballots that name nobody still in when the count starts again in a stage, units. */
function votesStopped({ validBallots, vote }: Count, { transfers }: Stage): bigint {
  const again = transfers.find(({ fate }) => fate.kind === 'restart');
  return (again?.tallies ?? []).reduce((rest, tally) => rest - tally, BigInt(validBallots) * vote);
}
