/** A saved query with holes for its parameters, as its page carries it. */
export interface PageQuery {
  readonly name: string;
  readonly kind: 'bindings' | 'boolean' | 'graph';
  readonly sparql: string;
  /** Token of each hole, by name of parameter. */
  readonly holes: Readonly<Record<string, string>>;
  /** Datatype of the value, by name of parameter, where it has one. */
  readonly datatypes: Readonly<Record<string, string>>;
  readonly parameters: readonly {
    readonly name: string;
    readonly type: string;
    readonly required: boolean;
    readonly preset?: string;
  }[];
}

/** The query with values in its holes. Throws an Error that names the parameter for a value that cannot stand there. */
export function fill({ sparql, holes, datatypes, parameters }: PageQuery, values: ReadonlyMap<string, string>): string {
  let text = sparql;
  for (const { name, type, required, preset } of parameters) {
    const given = values.get(name) ?? '';
    const value = given === '' ? (preset ?? '') : given;
    if (value === '' && required) throw new Error(`${name}: ?`);
    const term = value === '' ? 'UNDEF' : termOf(name, type, value, datatypes[name]);
    text = text.replaceAll(holes[name] ?? '\ue000', () => term);
  }
  return text;
}

// --- internal ---

/** Datatypes of parameters, by their type, with what their values look like. */
const TYPED: Readonly<Record<string, RegExp>> = {
  integer: /^[+-]?\d{1,18}$/,
  decimal: /^[+-]?\d{1,18}(?:\.\d{1,18})?$/,
  double: /^[+-]?\d{1,18}(?:\.\d{1,18})?(?:e[+-]?\d{1,3})?$/i,
  boolean: /^(?:true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  dateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})?$/,
  gYear: /^\d{4}$/,
};

function termOf(name: string, type: string, value: string, datatype: string | undefined): string {
  const refuse = (): never => {
    throw new Error(`${name}: ${value}`);
  };
  if (type === 'iri') return /^(?:https?:\/\/|urn:)[^\s<>"{}|\\^`]+$/.test(value) ? `<${value}>` : refuse();
  if (type === 'number') return /^[+-]?\d{1,18}(?:\.\d{1,18})?(?:e[+-]?\d{1,3})?$/i.test(value) ? value : refuse();
  const quoted = `"${value.replace(/["\\\n\r\t]/g, (character) => ESCAPES.get(character) ?? '')}"`;
  if (type === 'string') return quoted;
  const pattern = Object.hasOwn(TYPED, type) ? TYPED[type] : undefined;
  if (pattern === undefined) return /^[a-z]{2}$/.test(type) ? `${quoted}@${type}` : refuse();
  return pattern.test(value) ? `${quoted}^^<${datatype}>` : refuse();
}

const ESCAPES = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);
