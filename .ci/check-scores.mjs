// Fails where a score of the labelled corpus is below what must hold. usage: node check-scores.mjs SCORES.json
import { readFileSync } from 'node:fs';

const LEAST = [
  ['sessions', 'f1', 1],
  ['session start', 'accuracy', 0.98],
  ['session end', 'accuracy', 0.98],
  ['session titles', 'accuracy', 0.98],
  ['session format', 'accuracy', 0.95],
  ['people in sessions', 'f1', 0.985],
  ['capacity', 'accuracy', 0.97],
  ['affiliations', 'f1', 0.95],
  ['roles', 'f1', 0.93],
  ['organisations in sessions', 'f1', 0.9],
  ['projects presented', 'f1', 0.8],
  ['event fields', 'accuracy', 1],
  ['agenda items', 'f1', 0.97],
  ['agenda times', 'accuracy', 0.97],
  ['people in pages', 'f1', 0.95],
  ['projects named (recall)', 'accuracy', 0.8],
  ['project stewards', 'accuracy', 0.75],
  ['persons mentions found', 'accuracy', 0.97],
  ['persons identity (pairs)', 'precision', 0.995],
  ['persons identity (pairs)', 'recall', 0.96],
  ['organisations mentions found', 'accuracy', 0.85],
  ['organisations identity (pairs)', 'precision', 0.98],
  ['organisations identity (pairs)', 'recall', 0.9],
  ['look-alikes kept apart', 'accuracy', 1],
];

const { results, missing } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const faults = missing.map((name) => `${name}: missing`);
for (const [label, measure, least] of LEAST) {
  const found = results.find((result) => result.label === label)?.[measure];
  if (!(found >= least)) faults.push(`${label}: ${measure} is ${found}, and must be at least ${least}`);
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
