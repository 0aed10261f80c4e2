import { formatRanges } from '../../turnout/ensemble/run-numbers';
import type { Chance, Mean } from '../../turnout/ensemble/chances';
import type { RunsFile } from './runs-file';

/** Runs as text to read: who is how likely to be elected, seats, the ballot in hand, common outcomes. */
export function describeRuns({ election, plan, tally, summary }: RunsFile): string {
  const [arm] = summary.arms;
  const [first] = plan.arms;
  if (arm === undefined || first === undefined) throw new Error('runs without an arm');
  const name = (id: number): string => election.candidates[id] ?? `candidate ${id + 1}`;
  const slateName = (slate: number): string => election.slates[slate] ?? 'no slate';
  const wide = Math.max(...election.candidates.map(({ length }) => length));
  const lines = [
    election.title,
    `Made-up voters: ${first.turnout.title}. Not a forecast.`,
    `${first.rule.name}, ${plan.seats} seats; runs ${formatRanges(tally.runs)} of seed ${plan.seed}`,
    ...(arm.uncounted > 0 ? [`${arm.uncounted} runs could not be counted`] : []),
    '',
    'Chance of election (95 in 100 such ensembles have the true one between), usual place, usual stage',
    ...[...arm.candidates]
      .sort((a, b) => b.elected.times - a.elected.times || a.candidate - b.candidate)
      .filter(({ elected, runnerUp }) => elected.times + runnerUp.times > 0)
      .map(({ candidate, elected, usualPlace, usualStage, runnerUp }) => {
        const usual = usualPlace === null ? '' : `  place ${usualPlace}, stage ${usualStage}`;
        const second = runnerUp.times > 0 ? `  runner-up ${percent(runnerUp.chance)}` : '';
        return `  ${name(candidate).padEnd(wide)}  ${interval(elected)}${usual}${second}`;
      }),
    '',
    'Seats on average',
    ...arm.slates.map(({ seats }, slate) => `  ${slateName(slate).padEnd(wide)}  ${mean(seats, 2)}`),
    '',
    'Most common seats',
    ...arm.seats.map(({ seats, chance }) => {
      const filled = seats.flatMap((number, slate) => (number > 0 ? [`${number} ${slateName(slate)}`] : []));
      return `  ${percent(chance.chance).padStart(7)}  ${filled.join(', ')}`;
    }),
    '',
    'Most common outcomes, and runs that had them',
    ...arm.outcomes.map(({ elected, chance, runs }) => {
      return `  ${percent(chance.chance).padStart(7)}  ${elected.map(name).join(', ')} (runs ${runs.join(', ')})`;
    }),
  ];
  if (arm.mine !== null && arm.mine.followed > 0) {
    const { withElected, withOthers, kept, stopped, cut, helped } = arm.mine;
    lines.push('', `Your ballot on average: ${first.mine.map(name).join(', ')}`);
    for (const id of first.mine) {
      const pence = [withElected[id] ?? 0, withOthers[id] ?? 0].map((each) => `${each.toFixed(1)}p`);
      lines.push(`  ${name(id).padEnd(wide)}  ${pence[0]} when elected, ${pence[1]} when not`);
    }
    lines.push(
      `  helps elect somebody: ${mean(kept, 1)} pence; stops: ${mean(stopped, 1)} pence; cut: ${cut.toFixed(1)}`,
    );
    lines.push(`  helps elect ${helped.map(({ chance }, winners) => `${winners}: ${percent(chance)}`).join(', ')}`);
  }
  for (const pair of summary.pairs) lines.push('', ...pairLines(pair, name, slateName));
  return `${lines.join('\n')}\n`;
}

/** What an arm changes, run by run with the same voters; those candidates and slates for whom anything changes. */
function pairLines(
  { id, changed, elected, seats, followed, kept, stopped }: RunsFile['summary']['pairs'][number],
  name: (candidate: number) => string,
  slateName: (slate: number) => string,
): string[] {
  const seen = ({ mean, error }: Mean): boolean => mean !== 0 || error > 0;
  const points = ({ mean: value, error }: Mean): string => `${signed(100 * value, 1)} (± ${(100 * error).toFixed(2)})`;
  const pence = ({ mean: value, error }: Mean): string => `${signed(value, 1)} (± ${error.toFixed(2)})`;
  return [
    `What if ${id}: the same voters, and who is elected changes in ${interval(changed).trim()}`,
    ...elected.flatMap((each, id) => (seen(each) ? [`  ${name(id)}: chance ${points(each)} points`] : [])),
    ...seats.flatMap((each, slate) =>
      seen(each) ? [`  ${slateName(slate)}: ${signed(each.mean, 3)} seats (± ${each.error.toFixed(4)})`] : [],
    ),
    ...(followed > 0
      ? [`  your ballot: helps elect somebody ${pence(kept)} pence; stops ${pence(stopped)} pence`]
      : []),
  ];
}

const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
const interval = ({ chance, low, high }: Chance): string =>
  `${percent(chance).padStart(7)} (${percent(low)} to ${percent(high)})`;
const signed = (value: number, places: number): string => `${value > 0 ? '+' : ''}${value.toFixed(places)}`;
const mean = ({ mean: value, error }: Mean, places: number): string =>
  `${value.toFixed(places)} (± ${error.toFixed(places + 1)})`;
