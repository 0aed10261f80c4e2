import { skippedMark, type Ballots } from '../election/ballots';
import type { CandidateId } from '../election/candidate';

/** Sets of a slate's candidates are bits: candidate i of the list is bit i. With more the sets are too many to go through. */
const mostMembers = 12;

/**
 * Solid support, by set of candidates: the papers that rank all of a set, in any order, before anybody else (Woodall,
 * "Properties of preferential election rules", Voting matters 3, 1994). A paper that ranks only three of a slate of six
 * is solid for those three and for what it begins with, but not for the six, as it does not say who of all others comes
 * after them. A number left out or two ranked equal end a paper here.
 */
export function solidSupport({ members, ballots }: { members: readonly CandidateId[]; ballots: Ballots }): number[] {
  if (members.length > mostMembers) throw new Error(`${members.length} members, and ${mostMembers} is the most`);
  const bits = new Map(members.map((id, place) => [id, 1 << place]));
  const papers = new Array<number>(1 << members.length).fill(0);
  const { starts, preferences, copies, joined } = ballots;
  const mark = skippedMark(ballots);
  for (let row = 0; row < copies.length; row++) {
    const alike = copies[row] as number;
    const end = starts[row + 1] as number;
    let set = 0;
    for (let at = starts[row] as number; at < end; at++) {
      const candidate = preferences[at] as number;
      const bit = candidate === mark ? undefined : bits.get(candidate);
      if (bit === undefined || joined?.[at] === 1 || joined?.[at + 1] === 1) break;
      set |= bit;
      papers[set] = (papers[set] as number) + alike;
    }
  }
  return papers;
}
