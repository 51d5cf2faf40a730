/** The assembly of the lab image's base that is interrupted leaves no process and no folder. */
import { spawnSync } from 'node:child_process';
import { chmod, readdir } from 'node:fs/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { assembleBase } from '../../../../src/lab/runtime/docker/assemble-base.ts';
import { listProcesses } from '../../../../src/process/proc/process-table.ts';
import { scratchDir } from '../../../unit/go/tiny-go.ts';

const missing = spawnSync('mmdebstrap', ['--version']).status === 0 ? null : 'mmdebstrap';

afterEach(() => vi.unstubAllEnvs());

describe.skipIf(missing !== null)(`an interrupted assembly (needs: ${missing ?? 'nothing more'})`, () => {
  test.each([
    ['while packages are fetched', 'var/lib/apt/lists/partial'],
    ['while packages are unpacked', 'usr/bin/dpkg'],
  ])('%s', async (_, sign) => {
    await using dir = await scratchDir();
    // apt's own user works below it.
    await chmod(dir.path, 0o755);
    vi.stubEnv('TMPDIR', dir.path);
    const user = new AbortController();
    const assembled = expect(assembleBase(() => {}, user.signal)).rejects.toThrow('Ctrl-C');
    const made = async () => await readdir(dir.path, { recursive: true }).catch(() => []);
    await expect.poll(made, { timeout: 120_000, interval: 20 }).toContainEqual(expect.stringMatching(`/${sign}$`));
    user.abort(new Error('Ctrl-C'));
    await assembled;
    expect(await readdir(dir.path)).toEqual([]);
    expect(listProcesses().filter(({ command }) => command.includes(dir.path))).toEqual([]);
  });
});
