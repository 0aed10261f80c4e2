import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Printed by the one test that runs in place of those that need the public ballots. */
export const missingDataNote =
  'Skipped: the public ballots are not here. The sources named in docs/ (mggg/scot-elex) have them; ' +
  'put them beside the repository in shared/data, or name their folder in BALLOTFLOW_DATA.';

/**
 * The folder of public ballots, kept outside the repository: `elections/EXPECTED.json` and the files it names.
 * From the environment variable BALLOTFLOW_DATA, else ../shared/data; null where there is none.
 */
export function sharedData(): string | null {
  const repository = fileURLToPath(new URL('../../', import.meta.url));
  const folder = process.env['BALLOTFLOW_DATA'] ?? resolve(repository, '../shared/data');
  return existsSync(resolve(folder, 'elections/EXPECTED.json')) ? folder : null;
}
