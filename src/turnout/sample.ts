import type { Random } from '../basics/random';
import { preferencesArray, type Ballots } from '../election/ballots';
import type { CandidateId, SlateId } from '../election/candidate';
import { drawLength } from './length';
import type { Turnout } from './model';
import { paperKinds, type PaperKind } from './papers';
import { drawNames } from './urn';

/** Voters between two reports of `sampling`: a few milliseconds' work. */
const slice = 8192;

/**
 * The ballots of a turnout's made-up voters: one row per voter, bloc by bloc. The same turnout and seed give the same
 * ballots on every machine. `slateOf` is by CandidateId; `withdrawn` candidates are named by nobody.
 */
export function sampleBallots(
  turnout: Turnout,
  candidateCount: number,
  slateOf: readonly (SlateId | null)[],
  random: Random,
  withdrawn: readonly CandidateId[] = [],
): Ballots {
  const steps = sampling(turnout, candidateCount, slateOf, random, withdrawn);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** As sampleBallots, in slices; yields the part done, above 0 and below 1, after each. */
export function* sampling(
  turnout: Turnout,
  candidateCount: number,
  slateOf: readonly (SlateId | null)[],
  random: Random,
  withdrawn: readonly CandidateId[] = [],
): Generator<number, Ballots, void> {
  const starts = new Uint32Array(turnout.voters + 1);
  const copies = new Uint32Array(turnout.voters).fill(1);
  let preferences = preferencesArray(turnout.voters * Math.min(candidateCount, 12), candidateCount);
  let voter = 0;
  for (const kind of paperKinds(turnout, { candidateCount, slateOf, withdrawn })) {
    const end = voter + kind.voters;
    while (voter < end) {
      const before = voter;
      voter = Math.min(end, before + slice);
      preferences = withRoom(preferences, starts[before] ?? 0, (voter - before) * kind.lengths.most);
      fillIn(kind, preferences, starts, before, voter, random);
      if (voter < turnout.voters) yield voter / turnout.voters;
    }
  }
  if (voter !== turnout.voters) throw new Error(`${voter} of ${turnout.voters} voters have a bloc`);
  return { starts, preferences: preferences.slice(0, starts[voter]), copies, joined: null };
}

/** Writes the papers of voters `from` to `to` - 1, all of one kind, after those already there. */
function fillIn(
  { printed, urns, lengths }: PaperKind,
  preferences: Ballots['preferences'],
  starts: Uint32Array,
  from: number,
  to: number,
  random: Random,
): void {
  let at = starts[from] ?? 0;
  for (let voter = from; voter < to; voter++) {
    const end = at + drawLength(lengths, random);
    for (let place = 0; place < printed.length && at < end; place++) preferences[at++] = printed[place] as number;
    for (let urn = 0; urn < urns.length && at < end; urn++) {
      at = drawNames(urns[urn] as (typeof urns)[number], end - at, preferences, at, random);
    }
    starts[voter + 1] = at;
  }
}

/** The same array, or a longer copy where fewer than `more` places are free after `used`. */
function withRoom(preferences: Ballots['preferences'], used: number, more: number): Ballots['preferences'] {
  if (used + more <= preferences.length) return preferences;
  const length = Math.max(used + more, Math.ceil(preferences.length * 1.5));
  const longer = preferences instanceof Uint8Array ? new Uint8Array(length) : new Uint16Array(length);
  longer.set(preferences.subarray(0, used));
  return longer;
}
