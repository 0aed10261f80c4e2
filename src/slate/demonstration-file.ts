import { fail, type Result } from '../basics/result';
import { just, list, number, oneOf, record, text } from '../turnout/file-shape';
import {
  checkDemonstration,
  type Demonstration,
  type DemonstrationProblem,
  type Independents,
  type SlateSettings,
} from './demonstration';
import type { HowFar } from './how-far';

/** A demonstration as a file. */
interface DemonstrationFile extends Demonstration {
  readonly format: 'ballotflow-slates';
  readonly version: 1;
}

const howFar = oneOf<HowFar>({
  at: record({ kind: just('at'), names: number }),
  'own-slate': record({ kind: just('own-slate') }),
  beyond: record({ kind: just('beyond'), thenOn: number }),
});

const file = record<DemonstrationFile>({
  format: just('ballotflow-slates'),
  version: just(1),
  seats: number,
  rule: text,
  voters: number,
  seed: text,
  slates: list(
    record<SlateSettings>({
      name: text,
      letter: text,
      share: number,
      stood: number,
      names: list(text),
      howFar,
      loyalty: number,
      orders: number,
      unequal: number,
    }),
  ),
  chosen: number,
  independents: record<Independents>({ share: number, stood: number }),
});

/** Reads the text of a file. All that is wrong is told, each with the path of its field: "slates[1].loyalty". */
export function parseDemonstration(json: string): Result<Demonstration, readonly DemonstrationProblem[]> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return fail([{ path: '', message: 'is not JSON: a bracket, a comma or a quotation mark may be missing' }]);
  }
  return demonstrationIn(value);
}

/** What JSON holds, read as a file's text is. */
export function demonstrationIn(value: unknown): Result<Demonstration, readonly DemonstrationProblem[]> {
  if (!isOurs(value)) return fail([{ path: '', message: 'is not a demonstration of the slate room' }]);
  const problems: DemonstrationProblem[] = [];
  const { seats, rule, voters, seed, slates, chosen, independents } = file(value, '', problems);
  if (problems.length > 0) return fail(problems);
  return checkDemonstration({ seats, rule, voters, seed, slates, chosen, independents });
}

/** Of another file every field would be said to be missing. */
const isOurs = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === 'ballotflow-slates';

/** What a file holds, before it is written as JSON. */
export const fileOf = (demonstration: Demonstration): object =>
  ({ format: 'ballotflow-slates', version: 1, ...demonstration }) satisfies DemonstrationFile;

export const formatDemonstration = (demonstration: Demonstration): string =>
  `${JSON.stringify(fileOf(demonstration), null, 2)}\n`;
