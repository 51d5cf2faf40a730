/** The pages of verdicts, of a diagnosis and of a trace in a real Chromium, from a file, as its reader opens it. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findingDocs } from '../../../src/cli/finding-docs.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import { diagnosisPage } from '../../../src/doctor/page/diagnosis-page.ts';
import { parseSnapshot } from '../../../src/doctor/parse-snapshot.ts';
import { htmlPage } from '../../../src/lab/report/page/html-page.ts';
import { lockTrace } from '../../../src/trace/lock-trace.ts';
import { tracePage } from '../../../src/trace/page/trace-page.ts';
import { readStrace } from '../../../src/trace/strace/read-strace.ts';
import { storedTrials } from '../../../tools/stored-run.ts';
import { aBrowser, missingBrowser } from '../../a-browser.ts';
import { sampleCell, sampleHistory, sampleReport, variedReport } from '../../unit/lab/report/sample-report.ts';

/** The page of a snapshot that was taken in a trial. */
function aDiagnosis(name: string): string {
  const file = join(import.meta.dirname, `../../unit/doctor/snapshots/${name}.json`);
  const snapshot = parseSnapshot(name, readFileSync(file, 'utf8'));
  return diagnosisPage(snapshot, diagnose(snapshot), { unlatch: '1.0.0', lines: [], docsOf: findingDocs });
}

/** Three processes and one lock, as strace logs them; the second of two others fails. */
const straceLog = [
  '10 1795405000.000000 execve("/usr/bin/go", ["go", "mod", "download"], 0x7ff /* 9 vars */) = 0 <0.000200>',
  '11 1795405000.000000 execve("/usr/bin/go", ["go", "list", "<img src=x onerror=alert(1)>"], 0x7ff /* 9 vars */) = 0 <0.000200>',
  '12 1795405000.000000 execve("/usr/bin/go", ["go", "build"], 0x7ff /* 9 vars */) = 0 <0.000200>',
  '10 1795405000.100000 flock(3</mod/cache/download/example.com/dep/@v/v1.0.0.lock>, LOCK_EX) = 0 <0.000010>',
  '11 1795405000.200000 flock(3</mod/cache/download/example.com/dep/@v/v1.0.0.lock>, LOCK_EX <unfinished ...>',
  '12 1795405000.300000 flock(3</mod/cache/download/example.com/dep/@v/v1.0.0.lock>, LOCK_EX <unfinished ...>',
  '10 1795405000.500000 flock(4</mod/cache/lock>, LOCK_SH) = 0 <0.000010>',
  '10 1795405000.600000 flock(4</mod/cache/lock>, LOCK_UN) = 0 <0.000010>',
  '10 1795405002.000000 flock(3</mod/cache/download/example.com/dep/@v/v1.0.0.lock>, LOCK_UN) = 0 <0.000010>',
  '11 1795405002.000100 <... flock resumed>) = 0 <1.800100>',
  '11 1795405003.000000 flock(3</mod/cache/download/example.com/dep/@v/v1.0.0.lock>, LOCK_UN) = 0 <0.000010>',
  '12 1795405003.000100 <... flock resumed>) = 0 <2.700100>',
  '10 1795405003.500000 +++ exited with 0 +++',
  '11 1795405003.500000 +++ exited with 0 +++',
  '12 1795405004.000000 +++ exited with 0 +++',
].join('\n');

function aTracePage(): string {
  const traced = { unlatch: '1.0.0', command: ['go', 'mod', 'download'], exit: 0, exceeded: ['held for too long'] };
  return tracePage(lockTrace([readStrace(`${straceLog}\n`)], null), traced);
}

const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

describe.skipIf(missingBrowser !== null)(`in a browser (needs: ${missingBrowser ?? 'nothing more'})`, () => {
  let browser: Browser;
  let folder: string;
  let whole: string;
  let varied: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'page-test-'));
    const { report, trials } = await storedTrials();
    whole = await stored('whole', htmlPage(report, { trials }));
    const before = sampleReport([sampleCell(), sampleCell({ go: '1.13.15' })]);
    const shown = [{ history: sampleHistory(), finding: { state: 'present', why: 'tidy.0 wrote it' } }] as const;
    varied = await stored('varied', htmlPage(variedReport, { trials: shown, before }));
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

  /** Fails if the page complains, or asks for anything but itself. */
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

  async function flaws(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      // Run in the page, where axe is.
      "axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))",
    );
    return found as readonly string[];
  }

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

  test('a diagnosis draws its chain down to the cause, and axe finds nothing at any width', async () => {
    const diagnosed = await stored('diagnosis', aDiagnosis('orphan-go-list'));
    for (const viewport of sizes) {
      const colorScheme = viewport.width < 1000 ? 'dark' : 'light';
      await opened(diagnosed, { viewport, colorScheme }, async (page) => {
        await expect.poll(() => page.locator('.box').count()).toBe(3);
        expect(await page.locator('.box.cause').textContent()).toMatch(
          /^an orphaned `go list` .*will not go on by itself$/,
        );
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
        expect(await flaws(page)).toEqual([]);
      });
    }
  });

  test('a trace draws waiters and holders on one clock, and axe finds nothing at any width', async () => {
    const traced = await stored('traced', aTracePage());
    for (const viewport of sizes) {
      const colorScheme = viewport.width < 1000 ? 'dark' : 'light';
      await opened(traced, { viewport, colorScheme }, async (page) => {
        const first = page.locator('#lock-1 svg');
        await expect.poll(() => first.locator('rect.waits').count()).toBe(2);
        await expect.poll(() => first.locator('rect.holds').count()).toBe(3);
        const second = page.locator('#lock-2 svg');
        expect(await second.count()).toBe(0);
        await page.locator('#lock-2 > summary').focus();
        await page.keyboard.press('Enter');
        await expect.poll(() => second.locator('rect.shares').count()).toBe(1);
        const ticks = (figure: typeof first) => figure.locator('.tick text').allTextContents();
        expect(await ticks(second)).toEqual(await ticks(first));
        const right = async (kind: string) => {
          const [bar] = await first
            .locator(`rect.${kind}`)
            .evaluateAll((all) => all.map((one) => one.getAttribute('x')));
          return Number(bar);
        };
        expect(await right('waits')).toBeGreaterThan(await right('holds'));
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
        expect(await flaws(page)).toEqual([]);
      });
    }
  });

  test('the page of a trace has its figures in words without JavaScript, and commands are text', async () => {
    const traced = await stored('traced', aTracePage());
    await opened(traced, { javaScriptEnabled: false }, async (page) => {
      const rows = await page.locator('#lock-1 tbody tr').allTextContents();
      expect(rows).toHaveLength(3);
      expect(rows[1]).toMatch(/^11 go list .*200 ms1800 ms1000 msexclusiveunlocks it10 go mod download for 1800 ms$/);
      expect(rows[2]).toMatch(/^12 go build300 ms2700 ms1000 msexclusiveends, and the lock with it/);
      const differs = await page.locator('li.differs').allTextContents();
      expect(differs).toEqual([
        'over the limit: held for too long',
        expect.stringContaining('the trace is incomplete'),
      ]);
      expect(await page.locator('img').count()).toBe(0);
    });
    await opened(`${traced}#lock-2`, {}, async (page) => {
      await page.locator('#lock-2 summary', { hasText: 'In words' }).click();
      expect(await page.locator('#lock-2 ol').textContent()).toContain('500 ms: pid 10 shares the lock, until 600 ms');
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
