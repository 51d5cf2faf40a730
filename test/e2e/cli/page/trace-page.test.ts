/** The page of a trace in a real Chromium, from a file, as its reader opens it. */
import { describe, expect, test } from 'vitest';
import { lockTrace } from '../../../../src/trace/lock-trace.ts';
import { tracePage } from '../../../../src/trace/page/trace-page.ts';
import { readStrace } from '../../../../src/trace/strace/read-strace.ts';
import { missingBrowser } from '../../../a-browser.ts';
import { browserForAll, flaws, sizes } from './browser-for-all.ts';

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

describe.skipIf(missingBrowser !== null)(`in a browser (needs: ${missingBrowser ?? 'nothing more'})`, () => {
  const { stored, opened } = browserForAll();

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
});
