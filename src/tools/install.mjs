// Brings node_modules in line with package-lock.json, and is quiet when it already is.
// Only Node itself is imported here: on a fresh clone nothing else is there yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * True when every locked package is installed in its locked version. npm writes what it installed to
 * node_modules/.package-lock.json as its last act, so a broken-off install counts as none. Packages that are
 * locked but absent are right only if they are optional (built for another system).
 */
export function isInstalled(folder) {
  const installed = packagesIn(join(folder, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  const locked = packagesIn(join(folder, 'package-lock.json'));
  if (locked === undefined) return true;
  return Object.entries(locked).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? optional === true : found.version === version;
  });
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Installs if anything is missing or different. Everything it says goes to stderr, so that stdout stays the caller's. */
function install(folder = root) {
  if (isInstalled(folder)) return;
  const command = existsSync(join(folder, 'package-lock.json')) ? 'ci' : 'install';
  console.error(`Installing packages with npm ${command}; this takes about a minute, once.`);
  const done = npm([command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  if (done.status !== 0) {
    console.error(`${done.stdout}${done.stderr}`);
    throw new Error(
      `npm ${command} failed${done.error ? `: ${done.error.message}` : ` with exit code ${done.status}`}.`,
    );
  }
}

// npm tells the scripts it runs where its own code is; without that (plain `node`), it is looked up on PATH.
function npm(args, cwd) {
  const options = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 28 };
  const self = process.env.npm_execpath;
  return self?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [self, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** For the top of a command: installs, or ends the process with the reason. */
export function installOrExit() {
  try {
    install();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
