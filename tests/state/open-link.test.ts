import { describe, expect, it, vi } from 'vitest';
import { builtInElection } from '../../src/election/built-in';
import { createChoiceStore } from '../../src/state/choice';
import { comparedIn, createComparedStore } from '../../src/state/comparing';
import { createElectionsStore } from '../../src/state/elections';
import { linkOffer } from '../../src/state/link-offer';
import { createNoticesStore } from '../../src/state/notices';
import { followLink } from '../../src/state/open-link';
import { createOwnTurnoutsStore } from '../../src/state/own-turnouts';
import { createRankingStore, currentBallot, currentDraft } from '../../src/state/ranking';
import { sampleTurnouts } from '../../src/turnout/samples/sample-turnouts';
import { fakeEngine } from './fake-engine';
import { fakeStorage } from './fake-storage';

function open() {
  const { storage } = fakeStorage();
  const shelf = { put: () => Promise.resolve(), take: () => Promise.resolve(null) };
  const stores = {
    choice: createChoiceStore(storage),
    compared: createComparedStore(storage),
    elections: createElectionsStore(fakeEngine().engine, shelf),
    notices: createNoticesStore(),
    ranking: createRankingStore(storage),
  };
  const replaceState = vi.fn<History['replaceState']>();
  return {
    ...stores,
    storage,
    replaceState,
    follow: (hash: string) => followLink({ location: { hash }, history: { state: 7, replaceState } }, stores),
    drafts: () => stores.ranking.getState().drafts.map(({ name }) => name),
    ballot: () => currentBallot(stores.ranking.getState()),
  };
}
const current = (id: string) => {
  const found = builtInElection(id);
  if (found === null) throw new Error(`no ${id}`);
  return { ...found, file: null, warnings: [] };
};

describe('a link that is opened', () => {
  it('sets the election, voters, rule, seed and papers, and leaves the plain address', () => {
    const { follow, choice, elections, notices, replaceState } = open();
    expect(follow('#/count?e=nec-2020&t=early-stop&r=ers97&s=7%2F3&p=500')).toBe(true);
    expect(replaceState.mock.calls).toEqual([[7, '', '#/count']]);
    expect(elections.getState().current?.election.id).toBe('nec-2020');
    expect(choice.getState()).toMatchObject({
      voters: { 'nec-2020': { kind: 'turnout', id: 'early-stop' } },
      rules: { 'nec-2020': 'ers97' },
      seed: '7/3',
      papers: 500,
      quick: true,
    });
    expect(notices.getState().link).toBeNull();
  });

  it('sets what two counts are compared by', () => {
    const { follow, choice, compared } = open();
    follow('#/count/compare?e=practice&t=busy-meeting&r=ers97&s=7&c=t.rank-all');
    expect(choice.getState().rules).toEqual({ practice: 'ers97' });
    const pair = { a: null, b: 'rank-all' };
    expect(comparedIn(compared.getState(), 'practice')).toEqual({ kind: 'voters', pair });
  });

  it('sets many runs without weighting the papers of a single count', () => {
    const { follow, choice } = open();
    follow('#/count/runs?e=nec-2020&s=7');
    expect(choice.getState()).toMatchObject({ seed: '7', papers: null, quick: false });
    follow('#/count/runs?e=nec-2020&s=8&p=10000');
    expect(choice.getState()).toMatchObject({ seed: '8', papers: null, quick: true });
  });

  it('leaves what it does not carry as it was', () => {
    const { follow, choice } = open();
    choice.getState().pickRun('5/1', 100);
    choice.getState().pickRule('practice', 'ers97');
    follow('#/keep?e=practice&b=1');
    expect(choice.getState()).toMatchObject({ seed: '5/1', papers: 100, rules: { practice: 'ers97' }, voters: {} });
  });

  it('says what it has replaced, and undo brings that back', () => {
    const { follow, choice, elections, notices } = open();
    elections.getState().pickBuiltIn('practice');
    choice.getState().pickVoters('practice', { kind: 'ballots' });
    choice.getState().pickRule('practice', 'ers97');
    choice.getState().pickRun('5/1', 100);
    choice.getState().pickQuick(false);
    const before = choice.getState();
    const there = elections.getState().current;
    follow('#/count?e=nec-2020&t=early-stop&r=meek-prf&s=7');
    const opened = notices.getState().linkOpened;
    expect(opened?.replaced).toEqual(['election', 'voters', 'rule', 'seed']);
    opened?.undo();
    expect(elections.getState().current).toBe(there);
    const { electionId, voters, rules, seed, papers, quick } = choice.getState();
    expect({ electionId, voters, rules, seed, papers, quick }).toEqual({
      electionId: before.electionId,
      voters: { practice: { kind: 'ballots' } },
      rules: { practice: 'ers97' },
      seed: '5/1',
      papers: 100,
      quick: false,
    });
  });

  it('says only what is another now, and nothing on a first visit', () => {
    const { follow, choice, elections, notices } = open();
    follow('#/count?e=nec-2020&t=early-stop&r=ers97&s=7');
    expect(notices.getState().linkOpened).toBeNull();
    choice.getState().pickElection('nec-2020');
    follow('#/count?e=nec-2020&t=early-stop&r=ers97&s=8');
    expect(notices.getState().linkOpened?.replaced).toEqual(['seed']);
    follow('#/count?e=nec-2020&t=early-stop&r=ers97&s=8');
    expect(notices.getState().linkOpened).toBeNull();
    follow('#/count?e=practice');
    expect(notices.getState().linkOpened?.replaced).toEqual(['election']);
    elections.getState().goBackTo(current('nec-2020'));
    follow('#/count?e=nec-2020&t=calibrated&r=ers97&s=8');
    expect(notices.getState().linkOpened?.replaced).toEqual(['voters']);
  });

  it('undone before anything was open, opens what the last visit left', () => {
    const { follow, choice, elections, notices } = open();
    choice.getState().pickElection('practice'); // as kept on the device
    follow('#/count?e=nec-2020&s=7');
    expect(notices.getState().linkOpened?.replaced).toEqual(['election', 'seed']);
    notices.getState().linkOpened?.undo();
    expect(elections.getState().current?.election.id).toBe('practice');
    expect(choice.getState()).toMatchObject({ electionId: 'practice', seed: '2020' });
  });

  it('puts its ballot in a draft of its own, which undo takes away again', () => {
    const { follow, ranking, drafts, ballot } = open();
    ranking.getState().open(current('practice').election);
    ranking.getState().rank(4);
    follow('#/keep?e=practice&b=2.1');
    expect(drafts()).toEqual(['Draft 1', 'From a link']);
    expect(ballot()).toEqual([1, 0]);
    expect(ranking.getState().drafts[0]?.ranking).toEqual([4]);
    ranking.temporal.getState().undo();
    expect(drafts()).toEqual(['Draft 1']);
    expect(ballot()).toEqual([4]);
  });

  it('makes one draft of a link opened twice, and another of one that was changed since', () => {
    const { follow, ranking, drafts, ballot } = open();
    follow('#/keep?e=practice&b=2.1');
    ranking.getState().openDraft(0);
    follow('#/count?e=practice&b=2.1');
    expect(drafts()).toEqual(['Draft 1', 'From a link']);
    expect(currentDraft(ranking.getState()).name).toBe('From a link');
    ranking.getState().rank(3);
    follow('#/keep?e=practice&b=2.1');
    expect(drafts()).toEqual(['Draft 1', 'From a link', 'From a link 2']);
    expect(ballot()).toEqual([1, 0]);
    expect(ranking.getState().drafts[1]?.ranking).toEqual([1, 0, 3]);
  });

  it('changes nothing where a part is wrong, says which, and takes it back at the next that is sound', () => {
    const { follow, choice, elections, notices, drafts, replaceState } = open();
    const before = choice.getState();
    expect(follow('#/count?e=practice&s=9&r=borda&b=1')).toBe(false);
    expect(notices.getState().link).toBe('The rule (r) “borda” is not one that Ballotflow knows.');
    expect(replaceState.mock.calls).toEqual([[7, '', '#/count']]);
    expect(choice.getState()).toBe(before);
    expect(elections.getState().current).toBeNull();
    expect(drafts()).toEqual(['Draft 1']);
    expect(follow('#/count')).toBe(false);
    expect(notices.getState().link).not.toBeNull();
    follow('#/count?e=practice');
    expect(notices.getState().link).toBeNull();
  });
});

