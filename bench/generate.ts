import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { booklet, bookletEvent } from './booklet.ts';
import { createWorld } from './fiction.ts';
import { type PageKind, page, recordsOf } from './pages.ts';
import { createRandom, type Random } from './random.ts';

/** What to generate. Equal options give equal files, byte by byte. */
export interface CorpusOptions {
  /**
   * `pages`: front-matter pages, each source on its own. `linked`: pages of two sources, one of which refers to the
   * other. `booklets`: programmes of 100 sessions; `booklet`: one long programme.
   */
  readonly kind: CorpusKind;
  /** Pages or sessions. */
  readonly records: number;
  readonly seed: number;
  /** Sources that the pages are spread over. Default 50. */
  readonly sources?: number;
}

export type CorpusKind = 'pages' | 'linked' | 'booklets' | 'booklet';

export interface Corpus {
  readonly config: string;
  /** Number of its sources. */
  readonly sources: number;
  /** Files of the sources, in the order of generation. */
  readonly files: readonly string[];
  /** The first file, and its text after an editor has changed its title. */
  readonly changed: { readonly path: string; readonly before: string; readonly after: string };
}

/** Writes a corpus into a folder: `maillage.config.yaml` and the files of its sources. */
export function generate(folder: string, { kind, records, seed, sources = 50 }: CorpusOptions): Corpus {
  const random = createRandom(seed);
  const write = writerIn(folder);
  const specs = PLANS[kind]({ random, records, sources, write });
  const config = join(folder, 'maillage.config.yaml');
  writeFileSync(config, `${HEADER}sources:\n${specs.join('')}`);
  const [path] = write.written;
  if (path === undefined) throw new RangeError('a corpus needs a record');
  const before = readFileSync(path, 'utf8');
  const after = before.replace(/^title: '|^# /m, (start) => `${start}Nouveau : `);
  return { config, sources: specs.length, files: write.written, changed: { path, before, after } };
}

// --- internal ---

interface Writer {
  (source: string, name: string, text: string): void;
  /** Paths. */
  readonly written: string[];
}

interface Plan {
  readonly random: Random;
  readonly records: number;
  readonly sources: number;
  readonly write: Writer;
}

const HEADER = `base: https://maillage.example/
language: fr
timezone: Europe/Paris
license: https://www.etalab.gouv.fr/licence-ouverte-open-licence/
publisher: {name: Banc d'essai}
`;

const KINDS: readonly PageKind[] = [
  ...Array<PageKind>(7).fill('agenda'),
  ...Array<PageKind>(2).fill('people'),
  'organizations',
];

const PLANS: Readonly<Record<CorpusKind, (plan: Plan) => string[]>> = {
  pages({ random, records, sources, write }) {
    const world = createWorld(random, records);
    return shares(records, sources).map((share, at) => {
      const kind = KINDS[at % KINDS.length] as PageKind;
      const id = `${kind}-${number(at, 2)}`;
      for (let i = 0; i < share; i += 1) write(id, `page-${number(i, 5)}.md`, page(kind, random, world));
      return `${source(id, `${id}/*.md`, 'front-matter')}    records:${recordsOf(kind)}\n`;
    });
  },
  linked({ random, records, write }) {
    const world = createWorld(random, records);
    const bodies = Math.ceil(records / 10);
    for (let i = 0; i < records - bodies; i += 1) {
      const text = page('agenda', random, world).replace(
        '\n---\n\n',
        `\nfiche: page-${number(random.below(bodies), 5)}\n---\n\n`,
      );
      write('agenda', `page-${number(i, 5)}.md`, text);
    }
    for (let i = 0; i < bodies; i += 1) {
      write('organizations', `page-${number(i, 5)}.md`, page('organizations', random, world));
    }
    const agenda = recordsOf('agenda').replace(
      'organizers: organisateurs',
      "organizers: {ref: 'organizations/{{fiche}}'}",
    );
    return [
      `${source('agenda', 'agenda/*.md', 'front-matter')}    records:${agenda}\n`,
      `${source('organizations', 'organizations/*.md', 'front-matter')}    records:${recordsOf('organizations')}\n`,
    ];
  },
  booklets: (plan) => programmes(plan, Math.ceil(plan.records / 100)),
  booklet: (plan) => programmes(plan, 1),
};

function programmes({ random, records, write }: Plan, booklets: number): string[] {
  const world = createWorld(random, records);
  return shares(records, booklets).map((share, at) => {
    const id = `salon-${number(at, 4)}`;
    write('programmes', `${id}.md`, booklet(random, world, share));
    return `${source(id, `programmes/${id}.md`, 'programme')}    event: ${bookletEvent(`Salon ${at + 1}`)}\n`;
  });
}

function writerIn(folder: string): Writer {
  const written: string[] = [];
  const made = new Set<string>();
  const write = (source: string, name: string, text: string): void => {
    const under = join(folder, 'sources', source);
    if (!made.has(under)) mkdirSync(under, { recursive: true });
    made.add(under);
    const path = join(under, name);
    writeFileSync(path, text);
    written.push(path);
  };
  return Object.assign(write, { written });
}

const source = (id: string, files: string, reader: string): string =>
  `  - id: ${id}\n    files: sources/${files}\n    reader: ${reader}\n`;

/** A whole in equal parts, the first ones larger by one where it cannot be. */
const shares = (whole: number, parts: number): number[] =>
  Array.from({ length: Math.min(parts, whole) }, (_, at) => Math.floor(whole / parts) + (at < whole % parts ? 1 : 0));

const number = (value: number, digits: number): string => String(value).padStart(digits, '0');
