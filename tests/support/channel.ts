import type { EnginePort } from '../../src/worker/client';
import { serve } from '../../src/worker/host';
import type { Port, Reply, Request } from '../../src/worker/protocol';

function over<Out, In>(port: MessagePort): Port<Out, In> {
  return {
    post: (message, transfer = []) => port.postMessage(message, transfer),
    listen: (hear) => {
      const onMessage = (event: MessageEvent<In>): void => hear(event.data);
      port.addEventListener('message', onMessage);
      port.start();
      return () => port.removeEventListener('message', onMessage);
    },
  };
}

/** A port to a host in this thread: real structured clones and transfers, no Worker. */
export function hostedPort(sliceMs: number): EnginePort & { readonly breakDown: (message: string) => void } {
  const { port1, port2 } = new MessageChannel();
  serve(over<Reply, Request>(port2), sliceMs);
  let broken: (message: string) => void = () => undefined;
  return {
    ...over<Request, Reply>(port1),
    onBroken: (hear) => (broken = hear),
    close: () => {
      port1.close();
      port2.close();
    },
    breakDown: (message) => broken(message),
  };
}
