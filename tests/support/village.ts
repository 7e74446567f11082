import type { Tree } from './files.ts';

/** A made-up community: pages of events, people and a programme. Nothing in it exists. */

export const CONFIG = `base: https://graphe.example.org/
timezone: Europe/Paris
license: https://creativecommons.org/publicdomain/zero/1.0/
publisher: { name: Essais }
identities: identities.jsonl
sources:
  - id: agenda
    files: pages/*.md
    reader: front-matter
    maxFileSize: 20 kB
    records:
      - type: event
        when: debut
        fields:
          name: titre
          startDate: debut
          endDate: fin
          location.name: lieu
          location.address: adresse
          organizers: organisateur
          keywords: motscles
      - type: person
        forEach: intervenants
        fields:
          name: nom
          affiliation.role: fonction
          affiliation.organization: employeur
`;

export const PROGRAMME_CONFIG = `  - id: livret
    files: livret.md
    reader: programme
    event:
      name: Rencontres d'Orse 2023
      startDate: 2023-06-15
      endDate: 2023-06-16
`;

/** Drafts are for no record. */
export const DIRECTORY_CONFIG = `  - id: annuaire
    files: annuaire/*.md
    reader: front-matter
    records:
      - type: organization
        unless: brouillon
        fields: { name: nom }
`;

export const DIRECTORY: Tree = {
  'annuaire/a.md': '---\nnom: Les Rouages\n---\n',
  'annuaire/b.md': '---\nnom: La Filature\nbrouillon: true\n---\n',
};

export const PROGRAMME = `# Rencontres d'Orse

JEUDI 15 JUIN 2023

- p.04 — Réparer ensemble
- p.05 — Cartes et sentiers

---

# JEUDI 15 JUIN

---

## RÉPARER ENSEMBLE

10h00 - 11h00

Monter une filière locale de réemploi.

**ANIMÉ PAR**

Solange Viala, directrice d'Orse Numérique

**AVEC**

Idriss Bencherif, chargé de mission, Les Rouages

---

## CARTES ET SENTIERS

11h30 - 12h30

**AVEC**

Maryvonne Le Quellec, maire de Montvallier
`;

/** A page of an event with one person. Numbers make titles, days and people of their own; organisations recur. */
export function page(number: number): string {
  const n = String(number).padStart(3, '0');
  const day = String((number % 28) + 1).padStart(2, '0');
  return `---
titre: Veillée ${n}
debut: 2023-03-${day} 09:30
fin: 2023-03-${day} 12:00
lieu: ${['Halle aux Grains', 'La Filature', 'Salle Haute'][number % 3]}
adresse: ${number} rue des Lavandières, 87999 Sarlande
organisateur: ${['Les Rouages', 'Orse Numérique'][number % 2]}
motscles: [réemploi, veillée ${n}]
intervenants:
  - nom: Zoé ${SURNAMES[number % SURNAMES.length]}
    fonction: Animatrice
    employeur: Les Rouages
---

On s'y retrouve.
`;
}

/** Pages 1 to `count`, by path. */
export function pages(count: number): Tree {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [pagePath(at + 1), page(at + 1)]));
}

export const pagePath = (number: number): string => `pages/${String(number).padStart(3, '0')}.md`;

/** Pages, programme and config. */
export const village = (count: number): Tree => ({
  'maillage.config.yaml': CONFIG + PROGRAMME_CONFIG,
  'livret.md': PROGRAMME,
  ...pages(count),
});

// --- internal ---

const SURNAMES = ['Martel', 'Bascou', 'Puget', 'Aubigny', 'Sénéchal', 'Le Goff', 'Œuvrard'];
