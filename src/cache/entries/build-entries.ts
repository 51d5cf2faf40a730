import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';

/**
 * The result of an action (cmd/go/internal/cache/cache.go, putIndexEntry): the file "<action
 * id>-a".
 */
export interface ActionEntry {
  /** "3f/3f…-a" */
  readonly path: string;
  readonly bytes: number;
  readonly mtimeMs: number;
  /** The id of its output: "3f…". */
  readonly output: string;
  /** When go wrote it, Unix time in ms, as stored in the entry itself. */
  readonly madeMs: number;
}

/**
 * The output of an action: the file "<output id>-d", or a folder of that name with one executable.
 */
export interface OutputEntry {
  /** The file: "3f/3f…-d", or "3f/3f…-d/gofmt". */
  readonly path: string;
  readonly bytes: number;
  /**
   * For an executable, that of its folder: go touches only the folder when it runs the executable
   * (cache.go, markUsed).
   */
  readonly mtimeMs: number;
}

/** The entries that go itself writes to GOCACHE: two kinds of file in 256 folders. */
export interface BuildEntries {
  readonly actions: readonly ActionEntry[];
  /** By id. */
  readonly outputs: ReadonlyMap<string, OutputEntry>;
}

const fileName = /^([0-9a-f]{64})-([ad])$/;

/**
 * The names of go's own files in the 256 folders, "3f/3f…-a" and "3f/3f…-d". Ignores everything
 * else.
 */
export function buildEntryPaths(gocache: string): readonly string[] {
  const paths: string[] = [];
  for (let index = 0; index < 256; index++) {
    const folder = index.toString(16).padStart(2, '0');
    for (const name of namesIn(join(gocache, folder))) {
      if (fileName.test(name) && name.startsWith(folder)) paths.push(`${folder}/${name}`);
    }
  }
  return paths;
}

/** Reads all entries. Skips those that go would reject, or that vanish meanwhile. */
export function readBuildEntries(gocache: string): BuildEntries {
  const actions: ActionEntry[] = [];
  const outputs = new Map<string, OutputEntry>();
  for (const path of buildEntryPaths(gocache)) {
    const stats = statsOf(join(gocache, path));
    if (stats === null) continue;
    const id = path.slice(3, 67);
    if (path.endsWith('-d')) {
      const output = stats.isFile()
        ? { path, bytes: stats.size }
        : stats.isDirectory()
          ? executable(gocache, path)
          : null;
      if (output !== null) outputs.set(id, { ...output, mtimeMs: stats.mtimeMs });
      continue;
    }
    const action = stats.isFile() ? parseAction(id, contentOf(join(gocache, path))) : null;
    if (action !== null) actions.push({ path, bytes: stats.size, mtimeMs: stats.mtimeMs, ...action });
  }
  return { actions, outputs };
}

/** "v1 <action id> <output id> <size, padded to 20> <Unix time in ns, padded to 20>\n" */
const actionPattern = /^v1 ([0-9a-f]{64}) ([0-9a-f]{64}) ([ \d]{20}) ([ \d]{20})\n$/;

/** null: go would reject it as the entry of `id` (cache.go, get). */
export function parseAction(
  id: string,
  text: string,
): { readonly output: string; readonly outputBytes: number; readonly madeMs: number } | null {
  const [, action, output, bytes, madeNs] = actionPattern.exec(text) ?? [];
  if (action !== id || output === undefined || bytes === undefined || madeNs === undefined) return null;
  if (!/^ *\d+$/.test(bytes) || !/^ *\d+$/.test(madeNs)) return null;
  return { output, outputBytes: Number(bytes), madeMs: Number(BigInt(madeNs.trim()) / 1_000_000n) };
}

function executable(gocache: string, path: string): { readonly path: string; readonly bytes: number } | null {
  const names = namesIn(join(gocache, path));
  // Go expects exactly one (cache.go, OutputFile).
  const [name] = names;
  if (names.length !== 1 || name === undefined) return null;
  const stats = statsOf(join(gocache, path, name));
  return stats?.isFile() ? { path: `${path}/${name}`, bytes: stats.size } : null;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return [];
    throw error;
  }
}

function statsOf(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch (error) {
    // It may vanish, or be unreadable.
    if (errnoOf(error) === undefined) throw error;
    return '';
  }
}
