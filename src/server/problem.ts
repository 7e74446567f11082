import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { languageOf } from './language.ts';

export const PROBLEM_TYPE = 'application/problem+json';

/** Why a request was not answered, in the languages of the site. */
export interface Detail {
  readonly fr: string;
  readonly en: string;
}

/**
 * An answer that tells what is wrong, as RFC 9457 says, in the language that the request wants; `reason` is for programs.
 */
export function problem(c: Context, status: ContentfulStatusCode, detail: Detail, reason?: string): Response {
  // `/nowhere.fr.html` asks for French, whatever the browser prefers.
  const asked = /\.(fr|en)\.html$/.exec(c.req.path)?.[1] as keyof Detail | undefined;
  const language = asked ?? languageOf(c.req.header('accept-language'), 'en');
  const title = TITLES[status]?.[language] ?? String(status);
  const body = {
    type: 'about:blank',
    title,
    status,
    detail: detail[language],
    ...(reason === undefined ? {} : { reason }),
  };
  return c.json(body, status, {
    'content-type': PROBLEM_TYPE,
    'content-language': language,
    vary: 'Accept-Language',
  });
}

// --- internal ---

const TITLES: Readonly<Record<number, Detail>> = {
  400: { fr: 'Requête incorrecte', en: 'Bad Request' },
  403: { fr: 'Interdit', en: 'Forbidden' },
  404: { fr: 'Introuvable', en: 'Not Found' },
  405: { fr: 'Méthode non permise', en: 'Method Not Allowed' },
  406: { fr: 'Aucun format acceptable', en: 'Not Acceptable' },
  410: { fr: 'Retiré', en: 'Gone' },
  413: { fr: 'Contenu trop grand', en: 'Content Too Large' },
  414: { fr: 'Adresse trop longue', en: 'URI Too Long' },
  415: { fr: 'Type de contenu non pris en charge', en: 'Unsupported Media Type' },
  416: { fr: 'Plage hors du contenu', en: 'Range Not Satisfiable' },
  429: { fr: 'Trop de requêtes', en: 'Too Many Requests' },
  500: { fr: 'Erreur interne', en: 'Internal Server Error' },
  503: { fr: 'Service indisponible', en: 'Service Unavailable' },
  504: { fr: 'Délai dépassé', en: 'Gateway Timeout' },
};
