import { existsSync, readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { ROOT } from './imports.ts';

/** The browser that Debian and others install; undefined where there is none: then its tests are skipped. */
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM as string,
    args: ['--no-sandbox', '--disable-background-networking'],
  });

/**
 * A browser for the tests of a file.
 * @param origin of the site that is opened where no other is named
 * @returns how its pages are opened, and what has gone wrong in any of them so far
 */
export function useBrowser(origin: () => string): { readonly open: Open; readonly faults: readonly string[] } {
  let browser: Browser;
  const faults: string[] = [];
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  return { open: opener(() => browser, origin, faults), faults };
}

type Open = (path: string, options?: Parameters<Browser['newContext']>[0], from?: string) => Promise<Page>;

/**
 * Opens pages of a site in windows of their own.
 * @param faults takes what goes wrong in any of them: errors, refusals of the content policy, requests to other hosts
 */
function opener(browser: () => Browser, origin: () => string, faults: string[]): Open {
  return async (path, options = {}, from = origin()) => {
    const context = await browser().newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`${path}: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(from))
        faults.push(`${path}: asks ${request.url()}`);
    });
    await page.goto(from + path, { waitUntil: 'load' });
    return page;
  };
}

const AXE = readFileSync(`${ROOT}/node_modules/axe-core/axe.min.js`, 'utf8');

/** Serious and critical faults of accessibility of the page that is shown (axe-core), and what is wider than its window. */
export async function faultsOfAccess(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    return (await axe.run({ resultTypes: ['violations'] })).violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      html: nodes[0]?.html ?? '',
    }));
  });
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, html }) => `${id} ${html.slice(0, 120)}`);
  const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
  const width = page.viewportSize()?.width ?? 0;
  return wide > width ? [...found, `${wide} pixels wide`] : found;
}
