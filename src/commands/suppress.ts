import { UsageError } from '../errors.ts';
import type { Row } from '../evaluate/rows.ts';
import { judgementsText, parseReference, readJudgements } from '../resolve/judgements.ts';
import { readSuppressions, suppressionOf, suppressionsText, withheldBy } from '../resolve/suppressions.ts';
import { type CommonOptions, configOf, EXIT, type Terminal, withStore } from './context.ts';
import { ledgerPath, referenceOf, writeLedger } from './ledger.ts';
import { rowsOf } from './rows.ts';

/**
 * Leaves someone out of everything from the next build on: writes the hashes of the id and of all its names into the
 * ledger of suppressions, and takes judgements about it out of theirs.
 * @returns the exit code
 */
export async function suppress(given: string, options: CommonOptions, terminal: Terminal): Promise<number> {
  const config = configOf(options);
  const path = ledgerPath(config, 'suppressions');
  const reference = parseReference(referenceOf(given, config.base));
  if (reference?.type !== 'id') throw new UsageError(`"${given}" is no id: give one such as person/ada-lovelace`);
  const { kind, slug } = reference;
  const iri = `${config.base}id/${kind}/${slug}`;
  const rows = await withStore(options, terminal, (store) => rowsOf(store, ['mentions', 'other-names']));
  const names = namesOf(iri, rows);
  if (names.size === 0)
    throw new UsageError(`the graph has no ${kind}/${slug}: \`maillage query mentions\` lists what is named`);
  const when = terminal.today?.();
  const own = suppressionOf(kind, slug, names, when);
  writeLedger(path, suppressionsText([...readSuppressions(path), own]));
  const withheld = withheldBy([own]);
  if (config.judgements !== undefined && withheld !== undefined) {
    const judgements = ledgerPath(config, 'judgements');
    const left = readJudgements(judgements).filter(({ a, b }) =>
      [a, b].every((text) => withheld.redact(text) === text),
    );
    writeLedger(judgements, judgementsText(left));
  }
  const others = (rows.get('mentions') ?? []).filter(
    ({ entity, surface = '' }) => entity !== iri && withheld?.isName(surface),
  );
  for (const entity of new Set(others.map((row) => row.entity)))
    terminal.err(`warning: ${entity} bears one of the names, too, and will be left out with it\n`);
  terminal.err(
    `${names.size} name(s) will be left out from the next build on. Builds made before still hold them: take their folders and dumps away\n`,
  );
  return EXIT.done;
}

// --- internal ---

function namesOf(iri: string, rows: ReadonlyMap<string, readonly Row[]>): Set<string> {
  const names = new Set<string>();
  for (const { entity, name, surface, otherName } of [
    ...(rows.get('mentions') ?? []),
    ...(rows.get('other-names') ?? []),
  ]) {
    if (entity !== iri) continue;
    for (const text of [name, surface, otherName]) if (text !== undefined) names.add(text);
  }
  return names;
}
