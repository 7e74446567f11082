import { UsageError } from '../errors.ts';
import { dateField, readJsonLines, textField } from './json-lines.ts';
import { identityKey } from './key.ts';
import { nameDigits, withdrawnDigits } from './withdrawn.ts';

/** Someone who asked to be left out: one line of the ledger of suppressions. It holds hashes, never the name. */
export interface Suppression {
  /** Digits of the id (`withdrawnDigits`). */
  readonly id: string;
  /** Digits of each name (`nameDigits`). */
  readonly names: readonly string[];
  readonly when?: string;
}

/** What is left out of everything. */
export interface Withheld {
  /** Digits of the ids that are gone, sorted. */
  readonly ids: readonly string[];
  readonly isId: (kind: string, slug: string) => boolean;
  readonly isName: (name: string) => boolean;
  /** The text with `[…]` in place of every name that is left out. */
  readonly redact: (text: string) => string;
}

/**
 * Reads a ledger of suppressions: JSON Lines. An absent file is an empty ledger.
 * @throws UsageError naming path and line for a line that is none
 */
export function readSuppressions(path: string): Suppression[] {
  return readJsonLines(
    path,
    ['id', 'names', 'when'],
    '{"id": "32 hex digits", "names": ["32 hex digits"], "when": …}',
  ).map((at) => {
    const { line, fields } = at;
    const id = textField(path, at, 'id');
    const when = dateField(path, at, 'when');
    const names = Array.isArray(fields.names) ? (fields.names as unknown[]) : [];
    for (const [field, value] of [['id', id], ...names.map((name) => ['names', name])] as [string, unknown][]) {
      if (typeof value !== 'string' || !/^[0-9a-f]{32}$/.test(value))
        throw new UsageError('expected 32 hexadecimal digits: `maillage suppress` makes them', {
          path,
          line,
          field,
          value,
        });
    }
    if (names.length === 0)
      throw new UsageError('expected a list of at least one name', { path, line, field: 'names' });
    return { id: id as string, names: names as string[], ...(when === undefined ? {} : { when }) };
  });
}

/** The ledger's text: one person a line, sorted. */
export function suppressionsText(suppressions: Iterable<Suppression>): string {
  const byId = new Map<string, string>();
  for (const { id, names, when } of suppressions)
    byId.set(id, `${JSON.stringify({ id, names: [...new Set(names)].sort(), when })}\n`);
  return [...byId.values()].sort().join('');
}

/** The suppression of an entity under all its names; a person's also with the surname first. */
export function suppressionOf(kind: string, slug: string, names: Iterable<string>, when?: string): Suppression {
  const keys = new Set<string>();
  for (const name of names) {
    const words = wordsOf(name);
    keys.add(words.join(' '));
    for (let at = 1; at < words.length; at += 1) keys.add([...words.slice(at), ...words.slice(0, at)].join(' '));
  }
  keys.delete('');
  return {
    id: withdrawnDigits(kind, slug),
    names: [...keys].map(nameDigits).sort(),
    ...(when === undefined ? {} : { when }),
  };
}

/** What the ledger leaves out; undefined where it is empty. */
export function withheldBy(suppressions: readonly Suppression[]): Withheld | undefined {
  if (suppressions.length === 0) return undefined;
  const ids = new Set(suppressions.map(({ id }) => id));
  const names = new Set(suppressions.flatMap((one) => one.names));
  const known = new Map<string, boolean>();
  const isKey = (key: string): boolean => {
    let found = known.get(key);
    if (found === undefined) {
      found = names.has(nameDigits(key));
      if (known.size >= 200_000) known.clear();
      known.set(key, found);
    }
    return found;
  };
  return {
    ids: [...ids].sort(),
    isId: (kind, slug) => ids.has(withdrawnDigits(kind, slug)),
    isName: (name) => isKey(wordsOf(name).join(' ')),
    redact: (text) => redact(text, isKey),
  };
}

// --- internal ---

/** Longest name, in words. */
const MOST_WORDS = 6;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const wordsOf = (name: string): string[] => (name.match(WORD) ?? []).map((word) => identityKey('person', word));

function redact(text: string, isKey: (key: string) => boolean): string {
  const found = [...text.matchAll(WORD)];
  if (found.length === 0) return text;
  const words = found.map(([word]) => identityKey('person', word));
  let out = '';
  let end = 0;
  for (let at = 0; at < words.length; at += 1) {
    for (let n = Math.min(MOST_WORDS, words.length - at); n > 0; n -= 1) {
      if (!isKey(words.slice(at, at + n).join(' '))) continue;
      const last = found[at + n - 1] as RegExpExecArray;
      out += `${text.slice(end, found[at]?.index)}[…]`;
      end = last.index + last[0].length;
      at += n - 1;
      break;
    }
  }
  return end === 0 ? text : out + text.slice(end);
}
