/** Text for XML 1.0, in elements and quoted attributes: characters that XML cannot hold are left out, then markup is escaped. */
export function xmlText(text: string | number): string {
  return String(text)
    .replace(ILLEGAL, '')
    .replace(/[&<>"'\t\n\r]/g, (character) => ENTITIES.get(character) ?? '');
}

// --- internal ---

// Extensible Markup Language 1.0 (fifth edition), 2.2: Char, and not the lone halves of surrogate pairs.
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
  // Attributes would turn these into spaces.
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);
