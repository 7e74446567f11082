import { prefixesOf } from '../map/iri.ts';
import type { Change } from './compare.ts';
import { shortOf } from './graph.ts';
import type { Cause } from './why.ts';

/** What changed, for people: one line a thing, then its fields and why. */
export function text(changes: readonly Change[], causes: readonly Cause[]): string {
  if (changes.length === 0 && causes.length === 0) return 'no difference\n';
  const lines = [summary(changes)];
  for (const cause of causes) lines.push(`because ${reason(cause)}`);
  let kind = '';
  for (const change of changes) {
    if (change.kind !== kind) lines.push('', change.kind);
    kind = change.kind;
    const to = change.to.length === 0 ? '' : ` -> ${change.to.map(shortOf).join(', ')}`;
    lines.push(`  ${change.what} ${quoted(change.name)} ${shortOf(change.id)}${to}`);
    for (const { property, before, after } of change.fields) {
      lines.push(`    ${localName(property)}: ${list(before)} -> ${list(after)}`);
    }
    lines.push(`    because ${change.because.map(reason).join('; ')}`);
  }
  return `${lines.join('\n')}\n`;
}

/** `12 added, 1 removed`; `no thing changed` where nothing did. */
export function summary(changes: readonly Change[]): string {
  const counts = new Map<string, number>();
  for (const { what, kind } of changes) counts.set(`${kind} ${what}`, (counts.get(`${kind} ${what}`) ?? 0) + 1);
  return counts.size === 0 ? 'no thing changed' : [...counts].map(([what, count]) => `${count} ${what}`).join(', ');
}

// --- internal ---

export const reason = ({ why, detail }: Cause): string => (why === 'unknown' ? detail : `${why}: ${detail}`);

const list = (values: readonly string[]): string => (values.length === 0 ? '(none)' : values.map(quoted).join(', '));

/** What could steer a terminal is shown as `�`. */
const quoted = (value: string): string => {
  const plain = value.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '�');
  return JSON.stringify(plain.length > 160 ? `${plain.slice(0, 159)}…` : plain);
};

const PREFIXES = Object.entries(prefixesOf('urn:none:/'));

function localName(iri: string): string {
  const [prefix, start = ''] = PREFIXES.find(([, namespace]) => iri.startsWith(namespace)) ?? [];
  return prefix === undefined ? iri : `${prefix}:${iri.slice(start.length)}`;
}
