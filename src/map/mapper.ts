import type { Finding } from '../domain/finding.ts';
import type { DomainRecord } from '../domain/record.ts';
import { mapAgendaItem } from './agenda-item.ts';
import { mapArticle } from './article.ts';
import { mapCohort } from './cohort.ts';
import { mapConcept } from './concept.ts';
import { type DatasetDescription, datasetQuads } from './dataset.ts';
import type { DocumentInfo, LineText, Source } from './document.ts';
import { mapEvent } from './event.ts';
import { mapFinding } from './findings.ts';
import { type IdentityStatements, identityQuads } from './identity.ts';
import type { Ids } from './ids.ts';
import { createIris } from './iri.ts';
import { keysOf } from './keys.ts';
import { mapLooseMention } from './loose-mention.ts';
import { createEmitter } from './nquads.ts';
import { inOrder } from './order.ts';
import { mapOrganization } from './organization.ts';
import { mapParticipation } from './participation.ts';
import { mapPerson } from './person.ts';
import { mapProject } from './project.ts';
import { type PublishedMeasurement, qualityQuads } from './quality.ts';
import { Scribe } from './scribe.ts';
import { mapSession } from './session.ts';

export interface MapperOptions {
  /** http(s) address below which the dataset's own IRIs stand; ends in `/`. */
  readonly base: string;
  readonly ids: Ids;
  /** Takes N-Quads text: whole lines, pieces of about 1 MB at most. */
  readonly emit: (nquads: string) => void;
  /** Takes e-mail addresses and telephone numbers out of a text that will be published. */
  readonly scrub: (text: string) => string;
}

/** From domain records to quads, as docs/graph-model.md has them. */
export interface Mapper {
  /**
   * Emits everything that one document says, each quad once; or, when it throws, nothing of it.
   *
   * @param config the config as a document: needed where a record has evidence with `document: 'config'`.
   * @returns findings about values that were left out (`link-refused`, `date-refused`).
   * @throws SourceError for a key that no record of the document has, and for evidence that cannot be.
   */
  mapDocument(
    document: DocumentInfo,
    records: readonly DomainRecord[],
    lineText: LineText,
    config?: Source,
  ): readonly Finding[];
  /** Emits measurements of quality. */
  mapQuality(measurements: Iterable<PublishedMeasurement>): void;
  /** Emits what the dataset says of itself. */
  mapDataset(dataset: DatasetDescription): void;
  /** Emits who is who: names of entities, redirects, matches, candidates, judgements, links out. */
  mapIdentity(statements: IdentityStatements): void;
  /**
   * Emits findings about one document; nothing where there are none. `records` are the document's own: what a finding is
   * about is looked up there.
   * Without `lineText` (the file could not be decoded) passages have no quote.
   */
  mapFindings(
    document: DocumentInfo,
    findings: readonly Finding[],
    records: readonly DomainRecord[],
    lineText?: LineText,
    config?: Source,
  ): void;
}

/** @throws UsageError for a base that is none. */
export function createMapper({ base, ids, emit, scrub }: MapperOptions): Mapper {
  const office = { iris: createIris(base), ids, scrub };
  const emitAll = (lines: Iterable<string>): void => {
    const emitter = createEmitter(emit);
    for (const line of lines) emitter.write(line);
    emitter.flush();
  };
  return {
    mapDocument(document, records, lineText, config) {
      const ordered = inOrder(records);
      const scribe = new Scribe(office, { document, lineText }, keysOf(document, ordered), config);
      for (const record of ordered) mapRecord(scribe, record);
      emitAll(scribe.finish());
      return scribe.refusals;
    },
    mapQuality(measurements) {
      emitAll(qualityQuads(office.iris, measurements));
    },
    mapDataset(dataset) {
      emitAll(datasetQuads(office.iris, dataset));
    },
    mapIdentity(statements) {
      emitAll(identityQuads(office.iris, statements, scrub));
    },
    mapFindings(document, findings, records, lineText, config) {
      if (findings.length === 0) return;
      const source = lineText === undefined ? { document } : { document, lineText };
      const scribe = new Scribe(office, source, keysOf(document, inOrder(records)), config);
      for (const finding of findings) mapFinding(scribe, finding);
      emitAll(scribe.finish());
    },
  };
}

// --- internal ---

type ByType<T extends DomainRecord['type']> = (scribe: Scribe, record: Extract<DomainRecord, { type: T }>) => void;

const MAPPERS: { readonly [T in DomainRecord['type']]: ByType<T> } = {
  event: mapEvent,
  session: mapSession,
  'agenda-item': mapAgendaItem,
  participation: mapParticipation,
  article: mapArticle,
  person: mapPerson,
  organization: mapOrganization,
  project: mapProject,
  cohort: mapCohort,
  concept: mapConcept,
  mention: mapLooseMention,
};

function mapRecord(scribe: Scribe, record: DomainRecord): void {
  // The table's type pairs each type of record with its mapper; the compiler cannot follow the pairing here.
  const map = MAPPERS[record.type] as (scribe: Scribe, record: DomainRecord) => void;
  map(scribe, record);
}
