import { performance } from 'node:perf_hooks';
import { seededRandom } from '../basics/random';
import { count } from '../count/count';
import { ruleIds } from '../count/rule';
import { rules } from '../count/rules/rules';
import { preferencesArray, type Ballots } from '../election/ballots';

/** Prints one line of JSON for each case: {case, medianMs, runs}. */

const candidateCount = 28;
const seats = 9;
const meanLength = 12;

/** Ballots like the NEC's: 28 candidates of uneven strength, 12 preferences on average, nearly all different. */
function necLikeBallots(rows: number): Ballots {
  const random = seededRandom('bench/nec-like');
  const starts = new Uint32Array(rows + 1);
  const copies = new Uint32Array(rows).fill(1);
  const all = preferencesArray(rows * candidateCount, candidateCount);
  const pool = new Uint8Array(candidateCount);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let id = 0; id < candidateCount; id++) pool[id] = id;
    const length = 1 + random.below(2 * meanLength - 1);
    for (let place = 0; place < length; place++) {
      // The smaller of two draws: earlier names are stronger, so that some have surpluses and some are excluded.
      const left = candidateCount - place;
      const pick = place + Math.min(random.below(left), random.below(left));
      const chosen = pool[pick] as number;
      pool.copyWithin(place + 1, place, pick);
      pool[place] = chosen;
      all[at++] = chosen;
    }
    starts[row + 1] = at;
  }
  return { starts, preferences: all.slice(0, at), copies };
}

function measure(name: string, runs: number, work: () => void): void {
  work(); // once unmeasured, for the compiler
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const medianMs = Number((times[Math.floor(runs / 2)] ?? NaN).toFixed(2));
  console.log(JSON.stringify({ case: name, medianMs, runs }));
}

for (const rows of [13_000, 130_000, 1_300_000]) {
  const ballots = necLikeBallots(rows);
  const runs = rows > 1_000_000 ? 5 : 15;
  for (const id of ruleIds) {
    measure(`count ${rows} ballots, ${id}`, runs, () => {
      count({ seats, candidateCount, withdrawn: [], ballots }, rules[id], { kind: 'seeded', seed: 'bench' });
    });
  }
}
