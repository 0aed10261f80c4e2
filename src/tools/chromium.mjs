// Finds a Chromium for the browser tests, and installs one where there is none.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { root } from './install.mjs';

// Not imported at the top: this file must load before the packages are installed.
const require = createRequire(import.meta.url);
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Path of a Chromium that starts, or undefined: $CHROMIUM first, then PATH, then the one Playwright keeps for itself. */
export function findChromium(env = process.env) {
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [env.CHROMIUM, ...onPath, playwrightChromium()].find((path) => path && isFile(path) && starts(path));
}

/** Like findChromium, but installs one if need be; throws a sentence when that is not possible. */
export function ensureChromium() {
  if (process.env.CHROMIUM && !findChromium({ ...process.env, PATH: '' })) {
    throw new Error(`CHROMIUM is set to ${process.env.CHROMIUM}, which is not a browser that starts.`);
  }
  const found = findChromium();
  if (found) return found;

  console.error('Installing Chromium for the browser tests; this takes a few minutes, once.');
  for (const attempt of [installWithApt, installWithPlaywright]) {
    attempt();
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error('No Chromium was found or could be installed. Install one and set CHROMIUM to its path.');
}

function installWithApt() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return;
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], options);
}

function installWithPlaywright() {
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
}

function playwrightChromium() {
  try {
    return require('playwright-core').chromium.executablePath();
  } catch {
    return undefined;
  }
}

function isFile(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

// Some systems put a stand-in on PATH that only says how to get the real browser; asking its version tells them apart.
function starts(path) {
  const asked = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return asked.status === 0 && /\d+\.\d+/.test(asked.stdout);
}
