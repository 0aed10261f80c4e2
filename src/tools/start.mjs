// npm start: install, build, serve. Ctrl-C ends it.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installOrExit, root } from './install.mjs';

const fail = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const readPort = () => {
  try {
    return parseArgs({ options: { port: { type: 'string' } } }).values.port;
  } catch (error) {
    return fail(`${error.message}. Usage: npm start -- [--port N]`);
  }
};

const asked = readPort();
const port = asked === undefined ? 4173 : Number(asked);
if (!Number.isInteger(port) || port < 1 || port > 65535) fail(`--port takes a number from 1 to 65535, not "${asked}".`);

installOrExit();
const { build, preview } = await import('vite');
const configFile = join(root, 'vite.config.ts');

// Building takes seconds, so it is always done: what is served is always what is in src.
await build({ configFile, logLevel: 'warn' }).catch((error) => fail(`The build failed.\n${error.message}`));

// A port that was asked for is used or refused; without one, the next free port from 4173 is taken.
const server = await preview({
  configFile,
  logLevel: 'warn',
  preview: { host: '127.0.0.1', port, strictPort: asked !== undefined, open: false },
}).catch((error) => fail(error.message));

console.log('Ballotflow is ready. Ctrl-C ends it.');
console.log(server.resolvedUrls.local[0]);
