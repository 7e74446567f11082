import fc from 'fast-check';
import type { Attested, Evidence } from '../../src/domain/evidence.ts';
import { ENTITY_KINDS, type Mention } from '../../src/domain/mention.ts';
import { type Affiliation, CAPACITIES, PARTICIPANT_KINDS } from '../../src/domain/participation.ts';
import type { Place } from '../../src/domain/place.ts';
import { PROJECT_KINDS } from '../../src/domain/project.ts';
import type { DomainRecord } from '../../src/domain/record.ts';
import { FORMATS } from '../../src/domain/session.ts';

/** Few texts, so that names and lines collide, and some that no serialiser likes. */
const text = fc.oneof(
  fc.constantFrom('Ada', 'ADA', 'Le Pont', 'le pont', 'Gué', '北京', 'a "b" \\ <c> & d', 'x\ny', '\0', '\ud800', '-'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
);
const dates = fc.constantFrom('2022-09-28', '2022-09-28T10:00:00+02:00', 'hier');
const links = fc.constantFrom('https://x.test/', 'https://x.test/?a=[1]&b=é', 'javascript:x', 'a b');

const evidence: fc.Arbitrary<Evidence> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.nat(2), fc.constantFrom('r1', 'r2'), fc.constantFrom('stated', 'inferred'))
  .map(([first, more, rule, grade]) => ({ lines: { first, last: first + more }, rule, grade }));

const attested = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Attested<T>> =>
  fc.tuple(evidence, value).map(([where, what]) => ({ ...where, value: what }));
const some = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 2 });

/** A record of values, of which those named by `?` at the end of their key may be missing. */
function fields<T>(shape: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<T> {
  const entries = Object.entries(shape).map(([key, value]) => [key.replace('?', ''), value] as const);
  const requiredKeys = Object.keys(shape).filter((key) => !key.endsWith('?'));
  return fc.record(Object.fromEntries(entries), { requiredKeys }) as fc.Arbitrary<T>;
}

const said = (shape: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<DomainRecord> =>
  fc.tuple(evidence, fields<object>(shape)).map(([where, what]) => ({ ...where, ...what }) as DomainRecord);

const flatMention = fc
  .tuple(
    evidence,
    fields<Mention>({ kind: fc.constantFrom(...ENTITY_KINDS), name: text, surface: text, 'url?': links }),
  )
  .map(([where, what]): Mention => ({ ...where, ...what }));
const mention: fc.Arbitrary<Mention> = fc
  .tuple(flatMention, fc.option(flatMention))
  .map(([part, within]) => (within === null ? part : { ...part, within }));

const value = attested(text);
const place: fc.Arbitrary<Place> = fields({ 'name?': value, locality: value, 'street?': value, 'country?': value });
const affiliation: fc.Arbitrary<Affiliation> = fc
  .tuple(evidence, fields<Affiliation>({ 'role?': text, 'organization?': mention, past: fc.boolean() }))
  .map(([where, what]) => ({ ...where, ...what }));
const presented = fields({ project: mention, kind: fc.constantFrom(...PROJECT_KINDS), 'steward?': mention });
const is = fc.constant;

const record: fc.Arbitrary<DomainRecord> = fc.oneof(
  said({
    ...{
      type: is('event'),
      key: fc.constantFrom('e', 'e2'),
      name: value,
      'startDate?': attested(dates),
      'location?': place,
    },
    ...{ organizers: some(mention), partners: some(mention), about: some(mention), keywords: some(value) },
    ...{ 'abstract?': value, urls: some(attested(links)) },
  }),
  said({
    ...{ type: is('session'), key: fc.constantFrom('s', 's2'), event: is('e'), title: value, 'heading?': value },
    ...{ 'format?': attested(fc.constantFrom(...FORMATS)), 'page?': attested(fc.nat()), presents: some(presented) },
  }),
  said({
    ...{ type: is('agenda-item'), key: is('a'), event: is('e'), title: value, 'start?': attested(dates) },
    ...{ 'format?': attested(fc.constantFrom(...FORMATS)), hosts: some(mention), projects: some(mention) },
  }),
  said({
    ...{ type: is('participation'), in: fc.constantFrom('e', 's', 'a', 'x'), actor: mention, tentative: fc.boolean() },
    ...{ capacity: fc.constantFrom(...CAPACITIES), affiliations: some(affiliation) },
    ...{ 'participantKind?': attested(fc.constantFrom(...PARTICIPANT_KINDS)) },
  }),
  said({
    ...{ type: is('article'), key: is('x'), headline: value, 'datePublished?': attested(dates), 'abstract?': value },
    ...{ keywords: some(value), urls: some(attested(links)) },
  }),
  said({
    ...{ type: is('person'), person: mention, affiliations: some(affiliation), projects: some(mention) },
    ...{ urls: some(attested(links)), sameAs: some(attested(links)) },
  }),
  said({
    ...{ type: is('organization'), organization: mention, 'description?': value, location: some(place) },
    ...{ urls: some(attested(links)), sameAs: some(attested(links)) },
  }),
  said({
    ...{
      type: is('project'),
      project: mention,
      'kind?': attested(fc.constantFrom(...PROJECT_KINDS)),
      stewards: some(mention),
    },
    ...{ 'description?': value, concepts: some(mention), keywords: some(value), location: some(place) },
    ...{ cohorts: some(mention), urls: some(attested(links)), sameAs: some(attested(links)) },
  }),
  said({ type: is('cohort'), cohort: mention, 'programme?': mention }),
  said({ type: is('concept'), concept: mention, 'definition?': value }),
  mention.map((loose): DomainRecord => ({ type: 'mention', mention: loose })),
);

/** One record of each keyed kind, so that what refers to them finds them. */
const anchors: readonly DomainRecord[] = (() => {
  const where: Evidence = { lines: { first: 1, last: 1 }, rule: 'r1', grade: 'stated' };
  const name = { ...where, value: 'Le Pont' };
  const none = {
    organizers: [],
    partners: [],
    about: [],
    keywords: [],
    urls: [],
    presents: [],
    hosts: [],
    projects: [],
  };
  return [
    { ...none, ...where, type: 'event', key: 'e', name },
    { ...none, ...where, type: 'session', key: 's', event: 'e', title: name },
    { ...none, ...where, type: 'agenda-item', key: 'a', event: 'e', title: name },
    { ...none, ...where, type: 'article', key: 'x', headline: name },
  ];
})();

/** Records of one document, of every type, whose keys resolve. */
export const records: fc.Arbitrary<readonly DomainRecord[]> = fc
  .array(record, { maxLength: 12 })
  .map((some) => [...anchors, ...some]);
