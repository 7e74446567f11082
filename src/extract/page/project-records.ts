import type { Attested, Evidence } from '../../domain/evidence.ts';
import { fold } from '../../domain/fold.ts';
import type { Mention } from '../../domain/mention.ts';
import type { Project, ProjectKind } from '../../domain/project.ts';
import type { LooseMention } from '../../domain/record.ts';
import { organizationMention } from '../people/mentions.ts';
import type { Scanned } from './context.ts';
import type { Sighting } from './projects.ts';
import { sightingKey } from './sightings.ts';
import { linesOf } from './text.ts';

/** One record a project, with all that its places say; its other places as mentions. */
export function projectRecords(
  sightings: readonly Sighting[],
  texts: readonly Scanned[],
): { records: Project[]; mentions: LooseMention[] } {
  const groups = new Map<string, Sighting[]>();
  const ordered = [...sightings].sort(
    (a, b) => texts.indexOf(a.text) - texts.indexOf(b.text) || a.title.start - b.title.start,
  );
  for (const one of ordered) {
    const key = sightingKey(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const records: Project[] = [];
  const mentions: LooseMention[] = [];
  for (const group of groups.values()) {
    records.push(record(group));
    for (const one of group.slice(1)) mentions.push({ type: 'mention', mention: projectMention(one) });
    mentions.push(...elsewhere(group, texts));
  }
  return { records, mentions };
}

/** A place that names a project, as a mention. */
export function projectMention({ text, title, rule }: Sighting): Mention {
  return {
    kind: 'project',
    name: title.name,
    surface: text.flat.slice(title.start, title.end).replace(/\s+/g, ' '),
    ...(title.aliases.length === 0 ? {} : { aliases: title.aliases }),
    ...(title.url === undefined ? {} : { url: title.url }),
    lines: linesOf(text, title.start, title.end),
    rule,
    grade: 'stated',
  };
}

// --- internal ---

function record(group: readonly Sighting[]): Project {
  const first = group[0] as Sighting;
  const evidence = (one: Sighting, rule: string): Evidence => ({
    lines: linesOf(one.text, one.title.start, one.title.end),
    rule,
    grade: 'stated',
  });
  const aliases = [...new Set(group.flatMap(({ title }) => title.aliases))];
  const { aliases: _own, ...mention } = projectMention(first);
  const kinds = group.filter((one) => one.kind !== undefined);
  const kinded = kinds[0];
  const kind: Attested<ProjectKind> | undefined =
    kinded?.kind === undefined ? undefined : { value: kinded.kind, ...evidence(kinded, kinded.rule) };
  return {
    type: 'project',
    project: { ...mention, ...(aliases.length === 0 ? {} : { aliases }) },
    ...(kind === undefined ? {} : { kind }),
    stewards: stewards(group),
    concepts: [],
    keywords: [],
    location: [],
    cohorts: [],
    urls: urls(group, evidence),
    sameAs: [],
    ...evidence(first, first.rule),
  };
}

function stewards(group: readonly Sighting[]): Mention[] {
  const found = new Map<string, Mention>();
  for (const one of group)
    for (const carrier of one.carriers) {
      const mention = organizationMention(carrier.body, {
        lines: linesOf(carrier.text ?? one.text, carrier.start, carrier.end),
        rule: 'steward',
        grade: 'stated',
      });
      if (!found.has(fold(mention.name)) && fold(mention.name) !== fold(one.title.name))
        found.set(fold(mention.name), mention);
      // A programme acts for the body that it belongs to: both carry.
      if (carrier.body.within !== undefined && carrier.body.kind === 'programme') {
        const within = organizationMention(carrier.body.within, mention);
        if (!found.has(fold(within.name)))
          found.set(fold(within.name), { ...within, lines: mention.lines, rule: 'steward', grade: 'stated' });
      }
    }
  return [...found.values()];
}

function urls(group: readonly Sighting[], evidence: (one: Sighting, rule: string) => Evidence): Attested[] {
  const found = new Map<string, Attested>();
  for (const one of group)
    if (one.title.url !== undefined && !found.has(one.title.url))
      found.set(one.title.url, { value: one.title.url, ...evidence(one, 'link') });
  return [...found.values()];
}

/** Other places that print the name just so. */
function elsewhere(group: readonly Sighting[], texts: readonly Scanned[]): LooseMention[] {
  const name = (group[0] as Sighting).title.name;
  if (name.length < 4) return [];
  const mentions: LooseMention[] = [];
  for (const text of texts) {
    for (let at = text.flat.indexOf(name); at >= 0; at = text.flat.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (/[\p{L}\p{N}]/u.test(text.flat[at - 1] ?? '') || /[\p{L}\p{N}]/u.test(text.flat[end] ?? '')) continue;
      if (group.some((one) => one.text === text && one.title.start < end && at < one.title.end)) continue;
      mentions.push({
        type: 'mention',
        mention: {
          kind: 'project',
          name,
          surface: name,
          lines: linesOf(text, at, end),
          rule: 'project-again',
          grade: 'stated',
        },
      });
    }
  }
  return mentions;
}
