// A page without what an event needs is an article, where its text is read; what the event's mapping leaves out stays out.
import { describe, expect, it } from 'vitest';
import { buildIn, quadsOf } from '../support/build.ts';
import { folderOf } from '../support/files.ts';

const CONFIG = `base: https://graphe.example.org/
sources:
  - id: pages
    files: pages/*.md
    reader: front-matter
    text: fr-page
    records:
      - type: event
        when: debut
        unless: brouillon
        fields: { name: titre, startDate: debut }
`;
const page = (...head: string[]) => `---\n${head.join('\n')}\n---\n\nTexte.\n`;

describe('a source of events', () => {
  it('makes articles of pages without a date, and nothing of drafts', async () => {
    const folder = folderOf({
      'maillage.config.yaml': CONFIG,
      'pages/a.md': page('titre: Une veillée', 'debut: 2023-03-08'),
      'pages/b.md': page('titre: Un récit', 'date: 2023-03-09'),
      'pages/c.md': page('titre: Un récit caché', 'brouillon: true'),
      'pages/d.md': page('titre: Une veillée cachée', 'debut: 2023-03-10', 'brouillon: true'),
    });
    const report = await buildIn(folder);
    expect(report.sources[0]).toMatchObject({ records: { event: 1, article: 1 }, rows: 4, excluded: 2, problems: [] });
    const quads = quadsOf(report).join('\n');
    expect(quads).toContain('"Un récit"');
    expect(quads).not.toMatch(/cachée?"/);
  });
});
