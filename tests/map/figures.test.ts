// What a graph counts: each segment is tallied by itself, and tallies are put together.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../src/map/figures.ts';
import { decodeTally, encodeTally, tallyOf } from '../../src/map/tally.ts';
import { rdf, schema } from '../../src/map/vocab.ts';

const BASE = 'https://base.example/';
const tally = (...lines: string[]) => tallyOf(Buffer.from(lines.map((line) => `${line} .\n`).join('')), BASE);

const ada = `<${BASE}id/person/ada>`;
const name = `<${schema.name}>`;
const typed = `${ada} <${rdf.type}> <${schema.Person}>`;
const graph = (number: number) => `<${BASE}source/a/doc#L${number}>`;

describe('figures', () => {
  it('count a triple once, whatever the graphs and segments that it stands in', () => {
    const figures = figuresOf([
      tally(`${ada} ${name} "Ada" ${graph(1)}`, `${ada} ${name} "Ada" ${graph(2)}`, `${typed} ${graph(1)}`),
      tally(`${ada} ${name} "Ada" ${graph(3)}`, `${ada} ${name} "A. L." ${graph(3)}`, `${typed} ${graph(3)}`),
    ]);
    expect(figures).toEqual({
      triples: 3,
      entities: 1,
      subjects: 1,
      classes: new Map([[schema.Person, 1]]),
      properties: new Map([
        [rdf.type, 1],
        [schema.name, 2],
      ]),
      links: new Map(),
    });
  });

  it('count a thing once that is of two classes, and none for a subject without a class', () => {
    const figures = figuresOf([
      tally(`${typed} ${graph(1)}`, `<${BASE}x> ${name} "X" ${graph(1)}`),
      tally(`${ada} <${rdf.type}> <${schema.Article}> ${graph(2)}`),
    ]);
    expect(figures.entities).toBe(1);
    expect(figures.subjects).toBe(2);
    expect([...figures.classes.values()]).toEqual([1, 1]);
  });

  it('count links out of the graph by host, and not those within it', () => {
    const same = (address: string) => `${ada} <${schema.sameAs}> <${address}> ${graph(1)}`;
    const figures = figuresOf([
      tally(same('https://out.example/a?b'), same('https://out.example/c'), same(`${BASE}id/person/other`)),
    ]);
    expect(figures.links).toEqual(new Map([['https://out.example/', 2]]));
    expect(figures.properties).toEqual(new Map([[schema.sameAs, 3]]));
  });

  it('tell the first and last day, and the newest article', () => {
    const says = (predicate: string, text: string) => `${ada} <${predicate}> "${text}"^^<x:date> ${graph(1)}`;
    const figures = figuresOf([
      tally(says(schema.startDate, '2022-09-28T10:00:00+02:00'), says(schema.datePublished, '2023-01-02')),
      tally(says(schema.endDate, '2022-09-29'), says(schema.datePublished, '2021-05-05')),
    ]);
    expect(figures).toMatchObject({ firstDay: '2022-09-28', lastDay: '2022-09-29', newest: '2023-01-02' });
  });

  it('see literals with spaces, angle brackets and line feeds that are escaped', () => {
    const figures = figuresOf([tally(`${ada} ${name} "a <b> . \\n \\"c\\" <d" ${graph(1)}`)]);
    expect(figures.properties).toEqual(new Map([[schema.name, 1]]));
  });

  it('are the same however the statements are cut into segments', () => {
    const statement = fc
      .tuple(fc.nat(6), fc.constantFrom(schema.name, schema.url, rdf.type), fc.nat(4), fc.nat(3))
      .map(([s, p, o, g]) => `<${BASE}${s}> <${p}> <${BASE}${o}> ${graph(g)}`);
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 40 }), fc.nat(39), (statements, cut) => {
        const parts = [tally(...statements.slice(0, cut)), tally(...statements.slice(cut))];
        const triples = new Set(statements.map((line) => line.slice(0, line.lastIndexOf(' '))));
        const figures = figuresOf(parts);
        expect(figures).toEqual(figuresOf([tally(...statements)]));
        expect(figures.triples).toBe(triples.size);
        expect(figures.subjects).toBe(new Set([...triples].map((triple) => triple.split(' ')[0])).size);
      }),
    );
  });
});

describe('a tally', () => {
  it('comes back from its bytes as it was', () => {
    const one = tally(
      `${typed} ${graph(1)}`,
      `${ada} ${name} "é" ${graph(1)}`,
      `${ada} <${schema.startDate}> "2022-09-28" ${graph(1)}`,
    );
    // As a file is read: at any place in memory.
    const bytes = new Uint8Array([0, 0, 0, ...encodeTally(one)]).subarray(3);
    expect(decodeTally(bytes)).toEqual(one);
    expect(decodeTally(encodeTally(tally()))).toEqual(tally());
  });
});
