/**
 * Length in a block's plain text of the bold words that it opens with (`**Title.** Text …`); 0 without.
 * @param source the block's lines as they stand in the file, in Markdown or HTML
 */
export function boldOpening(text: string, source: readonly string[]): number {
  const raw = source
    .join('\n')
    .slice(0, 4000)
    .replace(/^[\s>]*(?:[-*+•]\s+|\d{1,9}[.)]\s+|#{1,6}\s+)?/u, '');
  const found = /^(?:(\*\*|__)(?=\S)([^*\n]+?)\1|<(b|strong)>([^<\n]+?)<\/\3>)/iu.exec(raw);
  const inner = found?.[2] ?? found?.[4];
  if (inner === undefined) return 0;
  const plain = inner
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/[*_`\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain !== '' && text.startsWith(plain) ? plain.length : 0;
}
