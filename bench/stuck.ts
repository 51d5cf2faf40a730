/**
 * `node bench/stuck.ts [TIMES] [KIND]`: measures whether the doctor finds the cause of each kind of stall, TIMES times
 * (default: UNLATCH_SAMPLES, else 20). It must report the right finding, with the right process first, within 15 s of the
 * stall. Exits 1 if it missed one.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { matrixVersions } from '../src/cli/matrix-versions.ts';
import { takeSnapshot } from '../src/doctor/facts/take-snapshot.ts';
import { diagnose } from '../src/doctor/judge/diagnose.ts';
import { provisionGo } from '../src/go/provision/provision-go.ts';
import { provisionGopls } from '../src/go/provision/provision-gopls.ts';
import { matrixGoVersions } from '../src/go/versions.ts';
import { aPlace } from './stuck/a-place.ts';
import { kinds } from './stuck/kinds.ts';
import type { Kind } from './stuck/stuck.ts';

const withinMs = 15_000;

const [timesText = process.env['UNLATCH_SAMPLES'] ?? '20', only = ''] = process.argv.slice(2);
const chosen = kinds.filter(({ name }) => name.includes(only));
const newest = matrixVersions().gopls.at(-1);
if (newest === undefined) throw new Error('docker/versions.json has no gopls');
const { goroot } = await provisionGo(matrixGoVersions({}).at(-1) ?? 'stable', { env: process.env });
const { path: gopls } = await provisionGopls(newest.gopls, { env: process.env });

// Most of the time passes waiting: a silence counts after ten seconds.
const atOnce = pLimit(6);
let missed = 0;
await Promise.all(chosen.map((kind) => atOnce(repeat, kind)));
console.log(`${chosen.length} kinds, ${timesText} times each: ${missed} missed`);
process.exitCode = missed === 0 ? 0 : 1;

async function repeat(kind: Kind): Promise<void> {
  const times: (number | null)[] = [];
  for (let time = 0; time < Number(timesText); time += 1) times.push(await foundAfter(kind));
  const found = times.filter((ms) => ms !== null).sort((a, b) => a - b);
  missed += times.length - found.length;
  const median = found[Math.floor(found.length / 2)];
  console.log(
    `${kind.name}: ${kind.id} found ${found.length} of ${times.length}${median === undefined ? '' : `, median after ${(median / 1000).toFixed(1)} s`}`,
  );
}

/** Milliseconds from the stall to the finding; null: not found in time. */
async function foundAfter(kind: Kind): Promise<number | null> {
  const root = await mkdtemp(join(tmpdir(), 'stuck-'));
  try {
    const place = await aPlace(root, goroot, gopls);
    await using stuck = await kind.begin(place);
    const begin = performance.now();
    let last: readonly string[] = [];
    while (performance.now() - begin < withinMs) {
      const snapshot = await takeSnapshot({ folder: join(root, 'work'), env: place.env, limitMs: 20_000, deep: false });
      const { findings } = diagnose(snapshot);
      const pid = stuck.pid();
      if (findings.some((one) => one.severity === 'error' && one.id === kind.id && one.pids[0] === pid))
        return performance.now() - begin;
      last = findings
        .filter(({ pids }) => pid !== undefined && pids.includes(pid))
        .map((one) => `${one.severity} ${one.id}: ${one.summary}`);
    }
    console.log(`  ${kind.name}: missed pid ${stuck.pid()}; last findings with it: ${last.join('; ') || 'none'}`);
    return null;
  } finally {
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  }
}
