import { fold } from '../../domain/fold.ts';
import { bodyAt, type NamedBody } from '../bodies/body-list.ts';
import { OF } from '../words/connectors.ts';
import type { Scanned } from './context.ts';
import type { Sighting } from './projects.ts';
import { hintsOf, titleAt } from './title.ts';

/** Bullets that an introduction says are teams of a body, or their products. */
export interface Teams {
  readonly body: NamedBody;
  readonly intro: Scanned;
  readonly bullets: readonly Scanned[];
}

/** `des équipes de X telles que :` and the bullets below it. */
export function teamsOf(texts: readonly Scanned[]): Teams[] {
  return texts.flatMap((intro, at): Teams[] => {
    const words = intro.flat.trim();
    if (intro.kind === 'item' || words.length > 200 || !words.endsWith(':')) return [];
    const team = intro.tokens.findIndex(
      ({ folded }, index) =>
        /^(?:equipes?|produits|services|projets|outils)$/.test(folded) && OF.has(intro.tokens[index + 1]?.folded ?? ''),
    );
    const body = team < 0 ? undefined : bodyAt(intro.flat, intro.tokens, team + 1, intro.tokens.length);
    if (body === undefined) return [];
    const bullets: Scanned[] = [];
    for (const text of texts.slice(at + 1)) {
      if (text.kind !== 'item') break;
      bullets.push(text);
    }
    return bullets.length === 0 ? [] : [{ body: body.named, intro, bullets }];
  });
}

/**
 * Adds what teams say: a project that opens a bullet, or stands in a bullet about products, is carried by the body; and
 * those whose team is named beside a known project's (`les équipes de A, B et de C`) are projects too.
 */
export function announcedTeams(
  texts: readonly Scanned[],
  sightings: readonly Sighting[],
  teams: readonly Teams[],
): Sighting[] {
  const all = sightings.map((one) => {
    const team = teams.find(({ bullets }) => bullets.includes(one.text));
    if (team === undefined || one.as !== 'project' || one.carriers.length > 0) return one;
    const before = one.text.flat.slice(0, one.title.start);
    const opens = /^\s*(?:l['’]|les?\s|la\s)?$/iu.test(before);
    const products = /^\s*(?:des|les|nos|ses)\s+(?:équipes de )?(?:produits|services|outils|projets|logiciels)/iu.test(
      before,
    );
    return opens || products ? { ...one, carriers: [{ ...team.body, text: team.intro }] } : one;
  });
  const known = new Set(all.filter(({ as }) => as === 'project').map(({ title }) => fold(title.name)));
  return [...all, ...texts.flatMap((text) => teamsOfProjects(text, known, all))];
}

// --- internal ---

/** `les équipes de A, B et de C`, where one of them is a known project. */
function teamsOfProjects(text: Scanned, known: ReadonlySet<string>, seen: readonly Sighting[]): Sighting[] {
  const { tokens } = text;
  const hints = hintsOf(known);
  return tokens.flatMap((token, at): Sighting[] => {
    if (!/^equipes?$/.test(token.folded) || !OF.has(tokens[at + 1]?.folded ?? '')) return [];
    const found: Sighting[] = [];
    let next = at + 1;
    for (;;) {
      if (OF.has(tokens[next]?.folded ?? '')) next += 1;
      const title = titleAt(text, next, hints);
      if (title === undefined) break;
      found.push({ text, title, as: 'project', carriers: [], rule: 'project-team' });
      next = title.next;
      if (tokens[next]?.text !== ',' && tokens[next]?.folded !== 'et') break;
      next += 1;
    }
    if (!found.some(({ title }) => known.has(fold(title.name)))) return [];
    return found.filter(
      ({ title }) =>
        !seen.some((one) => one.text === text && one.title.start < title.end && title.start < one.title.end),
    );
  });
}
