import {
  chmodSync,
  constants,
  copyFileSync,
  cpSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { errnoOf } from '../../errors.ts';
import type { CacheKind } from '../kind.ts';
import { DamagedArchive } from './damaged-archive.ts';
import { type Manifest, type ManifestEntry, manifestName, readManifest } from './manifest.ts';

/** Creates an empty root folder for one archive (store.ts). */
export function emptyRoot(stagingFolder: string, kind: CacheKind): string {
  const root = join(stagingFolder, kind);
  removeTree(root);
  mkdirSync(root, { recursive: true });
  return root;
}

/** Removes an own folder, even if an archive made it read-only. */
export function removeTree(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (errnoOf(error) !== 'EACCES' && errnoOf(error) !== 'EPERM') throw error;
    makeWritable(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeWritable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) makeWritable(join(folder, entry.name));
  }
}

/** A file to pack. */
export interface FileToPack {
  /** Relative to the cache's folder, with '/'. */
  readonly path: string;
  readonly bytes: number;
  /** See ChosenFile. */
  readonly crc32?: string | undefined;
}

type StagedFile = Omit<ManifestEntry, 'costMs' | 'unusedFor'>;

/**
 * Puts the files below `to`, as links if the filesystem allows it. Leaves out a file that vanished,
 * or whose size changed, since it was chosen, or that has not the content that it must have; and
 * with it all files of its unit.
 *
 * @param from folders to search, in this order
 * @param unitOf what a file is only packed with
 * @returns size and checksum of the staged files.
 */
export function stageFiles(
  files: readonly FileToPack[],
  from: readonly string[],
  to: string,
  unitOf: (path: string) => string = (path) => path,
): readonly StagedFile[] {
  const staged: StagedFile[] = [];
  const broken = new Set<string>();
  const folders = new Set<string>();
  // Also without a file: the archive of a job that needs none tells the next one so.
  ensureFolder(to, folders);
  for (const { path, bytes, crc32: wanted } of files) {
    if (broken.has(unitOf(path))) continue;
    const target = join(to, path);
    ensureFolder(dirname(target), folders);
    const count = staged.length;
    for (const folder of from) {
      try {
        linkOrCopy(join(folder, path), target);
        const content = readFileSync(target);
        const crc32 = checksum(content);
        if (content.length === bytes && (wanted === undefined || wanted === crc32)) {
          staged.push({ path, bytes, crc32 });
          break;
        }
        rmSync(target);
      } catch (error) {
        if (errnoOf(error) !== 'ENOENT') throw error;
      }
    }
    if (staged.length === count) broken.add(unitOf(path));
  }
  if (broken.size === 0) return staged;
  for (const unit of broken) removeTree(join(to, unit));
  return staged.filter(({ path }) => !broken.has(unitOf(path)));
}

function ensureFolder(folder: string, known: Set<string>): void {
  if (known.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  known.add(folder);
}

/** Also across disks. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    // Another disk, a filesystem without hard links, or another user's file
    // (fs.protected_hardlinks).
    const code = errnoOf(error) ?? '';
    if (!['EXDEV', 'EPERM', 'EACCES', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'UNKNOWN'].includes(code))
      throw error;
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}

function checksum(content: Uint8Array): string {
  return crc32(content).toString(16).padStart(8, '0');
}

/**
 * Checks unpacked files against their manifest: every file present with the right content, no other
 * files, no links.
 *
 * @param objectionTo says what is wrong with a path in this kind of cache, or null.
 * @throws DamagedArchive
 */
export function checkStaged(
  folder: string,
  kind: CacheKind,
  objectionTo: (entry: ManifestEntry, content: Uint8Array) => string | null,
): Manifest {
  const manifest = readManifest(folder, kind);
  const present = new Set(filesBelow(folder));
  present.delete(manifestName);
  for (const entry of manifest.entries) {
    if (!present.delete(entry.path)) throw new DamagedArchive(`${entry.path} is missing`);
    const content = readFileSync(join(folder, entry.path));
    if (content.length !== entry.bytes)
      throw new DamagedArchive(`${entry.path} has ${content.length} of ${entry.bytes} bytes`);
    if (checksum(content) !== entry.crc32) throw new DamagedArchive(`${entry.path} has different content`);
    const objection = objectionTo(entry, content);
    if (objection !== null) throw new DamagedArchive(`${entry.path} ${objection}`);
  }
  for (const path of present) throw new DamagedArchive(`${path} is not in its manifest`);
  return manifest;
}

/** Paths of all files, with '/'. @throws DamagedArchive for a link or a device. */
function filesBelow(folder: string, prefix = ''): readonly string[] {
  const paths: string[] = [];
  let entries: ReturnType<typeof namesWithTypes>;
  try {
    entries = namesWithTypes(join(folder, prefix));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    throw new DamagedArchive(`${prefix === '' ? 'its folder' : prefix} cannot be read`, { cause: error });
  }
  for (const entry of entries) {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) paths.push(...filesBelow(folder, `${path}/`));
    else if (entry.isFile()) paths.push(path);
    else throw new DamagedArchive(`${path} is neither a file nor a folder`);
  }
  return paths;
}

function namesWithTypes(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}

/**
 * Moves checked files into the cache, in the given order: single files, or folders that are only
 * useful as a whole. Leaves existing ones alone: another step, or another job on this machine, may
 * be using them. If a move fails, undoes the earlier ones.
 *
 * @returns how many existed already.
 */
export function placeUnits(units: readonly string[], from: string, to: string): number {
  const placed: string[] = [];
  const folders = new Set<string>();
  let alreadyThere = 0;
  try {
    for (const unit of units) {
      const target = join(to, unit);
      ensureFolder(dirname(target), folders);
      if (exists(target)) {
        alreadyThere++;
        continue;
      }
      move(join(from, unit), target);
      placed.push(target);
    }
  } catch (error) {
    for (const target of placed) removeTree(target);
    throw error;
  }
  return alreadyThere;
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (errnoOf(error) !== 'EXDEV') throw error;
    // Under a name that go ignores until it is complete.
    const unfinished = `${to}.${process.pid}.tmp`;
    try {
      cpSync(from, unfinished, { recursive: true, preserveTimestamps: true });
      renameSync(unfinished, to);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
}

function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}
