import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { layersFolder } from '../../../../src/cache/layer/layer-state.ts';
import { ownMounts } from '../../../../src/cache/layer/mount/mounted-layers.ts';
import { restoreCaches } from '../../../../src/cache/restore.ts';
import type { RestoredCaches } from '../../../../src/cache/restored-caches.ts';
import { saveCaches } from '../../../../src/cache/save.ts';
import { always } from '../a-module.ts';
import { type AMountedModule, aMountedModule, missingMounts } from './a-mounted-module.ts';

const missing =
  (await missingMounts()) ?? (process.geteuid?.() === 0 ? null : 'another user and a namespace want root');

const offline = { GOPROXY: 'off' };
const other = 65_534;

let module: AMountedModule;
const started: ChildProcess[] = [];
beforeEach(async () => {
  module = await aMountedModule();
});
afterEach(async () => {
  for (const child of started.splice(0)) await end(child);
  await module?.[Symbol.asyncDispose]();
});

const build = async () => {
  await module.go('build ./...');
};

/** The job after it finds both caches as they were saved, and compiles nothing. */
async function theNextJobIsWarm(): Promise<void> {
  await module.job(async (restored) => {
    expect(restored).toMatchObject({ modules: { hit: 'exact' }, build: { hit: 'exact' } });
    expect(await module.go('build -v ./...', offline)).toBe('');
    expect(await module.go('mod verify', offline)).toContain('all modules verified');
  });
}

/** Starts a program in a cache that has a file open there, and stays until it is ended. @param through what it is run by. */
async function daemon(through: readonly string[], cwd: string): Promise<ChildProcess> {
  // This user opens the file: the other one may not look into the folders around it.
  const opens = ['-c', 'exec 3<"$0"; exec "$@"', aFile(cwd)];
  const child = spawn('sh', [...opens, ...through, 'sh', '-c', 'echo ready; read _; cat <&3'], { cwd });
  started.push(child);
  const [said] = await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
  expect(String(said)).toBe('ready\n');
  return child;
}

/** A file of the layers, which a daemon keeps open. */
function aFile(cache: string): string {
  const paths = readdirSync(cache, { recursive: true, withFileTypes: true });
  const file = paths.find((entry) => entry.isFile() && entry.name === 'dep.go');
  return file === undefined ? join(cache, 'trim.txt') : join(file.parentPath, file.name);
}

