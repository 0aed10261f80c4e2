import type { Rule } from '../../count/rule';
import type { CandidateId, SlateId } from '../../election/candidate';
import type { Following, Turnout } from '../model';
import type { Arm } from './plan';

/** One thing changed, and all else as in the arm it is compared with. */
export type WhatIf =
  /** The ballot in hand stops after so many names. */
  | { readonly kind: 'cut'; readonly after: number }
  /** Another ballot in place of the one in hand. */
  | { readonly kind: 'ballot'; readonly ranking: readonly CandidateId[] }
  | { readonly kind: 'rule'; readonly rule: Rule }
  /** Supporters of a slate copy these orders instead of those they did. */
  | { readonly kind: 'orders'; readonly slate: SlateId; readonly follows: readonly Following[] }
  /** So many voters with the ballot in hand, counted with the others. */
  | { readonly kind: 'copies'; readonly copies: number };

/** The arm `base` with one thing changed, under a name of its own. */
export function changedArm(base: Arm, id: string, whatIf: WhatIf): Arm {
  switch (whatIf.kind) {
    case 'cut':
      return { ...base, id, mine: base.mine.slice(0, whatIf.after) };
    case 'ballot':
      return { ...base, id, mine: whatIf.ranking };
    case 'rule':
      return { ...base, id, rule: whatIf.rule };
    case 'orders':
      return { ...base, id, turnout: withOrders(base.turnout, whatIf.slate, whatIf.follows) };
    case 'copies':
      return { ...base, id, copies: whatIf.copies };
    default:
      return whatIf satisfies never;
  }
}

/** The same turnout, but that every bloc which leans to the slate copies these orders. */
function withOrders(turnout: Turnout, slate: SlateId, follows: readonly Following[]): Turnout {
  return { ...turnout, blocs: turnout.blocs.map((bloc) => (bloc.slate === slate ? { ...bloc, follows } : bloc)) };
}
