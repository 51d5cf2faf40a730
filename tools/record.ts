/**
 * `npm run record`: runs the lab, stores its histories in test/histories, and writes the README's verdicts and the findings of
 * docs/doctor.md from them. With --table-only it runs nothing.
 */
import { spawnSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { doctorFile, withFindings } from './findings-document.ts';
import { historiesFolder, readmeFile, storedRun, verdictsFile, withSummary, withVerdicts } from './stored-run.ts';

/** The full matrix on both runtimes. */
const runs = [
  ['--runtime', 'docker', '--full'],
  ['--runtime', 'host', '--full'],
];

if (!process.argv.includes('--table-only')) {
  await rm(historiesFolder, { recursive: true, force: true });
  for (const run of runs) {
    // Sandboxes are named in the histories: not by a path of this machine.
    const env = { ...process.env, TMPDIR: '/tmp' };
    const { status } = spawnSync('node', ['dist/cli.cjs', 'run', '--strict', '--out', historiesFolder, ...run], {
      stdio: 'inherit',
      env,
    });
    if (status !== 0) process.exit(status ?? 1);
  }
}
const report = await storedRun();
await writeFile(readmeFile, withSummary(await readFile(readmeFile, 'utf8'), report));
await writeFile(verdictsFile, withVerdicts(await readFile(verdictsFile, 'utf8'), report));
await writeFile(doctorFile, await withFindings(await readFile(doctorFile, 'utf8')));
