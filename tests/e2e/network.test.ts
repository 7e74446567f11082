import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CHROMIUM, faultsOfAccess, useBrowser } from '../support/browser.ts';
import { WAYS } from '../support/served.ts';

/** The page of networks, of the hand-written graph, in a real browser. */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

describe.skipIf(CHROMIUM === undefined).each(WAYS)('the network page, from a $way (needs Chromium)', ({ serve }) => {
  let origin: string;
  const { open, faults } = useBrowser(() => origin);
  beforeAll(async () => {
    origin = await serve();
  });

  /** The page, when it has measured what it shows. */
  async function shown(address: string, options: Parameters<typeof open>[1] = {}): Promise<Page> {
    const page = await open(address, options);
    await page.getByText(/modularity/).waitFor();
    return page;
  }
  const counts = (page: Page): Promise<string> => page.locator('[data-network] [role=status]').innerText();

  it('draws the network, and says the same in tables', async () => {
    const page = await shown('network.en.html#view=people');
    expect(await page.locator('.stage canvas').count()).toBeGreaterThan(0);
    const nodes = /^(\d+) actors/.exec(await counts(page))?.[1];
    expect(await page.locator('table[data-sortable] caption').first().innerText()).toBe(`Actors (${nodes})`);
    await page.context().close();
  });

  it('shows a tie with the sessions behind it and the lines that say so', async () => {
    const page = await shown('network.en.html#view=people');
    await page.locator('table[data-sortable]').nth(1).locator('tbody button').first().click();
    const tie = page.locator('.details .tie');
    await tie.waitFor();
    expect(await tie.locator('ol > li > a[href*="doc/"]').count()).toBeGreaterThan(0);
    expect(await tie.locator('code').first().innerText()).toMatch(/.:\d+$/);
    await page.context().close();
  });

  it('keeps what is chosen in the address, and a link shows it again', async () => {
    const page = await shown('network.en.html#view=people');
    const all = await counts(page);
    await page.getByText('Filters and looks').click();
    await page.getByLabel('Minimum weight').fill('2');
    await page.getByLabel('Minimum weight').press('Enter');
    await expect.poll(() => counts(page)).not.toBe(all);
    await page.getByText(/modularity/).waitFor();
    const narrowed = await counts(page);
    expect(page.url()).toContain('min=2');
    const again = await shown(page.url().slice(origin.length));
    expect(await counts(again)).toBe(narrowed);
    expect(await again.getByLabel('Minimum weight').isVisible()).toBe(true);
    await again.context().close();
    await page.context().close();
  });

  it('finds an actor by name, and the way to another', async () => {
    const page = await shown('network.en.html#view=people');
    const [first, other] = await page.locator('table[data-sortable]').first().locator('tbody button').allInnerTexts();
    await page.getByLabel('Find an actor').fill(first as string);
    await page.getByLabel('Find an actor').press('Enter');
    await page.locator('.details h3').waitFor();
    expect(await page.locator('.details h3').innerText()).toBe(first);
    expect(page.url()).toContain('focus=');
    await page.getByLabel('How is it connected to…').fill(other as string);
    await page.getByLabel('How is it connected to…').press('Enter');
    await expect.poll(() => page.url()).toContain('to=');
    await expect
      .poll(() => page.locator('.details').innerText())
      .toMatch(new RegExp(`${first} → |Nothing connects them`));
    await page.context().close();
  });

  it('takes a part of a name for the one actor who has it, and says when nobody or several do', async () => {
    const page = await shown('network.en.html#view=people');
    const [first = ''] = await page.locator('table[data-sortable]').first().locator('tbody button').allInnerTexts();
    const find = async (text: string): Promise<void> => {
      await page.getByLabel('Find an actor').fill(text);
      await page.getByLabel('Find an actor').press('Enter');
    };
    await find(first.slice(0, -2).toUpperCase());
    await expect.poll(() => page.locator('.details h3').innerText()).toBe(first);
    await find('nobody of that name');
    await expect.poll(() => page.locator('.doubt').innerText()).toBe('“nobody of that name” is not in this view.');
    await find('a');
    await expect.poll(() => page.locator('.doubt').innerText()).toMatch(/^“a”: which of \d\? .+, /);
    await page.context().close();
  });

  it.each([
    ['GEXF (Gephi)', 'people.gexf', /^<\?xml[\s\S]*<gexf [\s\S]*version="1\.3"/],
    ['GraphML', 'people.graphml', /^<\?xml[\s\S]*<graphml /],
    ['CSV — liens / edges', 'people.edges.csv', /^Source,Target/i],
    ['SVG', 'people.svg', /^<svg [\s\S]*<circle /],
  ])('saves %s', async (label, name, content) => {
    const page = await shown('network.en.html#view=people');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: label }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe(name);
    expect(readFileSync(await download.path(), 'utf8')).toMatch(content);
    await page.context().close();
  });

  it('saves a picture that is not empty', async () => {
    const page = await shown('network.en.html#view=people');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'PNG' }).click();
    const bytes = readFileSync(await (await saved).path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    // An empty sheet of that size takes a few kB.
    expect(bytes.length).toBeGreaterThan(10_000);
    await page.context().close();
  });

  it('can be used by keyboard: a row of the table chooses the actor', async () => {
    const page = await shown('network.en.html#view=organizations');
    const button = page.locator('table[data-sortable]').first().locator('tbody button').first();
    const name = await button.innerText();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('.details h3').waitFor();
    expect(await page.locator('.details h3').innerText()).toBe(name);
    await page.context().close();
  });

  it.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('has no serious fault of accessibility and fits the screen (%s, %i)', async (colorScheme, width) => {
    const page = await shown('network.en.html#view=people', {
      colorScheme,
      viewport: { width, height: 900 },
      bypassCSP: true,
    });
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.context().close();
  });

  it('moves a large network as a picture, and draws it anew when it rests', async () => {
    const page = await open('index.en.html');
    await page.route('**/network/people.json', (route) => route.fulfill({ json: chain(1_200) }));
    await page.goto(`${origin}network.en.html#view=people`);
    await page.getByText(/1200 actors.*modularity/).waitFor();
    const transforms = () => page.evaluate<string[]>('[...new Set(globalThis.transforms)]');
    await page.evaluate(`{
      const { style } = document.querySelector('.sigma-nodes');
      globalThis.transforms = [];
      new MutationObserver(() => transforms.push(style.transform)).observe(document.querySelector('.sigma-nodes'), { attributeFilter: ['style'] });
    }`);
    const { x, y } = (await page.locator('.stage').boundingBox()) ?? expect.fail('no stage');
    await page.mouse.move(x + 100, y + 100);
    await page.mouse.down();
    for (const step of [110, 130, 160]) await page.mouse.move(x + step, y + step);
    await page.mouse.up();
    await page.mouse.wheel(0, -120);
    await expect.poll(async () => (await transforms()).join()).toMatch(/translate\([1-9].*scale\(1\.\d/);
    await expect.poll(() => page.evaluate(`document.querySelector('.sigma-nodes').style.transform`)).toBe('');
    await page.context().close();
  });

  it('says ties and what stands behind them without script', async () => {
    const page = await open('network.en.html', { javaScriptEnabled: false });
    const row = page.getByRole('region', { name: 'The strongest ties' }).locator('tbody tr').first();
    expect(await row.locator('th a').count()).toBe(2);
    expect(await row.locator('td a[href*="doc/"]').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('had no error, no refusal by the content policy, and asked no other host', () => {
    expect(faults).toEqual([]);
  });
});

// --- internal ---

/** A network of people of whom each is tied to the next. */
function chain(length: number): object {
  const nodes = Array.from({ length }, (_, i) => ({
    ...{ id: `https://maillage.example/id/person/p${i}`, name: `P ${i}`, kind: 'person' },
    presences: [i - 1, i].flatMap((occasion) =>
      occasion < 0 || occasion === length - 1 ? [] : [{ occasion, source: 'a.md', line: 1 }],
    ),
    ...{ x: i % 40, y: Math.floor(i / 40), degree: 2, weightedDegree: 2, betweenness: 0, community: 0 },
  }));
  const occasions = Array.from({ length: length - 1 }, (_, i) => ({
    ...{ id: `https://maillage.example/id/session/s${i}`, title: `S ${i}`, type: 'session' },
  }));
  return { view: 'people', occasions, nodes, edges: [], modularity: 0 };
}
