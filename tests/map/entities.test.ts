import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import type { DomainRecord } from '../../src/domain/record.ts';
import { SourceError } from '../../src/errors.ts';
import { term } from '../../src/map/vocab.ts';
import { about, BASE, expectGraph, type Graph, inGraphs, nquads, ttl } from '../support/graph.ts';
import { DOCUMENT, lineText, mention, on, recorder, value } from '../support/records.ts';

/** What the passages say of a document with these records, without mentions and how they were read. */
function said(...records: readonly DomainRecord[]): Graph {
  const { mapper, text } = recorder();
  mapper.mapDocument(DOCUMENT, records, lineText);
  const passages = inGraphs(nquads(text()), 'source/');
  return passages.filter((line) => !line.startsWith('<https://example.test/source/'));
}

describe('entities with a record of their own', () => {
  it('maps a person', () => {
    expectGraph(
      said({
        type: 'person',
        ...on(1, 9),
        person: mention('person', 1, 'Ada'),
        affiliations: [{ ...on(2), role: 'Autrice', organization: mention('organization', 2, 'Le Pont'), past: false }],
        projects: [mention('project', 3, 'Gué')],
        urls: [value(4, 'https://ada.test/')],
        sameAs: [value(5, 'https://other.test/ada')],
      }),
      ttl`
      <source/agenda/a%20b.md#L1> { person:ada a schema:Person . }
      <source/agenda/a%20b.md#L2> {
        person:ada schema:affiliation organization:le-pont .
        organization:le-pont a schema:Organization .
        <id/membership/ada/le-pont/autrice> a org:Membership ; org:member person:ada ; org:organization organization:le-pont ;
          mlg:roleAsPrinted "Autrice" ; mlg:mention <source/agenda/a%20b.md#L2-m-le-pont> .
      }
      <source/agenda/a%20b.md#L3> { person:ada mlg:worksOn project:gue . project:gue a schema:Project . }
      <source/agenda/a%20b.md#L4> { person:ada schema:url <https://ada.test/> . }
      <source/agenda/a%20b.md#L5> { person:ada schema:sameAs <https://other.test/ada> . }`,
    );
  });

  it('maps an organisation', () => {
    expectGraph(
      said({
        type: 'organization',
        ...on(1, 9),
        organization: mention('organization', 1, 'Le Pont'),
        description: value(2, 'Relie.'),
        location: [{ locality: value(3, 'Lyon') }],
        urls: [value(4, 'https://pont.test/')],
        sameAs: [value(5, 'https://other.test/pont')],
      }),
      ttl`
      <source/agenda/a%20b.md#L1> { organization:le-pont a schema:Organization . }
      <source/agenda/a%20b.md#L2> { organization:le-pont schema:description "Relie." . }
      <source/agenda/a%20b.md#L3> {
        organization:le-pont schema:location place:lyon .
        place:lyon a schema:Place ; schema:address address:lyon .
        address:lyon a schema:PostalAddress ; schema:addressLocality "Lyon" .
      }
      <source/agenda/a%20b.md#L4> { organization:le-pont schema:url <https://pont.test/> . }
      <source/agenda/a%20b.md#L5> { organization:le-pont schema:sameAs <https://other.test/pont> . }`,
    );
  });

  it('maps a project, its cohort and its concept', () => {
    expectGraph(
      said(
        {
          type: 'project',
          ...on(1, 9),
          project: mention('project', 1, 'Gué'),
          kind: value(2, 'digital-common' as const),
          stewards: [mention('organization', 3, 'Le Pont')],
          description: value(4, 'Traverse.'),
          concepts: [mention('concept', 5, 'Eau')],
          keywords: [value(5, 'rive')],
          location: [{ locality: value(6, 'Lyon') }],
          cohorts: [mention('cohort', 7, 'Promotion 2')],
          urls: [value(8, 'https://gue.test/')],
          sameAs: [value(8, 'https://other.test/gue')],
        },
        {
          type: 'cohort',
          ...on(10),
          cohort: mention('cohort', 10, 'Promotion 2'),
          programme: mention('project', 11, 'Élan'),
        },
        { type: 'concept', ...on(12), concept: mention('concept', 12, 'Eau'), definition: value(13, 'Liquide.') },
      ),
      ttl`
      <source/agenda/a%20b.md#L1> { project:gue a schema:Project . }
      <source/agenda/a%20b.md#L2> { project:gue a mlg:DigitalCommon ; mlg:projectKind project-kind:digital-common . }
      <source/agenda/a%20b.md#L3> { project:gue mlg:stewardedBy organization:le-pont . organization:le-pont a schema:Organization . }
      <source/agenda/a%20b.md#L4> { project:gue schema:description "Traverse." . }
      <source/agenda/a%20b.md#L5> { project:gue dcterms:subject concept:eau ; schema:keywords "rive" . concept:eau a skos:Concept . }
      <source/agenda/a%20b.md#L6> {
        project:gue schema:location place:lyon .
        place:lyon a schema:Place ; schema:address address:lyon .
        address:lyon a schema:PostalAddress ; schema:addressLocality "Lyon" .
      }
      <source/agenda/a%20b.md#L7> { project:gue mlg:laureateOf cohort:promotion-2 . cohort:promotion-2 a mlg:Cohort . }
      <source/agenda/a%20b.md#L8> { project:gue schema:url <https://gue.test/> ; schema:sameAs <https://other.test/gue> . }
      <source/agenda/a%20b.md#L10> { cohort:promotion-2 a mlg:Cohort . }
      <source/agenda/a%20b.md#L11> {
        cohort:promotion-2 mlg:ofProgramme project:elan .
        project:elan a schema:Project, mlg:AcceleratorProgramme .
      }
      <source/agenda/a%20b.md#L12> { concept:eau a skos:Concept . }
      <source/agenda/a%20b.md#L13> { concept:eau skos:definition "Liquide." . }`,
    );
  });

  it('refuses a place without name and locality, naming where it stands', () => {
    const { mapper } = recorder();
    const record: DomainRecord = {
      type: 'organization',
      ...on(3),
      organization: mention('organization', 3, 'Le Pont'),
      location: [{ postalCode: value(3, '69000') }],
      urls: [],
      sameAs: [],
    };
    expect(() => mapper.mapDocument(DOCUMENT, [record], lineText)).toThrow(SourceError);
    expect(() => mapper.mapDocument(DOCUMENT, [record], lineText)).toThrow('sources/agenda/a b.md:3: location');
  });

  it('leaves out links and dates that are none, and says so', () => {
    const { mapper, text } = recorder();
    const findings = mapper.mapDocument(
      DOCUMENT,
      [
        {
          type: 'article',
          key: 'x',
          ...on(1),
          headline: value(1, 'Un billet'),
          datePublished: value(2, 'hier'),
          keywords: [],
          urls: [value(3, 'javascript:alert(1)')],
        },
      ],
      lineText,
    );
    expect(findings.map(({ code, lines }) => [code, lines.first])).toEqual([
      ['date-refused', 2],
      ['link-refused', 3],
    ]);
    expect(findings[1]).toMatchObject({ value: 'javascript:alert(1)' });
    expect(text()).not.toContain('javascript');
  });
});

