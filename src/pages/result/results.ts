import { isKind } from '../kinds.ts';

/** SPARQL results as JSON, as far as pages show them. No store and no Node here: the browser runs this too. */
export interface Cell {
  readonly type: string;
  readonly value: string;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}

export interface Results {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  /** Of an ASK query. */
  readonly boolean?: boolean;
}

/** Reads SPARQL 1.1 Query Results JSON. */
export function parseResults(json: string): Results {
  const { head, results, boolean } = JSON.parse(json) as {
    head: { vars?: string[] };
    results?: { bindings: Record<string, Cell | undefined>[] };
    boolean?: boolean;
  };
  const columns = head.vars ?? [];
  const rows = (results?.bindings ?? []).map((binding) => columns.map((column) => binding[column]));
  return { columns, rows, ...(boolean === undefined ? {} : { boolean }) };
}

/** What is known of the IRIs in results. */
export interface Known {
  readonly language: 'fr' | 'en';
  /** Language of names, where it is not that of the page. */
  readonly spoken?: string;
  /** A thing of the graph: its name, kind and link. */
  thing(iri: string): { readonly name: string; readonly kind: string; readonly href: string } | undefined;
  /** Base of the graph's IRIs: what is below it and has no page is no link. */
  readonly base: string;
  /** What a term or concept is called. */
  label(iri: string): string | undefined;
  /** What a notation is called in a column: `speaker` in `capacity`. */
  notation(column: string, value: string): string | undefined;
}

/** Words for notations, by column and notation; for terms, by their IRIs, under `ANY_COLUMN`. */
export const ANY_COLUMN = '';
export type Notations = Readonly<Record<string, Readonly<Record<string, string>>>>;

export function notationText(notations: Notations, column: string, value: string): string | undefined {
  const words = Object.hasOwn(notations, column) ? notations[column] : undefined;
  return words !== undefined && Object.hasOwn(words, value) ? words[value] : undefined;
}

export const isNumber = (cell: Cell | undefined): boolean =>
  cell?.datatype !== undefined &&
  /#(?:integer|decimal|double|float|int|long)$/.test(cell.datatype) &&
  cell.value !== '';

export const numberOf = (cell: Cell | undefined): number => Number(cell?.value ?? 0);

/** Whether all cells of a column, where there are any, are numbers. */
export function isNumeric({ rows }: Results, column: number): boolean {
  const cells = rows.flatMap((row) => row[column] ?? []);
  return cells.length > 0 && cells.every(isNumber);
}

/**
 * Columns that tell a reader nothing more: those that only name the thing in an earlier column, which is shown by that name
 * (`name` beside `person`), and nodes that have neither page nor name. They are in every export.
 */
export function unread(results: Results, known: Known): ReadonlySet<number> {
  const { columns, rows } = results;
  const found = new Set<number>();
  columns.forEach((_, at) => {
    for (let before = 0; before < columns.length; before++) {
      if (before === at || found.has(before)) continue;
      const isItsName = columns[at] === `${columns[before]}Name`;
      let said = 0;
      const all = rows.every((row) => {
        const [left, right] = [row[before], row[at]];
        if (right === undefined) return left === undefined || isItsName;
        if (left?.type !== 'uri' || right.type !== 'literal') return false;
        said += 1;
        const thing = known.thing(left.value);
        return thing === undefined ? isItsName : thing.name === right.value;
      });
      if (all && said > 0) found.add(at);
    }
  });
  columns.forEach((column, at) => {
    const cells = rows.flatMap((row) => row[at] ?? []);
    const isNode = ({ type, value }: Cell) => type === 'uri' && nodeOf(value, known) !== undefined;
    if (
      found.size + 1 < columns.length &&
      !columns.includes(`${column}Name`) &&
      cells.length > 0 &&
      cells.every(isNode)
    )
      found.add(at);
  });
  return found;
}

/** The path of a node of this graph that is not an entity: of a passage, a judgement. */
export function nodeOf(iri: string, { base, thing }: Known): string | undefined {
  if (!iri.startsWith(base) || thing(iri) !== undefined) return undefined;
  const path = iri.slice(base.length);
  return isKind(/^id\/([^/]+)\/[^/]+$/.exec(path)?.[1]) ? undefined : path;
}

/** What a row calls the node in a column: the `otherName` of `other`. */
export function nameBeside({ columns }: Results, row: Results['rows'][number], at: number): string | undefined {
  return row[columns.indexOf(`${columns[at]}Name`)]?.value;
}
