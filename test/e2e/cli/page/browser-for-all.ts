/** A Chromium for all tests of a `describe`, and pages in it, each from a file. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { aBrowser } from '../../../a-browser.ts';

/** Of a telephone, a tablet and a laptop. */
export const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

export interface PageBrowser {
  /** Writes a page. @returns its URL. */
  readonly stored: (name: string, text: string) => Promise<string>;
  /** Fails if the page complains, or asks for anything but itself. */
  readonly opened: (url: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>) => Promise<void>;
}

export function browserForAll(): PageBrowser {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'page-test-'));
    browser = await aBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true });
  });

  async function stored(name: string, text: string): Promise<string> {
    const file = join(folder, `${name}.html`);
    await writeFile(file, text);
    return pathToFileURL(file).href;
  }

  async function opened(
    url: string,
    options: BrowserContextOptions,
    look: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (request.url().split('#')[0] !== url.split('#')[0]) complaints.push(`asks for ${request.url()}`);
      });
      await page.goto(url);
      // A page without a script is ready at once.
      if (options.javaScriptEnabled !== false && (await page.locator('#data').count()) > 0)
        await page.waitForSelector('html[data-ready]');
      await look(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  }

  return { stored, opened };
}

/** What axe finds in it. */
export async function flaws(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    // Run in the page, where axe is.
    "axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))",
  );
  return found as readonly string[];
}
