// Runs the command-line tools of installed packages, without a shell in between.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const timeout = 25 * 60_000; // A hung tool must end as a failure while there is still time to say so.

/** The script file of a package's command, written 'package' or 'package:command'. */
function scriptOf(tool) {
  const [name, command = name] = tool.split(':');
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Ends with { code, output }; output is empty unless quiet, when it is held back instead of shown. Never throws. */
export function run([tool, ...args], { quiet = false, env = {} } = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(process.execPath, [scriptOf(tool), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      timeout,
    });
    const keep = (text) => (output += text);
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => resolve({ code: code ?? 1, output: signal ? `${output}${signal}\n` : output }));
  });
}