describe('identity', () => {
  it('gives each entity one name, its other names, and a concept its label', () => {
    const { mapper, text } = recorder();
    mapper.mapIdentity({
      entities: [
        { kind: 'person', slug: 'ada', label: 'Ada Martin', others: ['ADA MARTIN', 'Ada Martin', 'ADA MARTIN'] },
        { kind: 'concept', slug: 'eau', label: 'Eau', others: [] },
      ],
    });
    expectGraph(
      nquads(text()),
      ttl`graph:identity {
        person:ada schema:name "Ada Martin" ; schema:alternateName "ADA MARTIN" .
        concept:eau schema:name "Eau" ; skos:prefLabel "Eau" .
      }`,
    );
  });
});

describe('who is who', () => {
  it('says what replaces what, what is gone, and what was judged, each with a node of its own', () => {
    const { mapper, text } = recorder();
    const [ada, eve] = [
      { kind: 'person', slug: 'ada' },
      { kind: 'person', slug: 'eve' },
    ] as const;
    mapper.mapIdentity({
      entities: [{ kind: 'organization', slug: 'adm', label: 'Agence de la mer', others: ['ADM'], acronyms: ['ADM'] }],
      redirects: [{ kind: 'person', from: 'ada-2', to: 'ada' }],
      withdrawn: ['0123456789abcdef0123456789abcdef'],
      candidates: [
        { members: [ada, eve], score: 0.6, speaksFor: ['one-letter: x'], speaksAgainst: ['y'], unsure: true },
      ],
      judgements: [
        { members: [ada, eve], decision: 'different', by: 'Zoé', when: '2026-11-26', because: 'Deux sœurs' },
      ],
      links: [
        { of: ada, url: 'https://example.org/ada', by: 'Zoé', source: 'https://example.org/' },
        { of: ada, identifier: 'orcid:0000-0002-1825-0097' },
        { of: ada, url: 'javascript:alert(1)' },
      ],
    });
    const written = text();
    const bare = written.replace(/(id\/(?:candidate|judgement|link)\/)[0-9a-f]{12}/g, '$1x');
    expect(bare).not.toContain('javascript');
    const [says, graph] = [(line: string) => expect(bare.split('\n')).toContain(line), `<${BASE}graph/identity> .`];
    const id = (end: string): string => `<${BASE}id/${end}>`;
    says(`${id('person/ada-2')} ${term.dcterms.isReplacedBy} ${id('person/ada')} ${graph}`);
    says(`${id('withdrawn/0123456789abcdef0123456789abcdef')} ${term.rdf.type} ${term.mlg.Withdrawn} ${graph}`);
    says(`${id('candidate/x')} ${term.mlg.between} ${id('person/eve')} ${graph}`);
    says(`${id('candidate/x')} ${term.mlg.score} "0.60"^^${term.xsd.decimal} ${graph}`);
    says(`${id('judgement/x')} ${term.mlg.decision} "different" ${graph}`);
    says(`${id('judgement/x')} ${term.dcterms.date} "2026-11-26"^^${term.xsd.date} ${graph}`);
    says(`${id('person/ada')} ${term.schema.sameAs} <https://example.org/ada> ${graph}`);
    says(`${id('person/ada')} ${term.schema.identifier} "orcid:0000-0002-1825-0097" ${graph}`);
    says(`${id('organization/adm')} ${term.mlg.acronym} "ADM" ${graph}`);
    expect(new Set(written.match(/id\/link\/[0-9a-f]{12}/g)).size).toBe(3);
  });
});

