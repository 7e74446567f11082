import { createIds } from '../src/resolve/ids.ts';
import { identityKey } from '../src/resolve/key.ts';
import type { Profile } from '../src/resolve/profile.ts';
import { resolve } from '../src/resolve/resolution.ts';

/**
 * Resolution alone, on invented mentions: `node bench/dist/bench/resolution.js [MENTIONS …]`. Each process measures one
 * growing list of sizes; memory is what the process holds at its peak so far.
 */
const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const profiles = mentions(size);
  const started = performance.now();
  const { entities, matches, candidates } = resolve(profiles, createIds([]));
  const seconds = (performance.now() - started) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    `${size} mentions: ${seconds.toFixed(2)} s, peak ${megabytes.toFixed(0)} MB, ${entities.length} entities, ${matches.length} matches, ${candidates.length} candidates\n`,
  );
}

// --- internal ---

/** Two thirds people, one third bodies; one name in ten misprinted, shortened or turned round. */
function mentions(count: number): Profile[] {
  let state = 7;
  const random = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const syllables = 'ba be bi bo bu da de di do du la le li lo lu ma me mi mo mu ra re ri ro ru ta te ti to tu'.split(
    ' ',
  );
  const word = (n: number): string => {
    const text = Array.from({ length: n }, () => syllables[random(syllables.length)]).join('');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const surnames = Array.from({ length: Math.ceil(count / 10) }, () => word(3));
  const givens = Array.from({ length: 300 }, () => word(2));
  const bodies = Array.from(
    { length: Math.ceil(count / 20) },
    () => `${['Agence', 'Ville de', 'Hub', 'Collectif'][random(4)]} ${word(3)}`,
  );
  return Array.from({ length: count }, (_, at): Profile => {
    const document = `d${at >> 2}`;
    const source = `s${at % 50}`;
    const body = bodies[random(bodies.length)] as string;
    const isPerson = random(3) > 0;
    const [given, surname] = [givens[random(300)] as string, surnames[random(surnames.length)] as string];
    const turned = [`${given} ${surname}`, `${surname} ${given}`, `${given[0]}. ${surname}`, `${given} ${surname}e`][
      random(40) > 3 ? 0 : random(4)
    ];
    const name = isPerson ? (turned as string) : body;
    const kind = isPerson ? 'person' : 'organization';
    return {
      ...{
        kind,
        key: identityKey(kind, name),
        source,
        names: [[name, 1]],
        surfaces: [],
        acronyms: [],
        lines: [1 + (at % 4)],
      },
      ...(isPerson ? { document, anchor: `${source}/${document}` } : {}),
      ...{
        bodies: isPerson ? [identityKey('organization', body)] : [],
        roles: [],
        projects: [],
        events: [`${source}/${document}`],
      },
    };
  });
}
