import Negotiator from 'negotiator';
import { LANGUAGES, type Language } from '../pages/site.ts';

/** The language that a request wants (RFC 9110, section 12.5.4); `otherwise` where it wants neither or does not say. */
export function languageOf(acceptLanguage: string | undefined, otherwise: Language): Language {
  const known = [otherwise, ...LANGUAGES.filter((language) => language !== otherwise)];
  const wanted = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? '*' } }).language(known);
  return known.find((language) => language === wanted) ?? otherwise;
}