describe('findings', () => {
  const finding: Finding = {
    severity: 'warning',
    code: 'end-before-start',
    in: 'session',
    lines: { first: 2, last: 3 },
    about: 'x',
  };
  const article: DomainRecord = {
    type: 'article',
    key: 'x',
    ...on(1),
    headline: value(1, 'Un billet'),
    keywords: [],
    urls: [],
  };

  it('stand in the quality graph with focus and passage', () => {
    const { mapper, text } = recorder();
    mapper.mapFindings(DOCUMENT, [finding], [article], lineText);
    const graph = nquads(text());
    const id = /id\/finding\/([0-9a-f]{12})>/.exec(text())?.[1] ?? 'none';
    expectGraph(
      graph,
      ttl`
      graph:quality {
        <id/finding/${id}> a mlg:Finding ; mlg:severity severity:warning ; mlg:code "end-before-start" ;
          schema:description "The session ends before it starts."@en , "La session finit avant d’avoir commencé."@fr ; mlg:focus article:un-billet ;
          mlg:passage <source/agenda/a%20b.md#L2-L3> .
      }
      graph:provenance {
        <source/agenda/a%20b.md> a mlg:Document ; mlg:path "sources/agenda/a b.md" ; mlg:sha256 "00ff" ; mlg:source "agenda" .
        <source/agenda/a%20b.md#L2-L3> a mlg:Passage ; prov:wasDerivedFrom <source/agenda/a%20b.md> ;
          mlg:firstLine 2 ; mlg:lastLine 3 ; oa:exact "line 2\nline 3" .
      }`,
    );
  });

  it('have an id of code, document, lines and message, and nothing else', () => {
    const idOf = (changed: Finding, document = DOCUMENT): string | undefined => {
      const { mapper, text } = recorder();
      mapper.mapFindings(document, [changed], [article], lineText);
      return /id\/finding\/([0-9a-f]{12})>/.exec(text())?.[1];
    };
    const id = idOf(finding);
    expect(id).toBeDefined();
    expect(idOf({ ...finding, severity: 'info', about: 'y' })).toBe(id);
    expect(idOf(finding, { ...DOCUMENT, sha256: 'aa' })).toBe(id);
    const others = [
      idOf({ ...finding, code: 'long-line' }),
      idOf({ ...finding, in: 'front-matter', start: '2024-01-02', end: '2024-01-01' }),
      idOf({ ...finding, lines: { first: 2, last: 2 } }),
      idOf(finding, { ...DOCUMENT, name: 'c.md' }),
    ];
    expect(new Set([id, ...others]).size).toBe(5);
  });

  it('are nothing where there are none: the document has been described with its records', () => {
    const { mapper, text } = recorder();
    mapper.mapFindings(DOCUMENT, [], [article], lineText);
    expect(text()).toBe('');
  });

  it('do without focus and quote where the file could not be read', () => {
    const { mapper, text } = recorder();
    mapper.mapFindings(DOCUMENT, [finding], []);
    const graph = nquads(text());
    expect(about(graph, '#focus>')).toEqual([]);
    expect(about(graph, '#exact>')).toEqual([]);
    expect(about(graph, '#Passage>')).toHaveLength(1);
  });
});
