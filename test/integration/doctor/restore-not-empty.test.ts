/** Real tars that wait for the end of their archive: over existing modules, over none, and over writable folders. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmod, lstat, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aPlace, foundIn, type Place } from './a-snapshot.ts';
import { givenTo, lookAsUser, ordinaryUser } from './look-as-user.ts';

const asRoot = process.geteuid?.() === 0;
const modules = 'gopath/pkg/mod';
const folder = `${modules}/example.com/dep@v1.0.0`;

/** A module as go extracts it, and an archive of it. */
async function aModule(place: Place): Promise<Buffer> {
  await place.write(`${folder}/dep.go`, 'package dep\n');
  await chmod(join(place.root, folder), 0o555);
  // tar sets a folder's mode when it moves on to another folder.
  await place.write(`${modules}/later/go.mod`, 'module later\n');
  spawnSync('tar', ['-C', join(place.root, modules), '-cf', join(place.root, 'saved.tar'), './example.com', './later']);
  givenTo(place);
  const { ctimeMs } = await lstat(join(place.root, folder, 'dep.go'));
  // The kernel reports a process start in ticks of 10 ms, and a busy machine may interrupt the doctor between two clock reads.
  while (Date.now() - ctimeMs < 250) await new Promise((resolve) => setImmediate(resolve));
  return await readFile(join(place.root, 'saved.tar'));
}

/** That user's tar. It has unpacked everything but the end of the archive, which it reads in blocks of 512 bytes. */
async function restoring(
  place: Place,
  archive: Buffer,
  args: readonly string[],
  cwd = place.root,
): Promise<ChildProcess & AsyncDisposable> {
  const user = asRoot ? { uid: ordinaryUser, gid: ordinaryUser } : {};
  const tar = spawn('tar', args, { cwd, ...user, stdio: ['pipe', 'ignore', 'pipe'] });
  const gone = new Promise((resolve) => tar.once('close', resolve));
  // All but the two final blocks of zeros: tar waits for the next name.
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
