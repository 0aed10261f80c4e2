import { whyUnfit } from '../count/contest';
import { findRule, rules } from '../count/rules/rules';
import type { CandidateId } from '../election/candidate';
import { ballotOf, type Draft } from '../election/draft';
import { sampleTurnouts } from '../turnout/samples/sample-turnouts';
import type { ChoiceState } from './choice';
import type { ComparedKind, Pair } from './comparing';
import { countInput } from './count-input';
import type { CountInput } from './counting';
import type { CurrentElection } from './elections';
import type { OwnTurnout } from './saved-turnouts';
import { ballotsTitle, countableBallots, votersFor } from './voters';

/** One of two counts to be compared. */
interface ComparedSide {
  /** Of the rule, turnout or draft that it differs in. */
  readonly id: string;
  readonly label: string;
  readonly input: CountInput;
}

export interface ComparedSides {
  /** All that either side can be. */
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly a: ComparedSide;
  /** Null where there is no other to compare with. */
  readonly b: ComparedSide | null;
}

/** The id of ballots that came with the election, among ids of turnouts. */
export const givenBallots = 'ballots';

/** What the pages count now. */
export interface InHand {
  readonly choice: Pick<ChoiceState, 'voters' | 'rules' | 'seed' | 'papers'>;
  readonly current: CurrentElection;
  readonly own: readonly OwnTurnout[];
  readonly drafts: readonly Draft[];
  /** Its place in `drafts`. */
  readonly currentDraft: number;
}

/** Two counts that differ in one thing: where nothing was picked, A is what is counted on the other pages. */
export function comparedSides(kind: ComparedKind, pair: Pair, inHand: InHand): ComparedSides {
  const { choice, current, own, drafts, currentDraft } = inHand;
  const { election } = current;
  const draft = drafts[currentDraft];
  const { input: base } = countInput(choice, current, own, draft === undefined ? [] : ballotOf(draft));
  switch (kind) {
    case 'rule': {
      const options = rules
        .filter((rule) => whyUnfit(rule, election.seats) === null)
        .map(({ id, name }) => ({ id, label: name }));
      return sidesOf(options, pair, base.rule.id, election.rule, (id) => ({
        ...base,
        rule: findRule(id) ?? base.rule,
      }));
    }
    case 'voters': {
      const turnouts = [...own.map(({ turnout }) => turnout), ...sampleTurnouts(election)];
      const given = countableBallots(current) === null ? [] : [{ id: givenBallots, label: ballotsTitle(current) }];
      const options = [...turnouts.map(({ id, title }) => ({ id, label: `${title} (made up)` })), ...given];
      const chosen = base.voters.kind === 'turnout' ? base.voters.turnout.id : givenBallots;
      return sidesOf(options, pair, chosen, null, (id) => {
        const picked = id === givenBallots ? ({ kind: 'ballots' } as const) : ({ kind: 'turnout', id } as const);
        return { ...base, voters: votersFor({ ...choice, voters: { [election.id]: picked } }, current, own).voters };
      });
    }
    case 'ballot': {
      const ballots = new Map<string, readonly CandidateId[]>(
        drafts.map((one) => [one.name, ballotOf(one)] as const).filter(([, ballot]) => ballot.length > 0),
      );
      const options = [...ballots.keys()].map((name) => ({ id: name, label: name }));
      return sidesOf(options, pair, draft?.name ?? '', null, (name) => ({
        ...base,
        ranking: ballots.get(name) ?? base.ranking,
      }));
    }
    default:
      return kind satisfies never;
  }
}

/** `usual` is the one to compare with unless it is A itself: then, as where it is null, the first that is offered. */
function sidesOf(
  options: ComparedSides['options'],
  pair: Pair,
  chosen: string,
  usual: string | null,
  inputOf: (id: string) => CountInput,
): ComparedSides {
  const has = (id: string | null): id is string => options.some((option) => option.id === id);
  const sideOf = (id: string): ComparedSide => ({
    id,
    label: options.find((option) => option.id === id)?.label ?? id,
    input: inputOf(id),
  });
  const a = has(pair.a) ? pair.a : has(chosen) ? chosen : (options[0]?.id ?? chosen);
  const other = usual !== null && usual !== a && has(usual) ? usual : (options.find(({ id }) => id !== a)?.id ?? null);
  const b = has(pair.b) ? pair.b : other;
  return { options, a: sideOf(a), b: b === null ? null : sideOf(b) };
}
