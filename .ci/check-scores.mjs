// Fails where a score of the labelled corpus is below what must hold. usage: node check-scores.mjs SCORES.json
import { readFileSync } from 'node:fs';

const LEAST = [
  ['sessions', 'f1', 1],
  ['session start', 'accuracy', 0.98],
  ['session end', 'accuracy', 0.98],
];

const { results, missing } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const faults = missing.map((name) => `${name}: missing`);
for (const [label, measure, least] of LEAST) {
  const found = results.find((result) => result.label === label)?.[measure];
  if (!(found >= least)) faults.push(`${label}: ${measure} is ${found}, and must be at least ${least}`);
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
