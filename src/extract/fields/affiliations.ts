import type { FieldSpec, ValueSpec } from '../../config/types.ts';
import { span } from '../../domain/evidence.ts';
import type { Mention } from '../../domain/mention.ts';
import type { Affiliation } from '../../domain/participation.ts';
import { evidence, scrubbed } from './attested.ts';
import { type Compiling, configLines, type SplitRole } from './context.ts';
import { mentionOf } from './mentions.ts';
import { eachObject } from './parts.ts';
import type { Scope } from './paths.ts';
import { compileReferences, type Reference } from './pending.ts';
import type { Report, Value } from './report.ts';
import { compileReading } from './values.ts';

/** An affiliation, and the reference to its organisation where it has one. */
export interface Affiliated {
  readonly affiliation?: Affiliation;
  readonly reference?: Reference;
}

/**
 * Compiles affiliations: a role and an organisation side by side. A role that names its organisation itself (`fr-role`)
 * stands alone with it; the organisations given besides go to the roles that are left, one to one, or one to all.
 */
export function compileAffiliations(spec: FieldSpec, compiling: Compiling) {
  const parts = 'parts' in spec ? spec.parts : new Map([['role', spec]]);
  const roles = compileRoles(parts.get('role'), compiling);
  const organizations = compileOrganizations(parts.get('organization'), compiling);
  const read = (scope: Scope, report: Report): readonly Affiliated[] =>
    pair(roles(scope, report), organizations(scope, report), report);
  return 'parts' in spec && spec.forEach !== undefined ? eachObject(spec.forEach, read) : read;
}

// --- internal ---

const FIELD = 'affiliations';
const RULE = `field:${FIELD}`;

interface Organization {
  readonly mention?: Mention;
  readonly reference?: Reference;
}

type OrNot<T> = (scope: Scope, report: Report) => readonly T[];

function compileRoles(spec: ValueSpec | undefined, compiling: Compiling): OrNot<Affiliation> {
  if (spec === undefined) return () => [];
  const read = compileReading(spec, `${FIELD}.role`, true, configLines(compiling, spec.at));
  return (scope, report) =>
    read(scope, report).flatMap((value) => {
      const text = scrubbed(value, FIELD, '', report);
      if (text === '') return [];
      if (spec.as !== 'fr-role') return [{ role: text, past: false, ...evidence(value, RULE) }];
      const split = compiling.splitRole(text);
      const organization = organizationOf(split.organization, value, report);
      if (split.role === undefined && organization === undefined) return [];
      return [
        {
          ...(split.role === undefined ? {} : { role: split.role }),
          ...(organization === undefined ? {} : { organization }),
          past: split.past ?? false,
          ...evidence(value, RULE),
        },
      ];
    });
}

/** The organisation that a role names; its text is that of the role, which is scrubbed already. */
function organizationOf(split: SplitRole['organization'], value: Value, report: Report): Mention | undefined {
  if (split === undefined) return undefined;
  if (typeof split === 'string') return mentionOf('organization', { ...value, text: split }, FIELD, report);
  const { name, surface, aliases = [], within } = split;
  const larger = organizationOf(within, value, report);
  return {
    kind: 'organization',
    name,
    surface,
    ...(larger === undefined ? {} : { within: larger }),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...evidence(value, RULE),
  };
}

function compileOrganizations(spec: ValueSpec | undefined, compiling: Compiling): OrNot<Organization> {
  if (spec === undefined) return () => [];
  if (spec.refs.length > 0) {
    const read = compileReferences(spec.refs, `${FIELD}.organization`);
    return (scope, report) => read(scope, report).map((reference) => ({ reference }));
  }
  const read = compileReading(spec, `${FIELD}.organization`, true, configLines(compiling, spec.at));
  return (scope, report) =>
    read(scope, report).flatMap((value: Value) => {
      const mention = mentionOf('organization', value, FIELD, report);
      return mention === undefined ? [] : [{ mention }];
    });
}

function pair(
  roles: readonly Affiliation[],
  organizations: readonly Organization[],
  report: Report,
): readonly Affiliated[] {
  const complete = roles.filter(({ organization }) => organization !== undefined);
  const open = roles.filter(({ organization }) => organization === undefined);
  const paired: Affiliated[] = complete.map((affiliation) => ({ affiliation }));
  const fits = open.length === organizations.length || open.length === 1 || organizations.length === 1;
  if (open.length > 0 && organizations.length > 0 && fits) {
    for (let i = 0; i < Math.max(open.length, organizations.length); i++) {
      const role = open.length === 1 ? open[0] : open[i];
      const organization = organizations.length === 1 ? organizations[0] : organizations[i];
      if (organization !== undefined) paired.push(affiliated(role, organization));
    }
    return paired;
  }
  if (open.length > 0 && organizations.length > 0) {
    const [first] = open as [Affiliation];
    const counts = { roles: open.length, organizations: organizations.length };
    report.finding({ code: 'unpaired-affiliations', ...counts, value: first.role ?? '' }, first);
  }
  paired.push(...open.map((affiliation) => ({ affiliation })));
  paired.push(...organizations.map((organization) => affiliated(undefined, organization)));
  return paired;
}

function affiliated(role: Affiliation | undefined, { mention, reference }: Organization): Affiliated {
  if (reference !== undefined) return role === undefined ? { reference } : { reference, affiliation: role };
  if (mention === undefined) return role === undefined ? {} : { affiliation: role };
  return { affiliation: withOrganization(role, mention) };
}

/** A role in an organisation; their passage is the one that holds both, if they stand in one document. */
export function withOrganization(role: Affiliation | undefined, organization: Mention): Affiliation {
  if (role === undefined) return { organization, past: false, ...evidence(organization, RULE, organization.grade) };
  const together = role.document === organization.document;
  return {
    ...role,
    organization,
    grade: organization.grade,
    ...(together ? { lines: span(role.lines, organization.lines) } : {}),
  };
}
