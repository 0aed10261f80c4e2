import type { SlateId } from '../../election/candidate';
import type { Election } from '../../election/election';
import { changedArm, type WhatIf } from '../../turnout/ensemble/what-if';
import type { Arm } from '../../turnout/ensemble/plan';
import { namesOf, oneOrder, rotated } from '../../turnout/samples/blocs';
import { readBallot } from '../reading/ballot';
import { openRule } from '../reading/files';
import { Refusal } from '../reading/refusal';

export const whatIfUsage =
  '[--what-if cut=N | ballot="NAME, NAME" | rule=RULE | voters=N | orders=SLATE:one|rotated|none]';

/** The most voters with the ballot in hand. */
const mostVoters = 1_000_000;

/** The arm `base` with one thing changed, as in "cut=3"; it is called by that text. */
export function readWhatIf(text: string, base: Arm, election: Election): Arm {
  const [, kind = '', value = ''] = /^([a-z]+)=(.+)$/su.exec(text) ?? [];
  return changedArm(base, text, whatIfOf(kind, value, text, base, election));
}

function whatIfOf(kind: string, value: string, text: string, { mine }: Arm, election: Election): WhatIf {
  switch (kind) {
    case 'cut': {
      const after = wholeNumber(value, text, mine.length - 1);
      return { kind: 'cut', after };
    }
    case 'ballot':
      return { kind: 'ballot', ranking: readBallot(value, election) };
    case 'rule':
      return { kind: 'rule', rule: openRule(value) };
    case 'voters':
      if (mine.length === 0) throw new Refusal(`--what-if ${text} needs a ballot, with --ballot`);
      return { kind: 'copies', copies: wholeNumber(value, text, mostVoters) };
    case 'orders':
      return readOrders(value, text, election);
    default:
      throw new Refusal(`--what-if takes one thing to change, not "${text}"; usage: ${whatIfUsage}`);
  }
}

/** "GV:rotated": what the supporters of a slate copy. */
function readOrders(value: string, text: string, election: Election): WhatIf {
  const [, named = '', which = ''] = /^(.+):(one|rotated|none)$/u.exec(value) ?? [];
  const slate: SlateId = election.slates.findIndex(({ name, letter }) => [name, letter].includes(named));
  if (slate < 0) {
    const letters = election.slates.map(({ letter }) => letter).join(', ') || 'none';
    throw new Refusal(
      `--what-if ${text} takes a slate (there are ${letters}), a colon and one, rotated or none, as in orders=A:one`,
    );
  }
  const follows =
    which === 'none' ? [] : which === 'one' ? oneOrder(election, slate, 1) : rotated(namesOf(election, slate), 1);
  return { kind: 'orders', slate, follows };
}

function wholeNumber(value: string, text: string, most: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && number <= most) return number;
  if (most < 1) throw new Refusal(`--what-if ${text} needs a ballot of two names or more, with --ballot`);
  throw new Refusal(`--what-if ${text} takes a whole number from 1 to ${most}`);
}
