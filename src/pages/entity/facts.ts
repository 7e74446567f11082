import { dcterms, mlg, rdf, schema, skos } from '../../map/vocab.ts';
import { type Context, thingLink } from '../context.ts';
import { spanText } from '../dates.ts';
import { type Html, html, outward, type Part } from '../html.ts';
import { evidence } from './evidence.ts';
import type { Entity, Statement } from './read-entity.ts';

interface Fact {
  readonly term: string;
  readonly values: readonly { readonly value: Part; readonly statements: readonly Statement[] }[];
}

/** What is said of the thing itself, as a list of terms and values, each with where it was read. */
export function factList(context: Context, entity: Entity): Html | undefined {
  const facts = [
    when(context, entity),
    ...PROPERTIES.map((property) => factOf(context, entity, property)),
    ...others(context, entity),
  ].filter((fact) => fact !== undefined && fact.values.length > 0) as Fact[];
  if (facts.length === 0) return undefined;
  return html`<dl class="facts">${facts.map(
    ({ term, values }) =>
      html`<div><dt>${term}</dt>${values.map(
        ({ value, statements }) => html`<dd>${value} ${evidence(context, entity.evidence(statements), term)}</dd>`,
      )}</div>\n`,
  )}</dl>`;
}

// --- internal ---

interface Property {
  readonly predicate: string;
  readonly fr: string;
  readonly en: string;
  readonly as?: 'text' | 'link' | 'tags' | 'place';
}

/** In the order in which they are shown. Relations that read better as sentences are told in `relations`. */
const PROPERTIES: readonly Property[] = [
  { predicate: mlg.sessionFormat, fr: 'Format', en: 'Format' },
  { predicate: mlg.projectKind, fr: 'Nature', en: 'Kind' },
  { predicate: schema.superEvent, fr: 'Fait partie de', en: 'Part of' },
  { predicate: schema.location, fr: 'Lieu', en: 'Place', as: 'place' },
  { predicate: schema.address, fr: 'Adresse', en: 'Address', as: 'place' },
  { predicate: schema.organizer, fr: 'Organisé par', en: 'Organised by' },
  { predicate: mlg.partner, fr: 'Partenaires', en: 'Partners' },
  { predicate: mlg.stewardedBy, fr: 'Porté par', en: 'Carried by' },
  { predicate: schema.affiliation, fr: 'Rattachement', en: 'Affiliation' },
  { predicate: schema.parentOrganization, fr: 'Dépend de', en: 'Belongs to' },
  { predicate: mlg.laureateOf, fr: 'Lauréat de', en: 'Laureate of' },
  { predicate: mlg.ofProgramme, fr: 'Promotion de', en: 'Cohort of' },
  { predicate: dcterms.subject, fr: 'Thème', en: 'Theme' },
  { predicate: schema.keywords, fr: 'Mots-clés', en: 'Keywords', as: 'tags' },
  { predicate: schema.description, fr: 'Description', en: 'Description', as: 'text' },
  { predicate: skos.definition, fr: 'Définition', en: 'Definition', as: 'text' },
  { predicate: schema.abstract, fr: 'Résumé', en: 'Abstract', as: 'text' },
  { predicate: mlg.page, fr: 'Page du programme', en: 'Page of the programme' },
  { predicate: schema.url, fr: 'Site', en: 'Web site', as: 'link' },
  { predicate: schema.sameAs, fr: 'Voir aussi', en: 'See also', as: 'link' },
];

/** What has a place of its own on the page: names, dates, classes, and what is told as sentences. */
const TOLD: ReadonlySet<string> = new Set([
  ...PROPERTIES.map(({ predicate }) => predicate),
  ...[rdf.type, schema.name, schema.headline, schema.alternateName, skos.prefLabel, skos.altLabel],
  ...[schema.startDate, schema.endDate, schema.datePublished, schema.subEvent, schema.performer],
  ...[schema.about, schema.mentions, mlg.presents, mlg.worksOn],
]);

/** Whatever else is said of it: nothing is left out because this page does not know it. */
function others(context: Context, entity: Entity): Fact[] {
  const own = entity.statements.filter(({ subject, predicate }) => subject === entity.iri && !TOLD.has(predicate));
  return [...new Set(own.map(({ predicate }) => predicate))].map((predicate) => ({
    term: context.label(predicate),
    values: entity
      .objects(predicate)
      .map((statement) => ({ value: valueText(context, entity, statement, undefined), statements: [statement] })),
  }));
}

function when({ t, language }: Context, entity: Entity): Fact | undefined {
  const starts = [...entity.objects(schema.startDate), ...entity.objects(schema.datePublished)];
  const ends = entity.objects(schema.endDate);
  const first = starts[0];
  if (first === undefined) return undefined;
  // Several starts are a disagreement of sources: each is shown, without an end.
  const pairs = starts.map((start) => ({
    value: html`<time datetime="${start.object.value}">${spanText(start.object.value, starts.length === 1 ? ends[0]?.object.value : undefined, language)}</time>`,
    statements: starts.length === 1 ? [start, ...ends] : [start],
  }));
  return { term: t('Date', 'Date'), values: pairs };
}

function factOf(context: Context, entity: Entity, { predicate, fr, en, as }: Property): Fact {
  const statements = entity.objects(predicate);
  const term = context.t(fr, en);
  if (as === 'tags' && statements.length > 0) {
    const tags = html`<span class="tags"${context.spoken}>${statements.map(({ object }) => html`<span>${object.value}</span> `)}</span>`;
    return { term, values: [{ value: tags, statements }] };
  }
  return {
    term,
    values: statements.map((statement) => ({
      value: valueText(context, entity, statement, as),
      statements: [statement],
    })),
  };
}

function valueText(context: Context, entity: Entity, { object }: Statement, as: Property['as']): Part {
  const { value } = object;
  if (as === 'link') return outLink(value);
  if (as === 'text') return html`<span class="prose"${context.spoken}>${value}</span>`;
  if (object.type !== 'uri') return value;
  const thing = context.things.get(value);
  if (thing !== undefined) return thingLink(context, thing);
  return addressText(entity, value) ?? context.label(value);
}

/** A link to another site: its address without scheme, as the text. Text alone for what may not be a link. */
function outLink(url: string): Part {
  const href = outward(url);
  return href === undefined
    ? url
    : html`<a class="out" href="${href}" rel="noopener">${url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')}</a>`;
}

function addressText(entity: Entity, address: string): string | undefined {
  const part = (predicate: string) =>
    entity
      .objects(predicate, address)
      .map(({ object }) => object.value)
      .join(', ');
  const text = [
    part(schema.streetAddress),
    `${part(schema.postalCode)} ${part(schema.addressLocality)}`.trim(),
    part(schema.addressCountry),
  ]
    .filter((line) => line !== '')
    .join(', ');
  return text === '' ? undefined : text;
}
