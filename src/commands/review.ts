import { readFileSync } from 'node:fs';
import { UsageError } from '../errors.ts';
import type { Row } from '../evaluate/rows.ts';
import { findQuery } from '../query/catalogue.ts';
import { runQuery } from '../query/run.ts';
import type { Decision } from '../resolve/judgements.ts';
import type { Store } from '../store/store.ts';
import { type CommonOptions, catalogue, configOf, EXIT, type Terminal, withStore } from './context.ts';
import { signed } from './judge.ts';
import { addJudgement, ledgerPath, referenceOf } from './ledger.ts';
import { readSheet, sheet } from './review-sheet.ts';
import { type Context, type Pair, shown } from './review-text.ts';
import { rowsOf } from './rows.ts';

export interface ReviewOptions extends CommonOptions {
  /** `csv`: print the candidates as a table to fill in. */
  readonly format?: 'csv';
  /** Path of such a table, filled in. */
  readonly from?: string;
  readonly by?: string;
}

/** Shows what may be one, both sides with their lines, and takes judgements. @returns the exit code */
export async function review(options: ReviewOptions, terminal: Terminal): Promise<number> {
  const config = configOf(options);
  if (options.from !== undefined) return fromSheet(options.from, options, terminal);
  const { base } = config;
  return withStore(options, terminal, async (store) => {
    const pairs = await pairsOf(store, base);
    if (options.format === 'csv') {
      terminal.out(sheet(pairs));
      return EXIT.done;
    }
    if (pairs.length === 0) {
      terminal.err('nothing to review: no two entities may be one\n');
      return EXIT.done;
    }
    const path = ledgerPath(config, 'judgements');
    const answers = linesOf(terminal);
    let count = 0;
    for (const [at, pair] of pairs.entries()) {
      terminal.out(shown(pair, at + 1, pairs.length, terminal.width));
      const answer = await answerTo(answers, terminal);
      if (answer === 'quit') break;
      if (answer === 'next') continue;
      addJudgement(path, { a: pair.a.id, b: pair.b.id, ...answer, ...signed(options, terminal) });
      count += 1;
    }
    terminal.err(`${count} judgement(s) written to ${config.judgements}. They hold from the next build\n`);
    return EXIT.done;
  });
}

// --- internal ---

type Answer = { readonly decision: Decision; readonly because?: string };

const KEYS = new Map<string, Decision>([
  ['s', 'same'],
  ['d', 'different'],
  ['u', 'unsure'],
]);

async function* linesOf(terminal: Terminal): AsyncGenerator<string> {
  if (terminal.lines !== undefined) yield* terminal.lines();
  else yield* (await terminal.in()).split('\n');
}

/** Asks until the answer is one. At the end of input it is `quit`. */
async function answerTo(lines: AsyncGenerator<string>, terminal: Terminal): Promise<Answer | 'next' | 'quit'> {
  for (;;) {
    terminal.err('same (s), different (d), unsure (u), next (n), quit (q); a reason may follow: ');
    const { value, done } = await lines.next();
    if (done === true) return 'quit';
    const [, word = '', because = ''] = /^\s*(\S*)\s*(.*?)\s*$/.exec(value) ?? [];
    const letter = word.toLowerCase();
    if (letter === 'q' || letter === 'quit') return 'quit';
    if (letter === 'n' || letter === 'next' || letter === '') return 'next';
    const decision = KEYS.get(letter) ?? [...KEYS.values()].find((known) => known === letter);
    if (decision !== undefined) return { decision, ...(because === '' ? {} : { because }) };
    terminal.err(`"${word}" is no answer.\n`);
  }
}

async function pairsOf(store: Store, base: string): Promise<Pair[]> {
  const rows = (await rowsOf(store, ['identity-candidates'])).get('identity-candidates') ?? [];
  const contexts = new Map<string, Context[]>();
  const saved = findQuery(await catalogue(), 'mentions-of');
  const contextsOf = async (entity: string): Promise<Context[]> => {
    let known = contexts.get(entity);
    if (known === undefined) {
      const { body } = await runQuery(store, saved, new Map([['entity', entity]]), { format: 'json' });
      const { results } = JSON.parse(body) as { results: { bindings: Record<string, { value: string }>[] } };
      known = results.bindings.map(({ source, line, quote }) => ({
        place: `${source?.value}:${line?.value}`,
        quote: quote?.value ?? '',
      }));
      contexts.set(entity, known);
    }
    return known;
  };
  const pairs: Pair[] = [];
  for (const row of rows) {
    const [a, b] = [
      { id: referenceOf(cell(row, 'a'), base), name: cell(row, 'nameA'), contexts: await contextsOf(cell(row, 'a')) },
      { id: referenceOf(cell(row, 'b'), base), name: cell(row, 'nameB'), contexts: await contextsOf(cell(row, 'b')) },
    ];
    pairs.push({
      a,
      b,
      score: cell(row, 'score'),
      speaksFor: reasons(row, 'speaksFor'),
      speaksAgainst: reasons(row, 'speaksAgainst'),
      unsure: row.unsure === 'true',
    });
  }
  return pairs;
}

const cell = (row: Row, column: string): string => row[column] ?? '';
const reasons = (row: Row, column: string): string[] =>
  cell(row, column)
    .split('\n')
    .filter((text) => text !== '');

function fromSheet(file: string, options: ReviewOptions, terminal: Terminal): number {
  const config = configOf(options);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UsageError('cannot be read: check the path given with --from', { path: file }, cause);
  }
  const path = ledgerPath(config, 'judgements');
  const { judgements, open } = readSheet(text, file);
  for (const judgement of judgements) {
    const [a, b] = [referenceOf(judgement.a, config.base), referenceOf(judgement.b, config.base)];
    addJudgement(path, { ...judgement, a, b, ...signed(options, terminal) });
  }
  terminal.err(`${judgements.length} judgement(s) written to ${config.judgements}, ${open} row(s) left open\n`);
  return EXIT.done;
}
