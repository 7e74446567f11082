import { join } from 'node:path';
import type { Checker } from '../store/checker.ts';
import { type Snapshot, verifyFile } from '../store/snapshot.ts';

/** Verifies the segments of the generation before in the checker's thread, while sources are looked through in this one. */
export interface VerifiedAhead {
  /** Begins with all of a generation's segments. */
  begin(snapshot: Snapshot): void;
  /** Waits for a file that was begun with, and verifies any other. Throws DamagedFile. */
  readonly verify: (snapshot: Snapshot, path: string) => Promise<void>;
}

export function verifiedAhead(checker: Checker): VerifiedAhead {
  const begun = new Map<string, Promise<void>>();
  return {
    begin(snapshot) {
      for (const { path, sha256 } of snapshot.manifest.files) {
        if (!path.startsWith('segments/')) continue;
        const verified = checker.verify({ path: join(snapshot.folder, path), sha256 });
        // Damage is met by whoever takes the file over; until then it must not end the process.
        verified.catch(() => {});
        begun.set(path, verified);
      }
    },
    verify: (snapshot, path) => begun.get(path) ?? verifyFile(snapshot, path),
  };
}
