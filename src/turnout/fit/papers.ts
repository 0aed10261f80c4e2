import { skippedMark, type Ballots } from '../../election/ballots';
import type { CandidateId } from '../../election/candidate';
import { mostVoters } from '../check';
import type { Election } from '../../election/election';

/**
 * Papers with a name on them, alike ones together, sorted: the same whatever the order of the rows they came in. Names of
 * paper i are `names[starts[i] .. starts[i + 1] - 1]`, first preference first, each at most once, withdrawn ones left out.
 */
export interface Papers {
  readonly starts: Uint32Array;
  readonly names: Uint16Array;
  /** How many papers are like it: a whole number, or half of one where names were ranked equal. */
  readonly weights: Float64Array;
  /** The sum of the weights. */
  readonly total: number;
  /** Papers left out because they name nobody who stands. */
  readonly empty: number;
}

/**
 * A number the voter left out is closed up. Names ranked equal stand for both ways round: half the paper as they are
 * written and half with each such group back to front, so that of any two of them each is as often first.
 */
export function readPapers(election: Pick<Election, 'candidates'>, ballots: Ballots): Papers {
  const { starts, preferences, copies, joined } = ballots;
  const mark = skippedMark(ballots);
  const stands = new Uint8Array(election.candidates.length);
  election.candidates.forEach(({ withdrawn }, id) => (stands[id] = withdrawn ? 0 : 1));
  const weightOf = new Map<string, number>();
  const add = (names: string, weight: number): void => {
    weightOf.set(names, (weightOf.get(names) ?? 0) + weight);
  };
  const seen = new Uint32Array(election.candidates.length); // the last row, from 1, that named them
  let empty = 0;
  for (let row = 0; row < copies.length; row++) {
    const groups: string[] = [];
    let names = '';
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      if (joined !== null && joined[at] === 0) groups.push('');
      const id = preferences[at] as number;
      if (id === mark || stands[id] !== 1 || seen[id] === row + 1) continue;
      seen[id] = row + 1;
      const name = String.fromCharCode(id);
      names += name;
      if (joined !== null) groups.push(name + (groups.pop() ?? ''));
    }
    const papers = copies[row] as number;
    if (names === '') empty += papers;
    else if (joined === null) add(names, papers);
    else {
      add(names, papers / 2);
      add(groups.join(''), papers / 2);
    }
  }
  return { ...packed(weightOf), empty };
}

function packed(weightOf: ReadonlyMap<string, number>): Omit<Papers, 'empty'> {
  const keys = [...weightOf.keys()].sort();
  const starts = new Uint32Array(keys.length + 1);
  keys.forEach((key, i) => (starts[i + 1] = (starts[i] as number) + key.length));
  const names = new Uint16Array(starts[keys.length] as number);
  const weights = new Float64Array(keys.length);
  let total = 0;
  let at = 0;
  keys.forEach((key, i) => {
    for (let place = 0; place < key.length; place++) names[at++] = key.charCodeAt(place);
    const weight = weightOf.get(key) ?? 0;
    weights[i] = weight;
    total += weight;
  });
  return { starts, names, weights, total };
}

/** A made-up voter for each paper, or as many as a turnout may have. */
export const votersFor = ({ total }: Papers): number => Math.min(total, mostVoters);

/** Names of paper i. */
export const namesOn = ({ starts, names }: Papers, i: number): Uint16Array => names.subarray(starts[i], starts[i + 1]);

/** About so many papers that stand for all, one of every so many in sorted order; the papers themselves where no more. */
export function thinned(papers: Papers, most: number): Papers {
  const { starts, weights, total } = papers;
  if (total <= most) return papers;
  const every = total / most;
  let before = 0;
  const kept = Array.from(weights, (weight, i) => {
    const from = Math.floor(before / every);
    before += weight;
    return { i, times: Math.floor(before / every) - from };
  }).filter(({ times }) => times > 0);
  const names = kept.flatMap(({ i }) => [...namesOn(papers, i)]);
  const ends = new Uint32Array(kept.length + 1);
  kept.forEach(({ i }, k) => (ends[k + 1] = (ends[k] as number) + (starts[i + 1] as number) - (starts[i] as number)));
  const thin = Float64Array.from(kept, ({ times }) => times * every);
  return {
    ...papers,
    starts: ends,
    names: Uint16Array.from(names),
    weights: thin,
    total: thin.reduce((a, b) => a + b),
  };
}

/** Papers by their first preference, by CandidateId. */
export function firstPreferences({ starts, names, weights }: Papers, candidateCount: number): Float64Array {
  const firsts = new Float64Array(candidateCount);
  weights.forEach((weight, i) => {
    const first = names[starts[i] as number] as CandidateId;
    firsts[first] = (firsts[first] ?? 0) + weight;
  });
  return firsts;
}
