import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { exportNetwork, NETWORK_FORMATS } from '../../src/network/export.ts';
import { networkOf } from '../../src/network/filter.ts';
import type { Presences } from '../../src/network/network.ts';
import { edgesCsv } from '../../src/network/write/csv.ts';
import { xmlText } from '../../src/network/write/xml.ts';
import { meetings } from './support.ts';

const people = networkOf(meetings(), 'people');

describe('files for other tools', () => {
  it.each(NETWORK_FORMATS)('%s has the same bytes each time', (format) => {
    expect(exportNetwork(networkOf(meetings(), 'people'), format)).toBe(exportNetwork(people, format));
  });

  it('GEXF has days for the timeline on nodes and edges', () => {
    const text = exportNetwork(people, 'gexf');
    expect(text).toContain('<gexf xmlns="http://gexf.net/1.3"');
    expect(text).toContain('mode="dynamic" timeformat="date"');
    expect(text).toMatch(/<node id="cy" label="Cy">.*<spells><spell start="2031-05-14" end="2031-05-14"\/><\/spells>/);
    expect(text).toMatch(
      /<edge id="e0" source="ada" target="ben" weight="2">.*<spell start="2030-05-14".*"2031-05-14"\/>/,
    );
  });

  it('GraphML and both tables of CSV have measures and what stands behind ties', () => {
    const text = exportNetwork(people, 'graphml');
    expect(text).toContain('<data key="node-degree">2</data>');
    expect(text).toContain('<data key="edge-titles">One | Two</data>');
    expect(edgesCsv(people).split('\r\n')[1]).toBe(
      'ada,ben,Undirected,2,Ada,Ben,2,One | Two,x/session/one x/session/two,2030-05-14,2031-05-14',
    );
    expect(exportNetwork(people, 'csv', 'nodes').split('\r\n')[1]).toBe('ada,Ada,person,2,3,0,0,2');
  });

  it('CSV keeps cells as they are, unless it is guarded against formulas', () => {
    const { occasions, actors } = meetings();
    const named: Presences = { occasions, actors: actors.map((actor) => ({ ...actor, name: `=1+"${actor.name}"` })) };
    const network = networkOf(named, 'organizations');
    expect(edgesCsv(network)).toContain(',"=1+""Forge""",');
    expect(edgesCsv(network, { guarded: true })).toContain(`,"'=1+""Forge""",`);
  });

  it('XML holds any text, without what XML cannot hold', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('<', '&', '"', '\u0000', '\ud800', '\ufffe', 'é') }),
        (a, b) => {
          const found: string[] = [];
          const parser = new Parser({ onopentag: (_, { v = '' }) => void found.push(v) }, { xmlMode: true });
          parser.end(`<a v="${xmlText(a + b)}"/>`);
          expect(found).toEqual([[...(a + b)].filter((character) => isXml(character.codePointAt(0) ?? 0)).join('')]);
        },
      ),
    );
  });
});

// --- internal ---

/** Char of XML 1.0. */
const isXml = (point: number): boolean =>
  [0x9, 0xa, 0xd].includes(point) ||
  (point >= 0x20 && point <= 0xd7ff) ||
  (point >= 0xe000 && point <= 0xfffd) ||
  point >= 0x10000;
