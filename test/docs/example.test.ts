import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { htmlPage } from '../../src/lab/report/page/html-page.ts';
import { packageRoot } from '../../src/package-root.ts';
import { storedTrials } from '../../tools/stored-run.ts';
import { dataOf, markupOf } from '../unit/lab/report/page/page-of.ts';

const folder = join(packageRoot(), 'docs/example');

test('the example is the page of the stored run, below 1 MB (else: npm run example)', async () => {
  const { report, trials } = await storedTrials();
  const committed = await readFile(join(folder, 'verdicts.html'), 'utf8');
  const fresh = htmlPage(report, { trials });
  expect(committed.length).toBeLessThan(1_000_000);
  expect(markupOf(committed)).toBe(markupOf(fresh));
  // Not byte by byte: another zlib may deflate the same in another way.
  expect(dataOf(committed)).toEqual(dataOf(fresh));
});

test('its picture is small', async () => {
  expect((await stat(join(folder, 'verdicts.png'))).size).toBeLessThan(150_000);
});
