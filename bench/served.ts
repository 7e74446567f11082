import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, createClient } from './client.ts';

/** A server under measurement: a process of its own. */
export interface Served {
  readonly client: Client;
  /** Milliseconds from the start of the process until it listened. */
  readonly readyAfter: number;
  /** Megabytes of the process, threads included, now or at most. */
  memory(what?: 'now' | 'most'): number;
  /** Seconds of both cores that the process has used. */
  cpu(): number;
  stop(): Promise<void>;
}

/** A server of nothing but Node, which says "ok" to everything: what HTTP and the clients cost on this machine. */
export async function startBare(): Promise<Pick<Served, 'client' | 'stop'>> {
  const program = `const server = require('node:http').createServer((_, response) => response.end('ok'));
    server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await new Promise<number>((resolve) => child.stdout.once('data', (text) => resolve(Number(text))));
  const client = createClient(port);
  return {
    client,
    stop() {
      client.close();
      child.kill('SIGKILL');
      return ended;
    },
  };
}

/** Starts `maillage serve` of the project in `root` with these options, and waits until it listens. */
export async function startServer(root: string, options: readonly string[]): Promise<Served> {
  const from = performance.now();
  const child = spawn(
    process.execPath,
    [join(root, 'bin/maillage.mjs'), 'serve', '--port', '0', '--trusted-proxy', '--quiet', ...options],
    { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // A bench that breaks off leaves no server behind.
  process.once('exit', () => child.kill('SIGKILL'));
  const port = await new Promise<number>((resolve, reject) => {
    child.stderr.on('data', (text) => {
      const found = /http:\/\/[^:]+:(\d+)\//.exec(String(text))?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  const readyAfter = performance.now() - from;
  const client = createClient(port);
  const read = (name: string) => readFileSync(`/proc/${child.pid}/${name}`, 'utf8');
  return {
    client,
    readyAfter,
    memory(what = 'now') {
      const field = what === 'now' ? 'VmRSS' : 'VmHWM';
      return Math.round(Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(read('status'))?.[1]) / 1024);
    },
    cpu() {
      // After the name in brackets; in hundredths of a second (proc(5)).
      const fields = read('stat').split(') ').at(-1)?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    stop() {
      client.close();
      child.kill('SIGKILL');
      return ended;
    },
  };
}
