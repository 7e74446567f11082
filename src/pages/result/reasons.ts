/** Columns whose values are comparators of names, alone or each with what it rests on. */
export const REASONED: ReadonlySet<string> = new Set(['comparators', 'speaksFor', 'speaksAgainst']);

/** `small-words: A / B`, or `small-words, same-event`, one a line, in words. */
export function reasonText(reasons: string, language: 'fr' | 'en'): string {
  const named = (code: string): string => COMPARATORS.get(code)?.[language === 'fr' ? 0 : 1] ?? code;
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  return reasons
    .split('\n')
    .map((reason) => {
      const [, code, because] = /^([a-z-]+): (.*)$/.exec(reason) ?? [];
      return code === undefined ? reason.split(', ').map(named).join(', ') : `${named(code)}${colon}${because}`;
    })
    .join('\n');
}

/** What comparators are called, in French and English. A test asks for each that names are compared with. */
export const COMPARATORS: ReadonlyMap<string, readonly [fr: string, en: string]> = new Map([
  ['acronym-then-name', ['un sigle, puis les mêmes mots', 'letters, then the same words']],
  ['bare-town', ['une commune et un organisme de ce nom', 'a town and a body of its name']],
  ['department', ['un même service', 'one department']],
  ['fits-others-too', ['irait aussi à d’autres', 'would fit others too']],
  ['fitting-acronym', ['un sigle qui convient', 'an acronym that fits']],
  ['given-name-alone', ['un prénom seul', 'a given name alone']],
  ['initials', ['des initiales', 'initials']],
  ['introduced-acronym', ['un sigle que le texte explique', 'an acronym that the text explains']],
  ['judged-unsure', ['jugé incertain', 'judged unsure']],
  ['kind-of-body', ['avec ou sans le mot qui dit la nature de l’organisme', 'with or without the word for its kind']],
  ['more-surnames', ['un nom de famille de plus', 'one more surname']],
  ['named-side-by-side', ['nommés côte à côte', 'named side by side']],
  ['one-letter', ['une lettre d’écart', 'one letter apart']],
  ['other-post', ['une autre fonction', 'another post']],
  ['other-post-in-another-town', ['une autre fonction dans une autre commune', 'another post in another town']],
  ['public-body', ['deux formes du nom d’un organisme public', 'two forms of a public body’s name']],
  ['same-document', ['dans le même document', 'in the same document']],
  ['same-event', ['au même événement', 'at the same event']],
  ['same-letters', ['les mêmes lettres', 'the same letters']],
  ['same-name', ['le même nom', 'the same name']],
  ['same-organization', ['dans la même organisation', 'in the same organisation']],
  ['same-parent', ['du même organisme', 'of the same parent body']],
  ['same-person', ['la même personne', 'the same person']],
  ['same-project', ['autour du même projet', 'around the same project']],
  ['same-role', ['la même fonction', 'the same role']],
  ['same-sound', ['se prononcent de même', 'sound alike']],
  ['same-words', ['les mêmes mots dans un autre ordre', 'the same words in another order']],
  ['short-form', ['une forme courte', 'a short form']],
  ['small-words', ['aux petits mots près', 'small words aside']],
  ['surname-alone', ['un nom de famille seul', 'a surname alone']],
  ['town', ['une même commune', 'one town']],
  ['two-places-at-once', ['à deux endroits à la fois', 'in two places at once']],
  ['without-given-name', ['le nom d’une personne, sans son prénom', 'someone’s name without the given name']],
  ['web-address', ['avec ou sans la fin d’une adresse web', 'with or without the end of a web address']],
]);
