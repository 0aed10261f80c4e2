// npm test: every check there is, in one run. `node src/tools/test.mjs unit e2e` runs only the named parts.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { installOrExit, root } from './install.mjs';
import { closingLine, countCheck, countPlaywright, countRun, countVitest, sum, table } from './report.mjs';
import { run } from './run.mjs';

const reports = join(root, 'test-results');
const unitReport = join(reports, 'unit.json');
const e2eReport = join(reports, 'e2e.json');

const statics = {
  lint: [['eslint', '.', '--max-warnings', '0']],
  format: [['prettier', '--check', '--log-level', 'warn', '.']],
  types: [
    ['typescript:tsc', '-p', 'tsconfig.pure.json'],
    ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
  ],
  dead: [['knip']],
};

const results = new Map();

async function part(name, body) {
  const start = performance.now();
  const counts = await body().catch((error) => {
    console.log(error.message);
    return countCheck(false);
  });
  results.set(name, { name, seconds: (performance.now() - start) / 1000, counts });
}

const heading = (name) => `\n── ${name} ${'─'.repeat(60 - name.length)}`;

/** A static check; its output is held back, and printed whole by the function it ends with. */
async function checkStatic(name) {
  let output = '';
  await part(name, async () => {
    const runs = [];
    for (const command of statics[name]) runs.push(await run(command, { quiet: true }));
    const ok = runs.every(({ code }) => code === 0);
    output = `${runs.map((each) => each.output).join('')}${ok ? 'ok' : 'failed'}`;
    return countCheck(ok);
  });
  return () => console.log(`${heading(name)}\n${output}`);
}

async function stream(name) {
  console.log(heading(name));
  await part(name, streamed[name]);
}

async function unit() {
  rmSync(unitReport, { force: true });
  const flags = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
  const { code } = await run(['vitest', 'run', ...flags]);
  return countRun(unitReport, countVitest, code);
}

async function build() {
  const { code } = await run(['vite', 'build', '--logLevel', 'warn']);
  console.log(code === 0 ? 'ok' : 'failed');
  return countCheck(code === 0);
}

async function e2e() {
  // An old build must not stand in for one that failed.
  if (results.get('build').counts.failed > 0) {
    console.log('Not run, because the build failed.');
    return countCheck(false);
  }
  try {
    process.env.CHROMIUM = ensureChromium();
  } catch (error) {
    console.log(error.message);
    return countCheck(false);
  }
  rmSync(e2eReport, { force: true });
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport };
  const { code } = await run(['@playwright/test:playwright', 'test', '--reporter=list,json'], { env });
  return countRun(e2eReport, countPlaywright, code);
}

const streamed = { unit, build, e2e };
const all = [...Object.keys(statics), ...Object.keys(streamed)];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`No part is called ${unknown.join(' or ')}. The parts are: ${all.join(', ')}.`);
  process.exit(2);
}
// The browser tests look at dist, so they bring the build with them.
const wanted = all.filter(
  (name) => asked.length === 0 || asked.includes(name) || (name === 'build' && asked.includes('e2e')),
);

installOrExit();
mkdirSync(reports, { recursive: true });
// Lint takes one core longer than the other static checks together do another, so the unit tests begin beside it.
const linted = wanted.includes('lint') ? checkStatic('lint') : undefined;
for (const name of wanted.filter((each) => each in statics && each !== 'lint')) (await checkStatic(name))();
if (wanted.includes('unit')) await stream('unit');
(await linted)?.();
for (const name of wanted.filter((each) => each === 'build' || each === 'e2e')) await stream(name);

const parts = wanted.map((name) => results.get(name));
const total = sum(parts.map(({ counts }) => counts));
console.log(`${heading('summary')}\n${table(parts).join('\n')}\n\n${closingLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
