import type { MarksRule } from '../rule';

/** One X for each ballot, several seats. For comparison: of a ranked ballot only the first name counts. */
export const sntv: MarksRule = {
  id: 'sntv',
  name: 'One X for each ballot (SNTV)',
  description:
    'Not the single transferable vote: only the first name on a ballot counts, and those with most votes are elected.',
  source: {
    title: 'Single non-transferable vote',
    section: 'the method in general, by no particular law',
    address: null,
  },
  basis: 'definition',
  family: 'comparison',
  method: 'marks',
  marks: 'one',
  fills: 'any-seats',
  ties: [],
  skippedPreference: 'passes',
  equalPreference: 'stops',
};
