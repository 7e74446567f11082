/**
 * CSV to be opened in a spreadsheet: a cell that it would take for a formula gets an apostrophe in front. Numbers stay as
 * they are.
 */
export function guarded(csv: string): string {
  return csv.replace(CELL, (cell: string, quoted: string | undefined) => {
    const text = quoted ?? cell;
    if (!/^[=+\-@\t\r]/.test(text) || /^[+-]?\d+(?:\.\d+)?$/.test(text)) return cell;
    return quoted === undefined ? `'${cell}` : `"'${quoted}"`;
  });
}

// --- internal ---

/** A quoted cell with what it quotes, or a bare one. */
const CELL = /"((?:[^"]|"")*)"|[^",\r\n]+/g;
