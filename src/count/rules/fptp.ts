import type { MarksRule } from '../rule';

/**
 * One X for each ballot and one seat, as where one parish councillor is elected (rule 15); level candidates by lot, as
 * the Electoral Commission's guidance for local elections says. For comparison; for more seats there is `sntv`.
 */
export const fptp: MarksRule = {
  id: 'fptp',
  name: 'First past the post',
  description:
    'Not the single transferable vote, and for one seat only: the first name on a ballot counts, and whoever has most votes is elected.',
  source: {
    title: 'Local Elections (Parishes and Communities) (England and Wales) Rules 2006 (SI 2006/3305)',
    section: 'schedule 2, rule 15',
    address: 'https://www.legislation.gov.uk/uksi/2006/3305',
  },
  basis: 'text',
  family: 'comparison',
  method: 'marks',
  marks: 'one',
  fills: 'one-seat',
  ties: [],
  skippedPreference: 'passes',
  equalPreference: 'stops',
};
