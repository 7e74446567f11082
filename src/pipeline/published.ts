import type { IdentityStatements } from '../map/index.ts';
import type { Resolution } from '../resolve/resolved.ts';
import type { Evidence } from '../resolve/verdict.ts';

/**
 * What the graph says of who is who, of the entities that it names: a document that could not be mapped may have named
 * others.
 * @param named as `kind slug`
 */
export function published(resolution: Resolution, named: ReadonlySet<string>): IdentityStatements {
  const isNamed = ({ kind, slug }: { kind: string; slug: string }): boolean => named.has(`${kind} ${slug}`);
  return {
    entities: resolution.entities.filter(isNamed),
    redirects: resolution.redirects.filter(({ kind, to }) => isNamed({ kind, slug: to })),
    matches: resolution.matches
      .filter(isNamed)
      .map(({ speaksFor, ...match }) => ({ ...match, comparators: speaksFor.map(({ comparator }) => comparator) })),
    candidates: resolution.candidates
      .map(({ kind, slugs, verdict, unsure }) => ({
        members: slugs.map((slug) => ({ kind, slug })),
        score: verdict.score,
        speaksFor: verdict.speaksFor.map(told),
        speaksAgainst: verdict.speaksAgainst.map(told),
        unsure,
      }))
      .filter(({ members }) => members.every(isNamed)),
    judgements: resolution.judgements
      .filter(({ members }) => members.every(isNamed))
      .map(({ judgement: { decision, by, when, because }, members }) => ({
        members,
        decision,
        ...(by === undefined ? {} : { by }),
        ...(when === undefined ? {} : { when }),
        ...(because === undefined ? {} : { because }),
      })),
  };
}

// --- internal ---

const told = ({ comparator, because }: Evidence): string => `${comparator}: ${because}`;
