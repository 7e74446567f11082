import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './imports.ts';

/** The jar that `.ci/fuseki` fetches; undefined where it has not run, and the tests of a real server are skipped. */
export const FUSEKI_JAR = jar();

/** A Fuseki of its own, on loopback, with the config of the docs and nothing on disk. */
export interface Fuseki {
  readonly endpoint: string;
  readonly update: string;
  /** Takes away all that is in it. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

export async function startFuseki(
  options: { readonly timeoutMs?: number; readonly arguments?: readonly string[] } = {},
) {
  if (FUSEKI_JAR === undefined) throw new Error('no Fuseki: run .ci/fuseki');
  const folder = mkdtempSync(join(tmpdir(), 'maillage-fuseki-'));
  const config = readFileSync(join(ROOT, 'docs/fuseki.ttl'), 'utf8')
    .replace('"fuseki-data"', '"--mem--"')
    .replace('"30000"', `"${options.timeoutMs ?? 30_000}"`);
  writeFileSync(join(folder, 'fuseki.ttl'), config);
  const port = await freePort();
  const base = `http://127.0.0.1:${port}/maillage`;
  const process = spawn(
    'java',
    [
      ...['-Xmx512m', '-jar', FUSEKI_JAR, '--localhost', '--port', String(port), '--config', 'fuseki.ttl'],
      ...(options.arguments ?? []),
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  await started(process);
  const send = (update: string) => fetch(`${base}/update`, { method: 'POST', body: new URLSearchParams({ update }) });
  const fuseki: Fuseki = {
    endpoint: `${base}/sparql`,
    update: `${base}/update`,
    async clear() {
      const { ok, status } = await send('DROP ALL');
      if (!ok) throw new Error(`DROP ALL: ${status}`);
    },
    async stop() {
      const gone = new Promise((resolve) => process.once('exit', resolve));
      process.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true });
    },
  };
  return fuseki;
}

// --- internal ---

function jar(): string | undefined {
  const folder = join(ROOT, 'node_modules/.cache/fuseki');
  const name = existsSync(folder) ? readdirSync(folder).find((file) => file.endsWith('.jar')) : undefined;
  return name === undefined ? undefined : join(folder, name);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Waits for the line that says so; whatever else it says is shown where it ends instead. */
function started(process: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += String(chunk);
      if (/Start Fuseki|Started .* on port|Started Server/i.test(said)) resolve();
    };
    process.stdout?.on('data', hear);
    process.stderr?.on('data', hear);
    process.once('error', reject);
    process.once('exit', (code) => reject(new Error(`Fuseki ended with ${code}: ${said.slice(-2000)}`)));
  });
}
