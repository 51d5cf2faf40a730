/**
 * The checks of the caches that take only minutes: how long marking and sweeping take, and whether a hundred random edit
 * sequences lose an entry. Prints rows for the table of bench/cache.ts.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { selectModuleFiles } from '../src/cache/archive/module-archive.ts';
import { readBuildEntries } from '../src/cache/entries/build-entries.ts';
import { markBuildEntries } from '../src/cache/entries/mark-build-entries.ts';
import { removeUnused, sweepBuildEntries } from '../src/cache/entries/sweep-build-entries.ts';
import { runEditSequences } from '../test/integration/cache/edit-sequences.ts';

const { values: options } = parseArgs({
  options: { sequences: { type: 'string', default: '100' }, seed: { type: 'string', default: '20261123' } },
});

/** One small output per action: only the number of entries matters. */
function fillBuildCache(gocache: string, actions: number): void {
  for (let index = 0; index < 256; index++) {
    mkdirSync(join(gocache, index.toString(16).padStart(2, '0')), { recursive: true });
  }
  for (let index = 0; index < actions; index++) {
    const content = `output ${index}`;
    const output = createHash('sha256').update(content).digest('hex');
    const action = createHash('sha256').update(`action ${index}`).digest('hex');
    const line = `v1 ${action} ${output} ${String(content.length).padStart(20)} ${String(index + 1).padStart(20)}\n`;
    writeFileSync(join(gocache, output.slice(0, 2), `${output}-d`), content);
    writeFileSync(join(gocache, action.slice(0, 2), `${action}-a`), line);
  }
}

/** 500 versions; a tenth of them is needed. */
function fillModuleCache(gomodcache: string): ReadonlySet<string> {
  const needed = new Set<string>();
  for (let index = 0; index < 500; index++) {
    const folder = join(gomodcache, `cache/download/example.com/m${index}/@v`);
    mkdirSync(folder, { recursive: true });
    for (const kind of ['info', 'mod', 'zip', 'ziphash']) writeFileSync(join(folder, `v1.0.0.${kind}`), 'x');
    if (index % 10 === 0) needed.add(`example.com/m${index}@v1.0.0`);
  }
  return needed;
}

const folder = mkdtempSync(join(tmpdir(), 'cache-checks-'));
try {
  const [gocache, gomodcache] = [join(folder, 'build'), join(folder, 'mod')];
  const times: { readonly ms: number; readonly processorMs: number }[] = [];
  for (let round = 0; round < 5; round++) {
    fillBuildCache(gocache, 5000);
    const selected = fillModuleCache(gomodcache);
    const begin = performance.now();
    const usage = process.cpuUsage();
    const startedMs = Date.now();
    const markMs = markBuildEntries(gocache, startedMs, null);
    const sweep = sweepBuildEntries(readBuildEntries(gocache), markMs, startedMs);
    removeUnused(gocache, sweep);
    selectModuleFiles(gomodcache, { selected, known: selected, unlisted: [] }, null, startedMs);
    const { user, system } = process.cpuUsage(usage);
    times.push({ ms: performance.now() - begin, processorMs: (user + system) / 1000 });
    if (sweep.unused.length !== 10_000) throw new Error(`${sweep.unused.length} of 10,000 entries were unused`);
  }
  const [, , middle] = times.sort((a, b) => a.ms - b.ms);
  if (middle === undefined) throw new Error('nothing was measured');
  const missed = middle.ms > 500 ? ' **missed**' : '';
  if (missed !== '') process.exitCode = 1;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  process.stdout.write(
    `| mark, sweep and removal of 10,000 entries, choice among 500 modules | ${seconds(middle.ms)}, ${seconds(middle.processorMs)} of them on a processor${missed} | ≤ 0.5 s |\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

await runEditSequences(Number(options.sequences), Number(options.seed));
process.stdout.write(`| needed entries lost in ${options.sequences} random edit sequences | 0 | 0 |\n`);
