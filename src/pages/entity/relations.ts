import { concept, mlg, org, schema } from '../../map/vocab.ts';
import { type Context, joined, thingLink } from '../context.ts';
import { spanText } from '../dates.ts';
import { type Html, html, type Part } from '../html.ts';
import type { Thing } from '../things.ts';
import type { Entity, Statement } from './read-entity.ts';

/** One relation as a sentence, with the statements that say so. */
export interface Relation {
  readonly sentence: Html;
  readonly statements: readonly Statement[];
  /** What it leads to, for the timeline and the neighbourhood. */
  readonly things: readonly Thing[];
}

export interface RelationGroup {
  readonly title: string;
  readonly relations: readonly Relation[];
}

/** What the thing has to do with others, as sentences, in groups that have some. */
export function relationsOf(context: Context, entity: Entity): RelationGroup[] {
  const { t } = context;
  const from = (predicate: string, title: string): RelationGroup => ({
    title,
    relations: bySubject(context, entity, predicate),
  });
  return [
    { title: t('Prend part à', 'Takes part in'), relations: takesPart(context, entity) },
    { title: t('Représentée par', 'Represented by'), relations: representedIn(context, entity) },
    ...takenPart(context, entity),
    { title: t('Fonctions', 'Posts'), relations: posts(context, entity) },
    { title: t('Membres cités', 'Members named'), relations: members(context, entity) },
    { title: t('Travaille à', 'Works on'), relations: byObject(context, entity, mlg.worksOn) },
    { title: t('Présente', 'Presents'), relations: byObject(context, entity, mlg.presents) },
    { title: t('À propos de', 'About'), relations: byObject(context, entity, schema.about, mlg.presents) },
    { title: t('Cite', 'Mentions'), relations: byObject(context, entity, schema.mentions) },
    from(mlg.stewardedBy, t('Porte', 'Carries')),
    from(mlg.presents, t('Présenté dans', 'Presented in')),
    {
      title: t('Il en est question dans', 'Spoken of in'),
      relations: bySubject(context, entity, schema.about, mlg.presents),
    },
    from(mlg.worksOn, t('Y travaillent', 'Working on it')),
    from(schema.organizer, t('Organise', 'Organises')),
    from(mlg.partner, t('Partenaire de', 'Partner of')),
    from(schema.parentOrganization, t('Regroupe', 'Includes')),
    from(schema.location, t('Accueille', 'Hosts')),
    from(mlg.laureateOf, t('Lauréats', 'Laureates')),
    from(mlg.ofProgramme, t('Promotions', 'Cohorts')),
    from(schema.mentions, t('Cité dans', 'Mentioned in')),
  ].filter(({ relations }) => relations.length > 0);
}

// --- internal ---

/** The thing's participations: in which capacity, in what, as what, for whom. */
function takesPart(context: Context, entity: Entity): Relation[] {
  const { t } = context;
  return inOrder(
    entity.subjects(mlg.participant).map((statement) => {
      const node = statement.subject;
      const event = context.things.get(entity.value(mlg.inEvent, node) ?? '');
      return {
        sentence: html`${capacityText(context, entity, node)} ${event === undefined ? t('une session', 'a session') : thingLink(context, event)}${when(
          context,
          event,
        )}${asText(context, entity, node, true)}`,
        statements: [statement, ...entity.objects(mlg.as, node)],
        things: event === undefined ? [] : [event],
      };
    }),
  );
}

/** Sessions in which someone took part on the organisation's behalf. */
function representedIn(context: Context, entity: Entity): Relation[] {
  const relations = entity.subjects(org.organization).flatMap(({ subject: membership }) =>
    entity.subjects(mlg.as, membership).flatMap((as): Relation[] => {
      const person = context.things.get(entity.value(mlg.participant, as.subject) ?? '');
      const event = context.things.get(entity.value(mlg.inEvent, as.subject) ?? '');
      if (person === undefined || event === undefined) return [];
      const role = entity.value(mlg.roleAsPrinted, membership);
      return [
        {
          sentence: html`${thingLink(context, person)}${role !== undefined && html`, <span class="role"${context.spoken}>${role}</span>`}, ${context.t('dans', 'in')} ${thingLink(context, event)}${when(context, event)}`,
          statements: [as],
          things: [person, event],
        },
      ];
    }),
  );
  return inOrder(relations);
}

/** Who took part in it, a group for each capacity. */
function takenPart(context: Context, entity: Entity): RelationGroup[] {
  const { t } = context;
  const titles: readonly (readonly [string, string])[] = [
    [concept.capacity.opening, t('Ouverture par', 'Opened by')],
    [concept.capacity.facilitator, t('Animation', 'Facilitated by')],
    [concept.capacity.speaker, t('Avec', 'With')],
    [concept.capacity.participant, t('Y prennent part', 'Taking part')],
  ];
  const all = entity.subjects(mlg.inEvent);
  return titles.map(([capacity, title]) => ({
    title,
    relations: all
      .filter(({ subject }) => entity.value(mlg.capacity, subject) === capacity)
      .flatMap((statement): Relation[] => {
        const actor = context.things.get(entity.value(mlg.participant, statement.subject) ?? '');
        if (actor === undefined) return [];
        const open = entity.value(mlg.tentative, statement.subject) === 'true';
        return [
          {
            sentence: html`${thingLink(context, actor)}${asText(context, entity, statement.subject, false)}${open && html` <em class="open">${t('à confirmer', 'to be confirmed')}</em>`}`,
            statements: [statement, ...entity.objects(mlg.as, statement.subject)],
            things: [actor],
          },
        ];
      }),
  }));
}

