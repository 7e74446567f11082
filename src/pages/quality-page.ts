import type { SavedQuery } from '../query/catalogue.ts';
import { runQuery } from '../query/run.ts';
import { candidateList } from './candidates.ts';
import { type Context, numberText } from './context.ts';
import { type Html, html, setWell } from './html.ts';
import { knownOf } from './known.ts';
import { layout } from './layout.ts';
import { measureTable } from './measures.ts';
import { parseResults, type Results } from './result/results.ts';
import { cellText } from './result/table.ts';

/** What editors should look at: findings about sources, names that may be one, and how well sources are read. */
export async function qualityPage(context: Context): Promise<string> {
  const { t } = context;
  const [findings, measures, candidates] = await Promise.all([
    answerOf(context, 'quality-findings', new Map([['lang', context.language]])),
    answerOf(context, 'quality-measures'),
    candidateList(context),
  ]);
  const body = html`<h1>${t('Qualité', 'Quality')}</h1>
<p class="lead">${t('Ce que les sources laissent en suspens, ce qu’il faudrait trancher, et ce que vaut la lecture, mesurée.', 'What the sources leave open, what should be settled, and how well they are read, as measured.')}</p>
<nav class="kinds" aria-label="${t('Sur cette page', 'On this page')}"><ul><li><a class="chip" href="#findings">${t('Signalements', 'Findings')}</a></li><li><a class="chip" href="#candidates">${t('Rapprochements à trancher', 'Names that may be one')}</a></li><li><a class="chip" href="#measures">${t('Mesures', 'Measures')}</a></li></ul></nav>
<section id="findings"><h2>${t('Signalements sur les sources', 'Findings about sources')} ${findings !== undefined && html`<span class="count">${numberText(findings.rows.length, context.language)}</span>`}</h2>${findingList(context, findings)}</section>
<section id="candidates"><h2>${t('Rapprochements à trancher', 'Names that may be one')}</h2>${candidates}</section>
<section id="measures"><h2>${t('Mesures de la lecture', 'How well sources are read')}</h2>${measureTable(context, measures)}</section>`;
  return layout(context, {
    title: t('Qualité', 'Quality'),
    description: t(
      'Signalements sur les sources, rapprochements à trancher et mesures de la lecture.',
      'Findings about sources, names that may be one, and measures of reading.',
    ),
    body,
    menu: 'quality',
  });
}

// --- internal ---

async function answerOf(
  context: Context,
  name: string,
  given: ReadonlyMap<string, string> = new Map(),
): Promise<Results | undefined> {
  const saved: SavedQuery | undefined = context.site.queries.find((query) => query.name === name);
  if (saved === undefined) return undefined;
  return parseResults((await runQuery(context.site.store, saved, given, { format: 'json' })).body);
}

/** Findings by their code, the most frequent first, each with document and line. */
function findingList(context: Context, findings: Results | undefined): Html {
  const { t } = context;
  if (findings === undefined || findings.rows.length === 0)
    return html`<p class="note">${t('Rien à signaler.', 'Nothing to report.')}</p>`;
  const at = (column: string) => findings.columns.indexOf(column);
  const byCode = new Map<string, (typeof findings.rows)[number][]>();
  for (const row of findings.rows) {
    const code = row[at('code')]?.value ?? '';
    byCode.set(code, [...(byCode.get(code) ?? []), row]);
  }
  const known = knownOf(context);
  const schemeOf = (code: string) =>
    [...context.labels].find(([iri, { notation }]) => notation === code && iri.endsWith(`/finding/${code}`))?.[0];
  return html`${[...byCode]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([code, rows]) => {
      const concept = schemeOf(code);
      const severity = rows[0]?.[at('severity')]?.value ?? '';
      return html`<section class="finding"><h3>${concept === undefined ? code : context.label(concept)} <span class="chip s-${severity}">${severityText(context, severity)}</span> <span class="count">${rows.length}</span></h3><ul>${rows.map(
        (row) =>
          html`<li>${row[at('focus')] !== undefined && html`<p>${cellText(row[at('focus')], known)}</p>`}<p>${setWell(row[at('message')]?.value ?? '')} <span class="where"><span class="path">${row[at('source')]?.value ?? ''}</span>, ${t('ligne', 'line')} ${row[at('line')]?.value ?? ''}</span></p></li>`,
      )}</ul></section>`;
    })}`;
}

function severityText({ t }: Context, severity: string): string {
  return severity === 'error'
    ? t('erreur', 'error')
    : severity === 'warning'
      ? t('avertissement', 'warning')
      : t('à savoir', 'information');
}
