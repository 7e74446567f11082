import { createHash } from 'node:crypto';

/**
 * 32 hexadecimal digits that stand for an id that is gone, without its words: what the graph publishes of it, and what a
 * server compares an unknown id with.
 */
export const withdrawnDigits = (kind: string, slug: string): string => digits(`maillage id ${kind}/${slug}`);

/** The same for a name that is to be left out, by its identity key. */
export const nameDigits = (key: string): string => digits(`maillage name ${key}`);

// --- internal ---

const digits = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
