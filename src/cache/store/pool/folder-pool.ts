import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, open, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { errnoOf } from '../../../errors.ts';
import { entriesIn, flush, linkInto, namesIn, orNull, removeEmpty, writeNew } from './folder-files.ts';
import { layout, nameOf, objectPath, pointerPath, spellScope, useOf, usePath } from './names.ts';
import { defaultGraceMs } from './pointer.ts';
import type { ObjectAt, PointerAt, PointerName, Pool, UseAt, Versioned } from './pool.ts';

/** Between two looks at a list that names what is gone. */
const pauseMs = 50;

interface FileAt {
  readonly path: string;
  readonly bytes: number;
  readonly changedMs: number;
}

/**
 * A folder, on one disk or on a network filesystem that has link(2). A pointer is a folder with a file for each version,
 * "1", "2" …, and link makes the next one for one writer alone. Objects are written beside, flushed, and linked.
 *
 * @param folder absolute; made at the first write
 * @param listedMs how long a list of files may be out of date; NFS keeps one for 60 s at most (acdirmax, nfs(5))
 */
export function folderPool(folder: string, signal: AbortSignal, listedMs = 60_000): Pool {
  const scratch = join(folder, layout, 'unfinished');
  const at = (path: string) => join(folder, ...path.split('/'));

  /** Writes beside, with `write`, and gives the file its name. @returns false: the name is taken. */
  const publish = async (place: string, write: (file: string) => Promise<void>): Promise<boolean> => {
    signal.throwIfAborted();
    const unfinished = join(scratch, `${process.pid}-${randomBytes(6).toString('hex')}`);
    await mkdir(scratch, { recursive: true });
    try {
      await write(unfinished);
      await flush(unfinished);
      await linkInto(unfinished, place);
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') return false;
      throw error;
    } finally {
      await rm(unfinished, { force: true });
    }
    // Else a crash of the machine could forget the name, and keep what names it.
    await flush(dirname(place));
    return true;
  };

  const newest = async (pointer: string): Promise<number | null> => {
    const versions = (await namesIn(pointer)).map(Number).filter((one) => Number.isSafeInteger(one));
    return versions.length === 0 ? null : Math.max(...versions);
  };

  const read = async (name: PointerName): Promise<Versioned | null> => {
    const pointer = at(pointerPath(name));
    const deadlineMs = performance.now() + listedMs;
    for (let missing: number | null = null; ; ) {
      signal.throwIfAborted();
      const version = await newest(pointer);
      if (version === null) return null;
      const path = join(pointer, String(version));
      const file = await orNull(open(path, 'r'));
      if (file === null) {
        // It has moved on meanwhile, and its older version is gone; a list of NFS may be older still.
        if (version === missing) {
          if (performance.now() > deadlineMs) throw new Error(`${path} is listed and cannot be opened; remove it`);
          await after(pauseMs, undefined, { signal });
        }
        missing = version;
        continue;
      }
      try {
        const { mtimeMs } = await file.stat();
        return { text: await file.readFile('utf8'), version: String(version), changedMs: mtimeMs };
      } finally {
        await file.close();
      }
    }
  };

  /** The paths of all scopes. A branch may have any name, also "objects". */
  const scopePaths = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    const visit = async (path: string): Promise<void> => {
      for (const entry of await entriesIn(at(path))) {
        const below = `${path}/${entry.name}`;
        if (entry.name.endsWith('~')) await visit(below);
        else if (entry.isDirectory()) found.push(below);
      }
    };
    for (const group of ['heads', 'pulls']) await visit(`${layout}/${group}`);
    return found;
  };

  /** All files below, with their times. */
  const filesBelow = async (path: string): Promise<readonly FileAt[]> => {
    signal.throwIfAborted();
    const found: FileAt[] = [];
    for (const entry of await entriesIn(at(path))) {
      const below = `${path}/${entry.name}`;
      if (entry.isDirectory()) found.push(...(await filesBelow(below)));
      else {
        const file = await orNull(stat(at(below)));
        if (file !== null) found.push({ path: below, bytes: file.size, changedMs: file.mtimeMs });
      }
    }
    return found;
  };

  const pointersBelow = async (scope: string, prefix: string): Promise<readonly PointerAt[]> => {
    const found: PointerAt[] = [];
    const visit = async (path: string): Promise<void> => {
      signal.throwIfAborted();
      const entries = await entriesIn(at(path));
      const versions = entries.filter((entry) => entry.isFile()).map((entry) => Number(entry.name));
      const name = versions.length === 0 ? null : nameOf(path);
      if (name !== null && 'slot' in name) {
        if (!name.slot.startsWith(prefix)) return;
        const last = await orNull(stat(join(at(path), String(Math.max(...versions)))));
        // Moved just now: what is there since tells its time.
        if (last === null) return await visit(path);
        found.push({ ...name, changedMs: last.mtimeMs });
      }
      for (const entry of entries) {
        if (entry.isDirectory()) await visit(`${path}/${entry.name}`);
      }
    };
    await visit(`${scope}/pointers`);
    return found;
  };

  /** Versions that have been followed by another one since before that time. */
  const removeOldVersions = async (path: string, beforeMs: number): Promise<void> => {
    signal.throwIfAborted();
    const entries = await entriesIn(at(path));
    const versions = entries.filter((entry) => entry.isFile()).map(({ name }) => Number(name));
    for (const version of versions.sort((a, b) => a - b).slice(0, -1)) {
      const next = await orNull(stat(join(at(path), String(version + 1))));
      if (next !== null && next.mtimeMs < beforeMs) await orNull(unlink(join(at(path), String(version))));
    }
    for (const entry of entries) {
      if (entry.isDirectory()) await removeOldVersions(`${path}/${entry.name}`, beforeMs);
    }
  };

  return {
    what: folder,
    read,
    move: async (name, text, expected) => {
      const pointer = at(pointerPath(name));
      const version = expected === null ? 1 : Number(expected) + 1;
      const startMs = performance.now();
      if (((await newest(pointer)) ?? 0) !== version - 1) return false;
      const file = join(pointer, String(version));
      if (!(await publish(file, async (unfinished) => await writeNew(unfinished, text)))) return false;
      // No version goes within the time of grace but those of a dropped pointer, so that the name was free once only.
      const isStale = performance.now() - startMs > defaultGraceMs / 2;
      if (!isStale && (expected === null || (await namesIn(pointer)).includes(expected))) return true;
      await orNull(unlink(file));
      return false;
    },
    drop: async (name, expected) => {
      const pointer = at(pointerPath(name));
      if ((await newest(pointer)) !== Number(expected)) return false;
      for (const version of await namesIn(pointer)) {
        if (Number(version) <= Number(expected)) await orNull(unlink(join(pointer, version)));
      }
      return await removeEmpty(pointer);
    },
    pointers: async (scope, prefix) => await pointersBelow(`${layout}/${spellScope(scope)}`, prefix),
    upload: async (object, file) => {
      const made = await publish(
        at(objectPath(object)),
        async (unfinished) => await copyFile(file, unfinished, constants.COPYFILE_FICLONE),
      );
      if (!made) throw new Error(`${object.id} is there already`);
    },
    open: async (object) => await orNull(open(at(objectPath(object)), 'r')),
    remove: async (object) => {
      const file = at(objectPath(object));
      await orNull(unlink(file));
      await removeEmpty(dirname(file));
    },
    contents: async () => {
      const [objects, pointers, uses]: [ObjectAt[], PointerAt[], UseAt[]] = [[], [], []];
      for (const scope of await scopePaths()) {
        for (const { path, ...file } of await filesBelow(`${scope}/objects`)) {
          const name = nameOf(path);
          if (name !== null && 'id' in name) objects.push({ ...name, ...file });
        }
        pointers.push(...(await pointersBelow(scope, '')));
        for (const { path, changedMs } of await filesBelow(`${scope}/used`)) {
          const use = useOf(path);
          if (use !== null) uses.push({ ...use, changedMs });
        }
      }
      return { objects, pointers, uses };
    },
    renew: async (use) => {
      const file = at(usePath(use));
      await mkdir(dirname(file), { recursive: true });
      // A byte, so that the filesystem's own clock sets the time.
      await writeFile(file, '.');
    },
    forgetUse: async (use) => {
      await orNull(unlink(at(usePath(use))));
    },
    sweepUnfinished: async (beforeMs, dryRun) => {
      let swept = 0;
      for (const name of await namesIn(scratch)) {
        const file = join(scratch, name);
        const found = await orNull(stat(file));
        if (found === null || found.mtimeMs >= beforeMs) continue;
        swept++;
        if (!dryRun) await orNull(unlink(file));
      }
      if (!dryRun) for (const scope of await scopePaths()) await removeOldVersions(`${scope}/pointers`, beforeMs);
      return swept;
    },
    nowMs: async () => {
      await mkdir(scratch, { recursive: true });
      const probe = join(scratch, `${process.pid}-${randomBytes(6).toString('hex')}`);
      try {
        await writeNew(probe, '');
        return (await stat(probe)).mtimeMs;
      } finally {
        await rm(probe, { force: true });
      }
    },
  };
}
