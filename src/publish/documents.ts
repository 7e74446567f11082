import { dcterms, mlg, oa, prov, rdf } from '../map/vocab.ts';
import { html, outward } from '../pages/html.ts';
import { isIri, parseLine } from './statement.ts';

/**
 * A page for each document that was read: its passages with their quotes, each at the fragment that its IRI names, so that
 * the addresses of passages lead somewhere. What was not quoted is not there.
 * @param form `folder`: read at the address with a `/` at its end, as file servers do; `document`: read at its IRI
 * @returns pages by path
 */
export function* documentPages(
  lines: readonly string[],
  base: string,
  language: 'fr' | 'en',
  form: 'folder' | 'document' = 'folder',
): Generator<readonly [string, string]> {
  const said = new Map<string, Map<string, string>>();
  const documents = new Set<string>();
  for (const line of lines) {
    if (!line.startsWith(`<${base}source/`)) continue;
    const { subject, predicate, object } = parseLine(line);
    if (!PROPERTIES.has(predicate)) continue;
    const value = isIri(object) ? object.iri : object.value;
    if (predicate === rdf.type && value === mlg.Document) documents.add(subject);
    said.set(subject, (said.get(subject) ?? new Map()).set(predicate, value));
  }
  const passages = new Map<string, { id: string; first: number; quote: string }[]>();
  for (const [iri, properties] of said) {
    const document = properties.get(prov.wasDerivedFrom);
    if (document === undefined) continue;
    const first = Number(properties.get(mlg.firstLine));
    const passage = { id: iri.slice(iri.indexOf('#') + 1), first, quote: properties.get(oa.exact) ?? '' };
    passages.set(document, [...(passages.get(document) ?? []), passage]);
  }
  for (const iri of [...documents].sort()) {
    const place = `${iri.slice(base.length)}/index.html`;
    const path = said.get(iri)?.get(mlg.path) ?? iri;
    const license = said.get(iri)?.get(dcterms.license) ?? '';
    const own = (passages.get(iri) ?? []).sort((a, b) => a.first - b.first || (a.id < b.id ? -1 : 1));
    const up = '../'.repeat(place.split('/').length - (form === 'folder' ? 1 : 2));
    const title = language === 'fr' ? 'Passages lus dans' : 'Passages read in';
    yield [
      place,
      `<!DOCTYPE html>\n${html`<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${path}</title>
<link rel="stylesheet" href="${up}assets/style.css">
<main>
<p><a href="${up}index.html">${language === 'fr' ? 'Accueil' : 'Home'}</a></p>
<h1>${title} ${path}</h1>
<p>${outward(license) !== undefined && html`<a rel="license" href="${outward(license)}">${license}</a>`}</p>
${own.map(({ id, quote }) => html`<blockquote id="${id}"><p>${quote}</p><footer>${id}</footer></blockquote>\n`)}</main>
</html>`.toString()}\n`,
    ];
  }
}

// --- internal ---

const PROPERTIES: ReadonlySet<string> = new Set([
  ...[rdf.type, dcterms.license, mlg.path, mlg.firstLine, oa.exact, prov.wasDerivedFrom],
]);
