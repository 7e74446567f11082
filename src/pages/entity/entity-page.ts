import { mlg, rdf, schema, skos } from '../../map/vocab.ts';
import { type Context, numberText } from '../context.ts';
import { spanText } from '../dates.ts';
import { type Html, html, setWell } from '../html.ts';
import { layout } from '../layout.ts';
import type { Thing } from '../things.ts';
import { evidence } from './evidence.ts';
import { factList } from './facts.ts';
import { jsonldOf } from './jsonld.ts';
import { neighbourhood } from './neighbourhood.ts';
import { presences } from './presences.ts';
import type { Entity, Statement } from './read-entity.ts';
import { type RelationGroup, relationsOf } from './relations.ts';
import { timeline } from './timeline.ts';

/** The page of a thing: facts, relations, timeline, neighbourhood, names, data; for everything, where it was read. */
export async function entityPage(context: Context, self: Thing): Promise<string> {
  const entity = await context.entity(self.iri);
  const groups = relationsOf(context, entity);
  const present = self.kind === 'event' ? await presences(context, self) : undefined;
  const { t } = context;
  const doc = context.doc(self);
  const body = html`<article class="entity">
<header class="title k-${self.kind}">
<p class="kind">${kindText(context, entity, self)}</p>
<h1${context.spoken}>${setWell(self.name)}</h1>
${subtitle(context, self, entity)}
</header>
<div class="columns">
<div class="main">
${factList(context, entity)}
${self.kind === 'event' && programmeLink(context, self)}
${groups.map((group, i) => groupSection(context, entity, group, i))}
${present?.lists}
${timeline(context, self, groups)}
</div>
<aside aria-label="${t('Autour', 'Around')}">
${neighbourhood(context, self, [...groups.flatMap(({ relations }) => relations), ...(present?.ties ?? [])])}
${otherNames(context, entity, self)}
${findings(context, entity)}
${dataBox(context, self, doc)}
</aside>
</div>
</article>`;
  return layout(context, {
    title: self.name,
    description: description(context, self, groups),
    body,
    menu: 'search',
    formats: [
      ['text/turtle', `${doc}.ttl`],
      ['application/ld+json', `${doc}.jsonld`],
    ],
    jsonld: jsonldOf(context, entity, self),
  });
}

// --- internal ---

/** Relations of a group that are shown at once; the rest waits behind a click. */
const AT_ONCE = 30;

function groupSection(context: Context, entity: Entity, { title, relations }: RelationGroup, index: number): Html {
  const id = `relations-${index + 1}`;
  const items = relations.map(
    ({ sentence, statements, things }) =>
      html`<li>${sentence} ${evidence(context, entity.evidence(statements), things[0]?.name)}</li>\n`,
  );
  const rest = items.slice(AT_ONCE);
  return html`<section class="relations" aria-labelledby="${id}"><h2 id="${id}">${title} <span class="count">${numberText(relations.length, context.language)}</span></h2>
<ul>${items.slice(0, AT_ONCE)}</ul>${
    rest.length > 0 &&
    html`<details class="more"><summary>${context.t(`Afficher les ${rest.length} suivants`, `Show ${rest.length} more`)}</summary><ul>${rest}</ul></details>`
  }</section>`;
}

function kindText(context: Context, entity: Entity, self: Thing): string {
  const types = entity.objects(rdf.type).map(({ object }) => object.value);
  const special = [mlg.DigitalCommon, mlg.AcceleratorProgramme].find((type) => types.includes(type));
  return special === undefined ? context.kind(self.kind) : context.label(special);
}

/** When it is, and where it is named. */
function subtitle(context: Context, { start, end }: Thing, entity: Entity): Html {
  const naming = [schema.name, schema.headline].flatMap((predicate) => entity.objects(predicate));
  const passages = entity.evidence([...naming, ...entity.subjects(mlg.refersTo)]);
  return html`${start !== undefined && html`<p class="subtitle">${spanText(start, end, context.language)}</p>`}${
    passages.length > 0 &&
    html`<div class="named">${context.t('Cité ainsi :', 'So named in:')} ${evidence(context, passages)}</div>`
  }`;
}