describe('what a link can carry', () => {
  it('is the count on the page, from the seed of the run or of all runs', () => {
    const { choice } = open();
    choice.getState().pickRun('7/3', 500);
    const offered = (page: 'count' | 'count/runs') => linkOffer(page, choice.getState(), current('practice'), []).link;
    expect(offered('count')?.draw).toEqual({ seed: '7/3', papers: 500 });
    expect(offered('count/runs')?.draw).toEqual({ seed: '7', papers: 10_000 });
    choice.getState().pickQuick(false);
    expect(offered('count/runs')?.draw).toEqual({ seed: '7', papers: null });
    expect(offered('count')?.voters).toEqual({ kind: 'turnout', id: 'busy-meeting' });
    choice.getState().pickVoters('practice', { kind: 'ballots' });
    expect(offered('count')?.voters).toEqual({ kind: 'ballots' });
  });

  it('is no turnout of one’s own: only the ballot and the rule go without it', () => {
    const { choice, storage } = open();
    const turnouts = createOwnTurnoutsStore(storage);
    const here = current('practice');
    turnouts.getState().open(here.election);
    const [sample] = sampleTurnouts(here.election);
    if (sample === undefined) throw new Error('no sample turnout');
    const id = turnouts.getState().add(sample, 'Mine');
    choice.getState().pickVoters('practice', { kind: 'turnout', id });
    const { own } = turnouts.getState();
    const left = 'A link cannot carry a turnout of your own. To send “Mine”, save it as a file in step 3, Turnout.';
    expect(linkOffer('count', choice.getState(), here, own)).toEqual({ link: null, left });
    const kept = linkOffer('keep', choice.getState(), here, own);
    expect(kept).toMatchObject({ left, link: { voters: null, draw: null, ruleId: here.election.rule } });
  });

  it('is no seed with half a character', () => {
    const { choice } = open();
    choice.getState().pickSeed('\ud83d');
    expect(linkOffer('count', choice.getState(), current('practice'), [])).toEqual({
      link: null,
      left: 'A link cannot carry this seed. Pick another one in step 3, Turnout.',
    });
  });
});
