import type { Count } from '../count/count';
import type { Stage } from '../count/stage';
import { listed, nameOf, namesOf, votesOf, votesText, type Names } from './words';

/** How the extra votes of all the elected were shared by what each keeps of a ballot. */
export function sharingWords(count: Count, { because, transfers, of }: Stage, names: Names): string[] {
  const [transfer] = transfers;
  if (because.kind !== 'sharing' || transfer?.fate.kind !== 'keep-values') throw new Error('surpluses are shared once');
  const { keep, ended, iterations, surpluses } = transfer.fate;
  const [only] = of;
  const surplus = `${votesOf(because.surpluses, count)} more than needed`;
  const keeps = of.map((candidate) => `${nameOf(names, candidate)} ${votesText(keep[candidate] ?? 0n, count)}`);
  const whole = count.rule.method === 'keep-values' && count.rule.sharing === 'warren' ? 'a vote' : 'what reaches them';
  const sentences =
    of.length === 1 && only !== undefined
      ? [`${nameOf(names, only)} has ${surplus}.`]
      : [`${namesOf(names, of)} have ${surplus} between them.`];
  sentences.push(
    `Of each ballot only as much is kept as they need, and the rest passes on: of ${whole} now ${listed(keeps)}.`,
  );
  if (iterations > 1) sentences.push(`The votes are counted ${iterations} times to work this out.`);
  switch (ended) {
    case 'once':
    case 'elected':
    case 'shared':
      break;
    case 'stalled':
      sentences.push(`The ${votesOf(surpluses, count)} still too many cannot be shared with ${count.places} decimals.`);
      break;
    case 'sure-loser':
      sentences.push('It stops early, because the lowest can no longer be saved by what is left to share.');
      break;
    default:
      ended satisfies never;
  }
  return sentences;
}
