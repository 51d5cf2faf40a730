import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readmeFile, storedRun } from '../../docs/stored-run.ts';
import { replaceGenerated } from '../../src/report/markdown.ts';
import { cellOutcome } from '../../src/report/outcome.ts';
import { verdictTable } from '../../src/report/verdict-table.ts';

test("the README's table of verdicts is what the stored run says", async () => {
  const readme = await readFile(readmeFile, 'utf8');
  expect(readme).toBe(replaceGenerated(readme, verdictTable(await storedRun())));
});

test('the stored run is as expected, without Go, gopls or an engine', async () => {
  const { cells } = await storedRun();
  expect(cells.length).toBeGreaterThan(0);
  expect(cells.filter((cell) => cellOutcome(cell) !== 'as-expected')).toEqual([]);
});
