import type { CandidateId, SlateId } from '../../election/candidate';
import type { Election } from '../../election/election';
import { differenceEnd } from '../../picture/interval-layout';
import type { Mean } from '../../turnout/ensemble/chances';
import { meanOnly, meanText, percentText, within, type ArmSummary, type PairSummary } from './runs-words';

/** A number as it is, and as it is with each thing tried. */
interface WhatIfRow {
  readonly key: string;
  readonly name: string;
  readonly slate: SlateId | null;
  readonly own: string;
  readonly each: readonly { readonly id: string; readonly value: string; readonly by: Mean }[];
}

export interface WhatIfGroup {
  readonly title: string;
  /** What a difference is in; one of 1 is `scale` of them. */
  readonly unit: string;
  readonly scale: number;
  /** In `unit`: how far the line reaches that differences are drawn on. */
  readonly end: number;
  readonly rows: readonly WhatIfRow[];
}

const none: Mean = { mean: 0, error: 0 };

/** Seats of each slate, then the chance of each of these candidates. Empty groups are left out. */
export function whatIfRows(
  election: Election,
  arms: readonly ArmSummary[],
  pairs: readonly PairSummary[],
  candidates: readonly CandidateId[],
): WhatIfGroup[] {
  const [own, ...others] = arms;
  const slates = [...election.slates.keys(), null].filter((id) =>
    election.candidates.some(({ slate }) => slate === id),
  );
  const seatRows = slates.map((slate): WhatIfRow => {
    const place = slate ?? election.slates.length;
    return {
      key: `s${place}`,
      name: slate === null ? 'No slate' : (election.slates[slate]?.name ?? ''),
      slate,
      own: meanText(own?.slates[place]?.seats ?? none),
      each: pairs.map(({ id, seats }, k) => ({
        id,
        value: meanOnly(others[k]?.slates[place]?.seats ?? none),
        by: seats[place] ?? none,
      })),
    };
  });
  const chanceRows = candidates.map((candidate): WhatIfRow => {
    const chanceIn = (arm: ArmSummary | undefined): string =>
      percentText(arm?.candidates[candidate]?.elected.chance ?? 0);
    return {
      key: `c${candidate}`,
      name: election.candidates[candidate]?.name ?? '',
      slate: election.candidates[candidate]?.slate ?? null,
      own: chanceIn(own),
      each: pairs.map(({ id, elected }, k) => ({ id, value: chanceIn(others[k]), by: elected[candidate] ?? none })),
    };
  });
  return [
    groupOf('Seats on average', 'seats', 1, election.slates.length === 0 ? [] : seatRows),
    groupOf('Chance of a seat', 'points', 100, chanceRows),
  ].filter(({ rows }) => rows.length > 0);
}

function groupOf(title: string, unit: string, scale: number, rows: readonly WhatIfRow[]): WhatIfGroup {
  const differences = rows.flatMap(({ each }) => each.map(({ by }) => by));
  const scaled = differences.map((by) => ({ mean: by.mean * scale, within: within(by) * scale }));
  return { title, unit, scale, end: differenceEnd(scaled, scale / 10), rows };
}
