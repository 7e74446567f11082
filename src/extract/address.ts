import { fold } from '../domain/fold.ts';
import { NOT_STREETS, NOWHERE, STREETS, VENUES } from './words/addresses.ts';

/** Parts of a French postal address, each spelt as in the text. */
export interface Address {
  /** What stands before the street: the name of the place. */
  readonly name?: string;
  readonly street?: string;
  readonly postalCode?: string;
  /** Without CEDEX and its number. */
  readonly locality?: string;
  /** ISO 3166-1 alpha-2, where the text names the country. */
  readonly country?: 'FR';
}

/**
 * Splits a French postal address: `12 bis rue Haute, 75001 Paris Cedex 01`, `12 rue Haute 33076 Bordeaux`, `Nantes`,
 * `Nantes (44)`, `Salle des fêtes, 3 place du Marché, 01000 Bourg`. Undefined where it does not fit: nothing is guessed.
 */
export function parseAddress(text: string): Address | undefined {
  let rest = text.replace(/\s+/g, ' ').trim();
  if (rest.length > 300) return undefined;
  const country = /^(.*\S)[\s,]+\(?france\)?\.?$/i.exec(rest);
  if (country !== null) rest = trimmed(country[1] as string);
  const address = withPostalCode(rest) ?? withoutPostalCode(rest);
  return address === undefined || country === null ? address : { ...address, country: 'FR' };
}

// --- internal ---

function withPostalCode(text: string): Address | undefined {
  const tokens = text.split(' ');
  const at = postalCodeAt(tokens);
  if (at === undefined) return undefined;
  const postalCode = codeIn(tokens[at] as string) as string;
  const before = trimmed(tokens.slice(0, at).join(' '));
  const after = withoutCedex(trimmed(tokens.slice(at + 1).join(' ')));
  if (after === '') {
    // `Nantes 44000`
    return isLocality(before) ? { postalCode, locality: before } : undefined;
  }
  if (!isLocality(after)) return undefined;
  if (before === '') return { postalCode, locality: after };
  const lead = splitLead(before);
  return lead === undefined ? undefined : { ...lead, postalCode, locality: after };
}

function withoutPostalCode(text: string): Address | undefined {
  const parts = text.split(',').map((part) => trimmed(part));
  const last = withoutCedex(parts.at(-1) ?? '');
  if (parts.length === 1) {
    const department = /^([^()]*\S) ?\((?:\d{2,3}|2[ABab])\)$/.exec(last);
    const locality = department?.[1] ?? last;
    return isLocality(locality) && !isVenue(locality) && !isStreet(locality) ? { locality } : undefined;
  }
  const lead = splitLead(parts.slice(0, -1).join(', '));
  return lead?.street !== undefined && isLocality(last) ? { ...lead, locality: last } : undefined;
}

/** The last token that is a postcode with a place after it; numbers of post boxes are none. */
function postalCodeAt(tokens: readonly string[]): number | undefined {
  for (let i = tokens.length - 1; i >= 0; i--) {
    if (codeIn(tokens[i] as string) === undefined) continue;
    if (BOXES.has(fold(tokens[i - 1] ?? ''))) continue;
    return i;
  }
  return undefined;
}

const BOXES = new Set(['bp', 'cs', 'tsa', 'b.p.', 'c.s.']);

/** `75015`, `F-75015`, `(75015)`, `75015,`: five digits; which departments there are is not for a reader of addresses to know. */
function codeIn(token: string): string | undefined {
  const code = /^\(?(?:F-|FR-)?(\d{5})\)?,?$/.exec(token)?.[1];
  return code === undefined || code.startsWith('00') ? undefined : code;
}

/** What stands before the postcode: a street, or the name of a place and then a street. */
function splitLead(text: string): Pick<Address, 'name' | 'street'> | undefined {
  if (isStreet(text)) return { street: text };
  const parts = text.split(/,| [-–—] /).map((part) => trimmed(part));
  const at = parts.findIndex(isStreet);
  if (at > 0) {
    const street = trimmed(text.slice(text.indexOf(parts[at] as string)));
    return { name: parts.slice(0, at).join(', '), street };
  }
  // Only a name: it must look like one.
  return at < 0 && parts.length === 1 && isVenue(text) && !/\d/.test(text) ? { name: text } : undefined;
}

/** A number and words (`12 bis rue Haute`, `3, place …`, `2-4 quai …`), or words that begin with a kind of street. */
function isStreet(text: string): boolean {
  const number = /^\d{1,4}(?: ?[-/à] ?\d{1,4})?(?: ?(?:bis|ter|quater|[A-Da-d])(?![\p{L}\d]))?,? (?=\p{L})/u.exec(text);
  const first = fold(text.slice(number?.[0].length ?? 0).split(' ', 1)[0] ?? '').replace(/\.$/, '');
  // A date or a count is a number and a word too, so the word must be long enough a name or a kind of street.
  return number !== null ? !NOT_STREETS.has(first) : STREETS.has(first) && text.includes(' ');
}

/** A proper name of at most seven words, without digits other than those of an arrondissement. */
function isLocality(text: string): boolean {
  const name = text.replace(/ (?:\d{1,2} ?(?:er|e|ème|eme)?|\d{1,2} ?(?:er|e|ème|eme)? arrondissement)$/i, '');
  if (!/^\p{Lu}[\p{L}'’ .\-/]*$/u.test(name) || name.length > 60) return false;
  const words = fold(name).split(/[ -]/);
  return words.length <= 7 && !NOWHERE.has(words[0] as string) && !NOWHERE.has(fold(name));
}

/** Names that are made of a kind of building are names of places, not of towns. */
function isVenue(text: string): boolean {
  return fold(text)
    .split(/[ '-]/)
    .some((word, i) => VENUES.has(word) && (i === 0 || !text.includes('-')));
}

const withoutCedex = (text: string): string => text.replace(/[ ,]+cedex(?: ?\d{1,2})?$/i, '');

/** Without blanks, commas and full stops at the ends. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && ' ,;'.includes(text.charAt(start))) start++;
  while (end > start && ' ,;.–—-'.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
