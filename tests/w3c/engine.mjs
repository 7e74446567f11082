import { Readable } from 'node:stream';

/**
 * The graph of what a test has in its default graph. The store merges all graphs into the default one, where tests keep
 * them apart: so the request names its graphs, as the protocol provides.
 */
const DEFAULT = 'urn:w3c:default';

const FROM = /\bFROM\s+(?:NAMED\s+)?<([^>]*)>/i;

/** An engine, as rdf-test-suite wants one, that puts every question to the endpoint over HTTP. */
export function engineOver(endpoint, { termToString, documentOf, parseResult }) {
  let served = '';
  async function serve(quads) {
    const nquads = quads.map(line).join('');
    if (nquads !== served) await endpoint.serve(nquads);
    served = nquads;
  }
  const line = ({ subject, predicate, object, graph }) =>
    `${[subject, predicate, object, graph].map((term) => termToString(term)).join(' ')} .\n`;
  const inGraph = ({ subject, predicate, object }, value) => ({
    subject,
    predicate,
    object,
    graph: { termType: 'NamedNode', value },
  });

  /** What FROM names, where a test has no data of its own. */
  async function documents(query, base) {
    const quads = [];
    for (const [, name] of query.matchAll(new RegExp(FROM, 'gi'))) {
      const url = new URL(name, base).href;
      for await (const quad of await documentOf(url)) quads.push(inGraph(quad, url));
    }
    return quads;
  }

  async function ask(data, query, { baseIRI }, accept) {
    const dataset = new URLSearchParams();
    const named = new Set(data.map(({ graph }) => graph.value).filter((graph) => graph !== ''));
    // A query that names its graphs chooses among those of the test.
    if (!FROM.test(query)) {
      if (data.length > 0) dataset.append('default-graph-uri', DEFAULT);
      for (const graph of named) dataset.append('named-graph-uri', graph);
    }
    const quads = data.map((quad) => (quad.graph.value === '' ? inGraph(quad, DEFAULT) : quad));
    await serve(data.length > 0 ? quads : await documents(query, baseIRI));
    return send(`?${dataset}`, query, { baseIRI }, accept);
  }

  const send = (dataset, query, { baseIRI }, accept = '*/*') =>
    fetch(endpoint.address + dataset, {
      method: 'POST',
      headers: { 'content-type': 'application/sparql-query', accept },
      body: `BASE <${baseIRI}>\n${query}`,
    });

  async function answer(response) {
    const text = await response.text();
    if (response.ok) return text;
    throw new Error(`${response.status}: ${JSON.parse(text).detail}`);
  }

  return {
    /** Throws for wrong syntax. What is refused for another reason has been read, and its syntax is right. */
    async parse(query, options) {
      const response = await send('', query, options);
      const { reason, detail } = response.ok ? {} : await response.json();
      if (reason === 'syntax') throw new Error(detail);
      if (!response.ok && reason !== 'service' && reason !== 'unsupported')
        endpoint.faults.push(`${response.status}: ${detail}\n${query}`);
    },
    async query(data, query, options) {
      const response = await ask(data, query, options);
      return parseResult(response.headers.get('content-type'), await answer(response));
    },
    async queryResultFormat(data, query, mediaType, options) {
      return Readable.from([await answer(await ask(data, query, options, mediaType))]);
    },
  };
}
