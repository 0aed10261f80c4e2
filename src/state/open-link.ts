import { builtInElections } from '../election/built-in';
import type { ChoiceStore } from './choice';
import type { ComparedStore } from './comparing';
import type { ElectionsStore } from './elections';
import { beforeLink, linkOpened } from './link-undo';
import { isLink, parseLink, plainAddress, type LinkState } from './link';
import type { NoticesStore } from './notices';
import type { RankingStore } from './ranking';

/** The draft that a link's ballot is put in. */
const linkDraftName = 'From a link';

interface Stores {
  readonly choice: ChoiceStore;
  readonly compared: ComparedStore;
  readonly elections: ElectionsStore;
  readonly notices: NoticesStore;
  readonly ranking: RankingStore;
}

/** The address bar of a browser, as far as links need it; `location` and `history` are the page's. */
interface AddressBar {
  readonly location: Pick<Location, 'hash'>;
  readonly history: Pick<History, 'state' | 'replaceState'>;
}

/**
 * Opens the link in the address bar, if there is one, and leaves the plain address of its page there, so that a reload does
 * not open it again. A notice says what it has replaced, with an undo. A link that is wrong in any part changes nothing
 * else: a notice says what is wrong. Returns whether a link was opened.
 */
export function followLink({ location, history }: AddressBar, stores: Stores): boolean {
  const { hash } = location;
  if (!isLink(hash)) return false;
  history.replaceState(history.state, '', plainAddress(hash));
  const read = parseLink(hash, builtInElections);
  stores.notices.getState().noteLink(read.ok ? null : read.error.message);
  if (read.ok) openLink(read.value, stores);
  return read.ok;
}

/** The ballot is a draft beside those there are, so that nothing is lost; undo closes it again. */
function openLink({ page, electionId, voters, ruleId, draw, ballot, compared }: LinkState, stores: Stores): void {
  const { choice, elections, notices, ranking } = stores;
  const before = beforeLink(stores);
  const act = choice.getState();
  if (voters !== null) act.pickVoters(electionId, voters);
  if (ruleId !== null) act.pickRule(electionId, ruleId);
  if (draw !== null && page === 'count/runs') {
    act.pickSeed(draw.seed);
    act.pickQuick(draw.papers !== null);
  } else if (draw !== null) {
    act.pickRun(draw.seed, draw.papers);
  }
  if (compared !== undefined) {
    stores.compared.getState().pickPair(electionId, compared.kind, { a: null, b: compared.id });
  }
  elections.getState().pickBuiltIn(electionId);
  const { current } = elections.getState();
  if (current === null) return;
  notices.getState().noteLinkOpened(linkOpened(before, current.election, stores));
  if (ballot.length === 0) return;
  ranking.getState().open(current.election);
  ranking.getState().addBallot(ballot, linkDraftName);
}
