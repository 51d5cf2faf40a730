/** Runs a test's scenarios with the real runtime on this host, and finds what they left behind. */
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errnoOf } from '../../src/errors.ts';
import type { CellReport } from '../../src/lab/cell-report.ts';
import { failsWith } from '../../src/lab/check/fails-with.ts';
import type { History } from '../../src/lab/history/history.ts';
import { planCells } from '../../src/lab/plan.ts';
import { runCells } from '../../src/lab/run.ts';
import type { RunEvent } from '../../src/lab/run-event.ts';
import { hostRuntime } from '../../src/lab/runtime/host/host.ts';
import { failureIn } from '../../src/lab/runtime/host/isolation.ts';
import { type Isolation, isolations } from '../../src/lab/runtime/host/isolations.ts';
import type { Runtime, Toolchain } from '../../src/lab/runtime/runtime.ts';
import type { Scenario } from '../../src/lab/scenario/scenario.ts';

/** Why trials cannot run on this host; null: they can. In CI it is always null. */
export const missingHost =
  process.platform === 'linux' || process.env['CI'] === 'true' ? null : `Linux, and this is ${process.platform}`;

/** The isolations that this machine grants to this user. */
export const grantedIsolations: readonly Isolation[] =
  missingHost === null ? isolations.filter((isolation) => failureIn(isolation, false, 'true') === null) : [];

export function aHostRuntime(isolation: Isolation): Promise<Runtime> {
  return hostRuntime({ env: process.env, keep: false, tell: () => {}, isolation });
}

/** A scenario without any symptom. */
export function aQuietScenario(change: Partial<Scenario> = {}): Scenario {
  return {
    claim: 'Something jams.',
    source: 'nobody',
    cells: [{ expect: 'reproduced' }],
    files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
-- m.go --
package m

import _ "example.com/dep"
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
    workers: [{ name: 'tidy', run: 'go mod tidy' }],
    check: failsWith(/device or resource busy/),
    deadlineMs: 20_000,
    ...change,
  };
}

export async function runOne(
  runtime: Runtime,
  toolchain: Toolchain,
  scenario: Scenario,
  options: { readonly signal?: AbortSignal; readonly listen?: (event: RunEvent) => void } = {},
): Promise<CellReport & { readonly histories: readonly History[] }> {
  const histories: History[] = [];
  const go = toolchain.go.version;
  const selection = { full: true, go: [go], gopls: null, shard: null };
  const report = await runCells({
    unlatch: '0.0.0',
    cells: planCells([{ id: 'mistake', scenario }], { go: [go], gopls: [] }, selection),
    runtime,
    provision: async () => toolchain,
    jobs: 2,
    trials: null,
    deadlineMs: null,
    listen: options.listen ?? (() => {}),
    keep: async (history) => {
      histories.push(history);
    },
    signal: options.signal ?? new AbortController().signal,
  });
  const [cell] = report.cells;
  if (cell === undefined) throw new Error('the run reported no cell');
  return { ...cell, histories };
}

/** Sandboxes of this process, and processes with the marker of one. */
export async function leftovers(): Promise<readonly string[]> {
  const own = `unlatch-${process.pid}-`;
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(own));
  const marked = (await processes()).filter(({ environ }) => environ.includes(`UNLATCH_TRIAL=${join(tmpdir(), own)}`));
  return [...folders, ...marked.map(({ pid, command }) => `${pid} ${command}`)];
}

/** All processes of this machine, including those in namespaces. */
export async function processes(): Promise<readonly { pid: string; command: string; environ: string }[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const [command, environ] = await Promise.all(
        ['cmdline', 'environ'].map((file) => readProc(`/proc/${pid}/${file}`)),
      );
      return { pid, command: (command ?? '').replaceAll('\0', ' ').trim(), environ: environ ?? '' };
    }),
  );
  return found;
}

async function readProc(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(errnoOf(error) ?? '')) return '';
    throw error;
  }
}