function programmeLink(context: Context, self: Thing): Html | undefined {
  const count = context.parts.get(self.iri);
  if (count === undefined) return undefined;
  return html`<p class="call"><a class="button" href="${context.page(`programme/${self.slug}`)}">${context.t('Voir le programme', 'See the programme')}</a> ${context.t(`${count} sessions et points d’ordre du jour, par jour et par heure`, `${count} sessions and agenda items, by day and hour`)}</p>`;
}

function otherNames(context: Context, entity: Entity, self: Thing): Html | undefined {
  const known = new Map<string, readonly string[]>();
  for (const { object, graphs } of [...entity.objects(schema.alternateName), ...entity.objects(skos.altLabel)])
    known.set(object.value, graphs);
  const surfaces = entity.subjects(mlg.refersTo).flatMap(({ subject }) => entity.objects(mlg.surface, subject));
  for (const { object, graphs } of surfaces)
    if (object.value !== self.name) known.set(object.value, [...(known.get(object.value) ?? []), ...graphs]);
  if (known.size === 0) return undefined;
  const names = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, 40);
  return html`<section class="names" aria-labelledby="names"><h2 id="names">${context.t('Autres noms, tels qu’imprimés', 'Other names, as printed')}</h2><ul>${names.map(
    ([name, graphs]) =>
      html`<li><span${context.spoken}>${name}</span> ${evidence(
        context,
        [...entity.passages.values()].filter(({ iri }) => graphs.includes(iri)),
      )}</li>`,
  )}</ul></section>`;
}

function findings(context: Context, entity: Entity): Html | undefined {
  const found = entity.subjects(mlg.focus);
  if (found.length === 0) return undefined;
  return html`<section class="findings" aria-labelledby="findings"><h2 id="findings">${context.t('Signalements', 'Findings')}</h2><ul>${found.map(
    ({ subject }) =>
      html`<li>${setWell(textIn(context.language, entity.objects(schema.description, subject)))} ${evidence(
        context,
        entity.objects(mlg.passage, subject).flatMap(({ object }) => entity.passages.get(object.value) ?? []),
      )}</li>`,
  )}</ul></section>`;
}

const textIn = (language: string, said: readonly Statement[]): string =>
  said.find(({ object }) => object['xml:lang'] === language)?.object.value ?? said[0]?.object.value ?? '';

function dataBox(context: Context, self: Thing, doc: string): Html {
  const { t, href } = context;
  const formats = [
    ['Turtle', 'ttl'],
    ['JSON-LD', 'jsonld'],
    ...(context.site.mode === 'server'
      ? [
          ['N-Triples', 'nt'],
          ['RDF/XML', 'rdf'],
        ]
      : []),
  ] as const;
  return html`<section class="box" aria-labelledby="take"><h2 id="take">${t('Les données de cette page', 'This page’s data')}</h2>
<p>${formats.map(([name, ending]) => html`<a class="chip" href="${href(`${doc}.${ending}`)}">${name}</a> `)}</p>
<p class="iri"><span>${t('Identifiant', 'Identifier')}</span> <code>${self.iri}</code></p></section>`;
}

function description({ t, kind, language, site }: Context, self: Thing, groups: readonly RelationGroup[]): string {
  const ties = groups
    .map(({ title, relations }) => `${title} (${relations.length})`)
    .slice(0, 3)
    .join(', ');
  const when = self.start === undefined ? '' : `, ${spanText(self.start, self.end, language)}`;
  return `${self.name}: ${kind(self.kind)}${when}. ${ties === '' ? '' : `${ties}. `}${t('Faits, liens et sources dans', 'Facts, ties and sources in')} ${site.title}.`;
}
