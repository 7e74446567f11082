import type { DomainRecord } from '../domain/record.ts';
import { SourceError } from '../errors.ts';
import { without } from '../extract/stated.ts';
import type { Withheld } from '../resolve/suppressions.ts';
import { problemOf } from './problems.ts';
import type { Extracted } from './read-group.ts';

/**
 * A document without those who asked to be left out: no record and no mention of them, and `[…]` for their names in every
 * text. A document whose own path names one is left out whole, since its address would.
 */
export function withhold(document: Extracted, withheld: Withheld | undefined): Extracted {
  if (withheld === undefined || document.file === undefined) return document;
  const { source, path, file, records, findings, problems } = document;
  if (withheld.redact(file.path) !== file.path) {
    const reason = new SourceError('its path names someone who asked to be left out', { source: source.id, path });
    const { file: _file, ...rest } = document;
    return {
      ...rest,
      records: [],
      findings: [],
      problems: [...problems, problemOf('quarantined', source.id, reason, path)],
    };
  }
  const names = (part: object): boolean => 'surface' in part && 'name' in part && withheld.isName(String(part.name));
  const leads = (part: object): boolean => 'value' in part && isNamingLink(part.value, withheld);
  const left = without(records, (part) => names(part) || leads(part));
  const clean = <T>(value: T): T => texts(value, withheld.redact) as T;
  return { ...document, records: left.map((record): DomainRecord => clean(record)), findings: findings.map(clean) };
}

// --- internal ---

/** The same with every text changed. Records are plain data: one walk serves all. */
function texts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => texts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, texts(part, change)] as const)
      // An address with a hole in it leads nowhere.
      .filter(([key, part]) => key !== 'url' || part === value[key as keyof typeof value]),
  );
}

const isNamingLink = (value: unknown, { redact }: Withheld): boolean =>
  typeof value === 'string' && /^https?:/.test(value) && redact(value) !== value;
