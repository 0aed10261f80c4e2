import type { CandidateId } from '../../election/candidate';
import type { Election } from '../../election/election';
import { Refusal } from './refusal';

/**
 * A ballot written as names or numbers on the ballot paper (from 1), first preference first, with commas between, or
 * semicolons where a name has a comma in it. A name may be a part of it that nobody else's name has.
 */
export function readBallot(text: string, { candidates }: Election): CandidateId[] {
  const ballot = text
    .split(text.includes(';') ? ';' : ',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? numbered(Number(part), candidates.length) : named(part, candidates)));
  const twice = ballot.find((candidate, place) => ballot.indexOf(candidate) !== place);
  if (twice !== undefined) throw new Refusal(`the ballot names ${candidates[twice]?.name ?? ''} twice`);
  return ballot;
}

function numbered(number: number, last: number): CandidateId {
  if (number >= 1 && number <= last) return number - 1;
  throw new Refusal(`"${number}" is not the number of a candidate; they go from 1 to ${last}`);
}

function named(part: string, candidates: Election['candidates']): CandidateId {
  const wanted = plain(part);
  const names = candidates.map(({ name }) => plain(name));
  const whole = names.indexOf(wanted);
  if (whole >= 0) return whole;
  const found = names.flatMap((name, id) => (name.includes(wanted) ? [id] : []));
  const [only] = found;
  if (only === undefined) throw new Refusal(`no candidate is called "${part}"`);
  if (found.length === 1) return only;
  throw new Refusal(`"${part}" could be ${found.map((id) => candidates[id]?.name ?? '').join(' or ')}`);
}

/** Without capitals and accents. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
