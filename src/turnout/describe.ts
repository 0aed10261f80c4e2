import type { SlateId } from '../election/candidate';
import type { Election, PublishedOrder } from '../election/election';
import { meanLength } from './length';
import type { Following, Turnout } from './model';
import { paperKinds, paperOf } from './papers';

/** An order part of a bloc copies: `published` where the election lists it, else null. Percent is of the bloc. */
interface FollowedOrder {
  readonly published: PublishedOrder | null;
  readonly order: Following['order'];
  readonly percent: number;
}

/** The numbers a turnout's card shows for one bloc, before any variation. */
export interface BlocDescription {
  readonly name: string;
  readonly slate: SlateId | null;
  readonly members: number;
  readonly voters: number;
  /** Of all voters. */
  readonly sharePercent: number;
  /** Mean number of names ranked; 0 for a bloc of no voters. */
  readonly averageNames: number;
  /** Of the bloc: those who copy a printed order of two names or more (one name is a first preference), and those who put all of their own slate before any other. */
  readonly followingPercent: number;
  readonly loyalPercent: number;
  readonly orders: readonly FollowedOrder[];
}

/** One description per bloc, in order; those of no voters included. */
export function describeTurnout(turnout: Turnout, election: Election): readonly BlocDescription[] {
  const kinds = paperKinds(turnout, paperOf(election), null);
  const all = turnout.blocs.reduce((sum, { members, turnout: part }) => sum + members * part, 0);
  return turnout.blocs.map((bloc, index) => {
    const own = kinds.filter((kind) => kind.bloc === index);
    const voters = own.reduce((sum, kind) => sum + kind.voters, 0);
    const names = own.reduce((sum, kind) => sum + kind.voters * meanLength(kind.lengths), 0);
    const following = bloc.follows.reduce((sum, { part }) => sum + part, 0);
    const copying = bloc.follows.reduce((sum, { order, part }) => sum + (order.length > 1 ? part : 0), 0);
    return {
      name: bloc.name,
      slate: bloc.slate,
      members: bloc.members,
      voters,
      sharePercent: (100 * bloc.members * bloc.turnout) / all,
      averageNames: voters === 0 ? 0 : names / voters,
      followingPercent: 100 * copying,
      loyalPercent: bloc.slate === null ? 0 : 100 * Math.max(0, 1 - following) * bloc.loyalty,
      orders: bloc.follows.map(({ order, part }) => ({
        published: election.orders.find((published) => isSame(published.order, order)) ?? null,
        order,
        percent: 100 * part,
      })),
    };
  });
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((candidate, place) => candidate === b[place]);
}
