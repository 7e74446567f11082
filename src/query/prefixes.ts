/**
 * A query with declarations of the known prefixes that it uses and does not declare, on its first line, so that the
 * lines that errors name stay those of the text.
 */
export function withPrefixes(sparql: string, known: Readonly<Record<string, string>>): string {
  const declared = new Set([...sparql.matchAll(/\bPREFIX\s+([\p{L}\p{N}_-]*):/giu)].map((found) => found[1]));
  const missing = Object.entries(known).filter(([name]) => !declared.has(name) && uses(sparql, name));
  return missing.map(([name, iri]) => `PREFIX ${name}: <${iri}> `).join('') + sparql;
}

// --- internal ---

/** A false alarm, in a string or a comment, declares a prefix too many: that does no harm. */
function uses(sparql: string, name: string): boolean {
  for (let at = sparql.indexOf(`${name}:`); at >= 0; at = sparql.indexOf(`${name}:`, at + 1)) {
    if (!/[\p{L}\p{N}_:.-]/u.test(sparql[at - 1] ?? ' ')) return true;
  }
  return false;
}
