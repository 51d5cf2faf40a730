/** The page of a diagnosis in a real Chromium, from a file, as its reader opens it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingDocs } from '../../../../src/cli/finding-docs.ts';
import { diagnose } from '../../../../src/doctor/judge/diagnose.ts';
import { diagnosisPage } from '../../../../src/doctor/page/diagnosis-page.ts';
import { parseSnapshot } from '../../../../src/doctor/parse-snapshot.ts';
import { missingBrowser } from '../../../a-browser.ts';
import { browserForAll, flaws, sizes } from './browser-for-all.ts';

/** The page of a snapshot that was taken in a trial. */
function aDiagnosis(name: string): string {
  const file = join(import.meta.dirname, `../../../unit/doctor/snapshots/${name}.json`);
  const snapshot = parseSnapshot(name, readFileSync(file, 'utf8'));
  return diagnosisPage(snapshot, diagnose(snapshot), { unlatch: '1.0.0', lines: [], docsOf: findingDocs });
}

describe.skipIf(missingBrowser !== null)(`in a browser (needs: ${missingBrowser ?? 'nothing more'})`, () => {
  const { stored, opened } = browserForAll();

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
});
