import { performance } from 'node:perf_hooks';
import { seededRandom } from '../basics/random';
import { count } from '../count/count';
import { rules } from '../count/rules/rules';
import type { Ballots } from '../election/ballots';
import type { Bloc, Turnout } from '../turnout/model';
import { sampleBallots } from '../turnout/sample';

/*
 * Prints one line of JSON for each case: {case, medianMs, runs}. The ballots are like the NEC's: 28 candidates on three
 * slates and none, nine seats, nearly all ballots different, 12 preferences on average.
 */

const candidateCount = 28;
const seats = 9;
const slateOf = Array.from({ length: candidateCount }, (_, id) => (id < 18 ? Math.floor(id / 6) : null));
/** Within each six the first is four times as strong as the last. */
const candidateStrengths = slateOf.map((_, id) => 4 - ((id % 6) * 3) / 5);

const bloc = (slate: number | null, share: number): Bloc => ({
  name: slate === null ? 'no slate' : `slate ${slate + 1}`,
  share,
  slate,
  slateStrengths: [0, 1, 2, null].map((other) => (other === slate ? 6 : 1)),
  loyalty: slate === null ? 0 : 0.5,
  candidateStrengths,
  follows: [],
  length: { kind: 'between', from: 1, to: 23 },
});

const necLike = (voters: number): Turnout => ({
  id: 'bench',
  title: 'NEC-like',
  line: '',
  voters,
  blocs: [bloc(0, 37), bloc(1, 31), bloc(2, 9), bloc(null, 23)],
  variation: { shares: 0, strengths: 0 },
});

/** The last result is given back, so that what was measured can be used. */
function measure<T>(name: string, runs: number, work: () => T): T {
  let result = work(); // once unmeasured, for the compiler
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    result = work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const medianMs = Number((times[Math.floor(runs / 2)] ?? NaN).toFixed(2));
  console.log(JSON.stringify({ case: name, medianMs, runs }));
  return result;
}

for (const voters of [13_000, 130_000, 1_300_000]) {
  const runs = voters > 1_000_000 ? 5 : 15;
  const turnout = necLike(voters);
  const ballots: Ballots = measure(`sample ${voters} voters`, runs, () =>
    sampleBallots(turnout, candidateCount, slateOf, seededRandom('bench')),
  );
  for (const rule of rules) {
    const contest = { seats, candidateCount, withdrawn: [], ballots };
    measure(`count ${voters} ballots by ${rule.id}`, runs, () =>
      count(contest, rule, { kind: 'seeded', seed: 'bench' }),
    );
  }
}
