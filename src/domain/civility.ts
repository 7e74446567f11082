import { fold } from './fold.ts';

/** Forms of address before a name. Folded, without full stop. */
export const CIVILITIES: ReadonlySet<string> = new Set([
  'm',
  'mm',
  'mme',
  'mmes',
  'mlle',
  'mr',
  'madame',
  'monsieur',
  'dr',
  'pr',
  'me',
]);

/** With a capital before a name they are a form of address as well. Folded. */
export const TITLES: ReadonlySet<string> = new Set(['professeur', 'professeure', 'docteur', 'docteure', 'maitre']);

/** True for `Mme Durand`: the surface of a person holds the form of address only where no given name is printed. */
export function isSurnameAlone(surface: string): boolean {
  const first = fold(surface.split(/[.\s]/u)[0] ?? '');
  return CIVILITIES.has(first) || TITLES.has(first);
}
