import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

const template = join(import.meta.dirname, 'offline-worker.js');

/** Writes sw.js beside the finished build: the offline worker with the list of all files and a hash of their contents. */
export function serviceWorker() {
  let outDir = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    // Read back from disk rather than from the bundle, so that index.html and the static files are hashed as served.
    writeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        writeFileSync(join(outDir, 'sw.js'), workerSource(outDir, readFileSync(template, 'utf8')));
      },
    },
  };
}

/** The code of sw.js for the files in a folder: the same for the same contents, another as soon as any of them changes. */
export function workerSource(folder, code) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => file !== 'sw.js' && !file.endsWith('.map'))
    .sort();
  const hash = createHash('sha256').update(code);
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  // The page is kept under its folder address only: hosts redirect index.html there, and a redirect cannot be replayed.
  const kept = ['./', ...files.filter((file) => file !== 'index.html')];
  const version = hash.digest('hex').slice(0, 12);
  return `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(kept)};\n${code}`;
}
