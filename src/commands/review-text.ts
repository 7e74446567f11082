/** A passage that names something, with its place. */
export interface Context {
  /** `path:line` */
  readonly place: string;
  readonly quote: string;
}

export interface Side {
  /** Such as `person/ada-lovelace`. */
  readonly id: string;
  readonly name: string;
  readonly contexts: readonly Context[];
}

/** Two entities that may be one, as an editor sees them. */
export interface Pair {
  readonly a: Side;
  readonly b: Side;
  readonly score: string;
  readonly speaksFor: readonly string[];
  readonly speaksAgainst: readonly string[];
  readonly unsure: boolean;
}

/** Both sides, next to each other where the terminal is wide enough, with what speaks for and against. */
export function shown(pair: Pair, number: number, of: number, width = 100): string {
  const column = Math.floor((Math.min(width, 160) - 3) / 2);
  const [left, right] = [pair.a, pair.b].map((side) => lines(side, column)) as [string[], string[]];
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
    `${(left[at] ?? '').padEnd(column)} | ${right[at] ?? ''}`.trimEnd(),
  );
  const head = `[${number} of ${of}] score ${pair.score}${pair.unsure ? ', judged unsure before' : ''}`;
  return `${[
    head,
    ...rows,
    ...pair.speaksFor.map((reason) => `  for      ${plain(reason)}`),
    ...pair.speaksAgainst.map((reason) => `  against  ${plain(reason)}`),
  ].join('\n')}\n`;
}

// --- internal ---

/** More passages than these do not help to decide. */
const MOST_CONTEXTS = 4;

function lines({ id, name, contexts }: Side, width: number): string[] {
  const more = contexts.length - MOST_CONTEXTS;
  return [
    ...wrapped(plain(name), width),
    ...wrapped(id, width),
    ...contexts
      .slice(0, MOST_CONTEXTS)
      .flatMap(({ place, quote }) => [
        ...wrapped(`${plain(place)}`, width),
        ...wrapped(`« ${cut(plain(quote))} »`, width - 2).map((line) => `  ${line}`),
      ]),
    ...(more > 0 ? [`and ${more} more passage(s)`] : []),
  ];
}

const cut = (text: string): string => (text.length > 320 ? `${text.slice(0, 319)}…` : text);

/** On one line, and without what could steer a terminal. */
const plain = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '�');

function wrapped(text: string, width: number): string[] {
  const out: string[] = [''];
  for (const word of text.split(' ')) {
    const last = out.at(-1) as string;
    if (last !== '' && last.length + 1 + word.length > width) out.push('');
    let rest = word;
    while (rest.length > width) {
      out.splice(-1, 1, rest.slice(0, width), '');
      rest = rest.slice(width);
    }
    const line = out.pop() as string;
    out.push(line === '' ? rest : `${line} ${rest}`);
  }
  return out;
}
