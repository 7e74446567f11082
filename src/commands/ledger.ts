import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/types.ts';
import { UsageError } from '../errors.ts';
import { type Judgement, judgementsText, ordered, parseReference, readJudgements } from '../resolve/judgements.ts';

/** Path of a ledger that a command writes to. Throws UsageError where the config names none. */
export function ledgerPath(config: Config, key: 'judgements' | 'suppressions'): string {
  const path = config[key];
  if (path !== undefined) return join(config.folder, path);
  throw new UsageError(`the config names no ledger of ${key}: add the line "${key}: ${key}.jsonl"`, {
    path: config.path,
    field: key,
  });
}

/** Writes a ledger in one step: it is whole at any time. */
export function writeLedger(path: string, text: string): void {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (before === text) return;
  writeFileSync(`${path}.partial`, text, { flush: true });
  renameSync(`${path}.partial`, path);
}

/** Puts a judgement into the ledger; one of the same two is replaced. @returns the one that it replaces */
export function addJudgement(path: string, judgement: Judgement): Judgement | undefined {
  const known = readJudgements(path);
  const { a, b } = ordered(judgement);
  const before = known.find((one) => one.a === a && one.b === b);
  writeLedger(path, judgementsText([...known.filter((one) => one !== before), judgement]));
  return before;
}

/**
 * Writes what was decided of two things that a user names.
 * @returns the two as the ledger has them, and the judgement that this one replaces
 * @throws UsageError for what names nothing, and for two that are one
 */
export function judgeBetween(path: string, given: Judgement, base: string) {
  const judgement = { ...given, a: referenceOf(given.a, base), b: referenceOf(given.b, base) };
  if (judgement.a === judgement.b)
    throw new UsageError('the two are one and the same: a thing is judged against another');
  return { ...judgement, before: addJudgement(path, judgement) };
}

/** What a user names, in the form that ledgers keep: an IRI below the base is cut to its end. */
export function referenceOf(given: string, base: string): string {
  const below = given.startsWith(base) ? given.slice(base.length) : given;
  const reference = below.replace(/^id\//, '');
  if (parseReference(reference) === undefined)
    throw new UsageError(
      `"${given}" names nothing: give an id (person/ada-lovelace), the address of a mention (source/day/day.md#L12-m-ada-lovelace), or a name with its kind ("person:Ada Lovelace")`,
    );
  return reference;
}
