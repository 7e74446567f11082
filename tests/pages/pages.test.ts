import { Parser } from 'htmlparser2';
import { beforeAll, describe, expect, it } from 'vitest';
import { HEADS } from '../../src/pages/result/heads.ts';
import { LANGUAGES } from '../../src/pages/site.ts';
import { readCatalogue } from '../../src/query/catalogue.ts';
import { QUERIES } from '../queries/fixture.ts';
import { hostile, PAYLOAD, SITE_BASE, siteOf, type TestSite } from '../support/site.ts';

let site: TestSite;
let evil: TestSite;
/** Every page of the site, by its path. */
const all = new Map<string, string>();
beforeAll(async () => {
  site = await siteOf();
  for (const path of await site.pages.paths()) all.set(path, await page(path));
  evil = await siteOf(
    { title: PAYLOAD, description: PAYLOAD, publisher: { name: PAYLOAD, url: 'javascript:pwned=1' } },
    hostile,
  );
}, 60_000);

const page = async (path: string, parameters?: string): Promise<string> =>
  (await site.pages.page(path, new URLSearchParams(parameters))) ?? expect.fail(`no page ${path}`);
/** The words of a page, without markup. */
const textOf = (markup: string): string => {
  let text = '';
  let skip = 0;
  const parser = new Parser({
    ontext: (part) => {
      if (skip === 0) text += part;
    },
    onopentag: (name) => {
      if (name === 'script') skip += 1;
    },
    onclosetag: (name) => {
      if (name === 'script') skip -= 1;
    },
  });
  parser.end(markup);
  return text.replace(/\s+/g, ' ');
};

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}
function elementsOf(markup: string): Element[] {
  const found: Element[] = [];
  const parser = new Parser({ onopentag: (name, attributes) => void found.push({ name, attributes }) });
  parser.end(markup);
  return found;
}

describe('paths', () => {
  it('are sorted, in both languages, and each of them is a page', async () => {
    const paths = await site.pages.paths();
    expect(paths).toEqual([...paths].sort());
    expect(new Set(paths).size).toBe(paths.length);
    for (const language of LANGUAGES) {
      for (const name of [
        'index',
        'search',
        'queries',
        'sparql',
        'network',
        'quality',
        'ontology',
        'data',
        'programme/rencontres',
        'queries/counts',
        'doc/event/rencontres',
      ])
        expect(paths).toContain(`${name}.${language}.html`);
    }
    expect(paths).toContain('programme/rencontres.ics');
    for (const path of paths) expect(all.get(path), path).toMatch(/^(<!doctype html>|BEGIN:VCALENDAR)/);
  });

  it('that nothing stands under have no page', async () => {
    const none = [
      '',
      'nothing.fr.html',
      'index.de.html',
      'doc/person/nobody.fr.html',
      'doc/event/../event/rencontres.fr.html',
      'programme/nobody.fr.html',
    ];
    for (const path of [
      ...none,
      'queries/nothing.fr.html',
      '__proto__.fr.html',
      'constructor.fr.html',
      'doc/person.fr.html',
    ])
      expect(await site.pages.page(path), path).toBeUndefined();
  });
});

