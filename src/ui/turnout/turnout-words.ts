import type { Election } from '../../election/election';
import type { BlocDescription } from '../../turnout/describe';

/** What a picture shows of a bloc. */
export type BlocShare = Pick<BlocDescription, 'name' | 'slate' | 'sharePercent'>;

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const wholeNumber = (n: number): string => whole.format(n);

/** "36%"; "under 1%" rather than none for a bloc that has voters. */
export const percent = (n: number): string => (n > 0 && n < 0.5 ? 'under 1%' : `${whole.format(n)}%`);

/** "6.3 names" */
export const namesEach = (average: number): string => `${tenths.format(average)} names`;

/** The mean over all voters of how many names they rank. */
export function averageNames(blocs: readonly BlocDescription[]): number {
  const voters = blocs.reduce((sum, bloc) => sum + bloc.voters, 0);
  return voters === 0 ? 0 : blocs.reduce((sum, bloc) => sum + bloc.voters * bloc.averageNames, 0) / voters;
}

/** What stands for each bloc in a picture: its slate's letter, or its number where several lean to no slate. */
export function blocMarks(blocs: readonly Pick<BlocShare, 'slate'>[], election: Election): readonly string[] {
  const onNone = blocs.filter(({ slate }) => slate === null);
  return blocs.map((bloc) => {
    if (bloc.slate !== null) return election.slates[bloc.slate]?.letter ?? '';
    return onNone.length > 1 ? String(onNone.indexOf(bloc) + 1) : '–';
  });
}

/** "Grassroots Voice supporters 36%, Voters of no slate 16%" */
export function blocSentence(blocs: readonly BlocShare[]): string {
  return blocs.map(({ name, sharePercent }) => `${name} ${percent(sharePercent)}`).join(', ');
}
