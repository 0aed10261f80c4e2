import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Said once by tests that need the public ballots, which are then left out. */
export const missingDataNote =
  'Skipped: the public ballots are not here. Scottish wards can be had from the repository mggg/scot-elex on GitHub; ' +
  'put them in ../shared/data or name their folder in BALLOTFLOW_DATA (see CONTRIBUTING.md).';

/**
 * The folder of public ballots, kept outside the repository: `elections/EXPECTED.json` and the files it names.
 * From the environment variable BALLOTFLOW_DATA, else ../shared/data; null where there is none.
 */
export function sharedData(): string | null {
  const repository = fileURLToPath(new URL('../../', import.meta.url));
  const folder = process.env['BALLOTFLOW_DATA'] ?? resolve(repository, '../shared/data');
  return existsSync(resolve(folder, 'elections/EXPECTED.json')) ? folder : null;
}
