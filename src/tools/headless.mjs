// Runs src/headless/NAME.ts in this process: its arguments, its standard streams and its exit code are the command's own.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installOrExit, root } from './install.mjs';

const [name, ...args] = process.argv.slice(2);
const folder = join(root, 'src', 'headless');
const file = join(folder, `${name}.ts`);

if (name === undefined || !/^[a-z]+$/.test(name) || !existsSync(file)) {
  const names = existsSync(folder)
    ? readdirSync(folder).flatMap((entry) => /^([a-z]+)\.ts$/.exec(entry)?.[1] ?? [])
    : [];
  console.error(`Usage: node src/tools/headless.mjs NAME [arguments], where NAME is one of: ${names.join(', ')}.`);
  process.exit(2);
}

installOrExit();

// npm moves to the package root before it runs a script; file names are meant from where the person stood.
const startedByNpm = process.env.npm_lifecycle_script?.includes('headless.mjs') === true;
if (startedByNpm && process.env.INIT_CWD && existsSync(process.env.INIT_CWD)) process.chdir(process.env.INIT_CWD);

const { register } = await import('tsx/esm/api');
register({ tsconfig: join(root, 'tsconfig.json') });
process.argv = [process.argv[0], file, ...args];
await import(pathToFileURL(file).href);