describe('links', () => {
  it('lead to pages that there are, or to files that a site has, or out by http', async () => {
    const paths = new Set(await site.pages.paths());
    const files =
      /^(?:assets|dumps|tables|network)\/|^(?:search\.json|datapackage\.json|catalog\.ttl|ontology\.ttl|shapes\.ttl|context\.jsonld|\.well-known\/void|sparql)$|\.(?:ttl|jsonld|rq)$/;
    const broken: string[] = [];
    for (const [path, markup] of all) {
      if (path.endsWith('.ics')) continue;
      const ids = new Set(elementsOf(markup).map(({ attributes }) => attributes.id));
      for (const { name, attributes } of elementsOf(markup)) {
        const target = attributes.href ?? attributes.src ?? attributes.action;
        if (target === undefined || attributes.rel === 'canonical') continue;
        const url = new URL(target, `${SITE_BASE}${path}`);
        if (!url.href.startsWith(SITE_BASE)) {
          if (!/^https?:$/.test(url.protocol)) broken.push(`${path}: ${target}`);
          continue;
        }
        if (/^\w+:|^\//.test(target)) broken.push(`${path}: ${target} is not relative`);
        const to = decodeURI(url.pathname.slice(1));
        if (!paths.has(to) && !files.test(to)) broken.push(`${path}: <${name}> ${target}`);
        if (to === path && url.hash !== '' && !ids.has(decodeURIComponent(url.hash.slice(1))))
          broken.push(`${path}: ${url.hash}`);
      }
    }
    expect([...new Set(broken)].slice(0, 20)).toEqual([]);
  });
});

describe('every page', () => {
  it('says its language, title, description and counterparts, and has each id once', async () => {
    for (const [path, markup] of all) {
      if (path.endsWith('.ics')) continue;
      const elements = elementsOf(markup);
      const one = (name: string, test: (attributes: Element['attributes']) => boolean) =>
        elements.filter((element) => element.name === name && test(element.attributes));
      const language = path === 'index.html' ? 'fr' : path.slice(-7, -5);
      expect(
        one('html', ({ lang }) => lang === language),
        path,
      ).toHaveLength(1);
      expect(
        one('h1', () => true),
        path,
      ).toHaveLength(1);
      expect(
        one('main', () => true),
        path,
      ).toHaveLength(1);
      expect(
        one('meta', ({ name, content }) => name === 'description' && (content ?? '') !== ''),
        path,
      ).toHaveLength(1);
      expect(
        one('link', ({ rel, hreflang }) => rel === 'alternate' && hreflang !== undefined),
        path,
      ).toHaveLength(2);
      const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
      expect(
        ids.filter((id, i) => ids.indexOf(id) !== i),
        path,
      ).toEqual([]);
    }
  });

  it('holds only phrases in its paragraphs: a browser would end them before anything else', () => {
    const block = /<p(?:\s[^>]*)?>(?:(?!<\/p>).)*?<(?:details|div|dl|figure|ol|p|pre|section|table|ul)\b/s;
    for (const [path, markup] of all) expect(block.exec(markup)?.[0], path).toBeUndefined();
  });

  it('keeps what sources say as text: no payload becomes markup, script or link', async () => {
    const found: string[] = [];
    for (const path of await evil.pages.paths()) {
      if (path.endsWith('.ics')) continue;
      const markup =
        (await evil.pages.page(path, new URLSearchParams({ q: PAYLOAD, text: PAYLOAD, name: PAYLOAD }))) ?? '';
      for (const { name, attributes } of elementsOf(markup)) {
        const runs =
          name === 'script' &&
          attributes.src === undefined &&
          !/^application\/(?:ld\+)?json$/.test(attributes.type ?? '');
        const handles = Object.keys(attributes).some(
          (key) => key.startsWith('on') || key === 'style' || key === 'srcdoc',
        );
        const leads = [attributes.href, attributes.src, attributes.action].some((target) =>
          /^\s*(?:javascript|data|vbscript):/i.test(target ?? ''),
        );
        if (runs || handles || leads || ['img', 'iframe', 'object', 'embed', 'base'].includes(name))
          found.push(`${path}: <${name}>`);
      }
      for (const json of markup.matchAll(/<script type="application\/(?:ld\+)?json"[^>]*>(.*?)<\/script>/gs))
        JSON.parse(json[1] as string);
    }
    expect([...new Set(found)]).toEqual([]);
  }, 60_000);
});

describe('the page of a thing', () => {
  it('tells how people take part as sentences, with the words of the source', async () => {
    const text = textOf(await page('doc/event/rencontres.fr.html'));
    expect(text).toContain('Rencontres du Lac 2030');
    expect(text).toContain('du 14 au 15 mai 2030');
    expect(text).toContain('Organisé par');
    expect(text).toMatch(/ligne 3/);
  });

  it('describes an event to search engines', async () => {
    const json =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await page('doc/event/rencontres.fr.html'))?.[1] ??
      '';
    expect(JSON.parse(json)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Event',
      '@id': `${SITE_BASE}id/event/rencontres`,
      name: 'Rencontres du Lac 2030',
      startDate: '2030-05-14',
      endDate: '2030-05-15',
    });
  });
});

describe('search', () => {
  it('finds by words without accents and capitals, and keeps to a kind', async () => {
    expect(textOf(await page('search.fr.html', 'q=DONNEES'))).toContain('Ouvrir les données');
    expect(textOf(await page('search.fr.html', 'q=donnees&kind=person'))).not.toContain('Ouvrir les données');
  });
});

