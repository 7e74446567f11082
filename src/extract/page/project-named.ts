import { fold } from '../../domain/fold.ts';
import type { ProjectKind } from '../../domain/project.ts';
import type { NamedBody } from '../bodies/body-list.ts';
import { sentenceAt } from '../text/sentences.ts';
import { type Token, tokenFrom } from '../text/tokens.ts';
import { PRONOUNS, RELATIVES } from '../words/connectors.ts';
import type { Scanned } from './context.ts';
import type { Title } from './title.ts';

export interface Named {
  readonly title: Title;
  readonly as: 'project' | 'organization';
  readonly kind?: ProjectKind;
  readonly noun?: number;
  readonly carriers?: readonly NamedBody[];
  readonly rule: string;
}

export const stops = (token: Token): boolean =>
  RELATIVES.has(token.folded) ||
  PRONOUNS.has(token.folded) ||
  ['et', 'ou', 'par', 'avec', 'est', 'sont', 'dans', 'lors', 'comme', 'dont', 'aux', 'au', 'chez', 'a'].includes(
    token.folded,
  );

export const startsSentence = (text: Scanned, at: number): boolean => {
  const sentence = sentenceAt(text.sentences, text.tokens[at]?.start ?? 0, text.flat);
  const first = tokenFrom(text.tokens, sentence.start);
  return at - first <= 1;
};

export const isDay = (name: string): boolean =>
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|off|in|matin)\b/.test(fold(name));