/** Posts of a person, each once, whatever the session in which it is named. */
function posts(context: Context, entity: Entity): Relation[] {
  return entity.subjects(org.member).map((statement) => {
    const organization = context.things.get(entity.value(org.organization, statement.subject) ?? '');
    const role = entity.value(mlg.roleAsPrinted, statement.subject);
    const past = entity.value(mlg.past, statement.subject) === 'true';
    return {
      sentence: html`${role !== undefined && html`<span class="role"${context.spoken}>${role}</span>`}${role !== undefined && organization !== undefined && ', '}${organization !== undefined && thingLink(context, organization)}${past && html` <em>${context.t('(ancienne fonction)', '(former post)')}</em>`}`,
      statements: [
        statement,
        ...entity.objects(org.organization, statement.subject),
        ...entity.objects(mlg.roleAsPrinted, statement.subject),
      ],
      things: organization === undefined ? [] : [organization],
    };
  });
}

function members(context: Context, entity: Entity): Relation[] {
  return entity.subjects(org.organization).flatMap((statement): Relation[] => {
    const person = context.things.get(entity.value(org.member, statement.subject) ?? '');
    if (person === undefined) return [];
    const role = entity.value(mlg.roleAsPrinted, statement.subject);
    return [
      {
        sentence: html`${thingLink(context, person)}${role !== undefined && html`, <span class="role"${context.spoken}>${role}</span>`}`,
        statements: [statement, ...entity.objects(mlg.roleAsPrinted, statement.subject)],
        things: [person],
      },
    ];
  });
}

function byObject(context: Context, entity: Entity, predicate: string, unless?: string): Relation[] {
  const said = new Set(unless === undefined ? [] : entity.objects(unless).map(({ object }) => object.value));
  return entity
    .objects(predicate)
    .filter(({ object }) => !said.has(object.value))
    .flatMap((statement) => relationTo(context, statement.object.value, [statement]));
}

function bySubject(context: Context, entity: Entity, predicate: string, unless?: string): Relation[] {
  const said = new Set(unless === undefined ? [] : entity.subjects(unless).map(({ subject }) => subject));
  return inOrder(
    entity
      .subjects(predicate)
      .filter(({ subject }) => !said.has(subject))
      .flatMap((statement) => relationTo(context, statement.subject, [statement])),
  );
}

function relationTo(context: Context, iri: string, statements: readonly Statement[]): Relation[] {
  const thing = context.things.get(iri);
  if (thing === undefined) return [];
  return [{ sentence: html`${thingLink(context, thing)}${when(context, thing)}`, statements, things: [thing] }];
}

function capacityText({ t, label }: Context, entity: Entity, node: string): Part {
  const capacity = entity.value(mlg.capacity, node) ?? '';
  const open = entity.value(mlg.tentative, node) === 'true' ? t(' (à confirmer)', ' (to be confirmed)') : '';
  const verbs = new Map([
    [concept.capacity.facilitator, t('Anime', 'Facilitates')],
    [concept.capacity.speaker, t('Intervient dans', 'Speaks in')],
    [concept.capacity.participant, t('Participe à', 'Takes part in')],
    [concept.capacity.opening, t('Ouvre', 'Opens')],
  ]);
  return (verbs.get(capacity) ?? label(capacity)) + open;
}

/** `, directrice de X, pour Y`: memberships as which someone takes part. */
function asText(context: Context, entity: Entity, node: string, spoken: boolean): Html | undefined {
  const memberships = entity.objects(mlg.as, node).flatMap(({ object }) => {
    const role = entity.value(mlg.roleAsPrinted, object.value);
    const organization = context.things.get(entity.value(org.organization, object.value) ?? '');
    if (role === undefined && organization === undefined) return [];
    const name = organization === undefined ? undefined : thingLink(context, organization);
    return [
      html`${role !== undefined && html`<span class="role"${context.spoken}>${role}</span>`}${role !== undefined && name !== undefined && (spoken ? context.t(' pour ', ' for ') : ', ')}${name}`,
    ];
  });
  return memberships.length === 0
    ? undefined
    : html`, ${spoken ? context.t('comme ', 'as ') : ''}${joined(memberships, ' ; ')}`;
}

function when({ language }: Context, thing: Thing | undefined): Html | undefined {
  if (thing?.start === undefined) return undefined;
  return html` <span class="when">(${spanText(thing.start, undefined, language)})</span>`;
}

/** By date, then by name; what has no date comes last. */
function inOrder(relations: readonly Relation[]): Relation[] {
  const keyOf = ({ things }: Relation) => {
    const dated = things.find(({ start }) => start !== undefined);
    return `${dated?.start ?? '\uffff'} ${things.map(({ name }) => name).join(' ')}`;
  };
  return [...relations].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}
