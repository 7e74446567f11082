import type { Config } from '../config/types.ts';
import type { Dataset } from '../publish/dataset.ts';

/** What is published or served, as the config names it. */
export function datasetOf({ base, title, description, language, license, publisher }: Config): Dataset {
  const name = title ?? publisher?.name ?? base;
  return {
    base,
    title: name,
    description: description ?? name,
    // Pages come in two languages; sources in another one have their first page in English.
    language: language.startsWith('fr') ? 'fr' : 'en',
    ...(license === undefined ? {} : { license }),
    ...(publisher === undefined ? {} : { publisher }),
  };
}
