/**
 * `npm run record [-- SCENARIO…]`: runs the lab, packs its histories into test/histories, and writes the README's verdicts, those of
 * docs/verdicts.md and the findings of docs/doctor.md from them. Scenarios that are named are recorded alone, and the others keep what
 * they have; an id may have "*" in it. Nothing is replaced unless every run went as expected. With --table-only it runs nothing.
 */
import { spawnSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { packHistories, readHistories } from '../src/lab/history/history-store.ts';
import { temporaryFolder } from '../src/temporary-folder.ts';
import { doctorFile, withFindings } from './findings-document.ts';
import { historiesFolder, readmeFile, storedRun, verdictsFile, withSummary, withVerdicts } from './stored-run.ts';

/** The full matrix on both runtimes. */
const runs = [
  ['--runtime', 'docker', '--full'],
  ['--runtime', 'host', '--full'],
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'table-only': { type: 'boolean' } } });
if (values['table-only'] !== true) await record(positionals);
const report = await storedRun();
await writeFile(readmeFile, withSummary(await readFile(readmeFile, 'utf8'), report));
await writeFile(verdictsFile, withVerdicts(await readFile(verdictsFile, 'utf8'), report));
await writeFile(doctorFile, await withFindings(await readFile(doctorFile, 'utf8')));

/** @param scenarios all, when none is named. */
async function record(scenarios: readonly string[]): Promise<void> {
  // Read before the run: what cannot be kept is told before hours have passed.
  const known = scenarios.length === 0 ? [] : await readHistories(historiesFolder);
  const fresh = await temporaryFolder('unlatch-record-');
  for (const run of runs) {
    // Sandboxes are named in the histories: not by a path of this machine.
    const env = { ...process.env, TMPDIR: '/tmp' };
    const { status } = spawnSync('node', ['dist/cli.cjs', 'run', '--strict', '--out', fresh, ...run, ...scenarios], {
      stdio: 'inherit',
      env,
    });
    if (status === 0) continue;
    process.stderr.write(`test/histories is as it was; what this run left is in ${fresh}\n`);
    process.exit(status ?? 1);
  }
  const recorded = await readHistories(fresh);
  const ids = new Set(recorded.map(({ scenario }) => scenario));
  await packHistories(historiesFolder, [...known.filter(({ scenario }) => !ids.has(scenario)), ...recorded]);
  await rm(fresh, { recursive: true });
}
