import type { Election } from '../../election/election';
import type { TurnoutProblem } from '../../turnout/check';
import type { Spread, Stop } from '../../turnout/model';
import type { OrderChoice } from '../../turnout/printed-orders';

/** Four digits that count or three below 1, all of a whole number, and no noughts after them: "129549", "0.303". */
export const shortNumber = (n: number): string =>
  String(Number.isInteger(n) || n >= 1000 ? Math.round(10 * n) / 10 : Number(n.toPrecision(n < 1 ? 3 : 4)));

/** Why a change was not taken. */
export const refusalWords = (problems: readonly TurnoutProblem[]): string =>
  `Not taken: ${problems[0]?.message ?? 'it cannot be used'}.`;

export const stopNames: Readonly<Record<Stop['kind'], string>> = {
  at: 'Stop at a number of names',
  between: 'Stop anywhere between two numbers',
  'own-slate': 'Rank their own slate or printed order, then perhaps go on',
  while: 'Rank one name, then perhaps go on',
  all: 'Rank everyone',
};

export const stopKinds = Object.keys(stopNames) as Stop['kind'][];

/** To begin with, once picked. */
export const firstStop: { readonly [Kind in Stop['kind']]: Extract<Stop, { kind: Kind }> } = {
  at: { kind: 'at', names: 3 },
  between: { kind: 'between', from: 1, to: 3 },
  'own-slate': { kind: 'own-slate', thenOn: 0.5 },
  while: { kind: 'while', thenOn: 0.5 },
  all: { kind: 'all' },
};

export function choiceName(choice: OrderChoice, election: Election): string {
  switch (choice.kind) {
    case 'none':
      return 'None';
    case 'published': {
      const slate = choice.order.slate === null ? undefined : election.slates[choice.order.slate];
      return slate === undefined ? choice.order.title : `${choice.order.title} (${slate.letter})`;
    }
    case 'paper':
      return 'Their slate’s names, in ballot-paper order';
    case 'rotated':
      return 'Their slate’s names, each in turn first (rotated)';
    case 'as-set':
      return 'As it came';
    default:
      return choice satisfies never;
  }
}

export const spreadNames: Readonly<Record<Spread['kind'], string>> = {
  fixed: 'Always the same',
  ratio: 'Bounded ratio',
  'log-normal': 'Log-normal',
  gamma: 'Gamma',
};

export const spreadKinds = Object.keys(spreadNames) as Spread['kind'][];

/** What a spread does, in factors: "from 0.33 to 3 times". */
export function spreadWords(spread: Spread): string {
  switch (spread.kind) {
    case 'fixed':
      return 'The same in every run.';
    case 'ratio':
      return `From ${short(1 / (1 + spread.spread))} to ${short(1 + spread.spread)} times in every run.`;
    case 'log-normal':
      return `From ${short(Math.exp(-spread.sigma))} to ${short(Math.exp(spread.sigma))} times in about 2 of 3 runs.`;
    case 'gamma':
      return `1 time on average, with a standard deviation of ${short(1 / Math.sqrt(spread.shape))}.`;
    default:
      return spread satisfies never;
  }
}

const short = (n: number): string => String(Number(n.toPrecision(2)));
