import type { Config, SourceConfig } from '../config/types.ts';
import type { Article } from '../domain/article.ts';
import type { EventRecord } from '../domain/event.ts';
import type { DomainRecord } from '../domain/record.ts';
import type { ReadDocument } from '../read/reader.ts';
import type { Extraction } from './extraction.ts';
import { eventOf } from './fields.ts';
import { extractPage } from './page/page.ts';
import { openingOf } from './programme/opening.ts';
import { extractProgramme } from './programme/programme.ts';

/**
 * Reads the text of a document with the grammar that its source asks for, beside the records that its fields gave.
 * @param mapped what the declarative fields made of the document's rows
 */
export function extractText(
  document: ReadDocument,
  source: SourceConfig,
  config: Config,
  mapped: Extraction,
): Extraction {
  const { timezone, language } = config;
  if (source.reader === 'programme') {
    const key = `${source.id}/${document.file.name}#event`;
    const event = eventOf(config, source, key);
    if (event === undefined) return mapped;
    const { startDate, endDate } = event;
    const read = extractProgramme(document, {
      key,
      timezone,
      ...(startDate === undefined ? {} : { startDate: startDate.value }),
      ...(endDate === undefined ? {} : { endDate: endDate.value }),
    });
    // Who organises the event stands before its sessions, in sentences like those of a page.
    const opening = { ...document, blocks: openingOf(document.blocks) };
    const own = extractPage(opening, event, { timezone, language }).records.find(isPage) ?? event;
    return joined(mapped, { records: [own, ...read.records], findings: read.findings });
  }
  if (source.text !== 'fr-page') return mapped;
  const own = mapped.records.find(isPage);
  const read = extractPage(document, own, { timezone, language });
  return joined({ records: mapped.records.filter((record) => record !== own), findings: mapped.findings }, read);
}

// --- internal ---

const isPage = (record: DomainRecord): record is EventRecord | Article =>
  record.type === 'event' || record.type === 'article';

const joined = (a: Extraction, b: Extraction): Extraction => ({
  records: [...a.records, ...b.records],
  findings: [...a.findings, ...b.findings],
});
