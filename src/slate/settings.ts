import type { Demonstration, SlateSettings } from './demonstration';

/** The demonstration with some settings of one slate changed; its share is set by `withShare`. */
export function withSlate(
  demonstration: Demonstration,
  slate: number,
  change: Partial<Omit<SlateSettings, 'share'>>,
): Demonstration {
  const slates = demonstration.slates.map((one, place) => (place === slate ? { ...one, ...change } : one));
  return { ...demonstration, slates };
}

/**
 * One share changed, of a slate or, by the number after the last slate's, of the independents; the others keep their
 * proportions and all come to 1 again. Where all others have nothing they share what is left alike.
 */
export function withShare(demonstration: Demonstration, which: number, share: number): Demonstration {
  const { slates, independents } = demonstration;
  const shares = [...slates.map((one) => one.share), independents.share];
  const canHave = shares.map((_, place) => place < slates.length || independents.stood > 0);
  const others = shares.reduce((sum, one, place) => (place === which ? sum : sum + one), 0);
  const takers = canHave.filter((can, place) => can && place !== which).length;
  const changed = shares.map((one, place) => {
    if (place === which) return share;
    if (others > 0) return (one / others) * (1 - share);
    return canHave[place] === true ? (1 - share) / takers : 0;
  });
  return {
    ...demonstration,
    slates: slates.map((one, place) => ({ ...one, share: changed[place] ?? 0 })),
    independents: { ...independents, share: changed.at(-1) ?? 0 },
  };
}

/** So many independents; where none stand any more their share goes to the slates. */
export function withIndependents(demonstration: Demonstration, stood: number): Demonstration {
  const without = stood === 0 ? withShare(demonstration, demonstration.slates.length, 0) : demonstration;
  return { ...without, independents: { ...without.independents, stood } };
}

/** The settings of the chosen slate for all others too, but for who it is and its share. */
export function othersAlike(demonstration: Demonstration): Demonstration {
  const chosen = demonstration.slates[demonstration.chosen];
  if (chosen === undefined) return demonstration;
  const { stood, howFar, loyalty, orders, unequal } = chosen;
  const slates = demonstration.slates.map((one) => ({ ...one, stood, howFar, loyalty, orders, unequal }));
  return { ...demonstration, slates };
}
