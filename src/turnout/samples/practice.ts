import type { Election } from '../../election/election';
import { stopping } from '../length';
import type { BallotLength, Bloc, Turnout } from '../model';
import { equalSlates, halfEach } from './with-slates';

/** As made up as the hall itself. */
const members = 400;
const usual = { members, turnout: 0.3 };

/** Meetings of the village hall: the same three blocs, more or fewer of them, ranking more or fewer names. */
export function practiceTurnouts(election: Election): Turnout[] {
  const even = equalSlates(election, usual);
  const ranking = (length: BallotLength): Bloc[] => even.blocs.map((bloc) => ({ ...bloc, length }));
  return [
    {
      ...even,
      id: 'busy-meeting',
      title: 'A busy meeting',
      line: '300 made-up villagers: as many for the roof as for the kitchen, and as many for neither.',
      blocs: equalSlates(election, { members, turnout: 0.75 }).blocs,
    },
    {
      ...even,
      id: 'quiet-meeting',
      title: 'A quiet meeting',
      line: '30 made-up villagers, so a handful of ballots can decide it.',
      blocs: equalSlates(election, { members, turnout: 0.075 }).blocs,
      variation: { ...even.variation, members: { kind: 'ratio', spread: 0.5 } },
    },
    {
      ...even,
      id: 'rank-all',
      title: 'Everyone ranks all five',
      line: '120 made-up villagers who put all five names in order, so no vote stops.',
      blocs: ranking(stopping({ kind: 'all' })),
    },
    {
      ...even,
      id: 'early-stop',
      title: 'Most stop after one name',
      line: '120 made-up villagers; three in four write a 1 and stop.',
      blocs: ranking(stopping({ kind: 'while', thenOn: 0.25 })),
    },
    ...halfEach(election, usual),
  ];
}
