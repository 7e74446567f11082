import type { Context } from 'hono';
import { UsageError } from '../errors.ts';
import { QueryFailed, QueryRefused } from '../store/store.ts';
import { type Detail, problem } from './problem.ts';

/** The answer to what a query or a parameter met; anything else is thrown on. */
export function failure(c: Context, error: unknown): Response {
  if (error instanceof QueryRefused) {
    const status = REFUSED[error.reason];
    return problem(c, status, said(REFUSED_IN_FRENCH[error.reason], error.message), error.reason);
  }
  if (error instanceof QueryFailed) {
    const status = FAILED[error.reason];
    if (status === 503) c.header('retry-after', '5');
    return problem(c, status, said(FAILED_IN_FRENCH[error.reason], error.message), error.reason);
  }
  if (error instanceof UsageError) return problem(c, 400, said('La requête ne convient pas', error.message));
  throw error;
}

// --- internal ---

/** What is wrong in detail is said in English: it names terms of SPARQL and of the request. */
const said = (french: string, message: string): Detail => ({ fr: `${french} : ${message}`, en: message });

const REFUSED = { syntax: 400, limit: 400, service: 400, unsupported: 400, update: 403, format: 406 } as const;
const REFUSED_IN_FRENCH = {
  syntax: 'La requête SPARQL a une erreur de syntaxe',
  limit: 'La requête SPARQL dépasse une limite',
  service: 'SERVICE n’est pas permis',
  unsupported: 'Le moteur ne connaît pas tout ce que la requête demande',
  update: 'Ce point d’accès ne fait que lire',
  format: 'Ce résultat n’existe pas dans ce format',
} as const;

const FAILED = { timeout: 504, aborted: 503, engine: 500, busy: 503, closed: 503, lost: 503 } as const;
const FAILED_IN_FRENCH = {
  timeout: 'La requête a dépassé sa limite de temps',
  aborted: 'La requête a été abandonnée',
  engine: 'Le moteur n’a pas pu répondre',
  busy: 'Trop de requêtes sont en cours',
  closed: 'Le graphe change : redemandez',
  lost: 'Le graphe ne peut pas être atteint',
} as const;
