import type { MarksRule } from '../rule';

/**
 * As many Xs as seats, as in the elections of parish councillors in England and Wales: those "to whom more votes have
 * been given" than to the others, "up to the number of councillors to be elected" (rule 15). For comparison: a ranked
 * ballot gives an X to each of its first names, whatever their order. Candidates level for the last place: by lot, as the
 * Electoral Commission's guidance for local elections says.
 */
export const blockVote: MarksRule = {
  id: 'block-vote',
  name: 'As many Xs as seats (block vote)',
  description:
    'Not the single transferable vote: the first names on a ballot get an X each, as many as there are seats, and those with most Xs are elected.',
  source: {
    title: 'Local Elections (Parishes and Communities) (England and Wales) Rules 2006 (SI 2006/3305)',
    section: 'schedule 2, rule 15',
    address: 'https://www.legislation.gov.uk/uksi/2006/3305',
  },
  basis: 'text',
  family: 'comparison',
  method: 'marks',
  marks: 'one-for-each-seat',
  fills: 'any-seats',
  ties: [],
  skippedPreference: 'passes',
  equalPreference: 'stops',
};
