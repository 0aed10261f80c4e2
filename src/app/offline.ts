/**
 * Keeps the app on the device, so that it opens without a network. When a newer version has been fetched and waits,
 * `onNewVersion` is called with a function that changes over to it by reloading the page.
 */
export function registerOffline(onNewVersion: (changeOver: () => void) => void): void {
  if (!import.meta.env.PROD || location.protocol === 'file:' || !('serviceWorker' in navigator)) return;
  // Fetching the copy starts after the page has what it needs itself.
  if (document.readyState === 'complete') void register(onNewVersion);
  else addEventListener('load', () => void register(onNewVersion), { once: true });
}

async function register(onNewVersion: (changeOver: () => void) => void): Promise<void> {
  const { serviceWorker } = navigator;
  const firstVisit = serviceWorker.controller === null;
  let asked = false;

  serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload();
    // Another tab changed over: the files of this one's version are gone, so it should follow when it suits.
    else if (!firstVisit)
      onNewVersion(() => {
        location.reload();
      });
  });

  const offer = (waiting: ServiceWorker): void => {
    onNewVersion(() => {
      asked = true;
      waiting.postMessage('skipWaiting');
    });
  };

  try {
    const registration = await serviceWorker.register('./sw.js', { updateViaCache: 'none' });
    if (registration.waiting && !firstVisit) offer(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => {
        if (worker.state === 'installed' && serviceWorker.controller) offer(worker);
      });
    });
  } catch {
    // Refused, as in some private windows: the app works the same, only not offline.
  }
}
