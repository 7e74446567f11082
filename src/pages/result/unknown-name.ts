/**
 * What to say of a value that should name a thing, or be its IRI, and does neither; undefined where it is an IRI. The server
 * and the browser say the same.
 */
export function unknownName(value: string, language: 'fr' | 'en'): string | undefined {
  if (/^(?:https?:\/\/|urn:)/.test(value)) return undefined;
  return language === 'fr'
    ? `Rien ici ne s’appelle « ${value} » : choisissez un nom de la liste qui s’ouvre quand on écrit.`
    : `Nothing here is called “${value}”: choose a name from the list that opens as you type.`;
}
