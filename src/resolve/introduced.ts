import { isAcronymShape, standsFor } from './compare/acronym.ts';

/**
 * The acronym that a text introduces for a name: `Agence de la mer (ADM)`, `ADM (Agence de la mer)`, or in apposition,
 * `Agence de la mer, ADM,`. Undefined where there is none, or where its letters are not those of the name.
 */
export function introducedAcronym(text: string, surface: string): string | undefined {
  if (!surface.includes(' ')) return undefined;
  const at = text.indexOf(surface);
  if (at < 0) return undefined;
  const after = text.slice(at + surface.length, at + surface.length + 40).replace(/^[\s»"”*_]+/, '');
  const before = text.slice(Math.max(0, at - 40), at).replace(/[\s«"“*_]+$/, '');
  const found =
    /^\(\s*(?:l['’]|le |la |les |ou )?([^\s(),;]{2,13})\s*\)/.exec(after)?.[1] ??
    (after.startsWith(')') ? /([^\s(),;]{2,13})\s*\($/.exec(before)?.[1] : undefined) ??
    /([^\s(),;]{2,13})\s*[:,]\s*(?:l['’]|le |la |les )?$/.exec(before)?.[1] ??
    /^,\s*([^\s(),;]{2,13})\s*[,.;)]/.exec(after)?.[1];
  const acronym = found?.replace(/^[ld]['’]/i, '');
  return acronym !== undefined && isAcronymShape(acronym) && standsFor(acronym, surface) ? acronym : undefined;
}
