import { runQuery } from '../query/run.ts';
import { type Context, thingLink } from './context.ts';
import { evidence } from './entity/evidence.ts';
import { factList } from './entity/facts.ts';
import { relationsOf } from './entity/relations.ts';
import { type Html, html } from './html.ts';
import { heading } from './result/heads.ts';
import { reasonText } from './result/reasons.ts';
import { parseResults, type Results } from './result/results.ts';
import type { Thing } from './things.ts';

/** The saved query that lists pairs of things that may be one. */
const QUERY = 'identity-candidates';

/** Pairs that an editor should settle, most likely ones first, with what is known of both. */
export async function candidateList(context: Context): Promise<Html> {
  const { t, site } = context;
  const saved = site.queries.find(({ name }) => name === QUERY);
  const results =
    saved === undefined
      ? undefined
      : parseResults((await runQuery(site.store, saved, new Map(), { format: 'json' })).body);
  if (results === undefined || results.rows.length === 0)
    return html`<p class="note">${t('Aucun rapprochement n’attend de décision.', 'No names await a decision.')}</p>`;
  const shown = results.rows.slice(0, MOST);
  const pairs: Html[] = [];
  for (const row of shown) pairs.push(await pair(context, results, row));
  return html`<ol class="candidates">${pairs}</ol>${results.rows.length > MOST && html`<p class="note">${t(`Les ${MOST} premiers sur ${results.rows.length} ; tous dans`, `The first ${MOST} of ${results.rows.length}; all in`)} <a href="${context.page(`queries/${QUERY}`)}">${t('la réponse complète', 'the whole answer')}</a>.</p>`}`;
}

// --- internal ---

const MOST = 40;

async function pair(context: Context, { columns }: Results, row: Results['rows'][number]): Promise<Html> {
  const things = row.flatMap((cell) => (cell?.type === 'uri' ? (context.things.get(cell.value) ?? []) : []));
  const both = [...new Map(things.map((thing) => [thing.iri, thing])).values()].slice(0, 2);
  const at = (column: string) => row[columns.indexOf(column)]?.value ?? '';
  const said = ['speaksFor', 'speaksAgainst', 'score'].flatMap((column) => {
    const lines = at(column) === '' ? [] : at(column).split('\n');
    const words = column === 'score' ? decimal : reasonText;
    const text = lines.map((line, i) => html`${i > 0 && html`<br>`}${words(line, context.language)}`);
    return lines.length === 0 ? [] : [html`<div><dt>${heading(column, context.language)}</dt><dd>${text}</dd></div>`];
  });
  if (at('unsure') === 'true')
    said.push(
      html`<div><dt>${heading('unsure', context.language)}</dt><dd>${context.t('quelqu’un a regardé sans pouvoir trancher', 'someone has looked and could not tell')}</dd></div>`,
    );
  const sides: Html[] = [];
  for (const thing of both) sides.push(await side(context, thing));
  const id = `candidate-${at('candidate').replace(/^.*\//, '')}`;
  return html`<li class="candidate" id="${id}"><div class="sides">${sides}</div><dl class="facts">${said}</dl>${judgeForm(context, both, id)}</li>`;
}

const decimal = (text: string, language: Context['language']): string =>
  language === 'fr' ? text.replace('.', ',') : text;

/**
 * What an editor decides of the two; it lands in the ledger, and holds from the next build.
 * @param id of the place to come back to
 */
function judgeForm({ t, site, href }: Context, both: readonly Thing[], id: string): Html | undefined {
  const [a, b] = both.map(({ kind, slug }) => `${kind}/${slug}`);
  if (site.judged === undefined || a === undefined || b === undefined) return undefined;
  const known = site.judged(a, b);
  const labels = new Map([
    ['same', t('les mêmes', 'the same')],
    ['different', t('différents', 'different')],
    ['unsure', t('on ne sait pas', 'unsure')],
  ]);
  const choices = [...labels].map(
    ([decision, label]) =>
      html`<button type="submit" name="decision" value="${decision}"${known === decision && html` aria-pressed="true"`}>${label}</button> `,
  );
  const names = both.map(({ name }) => name).join(' / ');
  return html`<form class="judge" method="post" action="${href('judgements')}#${id}" aria-label="${t('Juger', 'Judge')} ${names}"><input type="hidden" name="a" value="${a}"><input type="hidden" name="b" value="${b}"><label>${t('Pourquoi', 'Why')} <input type="text" name="because" maxlength="500"></label> <label>${t('Par', 'By')} <input type="text" name="by" maxlength="100" autocomplete="name"></label> ${choices}${known !== undefined && html`<p class="note" role="status">${t('Jugé :', 'Judged:')} ${labels.get(known)}. ${t('Vaut à la prochaine construction.', 'Holds from the next build.')}</p>`}</form>`;
}

/** What is known of one of them, as far as it helps to decide. */
async function side(context: Context, thing: Thing): Promise<Html> {
  const entity = await context.entity(thing.iri);
  const relations = relationsOf(context, entity).flatMap((group) => group.relations);
  return html`<section><h3>${thingLink(context, thing)}</h3>${factList(context, entity)}<ul>${relations.slice(0, 5).map(({ sentence, statements, things }) => html`<li>${sentence} ${evidence(context, entity.evidence(statements), things[0]?.name)}</li>`)}</ul>${relations.length > 5 && html`<p class="note">+ ${relations.length - 5}</p>`}</section>`;
}
