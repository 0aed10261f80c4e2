// The app as one file, ballotflow.html: opens from a memory stick, and takes a demonstration with it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const onePageMode = 'one-page';
const onePageFile = 'ballotflow.html';

/** The content security policy of a page whose files come from `source`; the sources given instead go before it. */
export function policyOf(source, { script = source, style = source, image = source, worker = source } = {}) {
  return [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    `img-src ${image}`,
    `font-src ${source}`,
    `connect-src ${source}`,
    `worker-src ${worker}`,
    `manifest-src ${source}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** In a build: makes the app once more as one file, beside the others and before the list of files for offline use. */
export function besideOnePage(configFile) {
  return {
    name: 'beside-one-page',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const { build } = await import('vite');
        await build({ configFile, mode: onePageMode, logLevel: 'warn' });
      },
    },
  };
}

/** In the build of the one file: what the page loads goes into it. */
export function onePage() {
  let publicDir = '';
  return {
    name: onePageMode,
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      ({ publicDir } = config);
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle);
        const page = files.find(({ fileName }) => fileName === 'index.html');
        const scripts = files.filter(({ type }) => type === 'chunk').map(({ code }) => code);
        const styles = files.filter(({ fileName }) => fileName.endsWith('.css')).map(({ source }) => source);
        const icon = readFileSync(join(publicDir, 'icon.svg'), 'utf8');
        const source = inlined(page.source, { scripts, styles, icon });
        for (const fileName of Object.keys(bundle)) delete bundle[fileName];
        this.emitFile({ type: 'asset', fileName: onePageFile, source });
      },
    },
  };
}

/** The page with its one script, one style sheet and icon in it, and a policy that lets in these and nothing else. */
export function inlined(page, { scripts, styles, icon }) {
  if (scripts.length !== 1 || styles.length !== 1)
    throw new Error(`one page takes one script and one style sheet, not ${scripts.length} and ${styles.length}`);
  // The worker's text is in the script: no "</script" may end it early, and "<!--" would change how it is read.
  const image = `data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}`;
  const script = scripts[0]
    .replaceAll('</script', String.raw`<\/script`)
    .replaceAll('<!--', String.raw`\x3C!--`)
    .replaceAll('./icon.svg', image);
  const style = styles[0];
  const policy = policyOf("'none'", {
    script: hashOf(script),
    style: hashOf(style),
    image: 'data:',
    worker: 'blob:',
  });
  return page
    .replace(/\s*<link rel="manifest"[^>]*>/, '')
    .replace(/\s*<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, '')
    .replace(/\s*<script type="module"[^>]*><\/script>/, '')
    .replaceAll('./icon.svg', image)
    .replace('<head>', () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace('</head>', () => `<style>${style}</style>\n  </head>`)
    .replace('</body>', () => `<script type="module">${script}</script>\n  </body>`);
}

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
