// Who is who, settled by an editor in a real browser, on a server that edits: from the form to the ledger.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CHROMIUM, faultsOfAccess, useBrowser } from '../support/browser.ts';
import { maillage } from '../support/build.ts';
import { sharedFolderOf } from '../support/files.ts';
import { type Running, startServer } from '../support/running.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const person = (name: string) => `---\nnom: ${JSON.stringify(name)}\n---\n`;
const folder = sharedFolderOf({
  'maillage.config.yaml': `base: https://graphe.example.org/
identities: identities.jsonl
judgements: judgements.jsonl
sources:
  - { id: annuaire, files: a/*.md, reader: front-matter, records: [{ type: person, fields: { name: nom } }] }
`,
  'a/1.md': person('Zoé Lagarde'),
  'a/2.md': person('Zoé Lagarge'),
  'a/3.md': person('Ève <img src=x onerror="pwned=1"> Royer'),
  'a/4.md': person('Ève <img src=x onerror="pwned=1"> Royen'),
});

/** The judgements of the ledger, without their days. */
const ledger = (): object[] => {
  const path = join(folder, 'judgements.jsonl');
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  return lines.map((line) => ({ ...JSON.parse(line), when: undefined }));
};

describe.skipIf(CHROMIUM === undefined)('an editor on a server that edits (needs Chromium)', () => {
  let server: Running;
  const { open, faults } = useBrowser(() => `${server.origin}/`);
  beforeAll(async () => {
    expect((await maillage(['build'], { cwd: folder })).code).toBe(0);
    server = await startServer(folder, '--edit', '--port', '0');
  });
  afterAll(() => void server?.process.kill('SIGKILL'));

  const pair = (page: Page, name: string) => page.locator('.candidate', { hasText: name });

  it('settles two names, with a reason, and sees that it is done', async () => {
    const page = await open('quality.fr.html');
    const one = pair(page, 'Lagarge');
    await one.getByLabel('Pourquoi').fill('une coquille');
    await one.getByLabel('Par').fill('Anna');
    await one.getByRole('button', { name: 'les mêmes' }).click();
    await page.waitForURL(/quality\.fr\.html#candidate-[0-9a-f]{12}$/);
    await pair(page, 'Lagarge').getByText('Jugé').waitFor();
    expect(await one.getByRole('button', { pressed: true }).innerText()).toBe('les mêmes');
    const same = { a: 'person/zoe-lagarde', b: 'person/zoe-lagarge', decision: 'same' };
    expect(ledger()).toEqual([{ ...same, because: 'une coquille', by: 'Anna', when: undefined }]);
    await page.context().close();
  });

  it('does so by keyboard alone, in the language of the page, and may change their mind', async () => {
    const page = await open('quality.en.html', { locale: 'fr-FR' });
    await pair(page, 'Lagarge').getByLabel('Why').focus();
    await page.keyboard.type('two people');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.value')).toBe('different');
    await page.keyboard.press('Enter');
    await page.waitForURL(/quality\.en\.html#candidate-[0-9a-f]{12}$/);
    await pair(page, 'Lagarge').getByText('Judged').waitFor();
    expect(ledger()).toMatchObject([{ decision: 'different', because: 'two people' }]);
    await page.context().close();
  });

  it('meets no markup of a source, and no serious fault of accessibility', async () => {
    const page = await open('quality.fr.html', { bypassCSP: true });
    expect(await pair(page, 'onerror').count()).toBe(1);
    expect(await page.locator('.candidates img').count()).toBe(0);
    expect(await page.evaluate('typeof pwned')).toBe('undefined');
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.context().close();
  });

  it('had no error, and asked no other host', () => {
    expect(faults).toEqual([]);
  });

  it('is not sent by another site', async () => {
    // The same machine under another name is another site to browsers.
    const elsewhere = `${server.origin.replace('127.0.0.1', 'localhost')}/`;
    const before = ledger();
    const page = await open('quality.fr.html', { bypassCSP: true }, elsewhere);
    await page.evaluate(
      `for (const form of document.querySelectorAll('form.judge')) form.action = ${JSON.stringify(`${server.origin}/judgements`)}`,
    );
    const answer = page.waitForResponse(/judgements$/);
    await pair(page, 'Lagarge').getByRole('button', { name: 'les mêmes' }).click();
    expect((await answer).status()).toBe(403);
    expect(ledger()).toEqual(before);
    await page.context().close();
  });
});
