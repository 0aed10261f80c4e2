import type { Rule } from '../../count/rule';
import { rules } from '../../count/rules/rules';
import { whyUnfit } from '../../count/contest';
import { ballotOf, type Draft } from '../../election/draft';
import type { CandidateId } from '../../election/candidate';
import type { Election } from '../../election/election';
import { plural } from '../../story/words';
import type { WhatIf } from '../../turnout/ensemble/what-if';
import { namesOf, oneOrder, rotated } from '../../turnout/samples/blocs';

/** Something to try, in words: "Your ballot stops after 3 names". */
export interface WhatIfOption {
  /** Unique among all there are; the id of its arm. */
  readonly id: string;
  readonly label: string;
  readonly whatIf: WhatIf;
}

/** What can be tried, by what is changed; a group may be empty. */
export interface WhatIfOptions {
  readonly ballot: readonly WhatIfOption[];
  readonly copies: readonly WhatIfOption[];
  readonly orders: readonly WhatIfOption[];
  readonly rules: readonly WhatIfOption[];
}

export function whatIfOptions(
  election: Election,
  ranking: readonly CandidateId[],
  drafts: readonly Draft[],
  rule: Rule,
): WhatIfOptions {
  return {
    ballot: [...cuts(ranking), ...otherDrafts(ranking, drafts)],
    copies: ranking.length === 0 ? [] : [100, 1000, 5000].map(alike),
    orders: election.slates.flatMap((_, slate) => slateOrders(election, slate)),
    rules: rules
      .filter(({ id }) => id !== rule.id)
      .filter((other) => whyUnfit(other, election.seats) === null)
      .map((other) => ({
        id: `rule ${other.id}`,
        label: `Counted by ${other.name}`,
        whatIf: { kind: 'rule', rule: other } as const,
      })),
  };
}

const cuts = (ranking: readonly CandidateId[]): WhatIfOption[] =>
  [1, 3, 9]
    .filter((after) => after < ranking.length)
    .map((after) => ({
      id: `cut ${after}`,
      label: `Your ballot stops after ${plural(after, 'name', 'names')}`,
      whatIf: { kind: 'cut', after },
    }));

const otherDrafts = (ranking: readonly CandidateId[], drafts: readonly Draft[]): WhatIfOption[] =>
  drafts
    .map((draft) => ({ name: draft.name, ranking: ballotOf(draft) }))
    .filter((draft) => draft.ranking.length > 0 && draft.ranking.join() !== ranking.join())
    .map((draft) => ({
      id: `draft ${draft.name}`,
      label: `Your draft “${draft.name}” in its place`,
      whatIf: { kind: 'ballot', ranking: draft.ranking },
    }));

const alike = (copies: number): WhatIfOption => ({
  id: `copies ${copies}`,
  label: `${plural(copies, 'voter', 'voters')} with your ballot`,
  whatIf: { kind: 'copies', copies },
});

function slateOrders(election: Election, slate: number): WhatIfOption[] {
  const names = namesOf(election, slate);
  const name = election.slates[slate]?.name ?? '';
  if (names.length < 2) return [];
  return [
    {
      id: `one order ${slate}`,
      label: `All ${name} supporters copy one order`,
      whatIf: { kind: 'orders', slate, follows: oneOrder(election, slate, 1) },
    },
    {
      id: `rotated ${slate}`,
      label: `${name} supporters copy ${names.length} orders in turn, each starting with another name`,
      whatIf: { kind: 'orders', slate, follows: rotated(names, 1) },
    },
    {
      id: `no order ${slate}`,
      label: `No ${name} supporters copy an order`,
      whatIf: { kind: 'orders', slate, follows: [] },
    },
  ];
}
