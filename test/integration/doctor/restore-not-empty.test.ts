/** Real tars that wait for the end of their archive: over modules that were there, over none, and over folders that can be written. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmod, lstat, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aPlace, foundIn, type Place } from './a-snapshot.ts';
import { givenTo, lookAsUser, ordinaryUser } from './look-as-user.ts';

const asRoot = process.geteuid?.() === 0;
const modules = 'gopath/pkg/mod';
const folder = `${modules}/example.com/dep@v1.0.0`;

/** A module as go leaves it, and an archive of it. */
async function aModule(place: Place): Promise<Buffer> {
  await place.write(`${folder}/dep.go`, 'package dep\n');
  await chmod(join(place.root, folder), 0o555);
  // tar gives a folder its mode when it goes on to what lies elsewhere.
  await place.write(`${modules}/later/go.mod`, 'module later\n');
  spawnSync('tar', ['-C', join(place.root, modules), '-cf', join(place.root, 'saved.tar'), './example.com', './later']);
  givenTo(place);
  const { ctimeMs } = await lstat(join(place.root, folder, 'dep.go'));
  // A process start is told in ticks of 10 ms, and a busy machine may stop the doctor between two clocks.
  while (Date.now() - ctimeMs < 250) await new Promise((resolve) => setImmediate(resolve));
  return await readFile(join(place.root, 'saved.tar'));
}

/** A tar of that user's that has unpacked all but the end of the archive, of which it reads 512 bytes at a time. */
async function restoring(
  place: Place,
  archive: Buffer,
  args: readonly string[],
  cwd = place.root,
): Promise<ChildProcess & AsyncDisposable> {
  const user = asRoot ? { uid: ordinaryUser, gid: ordinaryUser } : {};
  const tar = spawn('tar', args, { cwd, ...user, stdio: ['pipe', 'ignore', 'pipe'] });
  const gone = new Promise((resolve) => tar.once('close', resolve));
  // Up to the two blocks of zeros that end it: tar waits for the next name.
  const end = archive.findLastIndex((byte) => byte !== 0) + 1;
  tar.stdin?.write(archive.subarray(0, Math.ceil(end / 512) * 512));
  // A pipe of Node's is a socket.
  while (!(await readFile(`/proc/${tar.pid}/wchan`, 'utf8')).startsWith('unix_stream'))
    await new Promise((resolve) => setImmediate(resolve));
  return Object.assign(tar, {
    [Symbol.asyncDispose]: async () => {
      tar.stdin?.destroy();
      tar.kill('SIGKILL');
      await gone;
    },
  });
}

const look = async (place: Place, change: Readonly<Record<string, string>> = {}) =>
  foundIn(asRoot ? await lookAsUser(place, { change }) : await place.look(change), place.root);

describe('restore-not-empty, for a user who may not write everywhere', () => {
  test('a CI job with modules and no restore is healthy', async () => {
    await using place = await aPlace();
    await aModule(place);
    expect(await look(place, { CI: 'true', GITHUB_ACTIONS: 'true' })).toEqual([]);
  });

  test.each([
    ['-C', ['-b', '1', '-C', modules, '-xf', '-'], '.'],
    ['its working directory', ['xbf', '1', '-'], modules],
  ])('tar over existing modules, by %s', async (_, args, cwd) => {
    await using place = await aPlace();
    const archive = await aModule(place);
    await using _tar = await restoring(place, archive, args, join(place.root, cwd));
    expect(await look(place)).toEqual(['restore-not-empty']);
  });

  test('tar over an empty cache created the modules itself', async () => {
    await using place = await aPlace();
    const archive = await aModule(place);
    await chmod(join(place.root, folder), 0o755);
    await rm(join(place.root, folder), { recursive: true });
    await using _tar = await restoring(place, archive, ['-b', '1', '-C', modules, '-xpf', '-']);
    expect(await look(place)).toEqual([]);
  });

  test.each([
    ['that leaves alone what is there', ['-b', '1', '-C', modules, '--skip-old-files', '-xf', '-'], '.'],
    ['that unpacks elsewhere', ['-b', '1', '-C', 'tmp', '-xf', '-'], '.'],
  ])('tar %s is healthy', async (_, args, cwd) => {
    await using place = await aPlace();
    const archive = await aModule(place);
    await using _tar = await restoring(place, archive, args, join(place.root, cwd));
    expect(await look(place)).toEqual([]);
  });

  test('over writable folders, as -modcacherw leaves them, tar is healthy', async () => {
    await using place = await aPlace();
    const archive = await aModule(place);
    await chmod(join(place.root, folder), 0o755);
    await using _tar = await restoring(place, archive, ['-b', '1', '-C', modules, '-xf', '-']);
    expect(await look(place)).toEqual([]);
  });

  test.runIf(asRoot)('root replaces existing files', async () => {
    await using place = await aPlace();
    const archive = await aModule(place);
    await using _tar = await restoring(place, archive, ['-b', '1', '-C', modules, '-xf', '-']);
    expect(foundIn(await place.look(), place.root)).toEqual([]);
  });
});
