import type { Config, SourceConfig, YamlPath } from '../../config/types.ts';
import type { EventRecord } from '../../domain/event.ts';
import type { Attested, Evidence } from '../../domain/evidence.ts';
import { readUrl } from './urls.ts';

/**
 * The event that the config gives a source (`event:`), as a record with that key; undefined where it gives none.
 * Every value carries the lines of the config that state it.
 */
export function eventOf(config: Pick<Config, 'linesOf'>, source: SourceConfig, key: string): EventRecord | undefined {
  const { event } = source;
  if (event === undefined) return undefined;
  const evidence = (...path: YamlPath): Evidence => ({
    lines: config.linesOf([...event.at, ...path]),
    rule: `config:${path.join('.')}`,
    grade: 'stated',
    document: 'config',
  });
  const attest = (value: string, ...path: YamlPath): Attested => ({ value, ...evidence(...path) });
  const { startDate, endDate, url } = event;
  const location = Object.entries(event.location ?? {}).map(([part, text]) => [part, attest(text, 'location', part)]);
  return {
    type: 'event',
    key,
    ...evidence('name'),
    rule: 'config:event',
    name: attest(event.name, 'name'),
    ...(startDate === undefined ? {} : { startDate: attest(startDate, 'startDate') }),
    ...(endDate === undefined ? {} : { endDate: attest(endDate, 'endDate') }),
    ...(location.length === 0 ? {} : { location: Object.fromEntries(location) }),
    organizers: event.organizers.map((name, i) => ({
      kind: 'organization',
      name,
      surface: name,
      ...evidence('organizers', i),
      rule: 'config:organizers',
    })),
    partners: [],
    about: [],
    keywords: [],
    urls: url === undefined ? [] : [attest(readUrl(url), 'url')],
  };
}
