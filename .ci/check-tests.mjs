// Fails for tests that were skipped although what they need is there. usage: node check-tests.mjs TESTS.json
import { existsSync, readFileSync } from 'node:fs';

/** What may be skipped, and when: a piece of the test's full name, its reason, and whether the reason holds here. */
const MAY_BE_SKIPPED = [
  ['not as root', 'root may read everything', process.getuid?.() === 0],
  ['../shared', 'the labels and corpora stand beside the project', !existsSync('../shared')],
  ['needs /dev/full', 'only Linux has it', !existsSync('/dev/full')],
];

const { testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const skipped = testResults
  .flatMap(({ assertionResults }) => assertionResults)
  .filter(({ status }) => status !== 'passed' && status !== 'failed')
  .map(({ fullName }) => fullName);
const reasonOf = (name) => MAY_BE_SKIPPED.find(([part, , holds]) => holds && name.includes(part))?.[1];
for (const name of skipped) console.log(`skipped: ${name}: ${reasonOf(name) ?? 'WITHOUT A REASON THAT HOLDS HERE'}`);
console.log(`${skipped.length} skipped`);
process.exitCode = skipped.every((name) => reasonOf(name) !== undefined) ? 0 : 1;
