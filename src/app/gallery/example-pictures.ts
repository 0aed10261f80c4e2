import type { CandidateId } from '../../election/candidate';
import { layoutJourney } from '../../picture/journey-picture';
import type { Scene } from '../../picture/scene';
import { layoutSeats } from '../../picture/seats-picture';
import { layoutStage } from '../../picture/stage-picture';
import type { ExampleCount } from './example-counts';

/** The own vote's pence, or Xs, with each candidate at the example's stage. */
export const mineAt = ({ journey, stage }: ExampleCount): ReadonlyMap<CandidateId, number> =>
  journey.steps.findLast((step) => step.stage <= stage + 1)?.after.candidates ?? new Map<CandidateId, number>();

/** The pictures of an example that can be saved, each by a name. */
export function picturesOf(example: ExampleCount): readonly { readonly name: string; readonly scene: Scene }[] {
  const { id, count, election, ends, journey, stage, head } = example;
  const names = election.candidates.map(({ name }) => name);
  const drawn = Math.min(stage, count.stages.length - 1);
  return [
    { name: `${id}-journey`, scene: layoutJourney(journey, names, count.stages.length, head) },
    { name: `${id}-stage`, scene: layoutStage(count, drawn, election, mineAt(example), head) },
    { name: `${id}-seats`, scene: layoutSeats(count, election, ends, head) },
  ];
}
