import type { CandidateId } from './candidate';

/**
 * What became of a candidate from one order to another. `shifted`: has another number only because others came, went or
 * moved. Numbers count from 1.
 */
export type OrderChange =
  | { readonly kind: 'same'; readonly candidate: CandidateId; readonly before: number; readonly after: number }
  | {
      readonly kind: 'up' | 'down' | 'shifted';
      readonly candidate: CandidateId;
      readonly before: number;
      readonly after: number;
    }
  | { readonly kind: 'added'; readonly candidate: CandidateId; readonly before: null; readonly after: number }
  | { readonly kind: 'left-out'; readonly candidate: CandidateId; readonly before: number; readonly after: null };

/**
 * Everyone in either order: those in `after` in its order, then those left out in the order of `before`. As few as can be
 * are said to have moved; the others keep their order among themselves.
 */
export function compareOrders(before: readonly CandidateId[], after: readonly CandidateId[]): OrderChange[] {
  const placeBefore = new Map(before.map((candidate, place) => [candidate, place]));
  const inBoth = after.flatMap((candidate, place) => {
    const was = placeBefore.get(candidate);
    return was === undefined ? [] : [{ candidate, was, place }];
  });
  const steady = new Set(longestInOrder(inBoth).map(({ candidate }) => candidate));

  const present = after.map((candidate, place): OrderChange => {
    const was = placeBefore.get(candidate);
    if (was === undefined) return { kind: 'added', candidate, before: null, after: place + 1 };
    const kind = was === place ? 'same' : steady.has(candidate) ? 'shifted' : place < was ? 'up' : 'down';
    return { kind, candidate, before: was + 1, after: place + 1 };
  });
  const gone = before.flatMap((candidate, place): OrderChange[] =>
    after.includes(candidate) ? [] : [{ kind: 'left-out', candidate, before: place + 1, after: null }],
  );
  return [...present, ...gone];
}

/** Where someone was and is, from 0. */
interface Step {
  readonly candidate: CandidateId;
  readonly was: number;
  readonly place: number;
}

/**
 * As many as can be of those given, by `place`, who are also in order by `was`; of several such choices the one whose
 * places changed least, so that who has moved further is who has moved, and of two who changed places the one who went up.
 */
function longestInOrder(steps: readonly Step[]): Step[] {
  const runs: { readonly length: number; readonly shift: number; readonly steps: readonly Step[] }[] = [
    { length: 0, shift: 0, steps: [] },
  ];
  const better = (a: (typeof runs)[number], b: (typeof runs)[number]): boolean =>
    a.length > b.length || (a.length === b.length && a.shift <= b.shift);
  for (const step of steps) {
    const fits = runs.filter((run) => (run.steps.at(-1)?.was ?? -1) < step.was);
    const best = fits.reduce((a, b) => (better(b, a) ? b : a));
    const shift = best.shift + Math.abs(step.was - step.place);
    runs.push({ length: best.length + 1, shift, steps: [...best.steps, step] });
  }
  return [...runs.reduce((a, b) => (better(b, a) ? b : a)).steps];
}
