/** What an ordinary user may not read or write is named: a store, a report, a scenario file. */

import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { aScenario, busy, onHost } from './a-cli.ts';
import { aListingProxy } from './a-listing-proxy.ts';
import { cliForAll, placeForEach } from './cli-of-file.ts';

const cli = cliForAll();
const place = placeForEach(cli);
beforeEach(async () => {
  await place.write('mine.ts', aScenario(busy));
});

/** Permissions do not restrict root, so an ordinary user runs these. */
const missingUser = process.getuid?.() === 0 ? null : 'root, to become somebody else';
describe.skipIf(missingUser !== null)(`for an ordinary user (needs: ${missingUser ?? 'nothing more'})`, () => {
  const wrap = ['setpriv', '--reuid', '1234', '--regid', '1234', '--clear-groups'];
  beforeEach(() => chmod(place.tmp, 0o777));

  const refusedTo = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const ended = await place.run(args, { env, wrap });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    return ended.stderr.trimEnd().split('\n').at(-1);
  };

  test('a store that cannot be written is named, with what to do', async () => {
    await using proxy = await aListingProxy();
    const line = await refusedTo(['run', '--runtime', 'host', '--go', '1.27.0', 'mine.ts'], { GOPROXY: proxy.url });
    expect(line).toMatch(
      /go 1\.27\.0: the store \S+\/store is not writable \(EACCES\); make it writable, or set UNLATCH_HOME/,
    );
    expect(await readdir(place.store)).toEqual(['go']);
  });

  test('a read-only store works if it has what is needed', async () => {
    const { code, stdout } = await place.run(onHost('mine.ts'), { wrap });
    expect(stdout).toMatch(/✓ mine +reproduced/);
    expect(code).toBe(0);
  });

  test.each([
    ['--json', 'locked/r.json'],
    ['--html', 'locked/deeper/r.html'],
    ['--out', 'locked'],
  ])('a place for %s (%s) that may not be written is refused before the run', async (option, path) => {
    await mkdir(join(place.path, 'locked'));
    const line = await refusedTo(onHost('mine.ts', option, path));
    expect(line).toMatch(
      new RegExp(`^unlatch: ${option} ${path}: \\S+/locked is not writable \\(EACCES\\); name another`),
    );
  });

  test('a report that may not be overwritten is refused before the run', async () => {
    await chmod(place.path, 0o777);
    await writeFile(join(place.path, 'r.json'), 'precious', { mode: 0o644 });
    expect(await refusedTo(onHost('mine.ts', '--json', 'r.json'))).toMatch(/r\.json is not writable \(EACCES\)/);
  });

  test('a TMPDIR that may not be written is named', async () => {
    await chmod(place.tmp, 0o755);
    expect(await refusedTo(onHost('mine.ts'))).toMatch(/TMPDIR \S+\/tmp is not usable \(EACCES\); set it to/);
  });

  test('a scenario file that may not be read is named', async () => {
    await chmod(join(place.path, 'mine.ts'), 0o600);
    expect(await refusedTo(onHost('mine.ts'))).toMatch(/mine\.ts: cannot be read \(EACCES\)/);
  });
});
