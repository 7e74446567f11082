// Prints `N passed, N failed`. usage: node counts.mjs TESTS.json [NAME OF A FAILED CHECK …]
import { readFileSync } from 'node:fs';

const [path, ...checks] = process.argv.slice(2);
let tests = { numPassedTests: 0, numFailedTests: 0 };
try {
  tests = JSON.parse(readFileSync(path, 'utf8'));
} catch {
  // Vitest was not reached: the step that stopped it is among the failures.
}
// A file of tests that cannot even be loaded has no failed test in it.
const unloaded = (tests.testResults ?? []).filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
).length;
const failed = tests.numFailedTests + unloaded;
// `npm test` failed because of what is counted already, unless it never came to its tests.
const others = checks.filter((name) => name !== 'npm test' || failed === 0).length;
console.log(`${tests.numPassedTests} passed, ${failed + others} failed`);