/** Lets the daemon go on. @returns what it reads from the file that it has had open. */
async function lastWords(child: ChildProcess): Promise<string> {
  let text = '';
  child.stdout?.on('data', (data: Buffer) => {
    text += data.toString();
  });
  const closed = once(child, 'close');
  child.stdin?.end('\n');
  await closed;
  return text;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

const mountsLeft = () => ownMounts(layersFolder(module.stagingFolder));

describe.skipIf(missing !== null)(`weather in a job with mounts (needs: ${missing ?? 'nothing more'})`, () => {
  it('rm -rf of a folder around the mount point empties it, and fails for the mount point alone', async () => {
    await module.job(build);
    const second = await module.job(async () => {
      const said = await module.shell('rm -rf "$GOPATH"').catch((error: { stderr: string }) => error.stderr);
      expect(said.trim().split('\n')).toEqual([
        `rm: cannot remove '${module.env['GOPATH']}/pkg': Device or resource busy`,
      ]);
      expect(readdirSync(join(module.gomodcache, '..'))).toEqual([]);
      await build();
    });
    expect([second.saved.modules.isFault, second.saved.build.isFault]).toEqual([false, false]);
    await theNextJobIsWarm();
  });

  it('a daemon that works in a cache and has a file open there does not keep the job from its end', async () => {
    await module.job(build);
    let child: ChildProcess | undefined;
    await module.job(async () => {
      child = await daemon([], module.gomodcache);
    });
    expect(mountsLeft()).toEqual([]);
    expect(existsSync(layersFolder(module.stagingFolder))).toBe(false);
    await theNextJobIsWarm();
    expect(await lastWords(child as ChildProcess)).toContain('package dep');
  });

  it('a daemon of a killed job does not keep the next one from its mounts', async () => {
    await module.job(build);
    await module.freshHome();
    await restoreCaches(module.request);
    const child = await daemon([], module.gomodcache);
    const next = await restoreCaches(module.request);
    expect(next.mounts).toContain('cleared 4 mounts that an earlier job left');
    expect(next).toMatchObject({ modules: { hit: 'exact' }, build: { hit: 'exact' } });
    await writeFile(join(module.gomodcache, 'example.com/!dep@v1.0.0/dep.go'), 'package other\n');
    expect(await lastWords(child)).toContain('package dep');
  });

  it('a container that has a cache as a volume keeps its own view, and nobody waits for it', async () => {
    await module.job(build);
    let child: ChildProcess | undefined;
    await module.job(async () => {
      // As an engine binds a volume: with what is mounted below it, in a namespace that learns of no unmounting.
      child = await daemon(['unshare', '-m', '--propagation', 'private'], module.gomodcache);
      await build();
    });
    expect(mountsLeft()).toEqual([]);
    await theNextJobIsWarm();
    expect(await lastWords(child as ChildProcess)).toContain('package dep');
  });

  it('a job that gives the caches to another user, who then works there, is green, and so is the next one', async () => {
    await module.job(build);
    let child: ChildProcess | undefined;
    const second = await module.job(async () => {
      execFileSync('chown', ['-R', `${other}:${other}`, module.gomodcache, module.gocache]);
      child = await daemon(['setpriv', `--reuid=${other}`, '--clear-groups'], module.gocache);
      await module.write({ 'c/c.go': 'package c\n\nconst X = 1\n' });
      await module.commit();
      await build();
    });
    expect([second.saved.modules.isFault, second.saved.build.isFault]).toEqual([false, false]);
    expect(mountsLeft()).toEqual([]);
    await module.job(async () => {
      expect(await module.go('build -v ./...', offline)).not.toContain('example.com/m/b');
      expect(await module.go('mod verify', offline)).toContain('all modules verified');
    });
    await lastWords(child as ChildProcess);
  });

  describe('on a small disk', () => {
    let disk: string | null = null;
    afterEach(async () => {
      await module.unmount();
      // A loop device lets its image go a moment after the image was unmounted.
      const left = disk;
      if (left !== null) await expect.poll(() => spawnSync('umount', [left], { encoding: 'utf8' }).stderr).toBe('');
      disk = null;
    });
    const aSmallDisk = () => {
      mkdirSync(module.stagingFolder);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'small', module.stagingFolder]);
      disk = module.stagingFolder;
    };
    const fill = (folder: string) => module.shell(`dd if=/dev/zero of="${folder}/filler" bs=4096 2>&1 || true; sync`);

    it('a job that fills it saves nothing and says why, and the next one is warm', async () => {
      await module.job(build);
      rmSync(module.stagingFolder, { recursive: true, force: true });
      aSmallDisk();
      await module.freshHome();
      const restored = await restoreCaches(module.request);
      expect(restored).toMatchObject({ modules: { hit: 'exact' }, build: { hit: 'exact' } });
      await module.write({ 'c/c.go': `package c\n\nvar X = "${'x'.repeat(9000)}"\n` });
      await module.go('build ./c');
      expect(await fill(module.gomodcache)).toContain('No space left on device');
      expect(await module.go('build -v . ./a ./b ./c', offline)).toBe('');
      const handed = JSON.parse(JSON.stringify(restored)) as RestoredCaches;
      const saved = await saveCaches(module.request, handed, { ...always, refreshAbovePercent: 0 });
      expect(saved.modules.saved).toBe(false);
      expect(saved.build).toMatchObject({ saved: false, isFault: true, why: expect.stringMatching(/no space/i) });
      await module.unmount();
      expect(mountsLeft()).toEqual([]);
      await module.shell('rm -r c');
      await module.commit();
      await theNextJobIsWarm();
    });

    it('that is full before the job, nothing is mounted, the reason is told, and the job is cold', async () => {
      await module.job(build);
      rmSync(module.stagingFolder, { recursive: true, force: true });
      aSmallDisk();
      await fill(module.stagingFolder);
      await module.freshHome();
      const restored = await restoreCaches(module.request);
      expect([restored.modules.hit, restored.build.hit]).toEqual(['miss', 'miss']);
      expect(`${restored.mounts} ${restored.modules.why}`).toMatch(/ENOSPC|[Nn]o space left/);
      expect(mountsLeft()).toEqual([]);
      await build();
      const saved = await saveCaches(module.request, restored, always);
      expect(saved.build.saved).toBe(false);
      expect(readFileSync('/proc/self/mountinfo', 'utf8')).not.toContain(`${module.stagingFolder}/`);
    });
  });
});
