import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inlined } from '../../src/tools/one-page.mjs';

const page = `<!doctype html>
<html>
  <head>
    <link rel="icon" href="./icon.svg" type="image/svg+xml" />
    <link rel="manifest" href="./manifest.webmanifest" />
    <title>T</title>
    <script type="module" crossorigin src="./assets/index.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/style.css">
  </head>
  <body>
    <div id="app"></div>
  </body>
</html>
`;
const parts = {
  scripts: ['const a = "$& </script> <!-- x"; show("./icon.svg");'],
  styles: ['p { color: red }'],
  icon: '<svg/>',
};

const sha = (text: string | undefined): string =>
  `sha256-${createHash('sha256')
    .update(text ?? '')
    .digest('base64')}`;

describe('the app as one page', () => {
  const made = inlined(page, parts);

  it('asks for no file, having all in it', () => {
    expect(made).not.toMatch(/\.\/|manifest"/);
    expect(made).toContain(`data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}`);
  });

  it('keeps a script whole whatever text is in it', () => {
    const [, script] = /<script type="module">([^]*?)<\/script>/.exec(made) ?? [];
    expect(script).toContain(String.raw`"$& <\/script> \x3C!-- x"`);
  });

  it('lets in its own script and style by what they say, and no other', () => {
    const [, script] = /<script type="module">([^]*?)<\/script>/.exec(made) ?? [];
    const [, style] = /<style>([^]*?)<\/style>/.exec(made) ?? [];
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(made) ?? [];
    expect(policy).toContain(`script-src '${sha(script)}'; style-src '${sha(style)}'`);
    expect(policy).toContain("connect-src 'none'");
    expect(made.indexOf('Content-Security-Policy')).toBeLessThan(made.indexOf('<script'));
  });

  it('is refused where there is more than one script or style sheet', () => {
    expect(() => inlined(page, { ...parts, scripts: ['', ''] })).toThrow(
      'one page takes one script and one style sheet, not 2 and 1',
    );
  });
});
