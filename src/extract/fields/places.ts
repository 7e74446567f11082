import type { FieldType } from '../../config/record-types.ts';
import type { FieldSpec } from '../../config/types.ts';
import type { Attested } from '../../domain/evidence.ts';
import type { Place } from '../../domain/place.ts';
import { type Address, parseAddress } from '../address.ts';
import { compileConversion, evidence } from './attested.ts';
import type { Compiling } from './context.ts';
import { compileParts, type Parts, partOf } from './parts.ts';
import type { Scope } from './paths.ts';
import type { Report, Value } from './report.ts';

/**
 * Compiles a `location`: its parts, or a whole postal address. Parts that are given go before those read from the address.
 * An address that cannot be split gives nothing but a finding; so does a place with neither name nor locality.
 */
export function compilePlaces(spec: FieldSpec, type: FieldType, compiling: Compiling) {
  const field = 'location';
  const read = compileParts(spec, 'address', field, type, compiling);
  const convert = new Map(
    PARTS.map((part) => [
      part,
      compileConversion('text', partOf(spec, part)?.as ?? 'text', `${field}.${part}`, compiling),
    ]),
  );
  return (scope: Scope, report: Report): readonly Place[] =>
    read(scope, report).flatMap((parts) => {
      const place: Record<string, Attested> = {};
      const address = parts.address;
      if (address !== undefined) Object.assign(place, fromAddress(address, report));
      for (const part of PARTS) {
        const value = parts[part];
        const attested = value === undefined ? undefined : convert.get(part)?.(value, report);
        if (attested !== undefined) place[part] = attested;
      }
      if (place.name !== undefined || place.locality !== undefined) return [place];
      if (Object.keys(place).length > 0) nameless(parts, report);
      return [];
    });
}

// --- internal ---

const PARTS = ['name', 'street', 'postalCode', 'locality', 'country'] as const;

/** Venues come again and again, and an address takes longer to read than all else on a page. */
const addresses = new Map<string, Address | undefined>();
const MOST_ADDRESSES = 5000;

function addressOf(text: string): Address | undefined {
  if (addresses.has(text)) return addresses.get(text);
  const address = parseAddress(text);
  if (addresses.size >= MOST_ADDRESSES) addresses.clear();
  if (text.length < 300) addresses.set(text, address);
  return address;
}

function fromAddress(value: Value, report: Report): Place {
  const address = addressOf(value.text);
  if (address === undefined) {
    report.finding({ code: 'address-not-understood', value: value.text }, value);
    return {};
  }
  const read = evidence(value, 'field:location.address');
  const place: Record<string, Attested> = {};
  for (const [part, text] of Object.entries(address)) place[part] = { value: text, ...read };
  return place;
}

function nameless(parts: Parts, report: Report): void {
  const value = Object.values(parts).find((part) => part !== undefined);
  if (value !== undefined) report.finding({ code: 'place-without-name', value: value.text }, value);
}
