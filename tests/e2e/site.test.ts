import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CHROMIUM, faultsOfAccess, useBrowser } from '../support/browser.ts';
import { WAYS } from '../support/served.ts';
import { hostile } from '../support/site.ts';

/** A site in a real browser, under a strict content policy: as a folder on a plain file server, and as it is served. */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

/** A page of each kind. */
const PAGES = [
  'index.fr.html',
  'search.fr.html',
  'search.fr.html?q=lac',
  'queries.fr.html',
  'queries/organizations-by-sessions.fr.html',
  'queries/sessions-about.fr.html',
  'sparql.fr.html',
  'quality.fr.html',
  'ontology.fr.html',
  'data.fr.html',
  'network.fr.html',
  'programme/rencontres.fr.html',
  'doc/event/rencontres.fr.html',
  'doc/session/ouvrir-les-donnees.fr.html',
  'doc/person/anna-lindqvist.fr.html',
  'doc/project/carte-ouverte.fr.html',
  'doc/place/maison-du-lac.fr.html',
  'doc/article/retour-sur-les-rencontres.fr.html',
  'doc/organization/cooperative-du-lac.fr.html',
];

describe.skipIf(CHROMIUM === undefined).each(WAYS)(
  'a site in a browser, from a $way (needs Chromium)',
  ({ way, serve }) => {
    let origin: string;
    let evil: string;
    const { open, faults } = useBrowser(() => origin);

    beforeAll(async () => {
      origin = await serve();
      evil = await serve(hostile);
    });

    it.each([
      ['light', 1280],
      ['dark', 390],
    ] as const)(
      'has no serious fault of accessibility and nothing wider than the screen (%s, %i)',
      async (colorScheme, width) => {
        const page = await open(PAGES[0] as string, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
        const found: string[] = [];
        for (const path of PAGES) {
          await page.goto(origin + path, { waitUntil: 'load' });
          found.push(...(await faultsOfAccess(page)).map((fault) => `${path}: ${fault}`));
        }
        await page.context().close();
        expect(found).toEqual([]);
      },
    );

    it('finds as one types, by keyboard alone', async () => {
      const page = await open('index.fr.html');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await page.fill('#q', 'cooperative');
      await page.waitForSelector('[role=option]');
      await page.keyboard.press('ArrowDown');
      expect(await page.getAttribute('#q', 'aria-activedescendant')).toBe('hit-0');
      await page.keyboard.press('Enter');
      await page.waitForURL(/doc\/organization\/cooperative-du-lac\.fr\.html$/);
      await page.context().close();
    });

    it('shows the words of the source for a fact', async () => {
      const page = await open('doc/session/ouvrir-les-donnees.fr.html');
      const evidence = page.locator('details.evidence').first();
      expect(await evidence.locator('blockquote').first().isVisible()).toBe(false);
      await evidence.locator('summary').click();
      expect(await evidence.locator('blockquote').first().isVisible()).toBe(true);
      expect(await evidence.textContent()).toMatch(/ligne/);
      await page.context().close();
    });

    it('filters a programme, and keeps the filter in the address', async () => {
      const page = await open('programme/rencontres.fr.html');
      const before = await page.locator('.slot:not(.off)').count();
      const values = await page.$$eval('select[name=person] option', (options) =>
        options.map((option) => (option as unknown as { value: string }).value),
      );
      await page.selectOption('select[name=person]', values.find((value) => value !== '') ?? '');
      const after = await page.locator('.slot:not(.off)').count();
      expect(after).toBeGreaterThan(0);
      expect(after).toBeLessThan(before);
      await page.reload();
      expect(await page.locator('.slot:not(.off)').count()).toBe(after);
      await page.context().close();
    });

    it('answers a question with other values, and sorts the answer', async () => {
      const page = await open('queries/sessions-about.fr.html');
      await page.fill('input[name=text]', 'ouvrir');
      await page.click('form[data-parameters] button');
      await page.waitForURL(/text=ouvrir/);
      await page.waitForSelector('[data-answer] table');
      expect(await page.textContent('[data-answer]')).toContain('Ouvrir les données');
      await page.click('[data-answer] th button');
      expect(await page.getAttribute('[data-answer] th', 'aria-sort')).toBe('ascending');
      await page.reload();
      await page.waitForSelector('[data-answer] table');
      expect(await page.inputValue('input[name=text]')).toBe('ouvrir');
      await page.context().close();
    });

    it('is asked about a thing by its name', async () => {
      const page = await open('queries/said-of-actor.fr.html');
      await page.fill('input[name=actor]', 'Anna Lindqvist');
      await page.click('form[data-parameters] button');
      await page.waitForURL(/actor=/);
      await page.waitForSelector('[data-answer] table');
      await page.reload();
      await page.waitForSelector('[data-answer] table');
      expect(await page.inputValue('input[name=actor]')).toBe('Anna Lindqvist');
      await page.fill('input[name=actor]', 'Personne de ce nom');
      await page.click('form[data-parameters] button');
      await page.getByText('Rien ici ne s’appelle « Personne de ce nom »').waitFor();
      await page.context().close();
    });

    it('shows an answer as a chart, and keeps the rows that hold some words', async () => {
      const page = await open('queries/organizations-by-sessions.fr.html');
      expect(await page.locator('[data-answer] .chart.bars li').count()).toBeGreaterThan(1);
      await page.goto(`${origin}queries/mentions.fr.html`);
      const rows = page.locator('[data-answer] tbody tr:visible');
      const all = await rows.count();
      await page.getByLabel('Filtrer les lignes').fill('MARCHETTI');
      expect(await rows.count()).toBeGreaterThan(0);
      expect(await rows.count()).toBeLessThan(all);
      expect(await rows.allInnerTexts()).toSatisfy((texts: string[]) => texts.every((text) => /marchetti/i.test(text)));
      await page.context().close();
    });

    it.each([
      ['CSV', 'csv', /^session,title,start,event,eventName\r?\n/],
      ['JSON', 'json', /^\{"head":/],
    ])('gives an answer away as %s', async (label, ending, content) => {
      const page = await open('queries/sessions-about.fr.html?text=ouvrir');
      await page.waitForSelector('[data-answer] table');
      const [name, text] = await saved(page, () => page.getByText(label, { exact: true }).click());
      expect(name).toBe(`sessions-about.${ending}`);
      expect(text).toMatch(content);
      expect(text).toContain('Ouvrir les données');
      await page.context().close();
    });

    it('runs SPARQL in the browser: rows, graphs, and what is wrong with a query', async () => {
      const page = await open('sparql.fr.html?name=sessions-of-day');
      await page.waitForSelector('.yasqe .CodeMirror');
      const run = async (sparql: string): Promise<string> => {
        await page.evaluate((text) => {
          const { document: root } = globalThis as unknown as {
            document: { querySelector(selector: string): { CodeMirror: { setValue(text: string): void } } };
          };
          root.querySelector('.CodeMirror').CodeMirror.setValue(text);
        }, sparql);
        await page.click('[data-sparql] button[type=submit]');
        await page.waitForSelector('[data-sparql] [data-answer] > :not([data-waiting])');
        return (await page.textContent('[data-sparql] [data-answer]')) ?? '';
      };
      expect(await run('SELECT ?name { ?e a schema:Event ; schema:name ?name }')).toContain('Rencontres du Lac 2030');
      const [name, text] = await saved(page, () => page.getByRole('button', { name: 'CSV' }).click());
      expect([name, text.slice(0, 4)]).toEqual(['answer.csv', 'name']);
      // A triple that stands in several graphs counts once in the default graph.
      expect(await run('SELECT (COUNT(*) AS ?n) { ?s schema:name "Ouvrir les données" }')).toMatch(/1\s*$/);
      expect(await run('CONSTRUCT { ?e schema:name ?name } WHERE { ?e a schema:Event ; schema:name ?name }')).toContain(
        'Rencontres du Lac 2030',
      );
      expect(await run('SELECT ?x {')).toMatch(/error|expected/i);
      await page.selectOption('[data-examples] select', 'counts');
      expect(page.url()).toMatch(/name=counts$/);
      await page.context().close();
    });

    it('switches the theme, and remembers it', async () => {
      const page = await open('index.fr.html', { colorScheme: 'light' });
      const ground = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
      const light = await ground();
      await page.click('[data-theme-toggle]');
      const dark = await ground();
      expect(dark).not.toBe(light);
      await page.goto(`${origin}data.fr.html`);
      expect(await ground()).toBe(dark);
      await page.context().close();
    });

    it('reads without script: links, facts, evidence, answers', async () => {
      const page = await open('doc/session/ouvrir-les-donnees.fr.html', { javaScriptEnabled: false });
      expect(await page.textContent('main')).toContain('Ouvrir les données');
      await page.locator('details.evidence summary').first().click();
      expect(await page.locator('details.evidence blockquote').first().isVisible()).toBe(true);
      await page.goto(`${origin}queries/counts.fr.html`);
      expect(await page.locator('[data-answer] tbody tr').count()).toBeGreaterThan(5);
      if (way === 'server') {
        await page.goto(`${origin}queries/sessions-about.fr.html`);
        await page.fill('input[name=text]', 'ouvrir');
        await page.click('form[data-parameters] button');
        expect(await page.textContent('[data-answer]')).toContain('Ouvrir les données');
        await page.goto(`${origin}index.fr.html`);
        await page.fill('#q', 'cooperative');
        await page.press('#q', 'Enter');
        expect(await page.textContent('[data-results]')).toContain('Coopérative du Lac');
      }
      await page.context().close();
    });

    it('runs nothing that a source says', async () => {
      const paths = PAGES.map((path) =>
        path.replace('q=lac', `q=${encodeURIComponent('<img src=x onerror="pwned=1">')}`),
      );
      const page = await open('index.fr.html', {}, evil);
      const pwned = () => page.evaluate('typeof pwned');
      for (const path of paths) {
        await page.goto(evil + path, { waitUntil: 'load' });
        expect(await pwned(), path).toBe('undefined');
      }
      // What scripts build themselves: names as one types, answers in a table, ties of a network.
      await page.goto(`${evil}index.fr.html`);
      await page.fill('#q', 'rencontres');
      await page.waitForSelector('[role=option]');
      expect(await page.locator('[data-hits] img').count()).toBe(0);
      await page.goto(`${evil}queries/sessions-about.fr.html`);
      await page.fill('input[name=text]', 'ouvrir');
      await page.click('form[data-parameters] button');
      await page.waitForURL(/text=ouvrir/);
      await page.waitForSelector('[data-answer] table');
      expect(await page.locator('[data-answer] img').count()).toBe(0);
      await page.goto(`${evil}sparql.fr.html?name=mentions`);
      await page.waitForSelector('.yasqe .CodeMirror');
      await page.click('[data-sparql] button[type=submit]');
      await page.waitForSelector('[data-sparql] table');
      expect(await page.locator('main img').count()).toBe(0);
      await page.goto(`${evil}network.fr.html#view=people`);
      await page.getByText(/modularité/).waitFor();
      await page.locator('table[data-sortable]').nth(1).locator('tbody button').first().click();
      await page.locator('.details .tie').waitFor();
      expect(await page.locator('main img').count()).toBe(0);
      expect(await pwned()).toBe('undefined');
      await page.context().close();
    });

    it('had no error, no refusal by the content policy, and asked no other host', () => {
      // What a server refuses, browsers tell in the console.
      const told = way === 'server' ? [expect.stringMatching(/^sparql\.fr\.html.* 400 /)] : [];
      expect(faults).toEqual(told);
    });
  },
);

// --- internal ---

/** Name and text of the file that a page gives when asked. */
async function saved(page: Page, ask: () => Promise<void>): Promise<[name: string, text: string]> {
  const coming = page.waitForEvent('download');
  await ask();
  const download = await coming;
  return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')];
}
