/**
 * On caches full of symlinks, loops, mounts, closed folders, FIFOs, sockets, hard links and names with line breaks, with a
 * folder that is swapped for a link to the outside meanwhile: leftovers go, and nothing else changes.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** UNLATCH_SEEDS=1000 runs all of it. */
const seeds = Number(process.env['UNLATCH_SEEDS'] ?? 100);
const isRoot = process.geteuid?.() === 0;

test(
  `in ${seeds} seeds nothing outside the plan changes${isRoot ? '' : ' (without mounts, which want root)'}`,
  (context) => {
    if (process.platform !== 'linux') return context.skip('mkfifo, unshare and /proc are those of Linux');
    const base = mkdtempSync(join(tmpdir(), 'hostile-'));
    const line = [process.execPath, join(import.meta.dirname, 'hostile-run.ts'), base, '1', `${seeds}`];
    const [command = '', ...args] = isRoot ? ['unshare', '-m', '--propagation', 'private', ...line] : line;
    const said = execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    expect(said).toMatch(/^\d+ removed\n$/);
    // A cleaner that removes nothing harms nothing, so each seed must average five removals.
    expect(Number.parseInt(said, 10)).toBeGreaterThan(2 * seeds);
    rmSync(base, { recursive: true });
  },
  60_000 + seeds * 6000,
);