describe('what is odd about sources', () => {
  it('is told in the language of the page: on the page of quality, of a thing and of the question', async () => {
    for (const path of ['quality', 'doc/session/ouvrir-les-donnees', 'queries/quality-findings']) {
      const [fr, en] = [await page(`${path}.fr.html`), await page(`${path}.en.html`)].map(textOf);
      expect(fr, path).toContain('les personnes de la ligne 24 sont imprimées de nouveau');
      expect(fr, path).not.toContain('the people of line 24');
      expect(en, path).toContain('the people of line 24 are printed again');
    }
    const asked = textOf(await page('queries/quality-findings.fr.html', 'lang=en'));
    expect(asked).toContain('the people of line 24 are printed again');
  });
});

describe('a question', () => {
  it('is answered on its page, and says what is wrong with a value', async () => {
    expect(textOf(await page('queries/sessions-of-day.fr.html', 'date=2030-05-14'))).toContain('Ouvrir les données');
    expect(textOf(await page('queries/said-of-actor.fr.html', 'actor=hier'))).toContain(
      'Rien ici ne s’appelle « hier »',
    );
  });

  it('takes a thing by its name, as its form offers it, and shows the name of one that is given by IRI', async () => {
    const named = await page('queries/said-of-actor.fr.html', 'actor=Anna+Lindqvist');
    const byIri = await page('queries/said-of-actor.fr.html', `actor=${SITE_BASE}id/person/anna-lindqvist`);
    expect(named).toBe(byIri);
    expect(named).toMatch(/<input type="text" name="actor" value="Anna Lindqvist"/);
    expect(textOf(named)).toMatch(/\d+ lignes/);
  });

  it('has heads in both languages for every column, and labels for every parameter', async () => {
    for (const { name, columns, parameters } of await readCatalogue(QUERIES)) {
      for (const column of columns) {
        const [fr = '', en = ''] = HEADS.get(column) ?? [];
        expect([fr, en], `${name}: ${column}`).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
      }
      const fields = elementsOf(await page(`queries/${name}.fr.html`));
      for (const parameter of parameters)
        expect(
          fields.some(({ attributes }) => attributes.name === parameter.name),
          parameter.name,
        ).toBe(true);
      for (const parameter of parameters)
        expect(textOf(await page(`queries/${name}.fr.html`)), parameter.name).not.toContain(
          ` ${parameter.name} Demander`,
        );
    }
  });

  it('explains its answer before, and the columns of its exports after it', async () => {
    const text = textOf(await page('queries/sessions-of-day.fr.html', 'date=2030-05-14'));
    expect(text).toContain(
      'Une ligne par session du jour donné (écrit comme 2022-09-28), dans l’ordre des heures. Jour',
    );
    expect(text).toMatch(/XML Les colonnes sont hour /);
  });

  it('says notations in words', async () => {
    expect(textOf(await page('queries/contributions.fr.html'))).toMatch(/intervention|intervenant/);
    expect(textOf(await page('queries/counts.fr.html'))).toContain('communs numériques');
  });
});

describe('the vocabulary', () => {
  it('has an anchor for each term, with words in both languages', async () => {
    const [fr, en] = [await page('ontology.fr.html'), await page('ontology.en.html')];
    for (const markup of [fr, en]) {
      const ids = elementsOf(markup).flatMap(({ attributes }) => attributes.id ?? []);
      for (const id of ['Participation', 'sessionFormat', 'scheme-format', 'format-retex']) expect(ids).toContain(id);
    }
    expect(textOf(fr)).toContain('Un créneau d’un programme');
    expect(textOf(en)).toContain('One slot of a programme');
  });

  it('shows examples, versions and how terms stand to those of others, from the Turtle alone', async () => {
    const text = textOf(await page('ontology.en.html'));
    expect(text).toContain('<session/reparer> a mlg:Session , schema:Event ;');
    expect(text).toMatch(/Version\s*0\.1\.0/);
    expect(text).toContain('https://w3id.org/maillage/ontology/0.1.0');
    expect(text).toMatch(
      /Close to\s*virtual-assembly\.org\S*EventInvolvementAssociation, w3id\.org\S*#RoleDuringEvent/,
    );
    expect(text).toMatch(/schema\.org\/superEvent\s*Close to\s*w3id\.org\/scholarlydata/);
  });
});
