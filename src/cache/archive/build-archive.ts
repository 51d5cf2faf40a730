import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { parseAction } from '../entries/build-entries.ts';
import { DamagedArchive, type Manifest, type ManifestEntry } from './manifest.ts';
import { checkStaged } from './staging.ts';

const entryPath = /^([0-9a-f]{2})\/(\1[0-9a-f]{62})-([ad])(?:\/([^/\\:\0]+))?$/;

/** `go clean -testcache` leaves the time there from which on test results count (cmd/go/internal/test/test.go). */
const testExpiry = 'testexpire.txt';

/**
 * Checks an unpacked build archive: paths that go writes, each action an entry that go accepts, its output there with
 * the size that it names.
 *
 * @throws DamagedArchive
 */
export function checkBuildArchive(folder: string): Manifest {
  return checkEntries(folder, 'build', (path) => path === testExpiry || isFuzzPath(path));
}

/**
 * The same for one of golangci-lint's cache, which is a fork of go's (golangci-lint, internal/go/cache): it holds no executables,
 * and nothing besides.
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
      if (executable !== undefined && outputs.has(id)) return 'is the second file of one executable';
      outputs.set(id, bytes);
      return null;
    }
    const action = parseAction(id, Buffer.from(content).toString('latin1'));
    if (action === null) return 'is no entry of its name';
    wanted.push({ path, ...action });
    return null;
  });
  for (const { path, output, outputBytes } of wanted) {
    if (outputs.get(output) !== outputBytes) throw new DamagedArchive(`${path} names an output that is not there`);
  }
  return manifest;
}

function isFuzzPath(path: string): boolean {
  return path.startsWith('fuzz/') && !path.split('/').some((part) => part === '' || part === '.' || part === '..');
}

/**
 * In which order the files go into GOCACHE: outputs before the actions that name them, executables with their folder.
 */
export function buildUnits(entries: readonly ManifestEntry[]): readonly string[] {
  const rank = (path: string) => (path.endsWith('-a') ? 1 : 0);
  const units = entries.map(({ path }) => path.replace(/(-d)\/[^/]+$/, '$1'));
  return units.sort((a, b) => rank(a) - rank(b));
}

/** What fuzzing has found, and the test expiry: not go's to look up by a hash, and nothing that a sweep may judge. */
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
