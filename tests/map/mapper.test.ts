import { describe, expect, it } from 'vitest';
import type { DomainRecord } from '../../src/domain/record.ts';
import { SourceError } from '../../src/errors.ts';
import { about, expectGraph, type Graph, inGraphs, nquads, ttl } from '../support/graph.ts';
import { CONFIG, DOCUMENT, lineText, mention, on, recorder, value } from '../support/records.ts';

/** What the mapper says of a document with these records. */
function graphOf(...records: readonly DomainRecord[]): Graph {
  const { mapper, text } = recorder();
  expect(mapper.mapDocument(DOCUMENT, records, lineText, CONFIG)).toEqual([]);
  return nquads(text());
}

/** What the passages of the document say, without how they were read. */
function said(...records: readonly DomainRecord[]): Graph {
  return inGraphs(graphOf(...records), 'source/').filter((line) => !/ontology#(?:rule|grade)>/.test(line));
}

const event: DomainRecord = {
  type: 'event',
  key: 'e',
  ...on(1),
  name: value(1, 'Rencontre'),
  organizers: [],
  partners: [],
  about: [],
  keywords: [],
  urls: [],
};
const session: DomainRecord = {
  type: 'session',
  key: 's',
  event: 'e',
  ...on(10, 20),
  title: value(10, 'Des ponts'),
  presents: [],
};
const article: DomainRecord = {
  type: 'article',
  key: 'x',
  ...on(1, 3),
  headline: value(1, 'Un billet'),
  keywords: [],
  urls: [],
};
const eventSaid = ttl`<source/agenda/a%20b.md#L1> { event:rencontre a schema:Event ; schema:name "Rencontre" . }`;
const sessionSaid = ttl`
  <source/agenda/a%20b.md#L10-L20> {
    session:des-ponts a mlg:Session, schema:Event ; schema:superEvent event:rencontre .
    event:rencontre schema:subEvent session:des-ponts .
  }
  <source/agenda/a%20b.md#L10> { session:des-ponts schema:name "Des ponts" . }`;
const articleSaid = ttl`
  <source/agenda/a%20b.md#L1-L3> { article:un-billet a schema:Article . }
  <source/agenda/a%20b.md#L1> { article:un-billet schema:headline "Un billet" . }`;

describe('documents and passages', () => {
  it('describes the document, each passage once, and how each was read', () => {
    const text = value(7, 'Deux');
    const graph = graphOf({
      ...article,
      keywords: [value(7, 'Un'), { ...text, rule: 'other-rule', grade: 'inferred' }, text],
    });
    expectGraph(
      graph,
      ttl`
      graph:provenance {
        <source/agenda/a%20b.md> a mlg:Document ; mlg:path "sources/agenda/a b.md" ; mlg:sha256 "00ff" ; mlg:source "agenda" .
        <source/agenda/a%20b.md#L1> a mlg:Passage ; prov:wasDerivedFrom <source/agenda/a%20b.md> ;
          mlg:firstLine 1 ; mlg:lastLine 1 ; oa:exact "line 1" .
        <source/agenda/a%20b.md#L1-L3> a mlg:Passage ; prov:wasDerivedFrom <source/agenda/a%20b.md> ;
          mlg:firstLine 1 ; mlg:lastLine 3 ; oa:exact "line 1\nline 2\nline 3" .
        <source/agenda/a%20b.md#L7> a mlg:Passage ; prov:wasDerivedFrom <source/agenda/a%20b.md> ;
          mlg:firstLine 7 ; mlg:lastLine 7 ; oa:exact "line 7" .
      }
      <source/agenda/a%20b.md#L1> {
        article:un-billet schema:headline "Un billet" .
        <source/agenda/a%20b.md#L1> mlg:rule "test-rule" ; mlg:grade "stated" .
      }
      <source/agenda/a%20b.md#L1-L3> {
        article:un-billet a schema:Article .
        <source/agenda/a%20b.md#L1-L3> mlg:rule "test-rule" ; mlg:grade "stated" .
      }
      <source/agenda/a%20b.md#L7> {
        article:un-billet schema:keywords "Un", "Deux" .
        <source/agenda/a%20b.md#L7> mlg:rule "test-rule", "other-rule" ; mlg:grade "stated", "inferred" .
      }`,
    );
  });

  it('gives licence and publisher of the document', () => {
    const { mapper, text } = recorder();
    const document = { ...DOCUMENT, license: 'https://licence.test/by', publisher: 'La Ville' };
    mapper.mapDocument(document, [], lineText);
    expectGraph(
      nquads(text()),
      ttl`graph:provenance {
        <source/agenda/a%20b.md> a mlg:Document ; mlg:path "sources/agenda/a b.md" ; mlg:sha256 "00ff" ; mlg:source "agenda" ;
          dcterms:license <https://licence.test/by> ; dcterms:publisher "La Ville" .
      }`,
    );
  });

  it('puts what the config states into a passage of the config', () => {
    const stated = { ...on(4), document: 'config' } as const;
    const graph = graphOf({ ...event, ...stated, name: { ...stated, value: 'Rencontre' } });
    expectGraph(
      graph,
      ttl`
      graph:provenance {
        <source/agenda/a%20b.md> a mlg:Document ; mlg:path "sources/agenda/a b.md" ; mlg:sha256 "00ff" ; mlg:source "agenda" .
        <source/config/maillage.config.yaml> a mlg:Document ; mlg:path "maillage.config.yaml" ; mlg:sha256 "11ee" ;
          mlg:source "config" .
        <source/config/maillage.config.yaml#L4> a mlg:Passage ; mlg:firstLine 4 ; mlg:lastLine 4 ; oa:exact "config 4-4" ;
          prov:wasDerivedFrom <source/config/maillage.config.yaml> .
      }
      <source/config/maillage.config.yaml#L4> {
        event:rencontre a schema:Event ; schema:name "Rencontre" .
        <source/config/maillage.config.yaml#L4> mlg:rule "test-rule" ; mlg:grade "stated" .
      }`,
    );
  });

  it('says each quad once', () => {
    const { mapper, text } = recorder();
    mapper.mapDocument(
      DOCUMENT,
      [article, article, { type: 'mention', mention: mention('person', 2, 'Ada') }],
      lineText,
    );
    const lines = text().trimEnd().split('\n');
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('cleans every text of a source, in quotes and literals alike', () => {
    const { mapper, text } = recorder(undefined, (whole) => whole.replaceAll('ada@example.test', '[…]'));
    const dirty = value(1, 'Écrire à ada@example.test');
    mapper.mapDocument(
      DOCUMENT,
      [
        { ...article, headline: dirty, abstract: dirty, keywords: [dirty] },
        {
          type: 'participation',
          in: 'x',
          ...on(1),
          actor: mention('person', 1, 'Ada', { surface: 'Ada (ada@example.test)' }),
          capacity: 'speaker',
          tentative: false,
          affiliations: [{ ...on(1), role: 'Contact ada@example.test', past: false }],
        },
      ],
      () => 'Écrire à ada@example.test',
    );
    mapper.mapIdentity({ entities: [{ kind: 'person', slug: 'ada', label: 'Ada', others: ['ada@example.test'] }] });
    mapper.mapFindings(
      DOCUMENT,
      [{ severity: 'info', code: 'missing-time', title: 'ada@example.test', lines: on(1).lines }],
      [],
    );
    expect(text()).toContain('Écrire à […]');
    expect(text()).not.toContain('ada@example.test');
  });
});

describe('events', () => {
  it('maps an event with all that a page gives', () => {
    expectGraph(
      said({
        ...event,
        startDate: value(2, '2022-09-28'),
        endDate: value(3, '2022-09-28T18:00:00+02:00'),
        location: {
          name: value(4, 'La Halle'),
          street: value(5, '1 rue du Port'),
          postalCode: value(5, '33000'),
          locality: value(5, 'Bordeaux'),
          country: value(5, 'FR'),
        },
        organizers: [mention('organization', 6, 'Le Pont')],
        partners: [mention('organization', 7, 'La Rive')],
        about: [mention('project', 8, 'Passerelle')],
        keywords: [value(9, 'eau')],
        abstract: value(9, 'Une journée.'),
        urls: [value(9, 'https://rencontre.test/')],
      }),
      ttl`
      <source/agenda/a%20b.md#L1> { event:rencontre a schema:Event ; schema:name "Rencontre" . }
      <source/agenda/a%20b.md#L2> { event:rencontre schema:startDate "2022-09-28"^^xsd:date . }
      <source/agenda/a%20b.md#L3> { event:rencontre schema:endDate "2022-09-28T18:00:00+02:00"^^xsd:dateTime . }
      <source/agenda/a%20b.md#L4> {
        event:rencontre schema:location place:la-halle .
        place:la-halle a schema:Place .
        <source/agenda/a%20b.md#L4-m-la-halle> a mlg:Mention ; mlg:surface "La Halle" ; mlg:refersTo place:la-halle .
      }
      <source/agenda/a%20b.md#L5> {
        place:la-halle schema:address address:la-halle .
        address:la-halle a schema:PostalAddress ; schema:streetAddress "1 rue du Port" ; schema:postalCode "33000" ;
          schema:addressLocality "Bordeaux" ; schema:addressCountry "FR" .
        place:bordeaux a schema:Place .
        <source/agenda/a%20b.md#L5-m-bordeaux> a mlg:Mention ; mlg:surface "Bordeaux" ; mlg:refersTo place:bordeaux .
      }
      <source/agenda/a%20b.md#L6> {
        event:rencontre schema:organizer organization:le-pont .
        organization:le-pont a schema:Organization .
        <source/agenda/a%20b.md#L6-m-le-pont> a mlg:Mention ; mlg:surface "Le Pont" ; mlg:refersTo organization:le-pont .
      }
      <source/agenda/a%20b.md#L7> {
        event:rencontre mlg:partner organization:la-rive .
        organization:la-rive a schema:Organization .
        <source/agenda/a%20b.md#L7-m-la-rive> a mlg:Mention ; mlg:surface "La Rive" ; mlg:refersTo organization:la-rive .
      }
      <source/agenda/a%20b.md#L8> {
        event:rencontre schema:about project:passerelle .
        project:passerelle a schema:Project .
        <source/agenda/a%20b.md#L8-m-passerelle> a mlg:Mention ; mlg:surface "Passerelle" ; mlg:refersTo project:passerelle .
      }
      <source/agenda/a%20b.md#L9> {
        event:rencontre schema:keywords "eau" ; schema:abstract "Une journée." ; schema:url <https://rencontre.test/> .
      }`,
    );
  });

  it('maps an agenda item', () => {
    expectGraph(
      said(event, {
        type: 'agenda-item',
        key: 'a',
        event: 'e',
        ...on(30),
        title: value(30, 'Accueil'),
        start: value(30, '2022-09-28T09:00:00+02:00'),
        end: value(30, '2022-09-28T09:30:00+02:00'),
        format: value(30, 'keynote' as const),
        hosts: [mention('organization', 30, 'Le Pont')],
        projects: [mention('project', 30, 'Passerelle')],
      }),
      [
        ...eventSaid,
        ...ttl`<source/agenda/a%20b.md#L30> {
          agenda-item:accueil a mlg:AgendaItem, schema:Event ; schema:name "Accueil" ; schema:superEvent event:rencontre ;
            schema:startDate "2022-09-28T09:00:00+02:00"^^xsd:dateTime ; schema:endDate "2022-09-28T09:30:00+02:00"^^xsd:dateTime ;
            mlg:sessionFormat format:keynote ; schema:organizer organization:le-pont ; schema:about project:passerelle .
          organization:le-pont a schema:Organization .
          project:passerelle a schema:Project .
          <source/agenda/a%20b.md#L30-m-le-pont> a mlg:Mention ; mlg:surface "Le Pont" ; mlg:refersTo organization:le-pont .
          <source/agenda/a%20b.md#L30-m-passerelle> a mlg:Mention ; mlg:surface "Passerelle" ; mlg:refersTo project:passerelle .
        }`,
      ],
    );
  });

  it('maps a session; what it presents stands with mention and steward in one passage', () => {
    expectGraph(
      said(event, {
        ...session,
        heading: value(11, 'DES PONTS'),
        start: value(11, '2022-09-28T10:00:00+02:00'),
        end: value(11, '2022-09-28T11:00:00+02:00'),
        format: value(11, 'retex' as const),
        page: value(11, 6),
        abstract: value(11, 'Trois ponts.'),
        presents: [
          {
            project: mention('project', 12, 'Passerelle'),
            kind: 'digital-common',
            position: 1,
            steward: mention('organization', 13, 'Le Pont'),
          },
          { project: mention('project', 14, 'Gué'), kind: 'service' },
        ],
      }),
      [
        ...eventSaid,
        ...sessionSaid,
        ...ttl`
        <source/agenda/a%20b.md#L11> {
          session:des-ponts schema:alternateName "DES PONTS" ; mlg:sessionFormat format:retex ; mlg:page 6 ;
            schema:startDate "2022-09-28T10:00:00+02:00"^^xsd:dateTime ; schema:endDate "2022-09-28T11:00:00+02:00"^^xsd:dateTime ;
            schema:abstract "Trois ponts." .
        }
        <source/agenda/a%20b.md#L12-L13> {
          session:des-ponts mlg:presents project:passerelle ; schema:about project:passerelle .
          project:passerelle a schema:Project, mlg:DigitalCommon ; mlg:projectKind project-kind:digital-common ;
            mlg:stewardedBy organization:le-pont .
          organization:le-pont a schema:Organization .
          <source/agenda/a%20b.md#L12-m-passerelle> a mlg:Mention ; mlg:surface "Passerelle" ; mlg:refersTo project:passerelle .
          <source/agenda/a%20b.md#L13-m-le-pont> a mlg:Mention ; mlg:surface "Le Pont" ; mlg:refersTo organization:le-pont .
        }
        <source/agenda/a%20b.md#L14> {
          session:des-ponts mlg:presents project:gue ; schema:about project:gue .
          project:gue a schema:Project ; mlg:projectKind project-kind:service .
          <source/agenda/a%20b.md#L14-m-gue> a mlg:Mention ; mlg:surface "Gué" ; mlg:refersTo project:gue .
        }`,
      ],
    );
  });
});

describe('participation', () => {
  it('ties a person to a session, in a capacity, on behalf of an organisation, in a role', () => {
    expectGraph(
      said(event, session, {
        type: 'participation',
        in: 's',
        ...on(12),
        actor: mention('person', 12, 'Ada Martin', { surface: 'Ada MARTIN' }),
        capacity: 'facilitator',
        tentative: true,
        affiliations: [
          { ...on(13), role: 'Directrice', organization: mention('organization', 13, 'Le Pont'), past: false },
          { ...on(14), organization: mention('organization', 14, 'La Rive'), past: true },
          { ...on(15), role: 'Autrice', past: false },
        ],
      }),
      [
        ...eventSaid,
        ...sessionSaid,
        ...ttl`
        <source/agenda/a%20b.md#L12> {
          <id/participation/des-ponts/ada-martin/facilitator> a mlg:Participation ; mlg:participant person:ada-martin ;
            mlg:inEvent session:des-ponts ; mlg:capacity capacity:facilitator ; mlg:tentative true ;
            mlg:mention <source/agenda/a%20b.md#L12-m-ada-martin> .
          session:des-ponts schema:performer person:ada-martin .
          person:ada-martin a schema:Person .
          <source/agenda/a%20b.md#L12-m-ada-martin> a mlg:Mention ; mlg:surface "Ada MARTIN" ; mlg:refersTo person:ada-martin .
        }
        <source/agenda/a%20b.md#L13> {
          <id/participation/des-ponts/ada-martin/facilitator> mlg:as <id/membership/ada-martin/le-pont/directrice> .
          <id/membership/ada-martin/le-pont/directrice> a org:Membership ; org:member person:ada-martin ;
            org:organization organization:le-pont ; mlg:roleAsPrinted "Directrice" ;
            mlg:mention <source/agenda/a%20b.md#L13-m-le-pont> .
          person:ada-martin schema:affiliation organization:le-pont .
          organization:le-pont a schema:Organization .
          <source/agenda/a%20b.md#L13-m-le-pont> a mlg:Mention ; mlg:surface "Le Pont" ; mlg:refersTo organization:le-pont .
        }
        <source/agenda/a%20b.md#L14> {
          <id/participation/des-ponts/ada-martin/facilitator> mlg:as <id/membership/ada-martin/la-rive/-> .
          <id/membership/ada-martin/la-rive/-> a org:Membership ; org:member person:ada-martin ; mlg:past true ;
            org:organization organization:la-rive ; mlg:mention <source/agenda/a%20b.md#L14-m-la-rive> .
          organization:la-rive a schema:Organization .
          <source/agenda/a%20b.md#L14-m-la-rive> a mlg:Mention ; mlg:surface "La Rive" ; mlg:refersTo organization:la-rive .
        }
        <source/agenda/a%20b.md#L15> {
          <id/participation/des-ponts/ada-martin/facilitator> mlg:as <id/membership/ada-martin/-/autrice> .
          <id/membership/ada-martin/-/autrice> a org:Membership ; org:member person:ada-martin ; mlg:roleAsPrinted "Autrice" .
        }`,
      ],
    );
  });

  it('gives collectives their kind, and no affiliation shortcut', () => {
    expectGraph(
      said(event, {
        type: 'participation',
        in: 'e',
        ...on(12),
        actor: mention('organization', 12, 'Le Pont'),
        capacity: 'speaker',
        tentative: false,
        affiliations: [{ ...on(12), organization: mention('organization', 12, 'La Rive'), past: false }],
        participantKind: value(12, 'team' as const),
      }),
      [
        ...eventSaid,
        ...ttl`<source/agenda/a%20b.md#L12> {
          <id/participation/rencontre/le-pont/speaker> a mlg:Participation ; mlg:participant organization:le-pont ;
            mlg:inEvent event:rencontre ; mlg:capacity capacity:speaker ; mlg:tentative false ;
            mlg:participantKind participant-kind:team ; mlg:mention <source/agenda/a%20b.md#L12-m-le-pont> ;
            mlg:as <id/membership/le-pont/la-rive/-> .
          <id/membership/le-pont/la-rive/-> a org:Membership ; org:member organization:le-pont ;
            org:organization organization:la-rive ; mlg:mention <source/agenda/a%20b.md#L12-m-la-rive> .
          organization:le-pont a schema:Organization .
          organization:la-rive a schema:Organization .
          <source/agenda/a%20b.md#L12-m-le-pont> a mlg:Mention ; mlg:surface "Le Pont" ; mlg:refersTo organization:le-pont .
          <source/agenda/a%20b.md#L12-m-la-rive> a mlg:Mention ; mlg:surface "La Rive" ; mlg:refersTo organization:la-rive .
        }`,
      ],
    );
  });

  it('makes an article mention who takes part in it, for whom, and what it names', () => {
    const graph = said(
      article,
      {
        type: 'participation',
        in: 'x',
        ...on(12),
        actor: mention('person', 12, 'Ada'),
        capacity: 'participant',
        tentative: false,
        affiliations: [{ ...on(12), organization: mention('organization', 12, 'Le Pont'), past: true }],
      },
      { type: 'mention', mention: mention('project', 14, 'Gué') },
    );
    expectGraph(about(graph, '/mentions>'), [
      ...ttl`<source/agenda/a%20b.md#L12> { article:un-billet schema:mentions person:ada, organization:le-pont . }
             <source/agenda/a%20b.md#L14> { article:un-billet schema:mentions project:gue . }`,
    ]);
  });

  it('names the key that no record of the document has, and emits nothing', () => {
    const { mapper, pieces } = recorder();
    const stray: DomainRecord = {
      type: 'participation',
      in: 'elsewhere/b.md#1',
      ...on(12),
      actor: mention('person', 12, 'Ada'),
      capacity: 'speaker',
      tentative: false,
      affiliations: [],
    };
    expect(() => mapper.mapDocument(DOCUMENT, [article, stray], lineText)).toThrow(SourceError);
    expect(() => mapper.mapDocument(DOCUMENT, [stray], lineText)).toThrow(
      'sources/agenda/a b.md:12: in = "elsewhere/b.md#1": no record of this document has this key',
    );
    expect(() => mapper.mapDocument(DOCUMENT, [article, { ...session, event: 'x' }], lineText)).toThrow(
      'event = "x": the key is of a record of type article; expected event',
    );
    expect(pieces).toEqual([]);
  });
});

describe('articles and mentions', () => {
  it('maps an article', () => {
    expectGraph(
      said({
        ...article,
        datePublished: value(2, '2023-01-05'),
        abstract: value(2, 'Résumé.'),
        keywords: [value(2, 'eau')],
        urls: [value(2, 'https://billet.test/')],
      }),
      [
        ...articleSaid,
        ...ttl`<source/agenda/a%20b.md#L2> {
          article:un-billet schema:datePublished "2023-01-05"^^xsd:date ; schema:abstract "Résumé." ;
            schema:keywords "eau" ; schema:url <https://billet.test/> .
        }`,
      ],
    );
  });

  it('gives a mention its class, link and larger body', () => {
    const ministry = mention('organization', 5, 'Ministère');
    const city = mention('place', 6, 'Lyon');
    expectGraph(
      said(
        {
          type: 'mention',
          mention: mention('organization', 4, 'Bureau', { within: ministry, url: 'https://bureau.test/' }),
        },
        { type: 'mention', mention: mention('organization', 6, 'Le Labo', { within: city }) },
      ),
      ttl`
      <source/agenda/a%20b.md#L4> {
        organization:bureau a schema:Organization ; schema:url <https://bureau.test/> ;
          schema:parentOrganization organization:ministere .
        <source/agenda/a%20b.md#L4-m-bureau> a mlg:Mention ; mlg:surface "Bureau" ; mlg:refersTo organization:bureau .
      }
      <source/agenda/a%20b.md#L5> {
        organization:ministere a schema:Organization .
        <source/agenda/a%20b.md#L5-m-ministere> a mlg:Mention ; mlg:surface "Ministère" ; mlg:refersTo organization:ministere .
      }
      <source/agenda/a%20b.md#L6> {
        organization:le-labo a schema:Organization ; schema:location place:lyon .
        place:lyon a schema:Place .
        <source/agenda/a%20b.md#L6-m-le-labo> a mlg:Mention ; mlg:surface "Le Labo" ; mlg:refersTo organization:le-labo .
        <source/agenda/a%20b.md#L6-m-lyon> a mlg:Mention ; mlg:surface "Lyon" ; mlg:refersTo place:lyon .
      }`,
    );
  });

  it('tells mentions apart that would share an IRI', () => {
    const graph = said(
      { type: 'mention', mention: mention('project', 4, 'Le Gué') },
      { type: 'mention', mention: mention('organization', 4, 'Le Gué') },
      { type: 'mention', mention: mention('organization', 4, 'Le Gué', { surface: 'LE GUÉ' }) },
    );
    const surfaces = about(graph, '#surface>').map((line) => line.replace(/.*#(L\S+)> .*"(.*)".*/, '$1 $2'));
    expect(surfaces.sort()).toEqual(['L4-m-le-gue LE GUÉ', 'L4-m-le-gue-2 Le Gué', 'L4-m-le-gue-3 Le Gué']);
  });

  it('finds the article around a mention where a document has several records', () => {
    const second: DomainRecord = { ...article, key: 'y', ...on(4, 6), headline: value(4, 'Un autre') };
    const graph = said(
      article,
      second,
      { type: 'mention', mention: mention('project', 5, 'Gué') },
      { type: 'mention', mention: mention('project', 9, 'Passerelle') },
    );
    expectGraph(about(graph, '/mentions>'), [
      ...ttl`<source/agenda/a%20b.md#L5> { article:un-autre schema:mentions project:gue . }`,
    ]);
  });
});
