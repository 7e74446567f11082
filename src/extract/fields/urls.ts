import { holdsEmail } from '../scrub.ts';

/**
 * An http(s) address in the form that RDF takes: every character that an IRI may not hold is percent-encoded, and what is
 * encoded stays so. Throws RangeError for anything else: other schemes, no host, a password, a personal e-mail address.
 */
export function readUrl(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new RangeError('a full web address is expected, such as https://example.org/page');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new RangeError('only http and https addresses are kept');
  if (url.username !== '' || url.password !== '') throw new RangeError('an address with a user name is not published');
  if (holdsEmail(url.href)) throw new RangeError('an address that holds an e-mail address is not published');
  return url.href.replace(NOT_IN_IRI, encodeURIComponent).replace(/%(?![0-9A-Fa-f]{2})/g, '%25');
}

// --- internal ---

/** What the IRIREF of SPARQL and Turtle excludes and URL lets through. */
const NOT_IN_IRI = /[<>"{}|\\^`]/g;
