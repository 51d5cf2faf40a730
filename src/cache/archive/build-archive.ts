import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { parseAction } from '../entries/build-entries.ts';
import { DamagedArchive } from './damaged-archive.ts';
import type { Manifest, ManifestEntry } from './manifest.ts';
import { checkStaged } from './staging.ts';

const entryPath = /^([0-9a-f]{2})\/(\1[0-9a-f]{62})-([ad])(?:\/([^/\\:\0]+))?$/;

/**
 * `go clean -testcache` writes the time here before which test results are stale
 * (cmd/go/internal/test/test.go).
 */
const testExpiry = 'testexpire.txt';

/**
 * Checks an unpacked build archive: only paths that go writes, every action an entry that go
 * accepts, and its output present with the size it names.
 *
 * @throws DamagedArchive
 */
export function checkBuildArchive(folder: string): Manifest {
  return checkEntries(folder, 'build', (path) => path === testExpiry || isFuzzPath(path));
}

/**
 * Checks an unpacked archive of golangci-lint's cache, which is a fork of go's (golangci-lint,
 * internal/go/cache). It holds no executables and no other files.
 *
 * @throws DamagedArchive
 */
export function checkLintArchive(folder: string): Manifest {
  return checkEntries(folder, 'lint', () => false);
}

function checkEntries(folder: string, of: 'build' | 'lint', isOther: (path: string) => boolean): Manifest {
  const outputs = new Map<string, number>();
  const wanted: { readonly path: string; readonly output: string; readonly outputBytes: number }[] = [];
  const manifest = checkStaged(folder, of, ({ path, bytes }, content) => {
    if (isOther(path)) return null;
    const [, , id, kind, executable] = entryPath.exec(path) ?? [];
    if (id === undefined) return `is not a path of the ${of} cache`;
    if (executable !== undefined && (kind === 'a' || of === 'lint')) return `is not a path of the ${of} cache`;
    if (kind === 'd') {
      if (executable !== undefined && outputs.has(id)) return 'is a second file in the folder of one executable';
      outputs.set(id, bytes);
      return null;
    }
    const action = parseAction(id, Buffer.from(content).toString('latin1'));
    if (action === null) return 'is not a valid entry for its name';
    wanted.push({ path, ...action });
    return null;
  });
  for (const { path, output, outputBytes } of wanted) {
    if (outputs.get(output) !== outputBytes) throw new DamagedArchive(`${path} names a missing output`);
  }
  return manifest;
}

function isFuzzPath(path: string): boolean {
  return path.startsWith('fuzz/') && !path.split('/').some((part) => part === '' || part === '.' || part === '..');
}

/**
 * The order in which files go into GOCACHE: outputs before the actions that name them, executables
 * with their folder.
 */
export function buildUnits(entries: readonly ManifestEntry[]): readonly string[] {
  const rank = (path: string) => (path.endsWith('-a') ? 1 : 0);
  const units = entries.map(({ path }) => path.replace(/(-d)\/[^/]+$/, '$1'));
  return units.sort((a, b) => rank(a) - rank(b));
}

/**
 * Fuzz findings and the test expiry: go does not look them up by hash, so a sweep cannot judge
 * them.
 */
export function otherBuildFiles(
  gocache: string,
): readonly { readonly path: string; readonly bytes: number; readonly mtimeMs: number }[] {
  const files: { readonly path: string; readonly bytes: number; readonly mtimeMs: number }[] = [];
  const add = (path: string) => {
    const { size: bytes, mtimeMs } = lstatSync(join(gocache, path));
    files.push({ path, bytes, mtimeMs });
  };
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(gocache, folder), { withFileTypes: true })) {
      if (entry.isDirectory()) visit(`${folder}/${entry.name}`);
      else if (entry.isFile()) add(`${folder}/${entry.name}`);
    }
  };
  for (const find of [() => add(testExpiry), () => visit('fuzz')]) {
    try {
      find();
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error;
    }
  }
  return files;
}
