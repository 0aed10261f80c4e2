import type { Election } from '../../election/election';
import type { BallotLength, Turnout } from '../model';
import { equalSlates, halfEach } from './with-slates';

/** Meetings of the village hall: the same three blocs, more or fewer of them, ranking more or fewer names. */
export function practiceTurnouts(election: Election): Turnout[] {
  const usual = equalSlates(election, 120);
  const ranking = (length: BallotLength): Turnout['blocs'] => usual.blocs.map((bloc) => ({ ...bloc, length }));
  return [
    {
      ...usual,
      id: 'busy-meeting',
      title: 'A busy meeting',
      line: '300 made-up villagers: as many for the roof as for the kitchen, and as many for neither.',
      voters: 300,
    },
    {
      ...usual,
      id: 'quiet-meeting',
      title: 'A quiet meeting',
      line: '30 made-up villagers, so a handful of ballots can decide it.',
      voters: 30,
      variation: { ...usual.variation, shares: 0.5 },
    },
    {
      ...usual,
      id: 'rank-all',
      title: 'Everyone ranks all five',
      line: '120 made-up villagers who put all five names in order, so no vote stops.',
      blocs: ranking({ kind: 'between', from: election.candidates.length, to: election.candidates.length }),
    },
    {
      ...usual,
      id: 'early-stop',
      title: 'Most stop after one name',
      line: '120 made-up villagers; three in four write a 1 and stop.',
      blocs: ranking({ kind: 'while', thenOn: 0.25 }),
    },
    ...halfEach(election, 120),
  ];
}
