import { nec2020 } from '../../election/built-in-nec-2020';
import { practice } from '../../election/built-in-practice';
import type { Election } from '../../election/election';
import type { Turnout } from '../model';
import { necTurnouts } from './nec-2020';
import { practiceTurnouts } from './practice';
import { earlyStop, equalSlates, halfEach, lowTurnout, shortBallots, spreadOver } from './with-slates';
import { noSlates, plainTurnouts } from './without-slates';

/** In a turnout made for an election about whose size nothing is known here: 10,000 voters. */
const usualElectorate = { members: 20_000, turnout: 0.5 };

const madeFor = new WeakMap<Election, readonly Turnout[]>();

/**
 * The sample turnouts of an election, at least four; the first is the one to start from. All are made up. Made once: asked
 * again, the same election gets the very same ones.
 */
export function sampleTurnouts(election: Election): readonly Turnout[] {
  const turnouts = madeFor.get(election) ?? make(election);
  madeFor.set(election, turnouts);
  return turnouts;
}

function make(election: Election): readonly Turnout[] {
  if (isSame(election, nec2020)) return necTurnouts(election);
  if (isSame(election, practice)) return practiceTurnouts(election);
  if (election.candidates.every(({ slate }) => slate === null)) return plainTurnouts(election, usualElectorate);
  const usual = equalSlates(election, usualElectorate);
  return [
    usual,
    lowTurnout(election, usual),
    shortBallots(election, usual),
    spreadOver(election, usual, 12),
    earlyStop(usual),
    noSlates(election, usualElectorate),
    ...halfEach(election, usualElectorate),
  ];
}

/** By what it holds, not by identity: a copy read back from storage is the same election. */
function isSame(a: Election, b: Election): boolean {
  const names = (election: Election): string =>
    JSON.stringify(election.candidates.map(({ name, slate }) => [name, slate]));
  return a.id === b.id && names(a) === names(b);
}
