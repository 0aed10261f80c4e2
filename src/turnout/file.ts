import { fail, type Result } from '../basics/result';
import type { Election } from '../election/election';
import { checkTurnout, type TurnoutProblem } from './check';
import { just, list, number, oneOf, orNull, record, text, type Read } from './file-shape';
import type { Bloc, Following, Spread, Stop, Turnout } from './model';

/** A turnout as a file. The names say whom the numbers in it stand for. */
interface TurnoutFile extends Turnout {
  readonly format: 'ballotflow-turnout';
  readonly version: 1;
  readonly slates: readonly string[];
  readonly candidates: readonly string[];
}

const stop = oneOf<Stop>({
  at: record({ kind: just('at'), names: number }),
  between: record({ kind: just('between'), from: number, to: number }),
  'own-slate': record({ kind: just('own-slate'), thenOn: number }),
  while: record({ kind: just('while'), thenOn: number }),
  all: record({ kind: just('all') }),
});

const spread = oneOf<Spread>({
  fixed: record({ kind: just('fixed') }),
  ratio: record({ kind: just('ratio'), spread: number }),
  'log-normal': record({ kind: just('log-normal'), sigma: number }),
  gamma: record({ kind: just('gamma'), shape: number }),
});

const bloc: Read<Bloc> = record({
  name: text,
  members: number,
  turnout: number,
  slate: orNull(number),
  leaning: list(number),
  next: list(number),
  loyalty: number,
  candidateStrengths: list(number),
  follows: list(record<Following>({ order: list(number), part: number })),
  length: list(record<Bloc['length'][number]>({ part: number, stop })),
});

const turnoutFile = record<TurnoutFile>({
  format: just('ballotflow-turnout'),
  version: just(1),
  id: text,
  title: text,
  line: text,
  slates: list(text),
  candidates: list(text),
  blocs: list(bloc),
  variation: record({ members: spread, turnout: spread, strengths: spread }),
});

/** Reads a turnout for this election. All that is wrong is told, each with the path of its field: "blocs[2].loyalty". */
export function parseTurnout(json: string, election: Election): Result<Turnout, readonly TurnoutProblem[]> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return fail([{ path: '', message: 'is not JSON: a bracket, a comma or a quotation mark may be missing' }]);
  }
  const problems: TurnoutProblem[] = [];
  const file = turnoutFile(value, '', problems);
  if (problems.length > 0) return fail(problems);
  const { id, title, line, slates, candidates, blocs, variation } = file;
  const wrongNames = [
    ...nameProblems('slates', slates, election.slates),
    ...nameProblems('candidates', candidates, election.candidates),
  ];
  return wrongNames.length > 0 ? fail(wrongNames) : checkTurnout({ id, title, line, blocs, variation }, election);
}

/** The names in the file must be the election's, in its order, since everything else goes by number. */
function nameProblems(
  field: 'slates' | 'candidates',
  names: readonly string[],
  known: readonly { readonly name: string }[],
): TurnoutProblem[] {
  if (names.length !== known.length) {
    return [{ path: field, message: `has ${names.length} names; the election has ${known.length}` }];
  }
  return names.flatMap((name, index) => {
    const here = known[index]?.name;
    return name === here ? [] : [{ path: `${field}[${index}]`, message: `is "${name}"; the election has "${here}"` }];
  });
}

export function formatTurnout({ id, title, line, blocs, variation }: Turnout, election: Election): string {
  const file: TurnoutFile = {
    format: 'ballotflow-turnout',
    version: 1,
    id,
    title,
    line,
    slates: election.slates.map(({ name }) => name),
    candidates: election.candidates.map(({ name }) => name),
    blocs,
    variation,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
