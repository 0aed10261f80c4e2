/// <reference lib="webworker" />
import { serve } from './host';
import type { Request } from './protocol';

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

serve({
  post: (message, transfer = []) => scope.postMessage(message, transfer),
  listen: (hear) => {
    const onMessage = (event: MessageEvent<Request>): void => hear(event.data);
    scope.addEventListener('message', onMessage);
    return () => scope.removeEventListener('message', onMessage);
  },
});
