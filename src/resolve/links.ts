import { UsageError } from '../errors.ts';
import { dateField, readJsonLines, textField } from './json-lines.ts';
import { parseReference } from './judgements.ts';

/** A link out or an identifier of an entity, and who vouches for it: one line of the table of links. */
export interface LinkLine {
  readonly line: number;
  /** An id such as `organization/les-rouages`. */
  readonly of: { readonly kind: string; readonly slug: string };
  /** Exactly one of the two is set. */
  readonly url?: string;
  /** `scheme:value`. */
  readonly identifier?: string;
  readonly by?: string;
  readonly when?: string;
  readonly because?: string;
  /** Address where it can be checked. */
  readonly source?: string;
}

/**
 * Reads the curated table of links out: JSON Lines. An absent file is an empty table. Identifiers with check digits are
 * checked: a misprinted one would be someone else's.
 * @throws UsageError naming path and line for a line that is no link
 */
export function readLinks(path: string): LinkLine[] {
  return readJsonLines(path, FIELDS, EXAMPLE).map((at) => {
    const { line } = at;
    const [of, sameAs, identifier, by, because, source] = (
      ['of', 'sameAs', 'identifier', 'by', 'because', 'source'] as const
    ).map((field) => textField(path, at, field));
    const when = dateField(path, at, 'when');
    const reference = of === undefined ? undefined : parseReference(of);
    if (reference?.type !== 'id')
      throw new UsageError('expected an id such as organization/les-rouages', { path, line, field: 'of', value: of });
    if ((sameAs === undefined) === (identifier === undefined))
      throw new UsageError('expected either sameAs (an address) or identifier (scheme:value)', { path, line });
    for (const [field, value] of Object.entries({ sameAs, source })) {
      if (value !== undefined && !isWebAddress(value))
        throw new UsageError('expected an http or https address', { path, line, field, value });
    }
    if (identifier !== undefined) checkIdentifier(identifier, path, line);
    return {
      line,
      of: { kind: reference.kind, slug: reference.slug },
      ...(sameAs === undefined ? {} : { url: sameAs }),
      ...(identifier === undefined ? {} : { identifier }),
      ...(by === undefined ? {} : { by }),
      ...(when === undefined ? {} : { when }),
      ...(because === undefined ? {} : { because }),
      ...(source === undefined ? {} : { source }),
    };
  });
}

// --- internal ---

const FIELDS = ['of', 'sameAs', 'identifier', 'by', 'when', 'because', 'source'];
const EXAMPLE =
  '{"of": "organization/…", "sameAs": "https://…", "by": …, "when": …, "because": …, "source": "https://…"}';

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/.test(value) && URL.canParse(value);
}

function checkIdentifier(value: string, path: string, line: number): void {
  const [, scheme = '', rest = ''] = /^([a-z]+):(.+)$/.exec(value) ?? [];
  const check = SCHEMES.get(scheme);
  if (check === undefined)
    throw new UsageError(`expected scheme:value, with a scheme of ${[...SCHEMES.keys()].join(', ')}`, {
      ...{ path, line, field: 'identifier', value },
    });
  if (!check(rest))
    throw new UsageError(`this is no ${scheme} identifier: check its digits`, {
      path,
      line,
      field: 'identifier',
      value,
    });
}

/** Registers that are known, with the rule that their identifiers obey. */
const SCHEMES: ReadonlyMap<string, (value: string) => boolean> = new Map<string, (value: string) => boolean>([
  ['wikidata', (value) => /^Q[1-9]\d{0,11}$/.test(value)],
  // SIREN: nine digits, Luhn (INSEE).
  ['siren', (value) => /^\d{9}$/.test(value) && luhn(value)],
  // ROR: a leading 0, six of Crockford's base 32, two check digits.
  ['ror', (value) => /^0[a-hj-km-np-tv-z0-9]{6}\d\d$/.test(value)],
  ['osm', (value) => /^(?:node|way|relation)\/[1-9]\d{0,12}$/.test(value)],
  // ORCID: ISO 7064 MOD 11-2.
  ['orcid', (value) => /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(value) && mod11(value.replaceAll('-', ''))],
]);

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const n = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (n > 9 ? n - 9 : n);
  }, 0);
  return sum % 10 === 0;
}

function mod11(digits: string): boolean {
  const total = [...digits.slice(0, -1)].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
  const check = (12 - total) % 11;
  return digits.at(-1) === (check === 10 ? 'X' : String(check));
}
