// Whether every JavaScript engine here makes the same ballots from the same seeds and counts them alike: Node, and each of
// Chromium and Firefox that is installed, which run the engine in a worker. Prints a line for each; ends with exit code 1
// where one differs. A browser is only started and told an address on this machine, from which it posts its answer.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from './chromium.mjs';
import { installOrExit, root } from './install.mjs';

installOrExit();
const { build } = await import('vite');
const folder = mkdtempSync(join(tmpdir(), 'ballotflow-engines-'));
const outDir = join(folder, 'built');
const entry = join(root, 'src', 'headless', 'engines', 'fingerprints.ts');
await build({
  configFile: false,
  logLevel: 'error',
  build: { outDir, lib: { entry, formats: ['es'], fileName: () => 'fingerprints.mjs' } },
});
const script = join(outDir, 'fingerprints.mjs');
const { fingerprints } = await import(pathToFileURL(script).href);
const expected = fingerprints();
const samples = Object.keys(expected).length;
console.log(`Node ${process.version}: ${samples} samples and their counts`);

const files = {
  '/': [
    'text/html',
    '<!doctype html><script type="module">' +
      'const worker = new Worker("/worker.js", { type: "module" });' +
      'const post = (body) => fetch("/answer", { method: "POST", body });' +
      'worker.onmessage = ({ data }) => post(data);' +
      'worker.onerror = ({ message }) => post(JSON.stringify({ failed: message }));' +
      '</script>',
  ],
  '/worker.js': [
    'text/javascript',
    'import { fingerprints } from "/fingerprints.js"; postMessage(JSON.stringify(fingerprints()));',
  ],
  '/fingerprints.js': ['text/javascript', readFileSync(script, 'utf8')],
};

/** What a browser answers; null where it does not within two minutes. */
async function ask(path, args) {
  let answer;
  const answered = new Promise((resolve) => (answer = resolve));
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (part) => (body += part)).on('end', () => answer(JSON.parse(body)));
      response.end();
      return;
    }
    const [type, text] = files[request.url] ?? [];
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': type ?? 'text/plain' }).end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}/`;
  const browser = spawn(path, [...args, address], { stdio: 'ignore', detached: true });
  const late = setTimeout(() => answer(null), 120_000);
  const result = await answered;
  clearTimeout(late);
  try {
    process.kill(-browser.pid); // with the processes it has started
  } catch {
    browser.kill();
  }
  server.close();
  server.closeAllConnections();
  return result;
}

const onPath = (names) =>
  names
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((place) => join(place, name)))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
const profile = (name) => join(folder, name);
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browsers = [
  [
    'Chromium',
    findChromium(),
    ['--headless', '--disable-gpu', ...sandbox, '--no-first-run', `--user-data-dir=${profile('chromium')}`],
  ],
  [
    'Firefox',
    onPath(['firefox', 'firefox-esr']),
    ['--headless', '--no-remote', '--new-instance', '--profile', profile('firefox')],
  ],
];
for (const [name, path, args] of browsers) {
  if (path === undefined) {
    console.log(`${name}: not installed, so not asked`);
    continue;
  }
  mkdirSync(profile(name.toLowerCase()), { recursive: true });
  const answer = await ask(path, args);
  const different = Object.keys(expected).filter((sample) => answer?.[sample] !== expected[sample]);
  if (different.length === 0) console.log(`${name}: the same in all ${samples}`);
  else {
    process.exitCode = 1;
    console.log(
      `${name}: ${answer === null ? 'no answer' : (answer.failed ?? `different in ${different.join('; ')}`)}`,
    );
  }
}
rmSync(folder, { recursive: true, force: true });
