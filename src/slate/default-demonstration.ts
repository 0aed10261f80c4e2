import { whyUnfit } from '../count/contest';
import { nec2020 } from '../election/built-in-nec-2020';
import { standing, type Election } from '../election/election';
import { limits, stvRule, type Demonstration, type SlateSettings } from './demonstration';

/** What is not known of a slate is the same for every slate, and made up. */
const alike = {
  howFar: { kind: 'beyond', thenOn: 0.8 },
  loyalty: 0.9,
  orders: 0,
  unequal: 4,
} as const satisfies Partial<SlateSettings>;

/** First preferences published or, where only a sum was, shared out by us; by slate of the NEC election of 2020. */
const necShares = [0.375, 0.314, 0.085, 0.039, 0.037] as const;
/** Printed orders: six regional ones, one, or none that we found. */
const necOrders = [6, 0, 0, 0, 1] as const;
/** Published: its strongest had about 16 times the first preferences of its weakest. */
const necUnequal: Readonly<Record<number, number>> = { 1: 16 };

/** A demonstration to begin with, from what is known of an election: who stands, on which slates, for how many seats. */
export function defaultDemonstration(election: Election): Demonstration {
  const rule = stvRule(election.rule) !== null && fits(election) ? election.rule : 'scottish-2007';
  const shared = { seats: clamp(election.seats, limits.seats), rule, voters: 10_000, seed: '2020', chosen: 0 };
  const slates = slatesOf(election);
  if (slates.length < limits.slates[0]) return { ...shared, ...invented() };
  const alone = standing(election).length - slates.reduce((sum, { names }) => sum + names.length, 0);
  const stood = clamp(alone, limits.independents);
  const isNec = election.id === nec2020.id;
  const share = isNec ? 1 - necShares.reduce((sum, one) => sum + one, 0) : stood === 0 ? 0 : 0.2;
  return {
    ...shared,
    slates: slates.map((slate, place): SlateSettings => ({
      ...slate,
      ...alike,
      share: isNec ? (necShares[place] ?? 0) : (1 - share) / slates.length,
      stood: slate.names.length,
      ...(isNec ? { orders: necOrders[place] ?? 0, unequal: necUnequal[place] ?? alike.unequal } : {}),
    })),
    independents: { share, stood },
  };
}

const fits = ({ rule, seats }: Election): boolean => {
  const known = stvRule(rule);
  return known !== null && whyUnfit(known, clamp(seats, limits.seats)) === null;
};

const clamp = (value: number, [least, most]: readonly [number, number]): number =>
  Math.min(most, Math.max(least, value));

/** The slates with most names, five at most and twelve names of each, in the election's order. */
function slatesOf({ slates, candidates }: Election): Pick<SlateSettings, 'name' | 'letter' | 'names'>[] {
  const all = slates.map(({ name, letter }, slate) => ({
    name,
    letter,
    names: candidates
      .flatMap((one) => (one.slate === slate && !one.withdrawn ? [one.name] : []))
      .slice(0, limits.stood[1]),
  }));
  const largest = [...all].sort((a, b) => b.names.length - a.names.length).slice(0, limits.slates[1]);
  return all.filter((slate) => slate.names.length > 0 && largest.includes(slate));
}

/** Two slates nobody has heard of, for an election that has none. */
function invented(): Pick<Demonstration, 'slates' | 'independents'> {
  const slate = (letter: string, share: number): SlateSettings => ({
    ...alike,
    name: `Slate ${letter}`,
    letter,
    names: [],
    share,
    stood: 6,
  });
  return { slates: [slate('A', 0.4), slate('B', 0.4)], independents: { share: 0.2, stood: 6 } };
}
