import { type Context, joined, thingLink } from '../context.ts';
import { longDay, momentOf, spanText, timeText } from '../dates.ts';
import { type Html, html, setWell } from '../html.ts';
import { layout } from '../layout.ts';
import type { Thing } from '../things.ts';
import { type Cell, type Day, gridOf, hasTime } from './grid.ts';
import { readProgramme, type Slot } from './read-programme.ts';

/** An event's sessions by day and hour, parallel ones side by side. A table, which reads well without style or script. */
export async function programmePage(context: Context, event: Thing): Promise<string | undefined> {
  const slots = await readProgramme(context, event);
  if (slots.length === 0) return undefined;
  const { t, href } = context;
  const days = gridOf(slots);
  const loose = slots.filter((slot) => !hasTime(slot));
  const body = html`<header class="title k-event"><p class="kind">${t('Programme', 'Programme')}</p>
<h1${context.spoken}>${setWell(event.name)}</h1>
<p class="subtitle">${event.start !== undefined && spanText(event.start, event.end, context.language)}</p>
<p class="actions"><a class="button quiet" href="${context.page(context.doc(event))}">${t('Tout sur l’événement', 'All about the event')}</a> <a class="button quiet" href="${href(`programme/${event.slug}.ics`)}">${t('Agenda (.ics)', 'Calendar (.ics)')}</a></p></header>
${filters(context, slots)}
${days.map((day) => daySection(context, day))}
${loose.length > 0 && html`<section class="day"><h2>${t('Sans horaire', 'Without a time')}</h2><ul class="loose">${loose.map((slot) => html`<li class="slot" ${data(slot)}>${slotBody(context, slot)}</li>`)}</ul></section>`}`;
  return layout(context, {
    title: `${t('Programme', 'Programme')} · ${event.name}`,
    description: t(
      `Le programme de ${event.name}, par jour et par heure.`,
      `The programme of ${event.name}, by day and hour.`,
    ),
    body,
    menu: 'search',
    wide: true,
    bodyClass: 'programme',
    formats: [['text/calendar', `programme/${event.slug}.ics`]],
  });
}

// --- internal ---

function daySection(context: Context, { date, tracks, rows }: Day): Html {
  const moment = momentOf(date);
  const id = `day-${date}`;
  return html`<section class="day"><h2 id="${id}">${moment === undefined ? date : longDay(moment, context.language)}</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}"><table class="grid t${Math.min(tracks, 12)}">
<thead class="unseen"><tr><th scope="col">${context.t('Heure', 'Hour')}</th><th scope="col" colspan="${tracks}">${context.t('Sessions', 'Sessions')}</th></tr></thead>
<tbody>${rows.map(({ time, cells }) => html`<tr><th scope="row"><time>${timeText(time, context.language)}</time></th>${cells.map((cell) => cellOf(context, cell))}</tr>\n`)}</tbody></table></div></section>`;
}

function cellOf(context: Context, { slot, rows }: Cell): Html {
  const span = rows > 1 && html` rowspan="${rows}"`;
  if (slot === undefined) return html`<td class="gap"${span}></td>`;
  return html`<td class="slot"${span} ${data(slot)}>${slotBody(context, slot)}</td>`;
}

/** People whose names stand in a cell. */
const MOST = 6;

function slotBody(context: Context, { thing, format, people, organizations }: Slot): Html {
  const { t, language } = context;
  const [from, to] = [thing.start, thing.end].map((text) => momentOf(text ?? '')?.time);
  const time =
    from === undefined
      ? undefined
      : timeText(from, language) + (to === undefined ? '' : `\u2013${timeText(to, language)}`);
  // Organisations speak for themselves only where nobody is named.
  const who = people.length > 0 ? people : organizations;
  return html`<p class="meta">${time !== undefined && html`<span>${time}</span>`}${format !== undefined && html` <span class="format">${context.label(format)}</span>`}</p>
<p class="name">${thingLink(context, thing)}</p>${
    who.length > 0 &&
    html`<p class="who">${joined(
      who.slice(0, MOST).map((one) => thingLink(context, one)),
      ', ',
    )}${who.length > MOST && ` ${t('et', 'and')} ${who.length - MOST} ${t('autres', 'more')}`}</p>`
  }`;
}

/** What filters look at: format, people, organisations and themes, by the ends of their addresses. */
function data({ format, people, organizations, themes }: Slot): Html {
  const slugs = (things: readonly Thing[]) => things.map(({ slug }) => slug).join(' ');
  return html`data-format="${format === undefined ? '' : format.slice(format.lastIndexOf('/') + 1)}" data-person="${slugs(people)}" data-organization="${slugs(organizations)}" data-theme="${slugs(themes)}"`;
}

function filters(context: Context, slots: readonly Slot[]): Html {
  const { t } = context;
  const formats = new Map(
    slots.flatMap(({ format }) =>
      format === undefined ? [] : [[format.slice(format.lastIndexOf('/') + 1), context.label(format)] as const],
    ),
  );
  const choices = (of: (slot: Slot) => readonly Thing[]) =>
    new Map(slots.flatMap((slot) => of(slot).map(({ slug, name }) => [slug, name] as const)));
  const all: readonly (readonly [string, string, ReadonlyMap<string, string>])[] = [
    ['format', t('Format', 'Format'), formats],
    ['organization', t('Organisation', 'Organisation'), choices(({ organizations }) => organizations)],
    ['person', t('Personne', 'Person'), choices(({ people }) => people)],
    ['theme', t('Projet ou thème', 'Project or theme'), choices(({ themes }) => themes)],
  ];
  return html`<form class="filters" data-programme hidden aria-label="${t('Filtrer le programme', 'Filter the programme')}">${all
    .filter(([, , options]) => options.size > 1)
    .map(
      ([name, label, options]) =>
        html`<label>${label}<select name="${name}"><option value="">${t('Tous', 'All')}</option>${[...options]
          .sort(([, a], [, b]) => (a < b ? -1 : 1))
          .map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select></label>`,
    )}<button type="reset" class="button quiet">${t('Tout afficher', 'Show all')}</button><output data-count data-one="${t('session sur', 'session of')}" data-many="${t('sessions sur', 'sessions of')}"></output></form>`;
}
