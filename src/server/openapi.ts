import type { SavedQuery } from '../query/catalogue.ts';
import type { Parameter } from '../query/parameter.ts';
import { formats, formatsOf } from '../store/formats.ts';
import type { ServerContext } from './context.ts';

/** The API as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0), from the decorators of the saved queries. */
export function openapi(context: ServerContext): object {
  const { title, description, address, license, queries } = context;
  return {
    openapi: '3.1.0',
    info: {
      title,
      ...(description === undefined ? {} : { description }),
      version: '1',
      ...(license === undefined ? {} : { license: { name: license, url: license } }),
    },
    servers: [{ url: address.replace(/\/$/, '') }],
    paths: {
      ...Object.fromEntries(queries.map((query) => [`/queries/${query.name}`, { get: operation(query) }])),
      '/search': { get: SEARCH },
      '/sparql': { get: SPARQL },
      '/health': { get: { summary: 'Whether the server answers, and which edition', responses: { 200: OK } } },
    },
    components: { schemas: { Problem: PROBLEM } },
  };
}

// --- internal ---

const OK = { description: 'OK' };
const PROBLEM = {
  description: 'RFC 9457',
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    reason: {
      type: 'string',
      description: 'Of a query that was refused or failed: syntax, limit, service, timeout, …',
    },
  },
};
const FAULT = {
  description: 'What is wrong, and what to do',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const inQuery = (name: string, schema: object, more: object = {}) => ({ name, in: 'query', schema, ...more });

const SEARCH = {
  summary: 'Search names, without accents and with a letter wrong',
  parameters: [
    inQuery('q', { type: 'string' }, { required: true }),
    inQuery('kind', { type: 'string' }),
    inQuery('limit', { type: 'integer', minimum: 1, maximum: 100, default: 20 }),
  ],
  responses: { 200: { ...OK, content: { 'application/json': {} } } },
};

const SPARQL = {
  summary: 'SPARQL 1.1 Protocol, read only',
  externalDocs: { url: 'https://www.w3.org/TR/sparql11-protocol/' },
  parameters: [
    inQuery('query', { type: 'string', maxLength: 16_384 }),
    inQuery('default-graph-uri', { type: 'array', items: { type: 'string', format: 'iri' } }),
    inQuery('named-graph-uri', { type: 'array', items: { type: 'string', format: 'iri' } }),
  ],
  responses: { 200: OK, 400: FAULT, 403: FAULT, 406: FAULT, 503: FAULT, 504: FAULT },
};

function operation(query: SavedQuery): object {
  const { name, summary, description, tags, kind, parameters } = query;
  return {
    operationId: name,
    summary,
    ...(description === undefined ? {} : { description }),
    ...(tags.length === 0 ? {} : { tags }),
    parameters: [
      ...parameters.map((parameter) =>
        inQuery(parameter.name, schemaOf(parameter), parameter.required ? { required: true } : {}),
      ),
      ...(kind === 'bindings' ? PAGING : []),
    ],
    responses: {
      200: {
        ...OK,
        content: Object.fromEntries(
          ['text/html', ...formatsOf(kind).map((format) => formats[format].mediaType)].map((type) => [type, {}]),
        ),
      },
      400: FAULT,
      406: FAULT,
      503: FAULT,
      504: FAULT,
    },
  };
}

const PAGING = [
  inQuery('page', { type: 'integer', minimum: 1 }),
  inQuery('pageSize', { type: 'integer', minimum: 1, maximum: 10_000 }),
];

function schemaOf({ type, default: preset, values }: Parameter): object {
  return {
    ...(TYPES[type] ?? { type: 'string' }),
    ...(values === undefined ? {} : { enum: values }),
    ...(preset === undefined ? {} : { default: preset }),
  };
}

const TYPES: Readonly<Record<string, object>> = {
  iri: { type: 'string', format: 'iri' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  decimal: { type: 'number' },
  double: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  dateTime: { type: 'string', format: 'date-time' },
  gYear: { type: 'string', pattern: '^[0-9]{4}$' },
};
