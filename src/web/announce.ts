import { element } from './page-data.ts';

/**
 * Tells those who listen what has changed elsewhere on the page: the number of answers, not all of them. The region stands in
 * the page from the start, since one that comes with its words is not read by all.
 */
export function announce(text: string): void {
  region.textContent = text;
}

// --- internal ---

const region = element('p', { class: 'unseen', role: 'status' });
document.body.append(region);
