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
  /** A thing of the graph: its name, kind and link. */
  thing(iri: string): { readonly name: string; readonly kind: string; readonly href: string } | undefined;
  /** Base of the graph's IRIs: what is below it and has no page is no link. */
  readonly base: string;
  /** What a term or concept is called. */
  label(iri: string): string | undefined;
  /** What a notation is called in a column: `speaker` in `capacity`. */
  notation(column: string, value: string): string | undefined;
}

/** Words for notations, by column and notation. */
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
 * Columns that only repeat the name of the thing in an earlier column, which is shown as that name: `name` beside `person`.
 * They are in every export.
 */
export function repeating({ columns, rows }: Results, known: Known): ReadonlySet<number> {
  const found = new Set<number>();
  columns.forEach((_, at) => {
    for (let before = 0; before < columns.length; before++) {
      if (before === at || found.has(before)) continue;
      let said = 0;
      const all = rows.every((row) => {
        const [left, right] = [row[before], row[at]];
        if (left === undefined && right === undefined) return true;
        if (left?.type !== 'uri' || right?.type !== 'literal') return false;
        said += 1;
        return known.thing(left.value)?.name === right.value;
      });
      if (all && said > 0) found.add(at);
    }
  });
  return found;
}
