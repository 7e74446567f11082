import { ENTITY_KINDS } from '../domain/mention.ts';
import type { IdentityStatements } from '../map/index.ts';
import type { Resolution } from '../resolve/resolved.ts';
import type { Evidence } from '../resolve/verdict.ts';
import type { Run } from './run.ts';

/**
 * What the graph says of who is who, of the entities that it names: a document that could not be mapped may have named
 * others.
 */
export function published(
  resolution: Resolution,
  { entities, ledgers, config }: Pick<Run, 'entities' | 'ledgers' | 'config'>,
  warn: (message: string) => void,
): IdentityStatements {
  const isNamed = ({ kind, slug }: { kind: string; slug: string }): boolean => entities.has(`${kind} ${slug}`);
  const replaced = new Map(resolution.redirects.map(({ kind, from, to }) => [`${kind} ${from}`, to]));
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
    withdrawn: ledgers.withheld?.ids ?? [],
    links: ledgers.links.flatMap(({ line, of, ...link }) => {
      const kind = ENTITY_KINDS.find((one) => one === of.kind);
      const slug = replaced.get(`${of.kind} ${of.slug}`) ?? of.slug;
      if (kind !== undefined && isNamed({ kind, slug })) return [{ ...link, of: { kind, slug } }];
      warn(`${config.links}:${line}: the graph has no ${of.kind}/${of.slug}: the link is not published`);
      return [];
    }),
  };
}

// --- internal ---

const told = ({ comparator, because }: Evidence): string => `${comparator}: ${because}`;
