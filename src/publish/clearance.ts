import { UsageError } from '../errors.ts';
import { ALL_TERMS, CATALOGUE_TERMS, dcterms, mlg, rdf } from '../map/vocab.ts';
import { parseLine } from './statement.ts';

export interface Clearance {
  readonly base: string;
  /** Licence of the whole, where there is one. */
  readonly license: string | undefined;
  /** Takes e-mail addresses and telephone numbers out of a text. */
  readonly scrub: (text: string) => string;
}

/**
 * Stops what must not be published: a source (or the whole) without a licence, a property that is not on the list of
 * published ones, an e-mail address or a telephone number. The build lets none of the last two through: this is the
 * second door.
 *
 * @param lines canonical N-Quads
 * @throws UsageError that names all sources without licence, or the first statement
 */
export function assertPublishable(lines: readonly string[], { base, license, scrub }: Clearance): void {
  const licensed = new Set<string>();
  const documents = new Set<string>();
  const sourceOf = new Map<string, string>();
  for (const line of lines) {
    const { subject, predicate, object, graph } = parseLine(line);
    if (predicate === dcterms.license) licensed.add(subject);
    else if (predicate === rdf.type && 'iri' in object && object.iri === mlg.Document) documents.add(subject);
    else if (predicate === mlg.source && 'value' in object) sourceOf.set(subject, object.value);
    const where = { field: predicate, value: graph ?? '' };
    if (!ALL_TERMS.has(predicate) && !CATALOGUE_TERMS.has(predicate)) {
      throw new UsageError('not a property that is published: build again with this version', where);
    }
    const text = 'value' in object ? (object.datatype === undefined ? object.value : '') : emailPart(object.iri, base);
    if (text !== '' && predicate !== mlg.sha256 && scrub(text) !== text) {
      throw new UsageError(
        `<${subject}> bears an e-mail address or a telephone number: take it out of the source or the config, then build again`,
        where,
      );
    }
  }
  const bare = [...documents].filter((iri) => !licensed.has(iri)).map((iri) => sourceOf.get(iri) ?? iri);
  const named = [...new Set(bare)].filter((id) => id !== 'config').sort();
  if (named.length > 0) {
    throw new UsageError(
      `${named.map((id) => `the source "${id}" has no licence`).join(', ')}: without one nobody may reuse it. Add "license: https://…" to the source in the config (or at its top, for all), then build again`,
    );
  }
  if (license === undefined) {
    throw new UsageError(
      'the graph has no licence: add "license: https://…" at the top of the config, then build again',
    );
  }
}

// --- internal ---

/** Addresses hold digits of all kinds, which are no telephone numbers; an `@` in them may be of an e-mail address. */
function emailPart(iri: string, base: string): string {
  if (iri.startsWith(base) || !/@|%40/i.test(iri)) return '';
  try {
    return decodeURIComponent(iri).replace(/[^@]*[/=:?&]/g, ' ');
  } catch {
    return iri;
  }
}
