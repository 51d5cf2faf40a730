/**
 * `npm run record [-- [--newest] SCENARIO…]`: runs the lab, packs the histories into test/histories, and generates
 * the README's summary, docs/verdicts.md, the findings of docs/doctor.md, docs/example and the scenarios' times from them. Named scenarios (globs work)
 * replace only their own histories; --newest replaces only the newest cells. Nothing is replaced unless every run
 * went as expected. --table-only runs nothing.
 */
import { spawnSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { storeDir } from '../src/go/store/store.ts';
import type { History } from '../src/lab/history/history.ts';
import { packHistories, readHistories } from '../src/lab/history/history-store.ts';
import { temporaryFolder } from '../src/temporary-folder.ts';
import { doctorFile, withFindings } from './findings-document.ts';
import { measuredTimes, timesFile } from './measured-times.ts';
import { writePages } from './pages.ts';
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
await writeFile(timesFile, measuredTimes(await readHistories(historiesFolder)));
await writeFile(doctorFile, await withFindings(await readFile(doctorFile, 'utf8')));
await writePages();

/** @param scenarios empty: all. */
async function record(scenarios: readonly string[]): Promise<void> {
  // Read first, so that an unreadable history fails before a run of hours.
  const known = scenarios.length === 0 && !values.newest ? [] : await readHistories(historiesFolder);
  const fresh = await temporaryFolder('unlatch-record-');
  for (const runtime of runtimes) {
    // Histories contain sandbox paths; keep this machine's TMPDIR out of them.
    const env = { ...process.env, TMPDIR: '/tmp' };
    const which = ['--runtime', runtime, ...(values.newest ? [] : ['--full']), ...scenarios];
    const { status } = spawnSync('node', ['dist/cli.cjs', 'run', '--strict', '--out', fresh, ...which], {
      stdio: 'inherit',
      env,
    });
    if (status === 0) continue;
    process.stderr.write(`test/histories is unchanged; the histories of this run are in ${fresh}\n`);
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

/** Go's messages contain its GOROOT, a path in this user's store. */
function withoutStore(history: History): History {
  return JSON.parse(JSON.stringify(history).replaceAll(storeDir(process.env), '/opt/unlatch')) as History;
}
