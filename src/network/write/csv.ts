import type { Measures } from '../measures.ts';
import type { Network } from '../network.ts';
import { type Column, edgeColumns, nodeColumns } from './columns.ts';

export interface CsvOptions {
  /** Put `'` before cells that a spreadsheet would take for formulas. Default: cells are exact. */
  readonly guarded?: boolean;
}

/** Edges as CSV (RFC 4180), with the headers that Gephi knows. */
export function edgesCsv(network: Network, options: CsvOptions = {}): string {
  const { nodes, edges } = network;
  const columns: Column[] = [
    { name: 'Source', type: 'string', of: (i) => nodes[edges[i]?.source ?? -1]?.id ?? '' },
    { name: 'Target', type: 'string', of: (i) => nodes[edges[i]?.target ?? -1]?.id ?? '' },
    { name: 'Type', type: 'string', of: () => 'Undirected' },
    { name: 'Weight', type: 'double', of: (i) => edges[i]?.weight ?? 0 },
    { name: 'sourceName', type: 'string', of: (i) => nodes[edges[i]?.source ?? -1]?.name ?? '' },
    { name: 'targetName', type: 'string', of: (i) => nodes[edges[i]?.target ?? -1]?.name ?? '' },
    ...edgeColumns(network),
  ];
  return csv(columns, edges.length, options);
}

/** Nodes as CSV, with their measures. */
export function nodesCsv(network: Network, measures: Measures, options: CsvOptions = {}): string {
  const columns: Column[] = [
    { name: 'Id', type: 'string', of: (i) => network.nodes[i]?.id ?? '' },
    { name: 'Label', type: 'string', of: (i) => network.nodes[i]?.name ?? '' },
    ...nodeColumns(network, measures),
  ];
  return csv(columns, network.nodes.length, options);
}

// --- internal ---

function csv(columns: readonly Column[], length: number, { guarded = false }: CsvOptions): string {
  const cell = (value: string | number): string => {
    const text = guarded && typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const rows = Array.from({ length }, (_, i) => columns.map(({ of }) => cell(of(i))).join(','));
  return `${[columns.map(({ name }) => name).join(','), ...rows].join('\r\n')}\r\n`;
}
