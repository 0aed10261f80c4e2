import type { Demonstration, SlateSettings } from '../../src/slate/demonstration';
import { roomOf, type Room } from '../../src/slate/room';

/** A slate of six whose supporters rank all of it and stop. */
export const slate = (settings: Partial<SlateSettings> & Pick<SlateSettings, 'letter' | 'share'>): SlateSettings => ({
  name: `Slate ${settings.letter}`,
  stood: 6,
  names: [],
  howFar: { kind: 'own-slate' },
  loyalty: 1,
  orders: 0,
  unequal: 1,
  ...settings,
});

/** Nine seats and 10,000 voters; what the slates leave is the independents'. */
export function demonstration(
  slates: readonly SlateSettings[],
  settings: Partial<Omit<Demonstration, 'slates'>> = {},
): Demonstration {
  const share = Math.max(0, 1 - slates.reduce((sum, one) => sum + one.share, 0));
  const stood = share < 1e-9 ? 0 : 9;
  return {
    seats: 9,
    rule: 'ers97',
    voters: 10_000,
    seed: 'test',
    slates,
    chosen: 0,
    independents: { share: stood === 0 ? 0 : share, stood },
    ...settings,
  };
}

export function roomAt(settings: Demonstration): Room {
  const steps = roomOf(settings);
  let step = steps.next();
  while (!step.done) step = steps.next();
  if (!step.value.ok) throw new Error(step.value.error.message);
  return step.value.value;
}
