import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DamagedFile } from './chunks.ts';

/** One file of a generation. */
export interface FileEntry {
  /** Path in the generation, with `/`: `segments/agenda.nq`. */
  readonly path: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  /** Statements, one a line, of an `.nq` file; 0 for others. */
  readonly quads: number;
  /** The graph that a Turtle file is loaded into. Files with neither `.nq` nor a graph are kept, not loaded. */
  readonly graph?: string;
}

/** What a generation holds. No clock and no machine is in it: equal builds have equal manifests. */
export interface Manifest {
  readonly format: 1;
  /** Name and version of what built it. */
  readonly tool: string;
  readonly quads: number;
  /** By path, in code unit order. */
  readonly files: readonly FileEntry[];
}

export function makeManifest(tool: string, files: Iterable<FileEntry>): Manifest {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { format: 1, tool, quads: sorted.reduce((sum, file) => sum + file.quads, 0), files: sorted };
}

export function encodeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Throws DamagedFile, naming `where`, for anything that `encodeManifest` does not write. */
export function decodeManifest(text: string, where: string): Manifest {
  try {
    return schema.parse(JSON.parse(text)) as Manifest;
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new DamagedFile(`${where}: not a manifest: ${reason}`);
  }
}

/** What the file `current` says: the number of the current generation and the SHA-256 of its manifest. */
export interface Pointer {
  readonly number: number;
  readonly sha256: string;
}

export function encodePointer({ number, sha256 }: Pointer): string {
  return `${number} ${sha256}\n`;
}

/** undefined for what `encodePointer` does not write. */
export function decodePointer(text: string): Pointer | undefined {
  const match = /^([1-9][0-9]{0,14}) ([0-9a-f]{64})\n$/.exec(text);
  return match === null ? undefined : { number: Number(match[1]), sha256: match[2] as string };
}

/** True for a path that stays inside a generation on every system: names of letters, digits, `.`, `_`, `-`, joined by `/`. */
export function isSafePath(path: string): boolean {
  return path.length <= 500 && path.split('/').every((name) => /^[A-Za-z0-9_][A-Za-z0-9._-]{0,199}$/.test(name));
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

// --- internal ---

const count = z.number().int().nonnegative();

const schema = z.strictObject({
  format: z.literal(1),
  tool: z.string(),
  quads: count,
  files: z.array(
    z.strictObject({
      path: z.string().refine(isSafePath, 'a path that stays in the folder'),
      bytes: count,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      quads: count,
      graph: z.string().optional(),
    }),
  ),
});
