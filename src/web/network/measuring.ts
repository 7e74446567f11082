import type { Measures } from '../../network/measures.ts';
import type { Network } from '../../network/network.ts';

type Answer = { readonly id: number; readonly done: number } | { readonly id: number; readonly measures: Measures };

/** Measures networks in a worker. A newer question stops the one before, which then never answers. */
export function createMeasuring(): (network: Network, progress: (done: number) => void) => Promise<Measures> {
  let worker: Worker | undefined;
  let last = 0;
  return (network, progress) => {
    worker?.terminate();
    const own = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker = own;
    const id = ++last;
    return new Promise((resolve, reject) => {
      own.addEventListener('error', (event) => reject(new Error(event.message)));
      own.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
        if ('done' in data) return progress(data.done);
        own.terminate();
        resolve(data.measures);
      });
      own.postMessage({ id, network });
    });
  };
}
