import type { TransferRule } from '../rule';
import { senateAu } from './senate-au';

/**
 * Commonwealth Electoral Act 1918, section 273, where the votes are counted by hand: with bulk exclusion, (13A) to (13C).
 * Since 2021 section 273A (5) and (9) leave these subsections out of a count by computer, as all have been; until then they
 * held for it too, but were not used in 2016 and 2019.
 *
 * Their text and the definitions of (29) were read as ConcreteSTV quotes them. "May be excluded" is taken as a duty, as the
 * Electoral Commissioner took it in 2021; counts printed with it were not found.
 */
export const senateAuHand: TransferRule = {
  ...senateAu,
  id: 'senate-au-hand',
  name: 'Australian Senate, counted by hand',
  description:
    'As the Senate is counted by computer, but many of the lowest go out at once while their votes together can bring nobody to the number needed.',
  source: { ...senateAu.source, section: 'section 273 (8) to (32), with (13A) to (13C)' },
  exclusion: 'bulk-by-shortfall',
};
