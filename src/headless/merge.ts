import { runCommand } from './reading/refusal';
import { merge } from './runs/merging';

runCommand(() => process.stdout.write(merge(process.argv.slice(2))));
