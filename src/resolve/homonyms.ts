import { createClusters } from './clusters.ts';
import type { Profile } from './profile.ts';
import { type Evidence, evidence } from './verdict.ts';
import { contentOf, KINDS } from './words.ts';

/** People of one name: which of its profiles are one person, and why groups that stay apart do. */
export interface Homonyms {
  /** Profiles of each person, in order. */
  readonly groups: readonly (readonly Profile[])[];
  /** Groups that an editor should look at, by their places in `groups`. */
  readonly doubts: readonly { readonly a: number; readonly b: number; readonly speaksAgainst: readonly Evidence[] }[];
}

/** Two profiles of one name that someone judged. */
export interface JudgedPair {
  readonly a: Profile;
  readonly b: Profile;
  readonly same: boolean;
}

/**
 * One name is one person where something else is in common: a body, a project, a role of several words, the document or
 * the source. It is not where they are in two places at once, or in two towns with different posts; and where two
 * sources have nothing but the name in common, they stay two for an editor to look at.
 * A single word (a given name) is a name within what it stands in, and nowhere else.
 * @param profiles all of one name; their bodies are those that the keys stand for
 * @param judged what people decided of two of the profiles
 */
export function tellApart(profiles: readonly Profile[], judged: readonly JudgedPair[] = []): Homonyms {
  if (profiles.length === 1) return { groups: [profiles], doubts: [] };
  const views = [...profiles].sort(byPlace).map(viewOf);
  const clusters = createClusters(views.length);
  for (const { a, b, same } of judged) {
    const [i, j] = [a, b].map((one) => views.findIndex(({ profile }) => profile === one)) as [number, number];
    if (same) clusters.join(i, j);
    else clusters.separate(i, j);
  }
  const single = !(profiles[0] as Profile).key.includes(' ');
  // Whoever bears a name hundreds of times is told apart by what is shared alone: comparing each with each would not end.
  const against = new Map<string, Evidence[]>();
  if (views.length <= MOST_COMPARED) {
    for (const [i, a] of views.entries()) {
      for (const [j, b] of views.entries()) {
        if (j <= i) continue;
        const found = speaksAgainst(a, b);
        if (found.length === 0) continue;
        clusters.separate(i, j);
        against.set(`${i} ${j}`, found);
      }
    }
  }
  for (const part of single
    ? (['anchor'] as const)
    : (['bodies', 'projects', 'roles', 'document', 'source'] as const)) {
    const first = new Map<string, number[]>();
    for (const [at, view] of views.entries()) {
      for (const feature of view[part]) {
        const known = first.get(feature) ?? [];
        first.set(feature, known);
        // One that may not be joined to the first may be to another.
        if (!known.some((other) => clusters.join(other, at)) && known.length < 8) known.push(at);
      }
    }
  }
  const roots = [...new Set(views.map((_, at) => clusters.find(at)))];
  const groups = roots.map((root) => views.filter((_, at) => clusters.find(at) === root).map(({ profile }) => profile));
  const doubts = single
    ? []
    : roots.slice(1).map((root, at) => ({
        a: at,
        b: at + 1,
        speaksAgainst: [...against].flatMap(([pair, found]) => {
          const [i, j] = pair.split(' ').map((n) => clusters.find(Number(n)));
          const two = [roots[at], root];
          return two.includes(i) && two.includes(j) ? found : [];
        }),
      }));
  return { groups, doubts };
}

// --- internal ---

const MOST_COMPARED = 60;

interface View {
  readonly profile: Profile;
  readonly bodies: readonly string[];
  readonly projects: readonly string[];
  readonly roles: readonly string[];
  readonly anchor: readonly string[];
  readonly document: readonly string[];
  readonly source: readonly string[];
}

const viewOf = (profile: Profile): View => ({
  profile,
  bodies: profile.bodies,
  projects: profile.projects,
  roles: profile.roles.filter((role) => role.includes(' ')),
  anchor: [profile.anchor ?? ''],
  document: [`${profile.source}/${profile.document}`],
  source: [profile.source],
});

const placeOf = ({ source, document = '', anchor = '' }: Profile): string => `${source}\0${document}\0${anchor}`;
const byPlace = (a: Profile, b: Profile): number => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0);

function speaksAgainst(a: View, b: View): Evidence[] {
  if (a.bodies.some((body) => b.bodies.includes(body))) return [];
  const [x, y] = [a.profile, b.profile];
  const sameRole = x.roles.some((role) => y.roles.includes(role));
  // A programme may well book someone twice, and name the same post in other words.
  if (sameRole && sharesWord(a.bodies, b.bodies)) return [];
  if (x.span !== undefined && y.span !== undefined && x.anchor !== y.anchor && overlap(x.span, y.span))
    return [evidence('two-places-at-once', `${x.anchor} / ${y.anchor}`)];
  const posted = a.bodies.length > 0 && b.bodies.length > 0;
  if (posted && !sameRole && x.place !== undefined && y.place !== undefined && x.place !== y.place)
    return [evidence('other-post-in-another-town', `${a.bodies[0]}, ${x.place} / ${b.bodies[0]}, ${y.place}`)];
  const roled = x.roles.length > 0 && y.roles.length > 0;
  if (posted && roled && !sameRole && !sharesWord(a.bodies, b.bodies) && !sharesWord(x.roles, y.roles))
    return [evidence('other-post', `${x.roles[0]}, ${a.bodies[0]} / ${y.roles[0]}, ${b.bodies[0]}`)];
  return [];
}

/** Names of bodies that share a word of some length that is not of their kind: a town, most often. */
function sharesWord(a: readonly string[], b: readonly string[]): boolean {
  const words = (bodies: readonly string[]): string[] =>
    bodies.flatMap((body) => contentOf(body.split(' ')).filter((word) => word.length > 5 && !KINDS.has(word)));
  const known = new Set(words(a));
  return words(b).some((word) => known.has(word));
}

type Span = readonly [start: string, end: string];
const overlap = (a: Span, b: Span): boolean =>
  Date.parse(a[0]) < Date.parse(b[1]) && Date.parse(b[0]) < Date.parse(a[1]);
