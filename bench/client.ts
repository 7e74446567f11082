import { Agent, request } from 'node:http';
import { connect } from 'node:net';

/** What clients saw: answers a second, milliseconds that half of them and all but one in a hundred took, failures. */
export interface Seen {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
  readonly failed: number;
}

/** Clients of a server on this machine, over connections that are kept. */
export interface Client {
  /** The status of the answer; all of its body is read. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<number>;
  /** So many at once, each asking one path after the other; `most` requests in all, where that is given. */
  load(paths: readonly string[], milliseconds: number, clients: number, most?: number): Promise<Seen>;
  /** A hundred requests a second, whether those before are answered or not. */
  paced(paths: readonly string[], milliseconds: number): Promise<Seen>;
  /** Asks for the path again and again, as the client of that address. */
  insist(path: string, address: string, milliseconds: number): Promise<void>;
  /** Sends the beginning of a request, and waits until the server closes the connection. */
  dawdle(): Promise<void>;
  close(): void;
}

export function createClient(port: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });

  function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
    return new Promise((resolve, reject) => {
      const sent = request(
        { agent, host: '127.0.0.1', port, path, headers: { accept: '*/*', ...headers } },
        (response) => {
          response.resume();
          response.on('end', () => resolve(response.statusCode ?? 0));
          response.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end();
    });
  }

  return {
    get,
    async load(paths, milliseconds, clients, most = Number.POSITIVE_INFINITY) {
      const seen = createRecord();
      let next = 0;
      const start = performance.now();
      const ask = async () => {
        while (performance.now() - start < milliseconds && next < most)
          await seen.time(get(paths[next++ % paths.length] as string));
      };
      await Promise.all(Array.from({ length: clients }, ask));
      return seen.in(performance.now() - start);
    },
    async paced(paths, milliseconds) {
      const seen = createRecord();
      const asked: Promise<void>[] = [];
      const start = performance.now();
      for (let i = 0; i * 10 < milliseconds; i++) {
        await new Promise((ready) => setTimeout(ready, Math.max(0, start + i * 10 - performance.now())));
        asked.push(seen.time(get(paths[i % paths.length] as string)));
      }
      await Promise.all(asked);
      return seen.in(milliseconds);
    },
    async insist(path, address, milliseconds) {
      const start = performance.now();
      while (performance.now() - start < milliseconds) await get(path, { 'x-forwarded-for': address }).catch(() => 0);
    },
    dawdle() {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {});
      socket.resume();
      socket.write('POST /sparql HTTP/1.1\r\nHost: x\r\n');
      return new Promise((closed) => socket.on('close', () => closed()));
    },
    close: () => agent.destroy(),
  };
}

// --- internal ---

function createRecord() {
  const times: number[] = [];
  let failed = 0;
  return {
    async time(answer: Promise<number>): Promise<void> {
      const from = performance.now();
      const status = await answer.catch(() => 0);
      times.push(performance.now() - from);
      if (status !== 200) failed += 1;
    },
    in(milliseconds: number): Seen {
      times.sort((a, b) => a - b);
      const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
      return { rate: (times.length * 1000) / milliseconds, p50: at(0.5), p99: at(0.99), count: times.length, failed };
    },
  };
}
