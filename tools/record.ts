/**
 * `npm run record [-- [--newest] SCENARIO…]`: runs the lab, packs its histories into test/histories, and writes the README's verdicts, those of
 * docs/verdicts.md and the findings of docs/doctor.md from them. Scenarios that are named are recorded alone, and the others keep what
 * they have; an id may have "*" in it. With --newest the newest cells alone are recorded, and other versions keep what they have. Nothing is replaced unless every run went as expected. With --table-only it runs nothing.
 */
import { spawnSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { storeDir } from '../src/go/store/store.ts';
import type { History } from '../src/lab/history/history.ts';
import { packHistories, readHistories } from '../src/lab/history/history-store.ts';
import { temporaryFolder } from '../src/temporary-folder.ts';
import { doctorFile, withFindings } from './findings-document.ts';
import { historiesFolder, readmeFile, storedRun, verdictsFile, withSummary, withVerdicts } from './stored-run.ts';

const runtimes = ['docker', 'host'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'table-only': { type: 'boolean' }, newest: { type: 'boolean', default: false } },
});
if (values['table-only'] !== true) await record(positionals);
const report = await storedRun();
await writeFile(readmeFile, withSummary(await readFile(readmeFile, 'utf8'), report));
await writeFile(verdictsFile, withVerdicts(await readFile(verdictsFile, 'utf8'), report));
await writeFile(doctorFile, await withFindings(await readFile(doctorFile, 'utf8')));

/** @param scenarios all, when none is named. */
async function record(scenarios: readonly string[]): Promise<void> {
  // Read before the run: what cannot be kept is told before hours have passed.
  const known = scenarios.length === 0 && !values.newest ? [] : await readHistories(historiesFolder);
  const fresh = await temporaryFolder('unlatch-record-');
  for (const runtime of runtimes) {
    // Sandboxes are named in the histories: not by a path of this machine.
    const env = { ...process.env, TMPDIR: '/tmp' };
    const which = ['--runtime', runtime, ...(values.newest ? [] : ['--full']), ...scenarios];
    const { status } = spawnSync('node', ['dist/cli.cjs', 'run', '--strict', '--out', fresh, ...which], {
      stdio: 'inherit',
      env,
    });
    if (status === 0) continue;
    process.stderr.write(`test/histories is as it was; what this run left is in ${fresh}\n`);
    process.exit(status ?? 1);
  }
  const recorded = (await readHistories(fresh)).map(withoutStore);
  const replaced = new Set(recorded.map(replacedBy));
  await packHistories(historiesFolder, [...known.filter((history) => !replaced.has(replacedBy(history))), ...recorded]);
  await rm(fresh, { recursive: true });
}

function replacedBy({ scenario, cell: { go, gopls, runtime } }: History): string {
  return values.newest ? [scenario, go, gopls, runtime].join(' ') : scenario;
}

/** Go's own messages name its GOROOT, which lies in this user's store. */
function withoutStore(history: History): History {
  return JSON.parse(JSON.stringify(history).replaceAll(storeDir(process.env), '/opt/unlatch')) as History;
}
