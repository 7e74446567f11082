/** A link to a page of the web, or undefined for all others (`mailto:`, `javascript:`, relative ones). */
export function webLink(url: string | undefined | null): { readonly url: string } | undefined {
  const trimmed = url?.trim() ?? '';
  return /^https?:\/\/[^\s]/i.test(trimmed) ? { url: trimmed } : undefined;
}
