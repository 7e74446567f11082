import { availableParallelism, loadavg } from 'node:os';
import type { SearchDocument } from '../src/search/document.ts';
import { createSearch } from '../src/search/search.ts';
import { createWorld, titleOf } from './fiction.ts';
import { createRandom } from './random.ts';
import { median } from './statistics.ts';

/** Search over so many invented names: how long each kind of question takes, against reading through all of them. */
const DOCUMENTS = 10_000;

const random = createRandom(1);
const world = createWorld(random, DOCUMENTS * 4);
const documents: SearchDocument[] = Array.from({ length: DOCUMENTS }, (_, i) => {
  const person = world.people[i % world.people.length];
  if (i < world.people.length && person !== undefined)
    return { path: `doc/person/${i}`, kind: 'person', name: person.name, facts: [person.organization] };
  return {
    path: `doc/session/${i}`,
    kind: 'session',
    name: titleOf(random, world),
    facts: [random.pick(world.venues).town],
  };
});

const started = performance.now();
const search = createSearch(documents);
const indexing = performance.now() - started;

const names = Array.from({ length: 200 }, () => random.pick(documents).name);
const asked: Record<string, readonly string[]> = {
  'whole names': names,
  'beginnings of two letters': names.map((name) => name.slice(0, 2)),
  'beginnings of words': names.map((name) =>
    name
      .split(' ')
      .map((word) => word.slice(0, 3))
      .join(' '),
  ),
  'a letter wrong': names.map((name) => name.replace(/(?<=\p{L}{3})\p{L}/u, 'x')),
};
const through = median(
  names
    .slice(0, 20)
    .map((name) =>
      time(() =>
        documents.filter((document) => document.name.normalize('NFKD').toLowerCase().includes(name.toLowerCase())),
      ),
    ),
);

process.stdout.write(
  `${DOCUMENTS} documents, indexed in ${indexing.toFixed(0)} ms; ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}\n`,
);
process.stdout.write(`${'question'.padEnd(28)} median ms    99 of 100    slowest    of reading through all\n`);
for (const [question, texts] of Object.entries(asked)) {
  const times = texts.map((text) => time(() => search.find(text))).sort((a, b) => a - b);
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] as number).toFixed(1);
  process.stdout.write(
    `${question.padEnd(28)} ${at(0.5).padStart(9)} ${at(0.99).padStart(12)} ${at(1).padStart(10)} ${(median(times) / through).toFixed(2).padStart(12)}\n`,
  );
}

// --- internal ---

function time(run: () => unknown): number {
  const from = performance.now();
  run();
  return performance.now() - from;
}
