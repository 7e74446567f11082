import { anyOrder, bareName, isDocument, likeness, printedTimeOf, timeOf, words } from './compare.ts';
import type { PageLabel } from './labels.ts';
import { documentsOf, type Evaluation, foundMeasure, type Miss, miss, rightMeasure } from './measures.ts';
import { oneEach, pairUp } from './pairing.ts';
import type { QueryName, Row, Rows } from './rows.ts';

/** What pages say of their event, its agenda and the people in it. Only documents that are labelled count. */
export function evaluatePages(labels: readonly PageLabel[], rows: Rows): Evaluation {
  const documents = [...new Set(labels.map(({ doc }) => doc))];
  const own: OwnRows = (query) =>
    rows(query).flatMap((row) => {
      const doc = documents.find((name) => isDocument(name, row.source));
      return doc === undefined ? [] : [{ doc, row }];
    });
  const parts = [eventFields(labels, own), agendas(labels, own), people(labels, own)];
  return {
    measures: parts.flatMap(({ measures }) => measures),
    misses: parts.flatMap(({ misses }) => misses),
    documents: documentsOf(QUERIES_READ.flatMap((query) => own(query).map(({ row }) => row))),
  };
}

// --- internal ---

const QUERIES_READ = ['events', 'agenda', 'people-in-pages'] as const;

const SAME_EVENT = 0.9;
const SAME_ITEM = 0.7;

interface OwnRow {
  /** The label's name of the document. */
  readonly doc: string;
  readonly row: Row;
}

/** Rows of a query that are of labelled documents. */
type OwnRows = (query: QueryName) => readonly OwnRow[];

function eventFields(labels: readonly PageLabel[], own: OwnRows): Evaluation {
  const events = own('events');
  const misses: Miss[] = [];
  let right = 0;
  let asked = 0;
  for (const label of labels.filter(({ kind }) => kind === 'event')) {
    // an event with several organisers has several rows
    const found = events
      .filter(({ doc, row }) => doc === label.doc && likeness(row.name, label.title) >= SAME_EVENT)
      .map(({ row }) => row);
    const first = found[0];
    const ask = (field: string, expected: string | null | undefined, isRight: (row: Row) => boolean, said?: string) => {
      if (expected === undefined || expected === null || expected === '') return;
      asked += 1;
      if (first !== undefined && isRight(first)) right += 1;
      else {
        const value = first === undefined ? '(no event)' : (said ?? 'none');
        misses.push(miss('event-fields', 'wrong', `${label.doc} ${field} expected ${expected}, found ${value}`, first));
      }
    };
    const { title, startDate, endDate, venue } = label;
    ask('title', title, (row) => words(title) === words(row.name), first?.name);
    ask('start', startDate, (row) => isSameInstant(startDate, row.startDate), first?.startDate);
    ask('end', endDate, (row) => isSameInstant(endDate, row.endDate), first?.endDate);
    ask('venue', venue?.name, (row) => bareName(venue?.name ?? '') === bareName(row.venue), first?.venue);
    ask('street', venue?.street, (row) => words(venue?.street ?? '') === words(row.street), first?.street);
    ask('postal code', venue?.postalCode, (row) => venue?.postalCode === row.postalCode, first?.postalCode);
    ask('locality', venue?.locality, (row) => words(venue?.locality ?? '') === words(row.locality), first?.locality);
    for (const organizer of label.organizers) {
      const isNamed = () =>
        found.some((row) =>
          [row.organizer, row.organizerAsPrinted].some((one) => bareName(one) === bareName(organizer)),
        );
      ask('organizer', organizer, isNamed, found.map((row) => row.organizer ?? 'none').join(', '));
    }
  }
  return { measures: [rightMeasure('event-fields', right, asked)], misses };
}

function agendas(labels: readonly PageLabel[], own: OwnRows): Evaluation {
  const items = labels.flatMap(({ doc, agenda }) => agenda.map((item) => ({ ...item, doc })));
  const found = own('agenda');
  const { pairs, missed, extra } = pairUp(
    items,
    found,
    (item, { doc, row }) => (item.doc === doc ? likeness(item.title, row.title) : 0),
    SAME_ITEM,
  );
  const timed = pairs.filter(([{ start }]) => isText(start));
  const wrong = timed.filter(([{ start }, { row }]) => timeOf(row.start) !== printedTimeOf(start ?? ''));
  return {
    measures: [
      foundMeasure('agenda-items', pairs.length, found.length, items.length),
      rightMeasure('agenda-times', timed.length - wrong.length, items.filter(({ start }) => isText(start)).length),
    ],
    misses: [
      ...missed.map(({ doc, title }) => miss('agenda-items', 'missed', `${doc} ${title}`)),
      ...extra.map(({ doc, row }) => miss('agenda-items', 'extra', `${doc} ${row.title ?? ''}`, row)),
      ...wrong.map(([{ doc, title, start }, { row }]) =>
        miss('agenda-times', 'wrong', `${doc} ${title} expected ${start}, found ${row.start ?? 'none'}`, row),
      ),
    ],
  };
}

function people(labels: readonly PageLabel[], own: OwnRows): Evaluation {
  const labelled = labels.flatMap(({ doc, contributors }) => contributors.map((one) => ({ ...one, doc })));
  const found = oneEach(own('people-in-pages'), ({ doc, row }) => `${doc} ${row.person}`);
  const { pairs, missed, extra } = pairUp(
    labelled,
    found,
    (label, { doc, row }) =>
      label.doc === doc &&
      [label.name, label.surface].some((name) =>
        [row.name, row.nameAsPrinted].some((called) => anyOrder(name) === anyOrder(called)),
      )
        ? 1
        : 0,
    1,
  );
  return {
    measures: [foundMeasure('people-in-pages', pairs.length, found.length, labelled.length)],
    misses: [
      ...missed.map(({ doc, name }) => miss('people-in-pages', 'missed', `${doc} ${name}`)),
      ...extra.map(({ doc, row }) => miss('people-in-pages', 'extra', `${doc} ${row.name ?? ''}`, row)),
    ],
  };
}

const isText = (value: string | null | undefined): boolean => value !== undefined && value !== null && value !== '';

/** The same moment, in whatever offset; a date is its first moment in UTC. */
const isSameInstant = (a: string | null | undefined, b: string | undefined): boolean =>
  Date.parse(a ?? '') === Date.parse(b ?? '');
