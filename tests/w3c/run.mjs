// The W3C's tests of SPARQL 1.1 Query and Service Description, put over HTTP to the server as it is (.ci/w3c fetches them).
// usage: node tests/w3c/run.mjs SUITE TESTS: folder where rdf-test-suite is installed, and folder of the W3C's files.
// Exits with 1 where a test fails that known-failures.json does not name, one that it names passes, or tests are missing.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { startEndpoint } from './endpoint.mjs';
import { engineOver } from './engine.mjs';

const [suite, tests] = process.argv.slice(2);
const require = createRequire(join(suite, 'package.json'));
const { TestSuiteRunner } = require('rdf-test-suite/lib/TestSuiteRunner.js');
const { Util } = require('rdf-test-suite/lib/Util.js');
const { TestCaseQueryEvaluationHandler } = require('rdf-test-suite/lib/testcase/sparql/TestCaseQueryEvaluation.js');
const { termToString } = require('rdf-string-ttl');
// Some of the older tests have their data in RDF/XML.
Util.extensionToContentType.rdf = 'application/rdf+xml';

// The suite tells of tests that it cannot run; those of updates are not ours.
const { error } = console;
console.error = (said, ...more) => /UpdateEvaluationTest/.test(String(said)) || error(said, ...more);

const BASE = 'http://www.w3.org/2009/sparql/docs/tests/data-sparql11/';
const files = { urlToFileMappings: [{ url: BASE, path: `${tests}/` }] };
const { folders, known } = JSON.parse(readFileSync(new URL('known-failures.json', import.meta.url), 'utf8'));

const endpoint = await startEndpoint();
const engine = engineOver(endpoint, {
  termToString,
  documentOf: async (url) => (await Util.fetchRdf(url, files))[1],
  parseResult: (type, text) =>
    TestCaseQueryEvaluationHandler.parseQueryResult(type, endpoint.address, Readable.from([text])),
});
const wrong = [];
const met = new Set();
const sum = { query: { passed: 0, all: 0 }, 'service-description': { passed: 0, all: 0 } };
for (const [folder, expected] of Object.entries(folders)) {
  const found = await new TestSuiteRunner().runManifest(`${BASE}${folder}/manifest.ttl`, engine, {
    customEngingeOptions: { serviceDescriptionEndpoint: endpoint.address },
    testRegex: /(?:)/,
    timeOutDuration: 60_000,
    urlToFileMapping: `${BASE}~${tests}/`,
  });
  const passed = found.filter(({ ok }) => ok).length;
  console.log(`${folder}: ${passed} of ${found.length}`);
  if (found.length !== expected) wrong.push(`${folder}: ${found.length} tests were found, not ${expected}`);
  const total = sum[folder] ?? sum.query;
  total.passed += passed;
  total.all += found.length;
  for (const { test, ok, error } of found) {
    const name = test.uri.slice(BASE.length).replace('/manifest', '');
    const reason = known[name];
    if (reason !== undefined) met.add(name);
    if (ok && reason !== undefined) wrong.push(`${name}: passes, though known-failures.json says: ${reason}`);
    if (!ok) console.log(`  ${name}: ${reason ?? 'FAILED'}`);
    if (!ok && reason === undefined) wrong.push(`${name}: ${error.message}`);
  }
}
for (const name of Object.keys(known)) if (!met.has(name)) wrong.push(`${name}: known-failures.json names no test`);
for (const fault of endpoint.faults) wrong.push(fault);
await endpoint.close();

for (const one of wrong) console.log(`\n${one}`);
const { query, 'service-description': description } = sum;
console.log(
  `\nQuery: ${query.passed} of ${query.all}; Service Description: ${description.passed} of ${description.all}`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
