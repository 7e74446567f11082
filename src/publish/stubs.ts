import { dcterms } from '../map/vocab.ts';
import { isIri, parseLine } from './statement.ts';

/**
 * Where each id of the graph leads: a thing to its own page, one that was merged to the page of the id that replaces it. Ids that
 * are gone lead nowhere.
 * @returns path below the base (`id/person/ada`) of the id, and of what it leads to
 */
export function leads(lines: readonly string[], things: readonly string[], base: string): ReadonlyMap<string, string> {
  const alive = new Set(things);
  const path = (iri: string): string => iri.slice(base.length);
  const out = new Map(things.map((iri) => [path(iri), path(iri)]));
  for (const line of lines) {
    if (!line.includes(dcterms.isReplacedBy)) continue;
    const { subject, predicate, object } = parseLine(line);
    if (predicate === dcterms.isReplacedBy && isIri(object) && alive.has(object.iri) && !alive.has(subject)) {
      out.set(path(subject), path(object.iri));
    }
  }
  return out;
}

/** The page at `id/…/index.html`: it leads on by itself, and says where to. Paths of ids are URL-safe as they are. */
export function stub(target: string, language: string): string {
  const page = `../../../${target.replace(/^id\//, 'doc/')}.${language}.html`;
  return `<!DOCTYPE html>
<html lang="${language}">
<meta charset="utf-8">
<title>${target}</title>
<meta http-equiv="refresh" content="0; url=${page}">
<link rel="canonical" href="${page}">
<p><a href="${page}">${target}</a>
</html>
`;
}
