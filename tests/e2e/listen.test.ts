// Pages as those read them who listen and type: what the browser tells a screen reader, and what a keyboard can reach.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CHROMIUM, useBrowser } from '../support/browser.ts';
import { type Heard, heardIn } from '../support/heard.ts';
import { WAYS } from '../support/served.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

/** A page of each kind, in the language of the sources and in another. */
const PAGES = [
  'index.fr.html',
  'search.fr.html',
  'search.en.html?q=lac',
  'queries.fr.html',
  'queries/organizations-by-sessions.fr.html',
  'queries/linked-organizations.en.html',
  'queries/said-of-actor.fr.html',
  'sparql.fr.html',
  'quality.fr.html',
  'ontology.fr.html',
  'data.fr.html',
  'network.fr.html#view=people',
  'programme/rencontres.fr.html',
  'doc/event/rencontres.en.html',
  'doc/session/ouvrir-les-donnees.en.html',
  'doc/person/anna-lindqvist.fr.html',
  'doc/project/carte-ouverte.fr.html',
  'doc/place/maison-du-lac.fr.html',
  'doc/article/retour-sur-les-rencontres.fr.html',
  'doc/organization/cooperative-du-lac.fr.html',
];

const CONTROLS = /^(?:button|checkbox|combobox|link|option|searchbox|spinbutton|textbox|DisclosureTriangle)$/;

describe.skipIf(CHROMIUM === undefined).each(WAYS)('pages, to listen to, from a $way (needs Chromium)', ({ serve }) => {
  let origin: string;
  const { open, faults } = useBrowser(() => origin);
  beforeAll(async () => {
    origin = await serve();
  });

  /** A page when its scripts have done their part. */
  async function ready(path: string): Promise<Page> {
    const page = await open(path);
    if (path.startsWith('network')) await page.getByText(/modularité/).waitFor();
    if (path.startsWith('sparql')) await page.waitForSelector('.yasqe .CodeMirror');
    return page;
  }

  it.each(PAGES)(
    '%s has one first heading, none left out, and a name for each control, table and landmark',
    async (path) => {
      const page = await ready(path);
      const heard = await heardIn(page);
      await page.context().close();
      const of = (...roles: readonly string[]): Heard[] => heard.filter(({ role }) => roles.includes(role));

      const levels = of('heading').map(({ level }) => level);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels[0]).toBe(1);
      const skipped = levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1);
      expect(skipped).toEqual([]);

      expect(heard.filter(({ role, name }) => CONTROLS.test(role) && name === '')).toEqual([]);
      // What is drawn is not read: arrows of sorted columns, marks of quotes.
      expect(heard.filter(({ name }) => /[↕↑↓]/.test(name))).toEqual([]);

      expect(
        of('banner', 'main', 'contentinfo')
          .map(({ role }) => role)
          .sort(),
      ).toEqual(['banner', 'contentinfo', 'main']);
      const landmarks = of('navigation', 'region', 'form', 'search').map(({ role, name }) => `${role} ${name}`);
      expect(landmarks).toEqual([...new Set(landmarks)]);
      for (const table of of('table')) expect(table.heads, table.name).toBeGreaterThan(0);
    },
  );

  it('say in which language a name is, where it is not that of the page', async () => {
    const page = await open('doc/session/ouvrir-les-donnees.en.html');
    const language = (selector: string) => page.locator(selector).first().getAttribute('lang');
    expect(await language('h1')).toBe('fr');
    expect(await language('main a.thing')).toBe('fr');
    expect(await language('blockquote')).toBe('fr');
    await page.goto(`${origin}doc/session/ouvrir-les-donnees.fr.html`);
    expect(await language('h1')).toBe(null);
    await page.context().close();
  });

  it('tell how many there are, of answers, results and rows', async () => {
    const page = await open('queries/mentions.fr.html');
    const told = () => page.locator('body > [role=status]').innerText();
    await page.getByLabel('Filtrer les lignes').fill('MARCHETTI');
    await expect.poll(told).toMatch(/^\d+ sur \d+ lignes$/);
    await page.locator('[data-answer] th button').first().press('Enter');
    await expect.poll(told).toMatch(/^Trié par .* \(croissant\)$/);
    await page.goto(`${origin}search.fr.html`);
    await page.fill('#q', 'lac');
    await expect.poll(told).toMatch(/^\d+ résultats?$/);
    await page.goto(`${origin}index.fr.html`);
    await page.fill('#q', 'rien de tel');
    await expect.poll(told).toBe('Rien de ce nom');
    await page.context().close();
  });

  /** Presses Tab until what is reached fits, and says so. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let i = 0; i < 200; i++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    }
    expect.fail(`Tab does not reach ${selector}`);
  }

  it('filter a programme by keyboard, and pass over what steps back', async () => {
    const page = await open('programme/rencontres.fr.html');
    await tabTo(page, 'select[name=person]');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('output[data-count]').innerText()).toMatch(/^\d+ sessions? sur \d+$/);
    const kept = await page.locator('.slot:not(.off) .name a').first().getAttribute('href');
    await tabTo(page, '.slot a');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe(kept);
    await page.keyboard.press('Enter');
    await page.waitForURL(/doc\/(?:session|agenda-item)\//);
    await page.context().close();
  });

  it('choose an actor, a tie and its sessions in the network by keyboard', async () => {
    const page = await ready('network.fr.html#view=people');
    await tabTo(page, 'input[name=focus]');
    const name = await page.locator('.tables tbody button').first().innerText();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.details h3').innerText()).toBe(name);
    await tabTo(page, '.details .choose');
    await page.keyboard.press('Enter');
    await page.locator('.details .tie').waitFor();
    await tabTo(page, '.details .tie ol a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/doc\//);
    await page.context().close();
  });

  it('let a keyboard out of the editor', async () => {
    const page = await ready('sparql.fr.html');
    await tabTo(page, '.CodeMirror textarea');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Exécuter');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-sparql] table');
    await page.context().close();
  });

  it('had no error, and asked no other host', () => {
    expect(faults).toEqual([]);
  });
});
