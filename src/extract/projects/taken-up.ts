import { fold } from '../../domain/fold.ts';
import { bodyAt, isVerbAt } from '../bodies/body-list.ts';
import { isQuote } from '../text/scan.ts';
import { type Sentence, sentencesOf } from '../text/sentences.ts';
import { isCapitalized, tokenize } from '../text/tokens.ts';
import { CARRIED_BY } from '../words/carriers.ts';
import { ARTICLES } from '../words/connectors.ts';
import { PROJECT_NOUNS } from '../words/projects.ts';
import { carriersIn } from './carried-by.ts';
import { type NamedProject, nameAt } from './project-name.ts';

/**
 * `L'Assemblée des rives réunit … Le dispositif est porté par X.`: the subject of a sentence, which the next one takes up
 * with a noun of projects and says to be carried by someone.
 * @param known projects that the text names otherwise
 */
export function takenUp(text: string, known: readonly NamedProject[]): NamedProject[] {
  const sentences = sentencesOf(text);
  return sentences.flatMap((sentence, at) => {
    const before = sentences[at - 1];
    if (before === undefined) return [];
    const said = text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST));
    const folded = fold(said);
    const taken = TAKEN_UP.exec(folded) ?? DEMONSTRATED.exec(folded);
    const kind = PROJECT_NOUNS.get(taken?.[1] ?? '');
    if (kind === undefined || kind === 'organisation' || !CARRIED_BY.test(taken?.[2] ?? '')) return [];
    const subject = subjectOf(text, before);
    const stewards = carriersIn(said);
    if (subject === undefined || stewards.length === 0) return [];
    if (known.some((one) => one.name === subject.name && one.stewards.length > 0)) return [];
    return [{ ...subject, kind, introduced: true as const, stewards }];
  });
}

// --- internal ---

/** Characters of a sentence that says who carries something. */
const LONGEST = 300;

const TAKEN_UP = /^(?:le|la|l'|ce|cet|cette) ?([a-z]+) (?:est|sont|a ete) (\S+(?: \S+){0,6})/;

/** `Cette application en ligne, développée et maintenue par X, est …` */
const DEMONSTRATED = /^(?:ce|cet|cette) ([a-z]+)((?: [^\s:;()]+){1,14})/;

/** The name that opens a sentence as the subject of its verb. */
function subjectOf(text: string, { start, end }: Sentence): NamedProject | undefined {
  const words = text.slice(start, Math.min(end, start + LONGEST));
  const tokens = tokenize(words);
  const head = ARTICLES.has(tokens[0]?.folded ?? '') ? 1 : 0;
  if (!isCapitalized(tokens[head]) && !isQuote(tokens[head])) return undefined;
  // The scanner of bodies sees the verb that ends the name.
  const found = nameAt(words, tokens, head, 'initiative', head, bodyAt(words, tokens, head, tokens.length)?.next);
  return found === undefined || !isVerbAt(tokens, found.next)
    ? undefined
    : { ...found.value, start: found.value.start + start, end: found.value.end + start };
}
