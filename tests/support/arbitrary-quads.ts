import fc from 'fast-check';
import { literal, quad } from '../../src/map/nquads.ts';
import { NAMESPACES, rdf, schema, xsd } from '../../src/map/vocab.ts';
import { BASE } from './graph.ts';

const iris = fc.constantFrom(
  `${BASE}id/person/ada`,
  `${BASE}id/person/ada-2`,
  `${BASE}id/person`,
  `${BASE}id/person/`,
  `${BASE}source/a/b%20c.md#L1-m-x`,
  "https://x.test/é?a=b&c=(d);e='f'#g",
  'https://x.test/a.b.',
  'https://x.test/%5B%5D~!$*+,',
  'urn:x:1',
);
const predicates = fc.constantFrom(
  ...[rdf.type, schema.name, schema.about, schema.startDate, `${NAMESPACES.skos}notation`],
  ...['https://x.test/other#p', 'https://x.test/2023/9lives', 'https://x.test/é.à-b', 'urn:x:p', 'https://x.test/a&b'],
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.constantFrom(
    '',
    ' ',
    '\n x \n',
    '\r\n',
    '\t',
    '\0',
    '\ufffe',
    '\ud800',
    ']]>',
    '<!--',
    '&amp;',
    '"""',
    "'''",
    '\\',
    '$&',
    '😀',
  ),
);
const objects = fc.oneof(
  iris.map((iri) => `<${iri}>`),
  texts.map((text) => literal(text)),
  fc.tuple(texts, fc.constantFrom('fr', 'en-GB')).map(([text, language]) => literal(text, language)),
  fc.constantFrom('0', '-6', '007', '+5', '123456789012345678901').map((text) => literal(text, xsd.integer)),
  fc.constantFrom('true', 'false', '1').map((text) => literal(text, xsd.boolean)),
  // Not `.5`: legal Turtle, at which rdflib stops.
  fc.constantFrom('1.50', '0.5', '1').map((text) => literal(text, `${NAMESPACES.xsd}decimal`)),
  fc.constantFrom('1e0', '1.0E2', 'NaN').map((text) => literal(text, `${NAMESPACES.xsd}double`)),
  fc.constantFrom('2022-09-28').map((text) => literal(text, xsd.date)),
  texts.map((text) => literal(text, 'https://x.test/type')),
);
const graphs = fc.constantFrom(`<${BASE}graph/identity>`, `<${BASE}source/a/b%20c.md#L1>`, '');

/** N-Quads that try serialisers: every kind of literal, hostile texts, IRIs with what IRIs may hold. */
export const quads: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(iris, predicates, objects, graphs).map(([s, p, o, g]) => quad(`<${s}>`, `<${p}>`, o, g)),
    { maxLength: 30 },
  )
  .map((lines) => lines.join(''));
