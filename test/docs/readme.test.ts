import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { History } from '../../src/lab/history/history.ts';
import { packHistories, readHistories } from '../../src/lab/history/history-store.ts';
import { remedyArm } from '../../src/lab/remedy-arm.ts';
import { cellOutcome } from '../../src/lab/report/outcome.ts';
import { doctorFile, withFindings } from '../../tools/findings-document.ts';
import {
  historiesFolder,
  readmeFile,
  storedRun,
  verdictsFile,
  withSummary,
  withVerdicts,
} from '../../tools/stored-run.ts';

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

test('docs/doctor.md states a remedy once a packed run has carried it out and seen the symptom end', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'readme-'));
  try {
    const document = await readFile(doctorFile, 'utf8');
    const stored = await readHistories(join(historiesFolder, 'modcache-restored-twice.jsonl'));
    const from = async (histories: readonly History[]) => {
      await packHistories(join(scratch, 'histories'), histories);
      return await withFindings(document, join(scratch, 'histories'));
    };
    const open = 'No stored run of `modcache-restored-twice` has confirmed a remedy.';
    const stated = 'carried out in the scenario `modcache-restored-twice`';

    const withRemedy = await from(stored);
    expect(withRemedy).toContain(stated);
    expect(withRemedy).not.toContain(open);

    const without = await from(stored.filter(({ arm }) => arm !== remedyArm));
    expect(without).toContain(open);
    expect(without).not.toContain(stated);

    // A last trial without anything to remedy does not invalidate the others.
    const idle = stored
      .filter(({ arm }) => arm === remedyArm)
      .map((history) => ({ ...history, trial: history.trial + 1, remedy: [] }));
    expect(await from([...stored, ...idle])).toBe(withRemedy);
  } finally {
    await rm(scratch, { recursive: true });
  }
});
