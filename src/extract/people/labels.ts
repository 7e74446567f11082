import { fold, foldWithOffsets } from '../../domain/fold.ts';
import type { Capacity } from '../../domain/participation.ts';

/** A label that opens a people block. */
export interface PeopleLabel {
  readonly capacity: Capacity;
  /** Offset in the text after the label and its colon. */
  readonly end: number;
  /** The label is all the text has. */
  readonly alone: boolean;
}

/**
 * Reads a people label at the start of a block: `ANIMÉ PAR`, `Intervenantes et intervenants :`, `Modération : …`,
 * `Avec Prénom Nom, …`.
 */
export function peopleLabel(text: string): PeopleLabel | undefined {
  if (isTableHead(text)) return { capacity: 'speaker', end: text.length, alone: true };
  const { folded: head, offsets } = foldWithOffsets(text.slice(0, 90));
  for (const [pattern, capacity] of LABELS) {
    const found = pattern.exec(head);
    if (found === null) continue;
    const end = offsets[found[0].length] as number;
    const rest = text.slice(end).trim();
    const marked =
      /[:\n]\s*$/.test(text.slice(0, end)) ||
      /^\s*\n/.test(text.slice(end)) ||
      text.slice(0, end).trim() === text.slice(0, end).trim().toUpperCase();
    if (rest === '') return { capacity, end, alone: true };
    if (marked || INLINE.test(found[0])) return { capacity, end, alone: false };
  }
  return undefined;
}

// --- internal ---

/** `Nom | Fonction | Structure`: the head of a table of people. */
function isTableHead(text: string): boolean {
  if (text.length > 120 || !text.includes(' | ')) return false;
  const cells = fold(text).split(' | ');
  return (
    cells.length >= 2 &&
    cells.some((cell) => /^(?:noms?|prenoms?|intervenante?s?)\b/.test(cell)) &&
    cells.some((cell) => /^(?:fonction|role|qualite|structure|organisation|organisme|poste|titre)/.test(cell))
  );
}

/** Feminine, plural and inclusive endings of a label's words. */
const E = '(?:[·.(/-]?(?:e|es|s|ices|rices|trices|euse|euses))*\\)?';
/** The session that a label may name: `Visite conduite par`. */
const SESSION = '(?:(?:un|une) )?(?:visite|atelier|session|table ronde|masterclass|echange|conference|seance)';
const END = '(?=\\s*(?::|$|\\n|-|–)|\\s+\\S)\\s*:?';
const label = (words: string): RegExp => new RegExp(`^(?:${words})${END}`, 'u');

const LABELS: readonly (readonly [RegExp, Capacity])[] = [
  [
    label(
      `(?:${SESSION} )?(?:(?:co-?)?anime|conduit|mene|modere|guide|encadre)${E} par|animation|animateur${E}|animatrice${E}|modere${E} par|moderation|moderateur${E}|moderatrice${E}|facilite${E} par|facilitation|facilitateur${E}|facilitatrice${E}`,
    ),
    'facilitator',
  ],
  [
    label(
      `avec la participation (?:de|du|des|d')|en presence (?:de|du|des|d')|participant${E}(?: et participant${E})?`,
    ),
    'speaker',
  ],
  [
    label(
      `intervenant${E}(?: (?:et|&|/) intervenant${E})?|interventions? de|(?:dialogue|conversation|entretien|rencontre|debat|echange) (?:entre|avec)|orateur${E}|oratrice${E}|speakers?|conferencier${E}|conferenciere${E}|panelistes?|discutant${E}|invite${E}|grand${E} temoin${E}|temoin${E}|autour de la table|(?:demonstration|presentation|lecture|restitution|expose|recit|conference|visite)s? par|presente${E} par|propose${E} par|porte${E} par|par`,
    ),
    'speaker',
  ],
  [label("ouverture par|mot d'accueil(?: (?:de|par))?|accueil par|discours d'ouverture (?:de|par)"), 'opening'],
  [label('avec'), 'speaker'],
];

/** Labels that may run into their list without a colon. */
const INLINE =
  /(?:^| )par\s*$|^(?:interventions? de|dialogue|conversation|entretien|rencontre|debat|avec|(?:co-?)?anime|modere|en presence|ouverture par|mot d'accueil|facilite|intervenants? |intervenantes? )/;
