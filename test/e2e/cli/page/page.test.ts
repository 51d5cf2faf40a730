/** The page of verdicts in a real Chromium, from a file, as its reader opens it. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { htmlPage } from '../../../../src/lab/report/page/html-page.ts';
import { storedTrials } from '../../../../tools/stored-run.ts';
import { missingBrowser } from '../../../a-browser.ts';
import { sampleCell, sampleHistory, sampleReport, variedReport } from '../../../unit/lab/report/sample-report.ts';
import { browserForAll, flaws, sizes } from './browser-for-all.ts';

describe.skipIf(missingBrowser !== null)(`in a browser (needs: ${missingBrowser ?? 'nothing more'})`, () => {
  const { stored, opened } = browserForAll();
  let whole: string;
  let varied: string;
  beforeAll(async () => {
    const { report, trials } = await storedTrials();
    whole = await stored('whole', htmlPage(report, { trials }));
    const before = sampleReport([sampleCell(), sampleCell({ go: '1.13.15' })]);
    const shown = [{ history: sampleHistory(), finding: { state: 'present', why: 'tidy.0 wrote it' } }] as const;
    varied = await stored('varied', htmlPage(variedReport, { trials: shown, before }));
  });

  async function openTrial(page: Page, claim: string): Promise<void> {
    await page.locator(`details#${claim} > summary`).click();
    for (const kind of ['cell', 'arm', 'trial']) await page.locator(`#${claim} .${kind} > summary`).first().click();
    await page.locator(`#${claim} svg`).first().waitFor();
  }

  describe.each(sizes)('at $width px', ({ width, height }) => {
    const viewport = { width, height };

    test.each(['light', 'dark'] as const)(
      'axe finds nothing in %s, with all kinds of verdicts',
      async (colorScheme) => {
        await opened(varied, { viewport, colorScheme }, async (page) => {
          expect(await flaws(page)).toEqual([]);
          const row = page.locator('details#modcache-rename > summary');
          await row.click();
          const cell = page.locator('#modcache-rename .cell').filter({ hasText: '1.26.8' });
          await cell.locator('> summary').click();
          await cell.locator('.arm > summary').first().click();
          await cell.locator('.trial > summary').first().click();
          await cell.locator('svg').waitFor();
          expect(await flaws(page)).toEqual([]);
        });
      },
    );

    test('nothing is wider than the screen, closed or open', async () => {
      await opened(whole, { viewport }, async (page) => {
        const overflow = () => page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(await overflow()).toBeLessThanOrEqual(0);
        await openTrial(page, 'lock-health');
        expect(await overflow()).toBeLessThanOrEqual(0);
      });
    });
  });

  test('all claims and versions fit one screen', async () => {
    await opened(whole, { viewport: { width: 1440, height: 900 } }, async (page) => {
      const below = await page.evaluate(
        "Math.max(...[...document.querySelectorAll('.grid')].map((one) => one.getBoundingClientRect().bottom))",
      );
      expect(below).toBeLessThanOrEqual(900);
    });
  });

  test('the filters hide rows of the matrix and claims below it, and show them again', async () => {
    await opened(whole, {}, async (page) => {
      const shown = page.locator('details.claim:visible');
      const rows = page.locator('tr[data-row]:visible');
      const all = await shown.count();
      expect(all).toBeGreaterThan(70);
      await page.keyboard.press('/');
      await page.keyboard.type('stalled-proxy');
      await expect
        .poll(() => shown.evaluateAll((claims) => claims.map(({ id }) => id)))
        .toEqual(['gopls-stalled-proxy']);
      await expect.poll(() => rows.count()).toBe(1);
      expect(await page.locator('output').textContent()).toMatch(new RegExp(`^1 of ${all} claims, 8 of \\d+ cells$`));
      await page.keyboard.press('Escape');
      await expect.poll(() => shown.count()).toBe(all);
      await page.locator('select[name=gopls]').selectOption('0.15.2');
      await page.locator('select[name=verdict]').selectOption('not reproduced');
      const some = await shown.count();
      expect(some).toBeGreaterThan(0);
      await expect.poll(() => page.locator('tr[data-row]:visible a[data-square]:not(.out)').count()).toBe(some);
      await page.getByRole('button', { name: 'Show all' }).click();
      await expect.poll(() => shown.count()).toBe(all);
    });
  });

  test('a filter without a match says so, and leaves no empty table', async () => {
    await opened(whole, {}, async (page) => {
      await page.getByLabel('Text').fill('no such words');
      expect(await page.locator('output').textContent()).toMatch(/^0 of \d+ claims, 0 of/);
      expect(await page.locator('table.grid:visible').count()).toBe(0);
    });
  });

  test('each table of the matrix is one tab stop, and the arrow keys move in it', async () => {
    await opened(varied, {}, async (page) => {
      const stops = await page
        .locator('table.grid')
        .evaluateAll((tables) => tables.map((table) => table.querySelectorAll('a:not([tabindex="-1"])').length));
      expect(stops).toEqual(stops.map(() => 1));
      const first = page.locator('tr[data-row=flock-nfs] th a');
      await first.focus();
      const focused = () => page.evaluate("document.activeElement.textContent.trim().replace(/\\s+/g, ' ')");
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe('modcache-rename');
      await page.keyboard.press('ArrowRight');
      expect(await focused()).toBe('○ not reproduced');
      await page.keyboard.press('End');
      expect(await focused()).toBe('● reproduced');
      await page.keyboard.press('Enter');
      await expect.poll(focused).toBe('go 1.26.8, docker, overlayfs: ✓ reproduced');
      await expect.poll(() => page.locator('#modcache-rename .cell[open]').count()).toBe(1);
    });
  });

  test('a link to a claim opens it', async () => {
    await opened(`${varied}#modcache-rename`, {}, async (page) => {
      expect(await page.locator('#modcache-rename').getAttribute('open')).toBe('');
      await expect.poll(() => page.locator('#modcache-rename .cell').count()).toBe(2);
    });
  });

  test('a timeline lists its waits and holds in words too', async () => {
    await opened(whole, {}, async (page) => {
      await openTrial(page, 'lock-health');
      const figure = page.locator('#lock-health figure').first();
      await expect.poll(() => figure.locator('rect.waits').count()).toBeGreaterThan(0);
      await expect.poll(() => figure.locator('rect.holds').count()).toBeGreaterThan(0);
      const words = await figure.locator('ol').textContent();
      expect(words).toMatch(/ms: download\.\d waits for the lock of example\.com\/dep@v1\.0\.0, held by download\.\d/);
      await page.setViewportSize({ width: 400, height: 800 });
      await expect.poll(async () => Number(await figure.locator('svg').getAttribute('width'))).toBeLessThan(400);
    });
  });

  test('without JavaScript the matrix has its verdicts, and a claim says what helps', async () => {
    await opened(whole, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('tr[data-row=modcache-rename] a').nth(1).textContent()).toBe('● reproduced');
      expect(await page.locator('#filters').isVisible()).toBe(false);
      await page.locator('details#gopls-stalled-proxy > summary').click();
      await page.locator('#gopls-stalled-proxy').getByText('✓ GOPROXY=off').waitFor();
    });
  });

  test('in print all claims are open, and the filters are gone', async () => {
    await opened(varied, {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      expect(await page.locator('#filters').isVisible()).toBe(false);
      expect(await page.locator('details.claim:not([open])').count()).toBe(0);
    });
  });

  test('what a worker printed is text, whatever it looks like', async () => {
    const claim = '<img src=x onerror=alert(1)></script><script>alert(1)</script>';
    const url = await stored(
      'hostile',
      htmlPage(sampleReport([sampleCell({ claim, scenario: 'odd', source: claim })])),
    );
    await opened(`${url}#odd`, {}, async (page) => {
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.locator('#odd > p').first().textContent()).toBe(claim);
    });
  });
});
