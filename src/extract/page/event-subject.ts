import { EVENT_NOUNS } from '../words/events.ts';

// Whether the words before `organisée par X` speak of the event of their page. All are folded.

/** True when the words before the participle end in the event: nothing, a definite event noun, its own name. */
export function speaksOfEvent(before: string, own: string): boolean {
  const plain = before
    .replace(/[\s,(]+$/, '')
    .replace(/\s+(?:est|sont|sera|seront|etait|etaient|a ete|ont ete)(?:\s+\S+ment)?$/, '');
  if (plain === '' || EVENT_NOUNS.has(plain)) return true;
  if (own !== '' && plain.endsWith(own)) return true;
  if (/(?:^|[\s,])(?:il|elle|ils|elles|celui-ci|celle-ci)$/.test(plain)) return true;
  const noun =
    /(?:^|[\s,(])(?:l'|(?:la|le|les|cette|cet|ce|ces|notre|un|une)\s)(?:\p{L}+(?:e|eme) )?([\p{L}-]+)(?:\s(?:de|d'|du|des)\s?[\p{L}\s-]{1,30})?$/u.exec(
      plain,
    );
  const indefinite = /(?:^|\s)(?:un|une)\s[\p{L}\s-]+$/u.test(plain) && plain.split(' ').length > 4;
  return noun?.[1] !== undefined && EVENT_NOUNS.has(noun[1]) && !indefinite;
}

/** `Journée professionnelle proposée par X`, `Une soirée pour parler de …, proposée par X`: the event and what it is, no verb. */
export const isEventAlone = (before: string): boolean => {
  const opening =
    /^(?:(?:une?|cet|cette|ce|la|le|notre)\s|l')?([\p{L}-]+)(?:\s\p{L}+)?(,|\s(?:pour|de|d'|autour|sur)[^.;:()]*,)?$/u.exec(
      before,
    );
  return EVENT_NOUNS.has(opening?.[1] ?? '');
};

/** `X invite les habitants à une soirée de débats, organisée avec …`: what one is invited to is the event. */
export const isInvitation = (before: string): boolean => {
  const to =
    /\b(?:invite|convie|attend|propose)(?:nt|ra|ront)?\b[^.;:()]*\b(?:a|pour) (?:une?|la|le|l')\s?([\p{L}-]+)(?: [^.;:(),]*)?,?$/u.exec(
      before.slice(-LONGEST_INVITATION),
    );
  return EVENT_NOUNS.has(to?.[1] ?? '');
};

// --- internal ---

/** Characters. */
const LONGEST_INVITATION = 300;
