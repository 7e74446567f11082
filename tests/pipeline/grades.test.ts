// With `grades: [stated]` the graph holds nothing that a rule inferred, and nothing that it would not hold otherwise.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildIn, quadsOf } from '../support/build.ts';
import { folderOf } from '../support/files.ts';

/** Who runs a project is stated by its page; that its people work there is concluded from it. */
const CONFIG = `sources:
  - id: projets
    files: projets/*.md
    reader: front-matter
    records: [{ type: project, fields: { name: titre, stewards: porteur } }]
  - id: equipe
    files: equipe/*.md
    reader: front-matter
    records:
      - type: person
        fields:
          name: titre
          projects: { ref: 'projets/{{projet}}' }
          affiliation.role: fonction
          affiliation.organization: { ref: 'projets/{{projet}}', field: steward }
`;

const FILES = {
  'projets/semis.md': '---\ntitre: Semis\nporteur: Les Remonteurs\n---\n',
  'equipe/ada.md': '---\ntitre: Ada Noor\nprojet: semis\nfonction: meunière\n---\n',
};

const INFERRED = /<[^>]*#grade> "inferred"/;

it('builds only what is stated where the config says so, and all of it again where it does not', async () => {
  const folder = folderOf({ 'maillage.config.yaml': CONFIG, ...FILES });
  const all = quadsOf(await buildIn(folder));
  expect(all.filter((quad) => INFERRED.test(quad))).not.toEqual([]);

  writeFileSync(join(folder, 'maillage.config.yaml'), `grades: [stated]\n${CONFIG}`);
  const second = await buildIn(folder);
  expect(second.sources.map(({ reused }) => reused)).toEqual([false, false]);
  const stated = quadsOf(second);
  expect(stated.filter((quad) => INFERRED.test(quad))).toEqual([]);
  // The project, who works on it and who runs it are stated; that it is a post with them is not.
  expect(stated.some((quad) => quad.includes('worksOn'))).toBe(true);
  expect(stated.some((quad) => quad.includes('stewardedBy'))).toBe(true);
  expect(all.some((quad) => quad.includes('schema.org/affiliation'))).toBe(true);
  expect(stated.some((quad) => quad.includes('schema.org/affiliation'))).toBe(false);
  const before = new Set(all);
  // The figures of the dataset and the hash of the config are others, of course.
  const isFact = (quad: string): boolean => !quad.endsWith('graph/dataset> .') && !quad.includes('ontology#sha256>');
  expect(stated.filter((quad) => isFact(quad) && !before.has(quad))).toEqual([]);
  expect(stated.length).toBeLessThan(all.length);

  writeFileSync(join(folder, 'maillage.config.yaml'), `grades: [inferred, stated]\n${CONFIG}`);
  expect(quadsOf(await buildIn(folder)).filter((quad) => INFERRED.test(quad))).not.toEqual([]);
});
