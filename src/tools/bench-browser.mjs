// What the parts of `npm run bench` that need the page share: the built app in Chromium, and how smooth the page stays.
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { installOrExit, root } from './install.mjs';

/** Builds and serves the app and starts a browser; resolves to {browser, address, close}. */
export async function openBrowser() {
  installOrExit();
  const executablePath = ensureChromium();
  const { build, preview } = await import('vite');
  const { chromium } = await import('playwright-core');
  const configFile = join(root, 'vite.config.ts');
  await build({ configFile, logLevel: 'error' });
  const port = Number(process.env['PORT'] ?? 4320);
  const server = await preview({ configFile, logLevel: 'error', preview: { host: '127.0.0.1', port, open: false } });
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args: [...sandbox, '--disable-gpu'] });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { browser, address: server.resolvedUrls.local[0], close };
}

/** For page.evaluate: counts frames from now on; `framesSeen()` in the page says what there was. */
export const watchFrames = () => {
  const frames = { from: performance.now(), last: performance.now(), count: 0, slowest: 0 };
  const watching = Symbol('watching');
  globalThis.watchingFrames = watching;
  const frame = (now) => {
    if (globalThis.watchingFrames !== watching) return;
    frames.slowest = Math.max(frames.slowest, now - frames.last);
    frames.last = now;
    frames.count += 1;
    globalThis.requestAnimationFrame(frame);
  };
  globalThis.requestAnimationFrame(frame);
  globalThis.framesSeen = () => ({
    framesPerSecond: Math.round((1000 * frames.count) / (performance.now() - frames.from)),
    slowestFrameMs: Math.round(frames.slowest),
  });
};
