import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { cellOutcome } from '../../src/lab/report/outcome.ts';
import { doctorFile, withFindings } from '../../tools/findings-document.ts';
import { readmeFile, storedRun, verdictsFile, withSummary, withVerdicts } from '../../tools/stored-run.ts';

test('the summary and the verdicts are what the stored run says', async () => {
  const readme = await readFile(readmeFile, 'utf8');
  const verdicts = await readFile(verdictsFile, 'utf8');
  const report = await storedRun();
  expect(readme).toBe(withSummary(readme, report));
  expect(verdicts).toBe(withVerdicts(verdicts, report));
});

test('the stored run is as expected, without Go, gopls or an engine', async () => {
  const { cells } = await storedRun();
  expect(cells.length).toBeGreaterThan(0);
  expect(cells.filter((cell) => cellOutcome(cell) !== 'as-expected')).toEqual([]);
});

test('docs/doctor.md tells of each finding what its source, the stored snapshots and the stored run say', async () => {
  const document = await readFile(doctorFile, 'utf8');
  expect(document).toBe(await withFindings(document));
});
