import { afterAll } from 'vitest';

/**
 * Has something done when all tests of the file are: for what is made within a hook, where a call of `afterAll` comes too late
 * to be heard. What was made last ends first.
 */
export function atEnd(work: () => unknown): void {
  ends.push(work);
}

// --- internal ---

const ends: (() => unknown)[] = [];

afterAll(async () => {
  for (const work of ends.splice(0).reverse()) await work();
});
