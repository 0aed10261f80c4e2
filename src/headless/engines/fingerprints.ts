import { count } from '../../count/count';
import { ers97 } from '../../count/rules/ers97';
import { builtInElections } from '../../election/built-in';
import type { Ballots } from '../../election/ballots';
import type { Turnout, Variation } from '../../turnout/model';
import { paperOf } from '../../turnout/papers';
import { sampleBallots } from '../../turnout/sample';
import { sampleTurnouts } from '../../turnout/samples/sample-turnouts';

const seeds = ['1', '2020/17', 'village hall'];

/** Every spread there is, and wide, so that exp, ln and square roots are asked for much. */
const wide: Variation = {
  members: { kind: 'gamma', shape: 0.5 },
  turnout: { kind: 'ratio', spread: 4 },
  strengths: { kind: 'log-normal', sigma: 1.5 },
};

/**
 * A short text for each of some samples and their counts: two engines that print the same make the same ballots, byte
 * for byte, and count them alike. Every sample turnout of every built-in election, as it is and varied widely.
 */
export function fingerprints(): Record<string, string> {
  const prints: Record<string, string> = {};
  for (const { election } of builtInElections) {
    const paper = paperOf(election);
    for (const turnout of sampleTurnouts(election)) {
      const varied: Turnout = { ...turnout, variation: wide };
      for (const seed of seeds) {
        for (const [name, each] of Object.entries({ 'as it is': turnout, varied })) {
          const ballots = sampleBallots(each, paper, seed, 2_000);
          const counted = count({ seats: election.seats, ...paper, ballots }, ers97, { kind: 'seeded', seed });
          const tallies = counted.stages.map((stage) => stage.tallies.join()).join(';');
          prints[`${election.id}, ${turnout.id}, ${name}, seed ${seed}`] = `${hashOf(ballots)} ${hash(tallies)}`;
        }
      }
    }
  }
  return prints;
}

const hashOf = ({ starts, preferences, copies }: Ballots): string =>
  hash(`${starts.join()};${preferences.join()};${copies.join()}`);

/** FNV-1a over UTF-16 code units. */
function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(16).padStart(8, '0');
}
