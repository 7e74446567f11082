import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import pino, { type Logger } from 'pino';
import { UsageError } from '../errors.ts';

/** Structured logs on stderr, one JSON a line. */
export const createLog = (level: 'info' | 'warn'): Logger => pino({ base: null, level }, pino.destination(2));

export interface ListenOptions {
  readonly fetch: (request: Request, env: object) => Response | Promise<Response>;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly log: Logger;
  /** Told of every request, from its beginning to the end of its answer. */
  readonly track: <T>(request: Promise<T>) => Promise<T>;
}

export interface Listening {
  readonly port: number;
  /** Takes no new requests, waits for those under way (ten seconds at most), and ends. */
  close(): Promise<void>;
}

/**
 * Serves an app over HTTP. Who sends its request too slowly is closed: headers within 5 s, all of it within 8 s.
 * The process's `Response` becomes one that is written to the socket as it stands, without a stream of its own: an answer
 * costs half as much. Logs say method, path, status and time; never what was asked (its query string) nor who asked.
 * @throws UsageError where the port cannot be had
 */
export async function listen({ fetch, host, port, log, track }: ListenOptions): Promise<Listening> {
  const answer = getRequestListener(fetch);
  const server = createServer(LIMITS, (request, response) => {
    const from = performance.now();
    response.on('close', () => {
      const path = (request.url ?? '').split('?')[0]?.slice(0, 200);
      const milliseconds = Math.round(performance.now() - from);
      log.info({ method: request.method, path, status: response.statusCode, milliseconds });
    });
    void track(
      new Promise<void>((ended) => {
        response.on('close', ended);
        void answer(request, response);
      }),
    );
  });
  server.maxConnections = MOST_CONNECTIONS;
  await begun(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((ended) => {
        const patience = setTimeout(() => server.closeAllConnections(), 10_000);
        server.close(() => {
          clearTimeout(patience);
          ended();
        });
        server.closeIdleConnections();
      }),
  };
}

// --- internal ---

const MOST_CONNECTIONS = 2_000;

const LIMITS = {
  headersTimeout: 5_000,
  requestTimeout: 8_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 48 * 1024,
};

function begun(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `port ${port} of ${host} is taken: end what listens there, or choose another with --port`
          : `cannot listen on ${host}, port ${port}: ${error.message}`;
      reject(new UsageError(why, {}, error));
    });
    server.listen(port, host, resolve);
  });
}
