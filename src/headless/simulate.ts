import { runCommand } from './reading/refusal';
import { simulate } from './runs/simulation';

runCommand(() => process.stdout.write(simulate(process.argv.slice(2))));
