/** Measures of a network, off the page's thread. */
import { measure } from '../../network/measures.ts';
import type { Network } from '../../network/network.ts';

addEventListener('message', ({ data }: MessageEvent<{ id: number; network: Network }>) => {
  const { id, network } = data;
  const measures = measure(network, (done) => postMessage({ id, done }));
  postMessage({ id, measures });
});
