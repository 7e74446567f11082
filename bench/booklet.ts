import { prose, titleOf, topicOf, type World } from './fiction.ts';
import type { Random } from './random.ts';

/** The text of a programme booklet of so many sessions over two days, as Markdown out of an OCR gives it. */
export function booklet(random: Random, world: World, sessions: number): string {
  const titles = Array.from({ length: sessions }, (_, at) => `${titleOf(random, world)}, ${ordinal(at)}`);
  const half = Math.ceil(sessions / 2);
  const parts = ["# L'INDEX DU SALON\n"];
  for (const [day, ours] of [titles.slice(0, half), titles.slice(half)].entries()) {
    parts.push(`# ${DAYS[day]}\n`, '## MATIN\n', '---\n');
    parts.push(`${ours.map((title, at) => `- p.${two(4 + day * half + at)} — ${title}`).join('\n')}\n`);
  }
  for (const [at, title] of titles.entries())
    parts.push(session(random, world, title, DAYS[at < half ? 0 : 1] as string));
  return `${parts.join('\n')}\n`;
}

/** What the config says of the event that it is the programme of. */
export const bookletEvent = (name: string): string => `{name: ${name}, startDate: 2022-09-28, endDate: 2022-09-29}`;

// --- internal ---

const DAYS = ['MERCREDI 28 SEPTEMBRE', 'JEUDI 29 SEPTEMBRE'];

function session(random: Random, world: World, title: string, day: string): string {
  const hour = 9 + random.below(8);
  const host = random.often(world.people);
  return [
    `# ${title.toUpperCase()}\n`,
    `${prose(random, world, 350)}\n`,
    `*Que changent ${topicOf(random)} pour ${topicOf(random)} ?*\n`,
    '## ANIMÉ PAR\n',
    `${host.name}, ${host.role} de l'${host.organization}.\n`,
    '## AVEC\n',
    `${Array.from({ length: 2 + random.below(4) }, () => {
      const { name, role, organization } = random.often(world.people);
      return `${name}, ${role}, ${organization}`;
    }).join('  \n')}\n`,
    `${hour}h à ${hour + 1}h30\n`,
    '9h 10h 11h 12h 13h 14h 15h 16h 17h 18h 19h\n',
    `${day}\n`,
  ].join('\n');
}

/** Sessions of one booklet have titles of their own. */
const ordinal = (at: number): string => `épisode ${at + 1}`;

const two = (number: number): string => String(number).padStart(2, '0');
