import type { Found } from '../text/scan.ts';
import { isAllCaps, isCapitalized, isLowercase, type Token } from '../text/tokens.ts';
import { OF } from '../words/connectors.ts';
import { LABELS, PARTS } from '../words/organizations.ts';
import { isAcronymOf } from './acronym.ts';
import type { OrganizationName } from './body-name.ts';
import type { Reading } from './held.ts';
import { scanOrganization } from './organization.ts';
import { connectorAt, type Post } from './role.ts';

/** `de l'équipe X`, `, au sein de Y`, `pour Z et de W`. */
export function body(reading: Reading, at: number, to: number, connector: number, first: boolean): boolean {
  const { source, tokens } = reading;
  const found = scanOrganization(source, tokens, at + connector) ?? explained(tokens, at + connector);
  if (found === undefined || found.next > to) return false;
  const last = reading.posts.at(-1);
  if (!first && last !== undefined && last.organization === undefined) {
    reading.posts[reading.posts.length - 1] = { ...last, organization: found.value };
    reading.trailingBody = true;
  } else if (first || last === undefined) reading.posts.push({ organization: found.value, past: false });
  else if (
    last.organization !== undefined &&
    last.organization.within === undefined &&
    OF.has(tokens[at]?.folded ?? '')
  ) {
    reading.posts[reading.posts.length - 1] = { ...last, organization: { ...last.organization, within: found.value } };
  }
  let next = found.next;
  while (tokens[next]?.folded === 'et' && next < to) {
    const more = connectorAt(tokens, next + 1);
    const another = scanOrganization(source, tokens, next + 1 + more);
    if (another === undefined || another.next > to || (more === 0 && !isCapitalized(tokens[next + 1]))) break;
    reading.posts.push({ organization: another.value, past: false });
    next = another.next;
  }
  return true;
}

/** A body that stands alone between commas. */
export function bare(reading: Reading, organization: OrganizationName, at: number, first: boolean): boolean {
  const { tokens } = reading;
  const last = reading.posts.at(-1);
  if (isLowercase(tokens[at]) && !first && !takesBody(last, organization)) return true;
  if (last === undefined) reading.posts.push({ organization, past: false });
  else if (last.organization === undefined) reading.posts[reading.posts.length - 1] = { ...last, organization };
  else if (isAcronymOf(last.organization.name, organization.name)) {
    // `du CEV, Centre d'études des vents`: the apposition spells the letters out.
    const aliases = [...last.organization.aliases, organization.name];
    reading.posts[reading.posts.length - 1] = { ...last, organization: { ...last.organization, aliases } };
  } else if (isUnnamed(last.organization) && !isOpenPart(last.organization) && isCapitalized(tokens[at])) {
    reading.posts[reading.posts.length - 1] = {
      ...last,
      organization: { ...last.organization, name: organization.name },
    };
  } else if (
    (isOpenPart(last.organization) ||
      (isAllCaps(tokens[at]) && last.organization.within === undefined && last.organization.kind !== undefined)) &&
    !sameLetters(organization.name, last.organization.surface)
  ) {
    reading.posts[reading.posts.length - 1] = { ...last, organization: { ...last.organization, within: organization } };
  }
  return true;
}

/** Whether a body in small letters is that of the post before it; otherwise a small noun describes what stands before it. */
export function takesBody(last: Post | undefined, body: OrganizationName): boolean {
  if (last?.organization !== undefined) return isOpenPart(last.organization);
  return last?.role !== undefined && (/\p{Lu}/u.test(body.name) || isPart(body));
}

// --- internal ---

/** A part of an administration or a company, under a name that says what it does: `direction de l'eau`, `service juridique`. */
const isPart = ({ kind, name }: OrganizationName): boolean =>
  kind !== undefined && PARTS.has(kind) && name.includes(' ') && !/^services? publics?\b/iu.test(name);

/** One of which it is not yet said what it is a part of. */
const isOpenPart = (body: OrganizationName): boolean => isPart(body) && body.within === undefined;

/** `de fablib, association de …`: a name in small letters that the text goes on to explain as a body. */
function explained(tokens: readonly Token[], at: number): Found<OrganizationName> | undefined {
  const word = tokens[at];
  const explains = tokens[at + 1]?.text === ',' && LABELS.has(tokens[at + 2]?.folded ?? '');
  if (word === undefined || !isLowercase(word) || !explains) return undefined;
  return { value: { name: word.text, surface: word.text, unit: false, aliases: [] }, next: at + 1 };
}

/** `le laboratoire d'innovation de la métropole, X`: a label without a name of its own, which the apposition gives. */
const isUnnamed = (body: OrganizationName): boolean =>
  body.kind !== undefined && LABELS.has(body.kind) && body.name === body.surface && !/\p{Lu}/u.test(body.name);

const sameLetters = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
