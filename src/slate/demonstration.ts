import { fail, ok, type Result } from '../basics/result';
import type { MarksRule, Rule } from '../count/rule';
import { whyUnfit } from '../count/contest';
import { findRule } from '../count/rules/rules';
import { goesFurther, type HowFar } from './how-far';

/** A rule by which one vote is transferred; what only counts Xs stands beside it for comparison. */
export type StvRule = Exclude<Rule, MarksRule>;

/** One slate and the made-up voters who support it. */
export interface SlateSettings {
  readonly name: string;
  /** One or two letters that stand for it wherever its colour does. */
  readonly letter: string;
  /**
   * The part of all voters, 0 to 1, who put one of its candidates first: its share of first preferences, and its
   * supporters. With the other slates' and the independents' it comes to 1.
   */
  readonly share: number;
  /** Candidates it stands. */
  readonly stood: number;
  /** Names of its candidates, the strongest first; where it stands more than there are names, the others are made up. */
  readonly names: readonly string[];
  /** Where its supporters stop ranking. */
  readonly howFar: HowFar;
  /**
   * The part of its supporters, 0 to 1, who put all of its candidates before any other. The rest put one of them first
   * and then mix: each next name is one of the slate's as likely as not.
   */
  readonly loyalty: number;
  /**
   * Printed orders the loyal copy, by equal parts: 0 for none, when each puts the slate's names in an order of their own;
   * 1 for one order for all; n for n orders, each beginning further down the list.
   */
  readonly orders: number;
  /** How many times as likely the first of its names is to be put first as the last; 1 for all alike. */
  readonly unequal: number;
}

/** Candidates on no slate, and the made-up voters who put one of them first. */
export interface Independents {
  readonly share: number;
  readonly stood: number;
}

/** Everything that the slate room shows follows from this. All voters in it are made up. */
export interface Demonstration {
  readonly seats: number;
  /** The id of a rule of the single transferable vote. */
  readonly rule: string;
  readonly voters: number;
  readonly seed: string;
  readonly slates: readonly SlateSettings[];
  /** The slate looked at, by its place in `slates`. */
  readonly chosen: number;
  readonly independents: Independents;
}

/** Least and greatest of what can be set. */
export const limits = {
  seats: [1, 20],
  voters: [100, 100_000],
  slates: [2, 5],
  stood: [1, 12],
  independents: [0, 20],
  share: [0, 1],
  loyalty: [0, 1],
  unequal: [1, 100],
  names: [1, 80],
  thenOn: [0, 1],
} as const;

/** What is wrong and where: "slates[1].loyalty", and words for whoever set it. */
export interface DemonstrationProblem {
  readonly path: string;
  readonly message: string;
}

/** The rule counted by; null for an id of none, or of one that is not the single transferable vote. */
export function stvRule(id: string): StvRule | null {
  const rule = findRule(id);
  return rule === null || rule.method === 'marks' ? null : rule;
}

/** Parts typed as 0.1 + 0.2 + 0.7 may come to a hair more or less than 1. */
const hair = 1e-6;

/** Checks what everything else here relies on; the only way one read from outside may be used. */
export function checkDemonstration(
  demonstration: Demonstration,
): Result<Demonstration, readonly DemonstrationProblem[]> {
  const { seats, rule, voters, seed, slates, chosen, independents } = demonstration;
  const problems: DemonstrationProblem[] = [
    ...within('seats', seats, limits.seats, 'whole'),
    ...within('voters', voters, limits.voters, 'whole'),
    ...within('slates', slates.length, limits.slates, 'whole'),
    ...slates.flatMap((slate, index) => slateProblems(slate, `slates[${index}]`)),
    ...within('independents.share', independents.share, limits.share),
    ...within('independents.stood', independents.stood, limits.independents, 'whole'),
  ];
  const unless = (right: boolean, path: string, message: string): void => {
    if (!right) problems.push({ path, message });
  };
  unless(seed.trim() !== '', 'seed', 'must not be empty');
  unless(slates[chosen] !== undefined, 'chosen', `there is no slate number ${chosen}`);
  const known = stvRule(rule);
  unless(known !== null, 'rule', `"${rule}" is no rule of the single transferable vote known here`);
  const unfit = known === null ? null : whyUnfit(known, seats);
  unless(unfit === null, 'rule', unfit ?? '');
  if (problems.length > 0) return fail(problems);
  const together = slates.reduce((sum, { share }) => sum + share, independents.share);
  unless(
    Math.abs(together - 1) <= hair,
    'slates',
    `the shares must come to 1 with the independents', not ${Number(together.toFixed(6))}`,
  );
  unless(
    independents.stood > 0 || independents.share === 0,
    'independents.share',
    'must be 0 where no independents stand',
  );
  return problems.length > 0 ? fail(problems) : ok(demonstration);
}

function slateProblems(slate: SlateSettings, path: string): DemonstrationProblem[] {
  const { name, letter, share, stood, names, loyalty, orders, unequal, howFar } = slate;
  const empty = (text: string, field: string): DemonstrationProblem[] =>
    text.trim() === '' ? [{ path: `${path}.${field}`, message: 'must not be empty' }] : [];
  return [
    ...empty(name, 'name'),
    ...empty(letter, 'letter'),
    ...names.flatMap((one, index) => empty(one, `names[${index}]`)),
    ...within(`${path}.share`, share, limits.share),
    ...within(`${path}.stood`, stood, limits.stood, 'whole'),
    ...within(`${path}.loyalty`, loyalty, limits.loyalty),
    ...within(`${path}.orders`, orders, [0, limits.stood[1]], 'whole'),
    ...within(`${path}.unequal`, unequal, limits.unequal),
    ...(howFar.kind === 'at' ? within(`${path}.howFar.names`, howFar.names, limits.names, 'whole') : []),
    ...(goesFurther(howFar) ? within(`${path}.howFar.thenOn`, howFar.thenOn, limits.thenOn) : []),
  ];
}

function within(
  path: string,
  value: number,
  [least, most]: readonly [number, number],
  kind: 'whole' | 'any' = 'any',
): DemonstrationProblem[] {
  const fits = value >= least && value <= most && (kind === 'any' || Number.isInteger(value));
  if (fits) return [];
  return [
    { path, message: `must be a ${kind === 'whole' ? 'whole ' : ''}number from ${least} to ${most}, not ${value}` },
  ];
}
