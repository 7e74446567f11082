import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

/** A folder held for one build. Releasing twice does no harm. */
export interface Lock {
  release(): Promise<void>;
}

/** Another build holds the folder. Wait for it to end, or use another folder. */
export class FolderTaken extends Error {
  readonly folder: string;
  constructor(folder: string, cause?: unknown) {
    super(`${folder}: another build is running in this folder; wait until it ends, or build into another folder`, {
      cause,
    });
    this.name = 'FolderTaken';
    this.folder = folder;
  }
}

/**
 * Takes a folder (made if need be) for this process alone. Throws FolderTaken when another holds it.
 *
 * The kernel must free the lock when its holder dies, however it dies: a lock file with a process number in it does not
 * (numbers are used again, and "stale" cannot be told from "slow" without a race). Node offers no flock(2), but each
 * system has a name that only one process can hold and that goes with it:
 * - Linux: a socket in the abstract namespace (unix(7)): no file, so nothing can be left over. The name belongs to a
 *   network namespace: two containers that share a folder, not a network, do not see each other's lock.
 * - Windows: a named pipe, whose first instance only one process can create.
 * - macOS and the BSDs: open(2) with O_EXLOCK takes a flock(2) with the opening, in one step.
 * The name is made of device and inode, so that links and other paths to the folder find the same lock.
 */
export async function lockFolder(folder: string, platform: NodeJS.Platform = process.platform): Promise<Lock> {
  await mkdir(folder, { recursive: true });
  if (platform === 'linux' || platform === 'win32') {
    const { dev, ino } = await stat(folder, { bigint: true });
    const name = `maillage-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32)}`;
    return lockName(platform === 'linux' ? `\0${name}` : `\\\\.\\pipe\\${name}`, folder);
  }
  if (platform === 'darwin' || platform === 'freebsd' || platform === 'openbsd' || platform === 'netbsd') {
    return lockFile(join(folder, 'lock'), folder);
  }
  throw new Error(`${folder}: no safe lock is known on ${platform}; build on Linux, macOS, Windows or a BSD`);
}

// --- internal ---

async function lockName(path: string, folder: string): Promise<Lock> {
  const server = await listen(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new FolderTaken(folder, error) : error;
  });
  // A Node without abstract sockets (before 20.8) gives each caller a name of its own: prove that a second one is refused.
  const second = await listen(path).catch(() => undefined);
  if (second !== undefined) {
    await Promise.all([close(second), close(server)]);
    throw new Error(`${folder}: this Node.js (${process.version}) cannot lock a folder; install 20.8 or later`);
  }
  return { release: () => close(server) };
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    // It is the name that counts: whoever connects is turned away.
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen({ path, exclusive: true }, () => {
      server.unref();
      resolve(server);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** Flags of the BSD family's fcntl.h, which Node passes on and does not name. */
const O_EXLOCK = 0x20;
const O_NONBLOCK = 0x4;

async function lockFile(path: string, folder: string): Promise<Lock> {
  const flags = constants.O_RDWR | constants.O_CREAT | O_EXLOCK | O_NONBLOCK;
  const handle = await open(path, flags).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EAGAIN' || error.code === 'EWOULDBLOCK' ? new FolderTaken(folder, error) : error;
  });
  // The file stays: taking it away would let a third process lock a new one while a second holds the old.
  let open_ = true;
  return {
    release: async () => {
      if (open_) await handle.close();
      open_ = false;
    },
  };
}
