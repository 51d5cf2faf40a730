/**
 * Outputs in GOCACHE that have their length but not their bytes, as lost power leaves them. An output's name is
 * the SHA-256 of its content, and go compares only the length. Source: cmd/go/internal/cache/cache.go, GetFile.
 *
 * A half-written output is none: go writes the last byte last, and only then the entry with the length. So each
 * one here has an entry that names it with the length that it has.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { uptime } from 'node:os';
import { basename, join } from 'node:path';
import { errnoOf } from '../../../../errors.ts';
import type { DamagedOutput } from '../../../cache-fact.ts';
import { entriesOf } from '../entries-of.ts';
import type { GocacheFile } from '../gocache-files.ts';
import { orNothing } from '../or-nothing.ts';

/** How much a look may read, whatever the size of the cache. */
export interface LookBound {
  /** Milliseconds for the ends of outputs and for the content of suspects. */
  readonly outputsMs: number;
  /** The content of suspects. */
  readonly bytes: number;
  /** Milliseconds for the entries that name a damaged output: only a damaged cache costs this. */
  readonly entriesMs: number;
}

export const quickBound: LookBound = { outputsMs: 150, bytes: 2 ** 26, entriesMs: 2000 };
export const deepBound: LookBound = { outputsMs: 20_000, bytes: 2 ** 32, entriesMs: 20_000 };

const blockBytes = 4096;
const atOnce = 32;
/** ext4 writes data after at most 30 s, XFS and others likewise; a slow disk takes longer. */
const lastWritesMs = 120_000;

interface Output {
  readonly path: string;
  /** The SHA-256 that its content should have. */
  readonly id: string;
  readonly bytes: number;
  readonly mtimeMs: number;
}

/**
 * May never settle if a filesystem does not answer.
 * @param files of GOCACHE, to look at.
 * @param now milliseconds, as Date.now() gives them.
 * @returns also whether it looked at all of them within the bound.
 */
export async function damagedOutputs(
  gocache: string,
  files: readonly GocacheFile[],
  now: number,
  bound: LookBound,
): Promise<{ readonly damaged: readonly DamagedOutput[]; readonly whole: boolean }> {
  const until = performance.now() + bound.outputsMs;
  const outputs = (await Promise.all(files.map(outputOf))).filter((output) => output !== null);
  const zeros: Output[] = [];
  let whole = true;
  for (let at = 0; at < outputs.length && whole; at += atOnce) {
    const some = outputs.slice(at, at + atOnce);
    const has = await Promise.all(some.map(hasZeroEnd));
    zeros.push(...some.filter((_, index) => has[index]));
    whole = performance.now() <= until;
  }
  const last = beforeBoot(outputs, now).filter((output) => !zeros.includes(output));
  const found: (Output & { readonly sha256: string })[] = [];
  let left = bound.bytes;
  for (const suspect of [...zeros, ...last]) {
    if (suspect.bytes > left || performance.now() > until) {
      whole = false;
      continue;
    }
    left -= suspect.bytes;
    const sha256 = await sha256Of(suspect.path);
    if (sha256 !== null && sha256 !== suspect.id) found.push({ ...suspect, sha256 });
  }
  if (found.length === 0) return { damaged: [], whole };
  const entries = await entriesOf(gocache, found, bound.entriesMs);
  const damaged = found.flatMap(({ path, id, bytes, mtimeMs, sha256 }) => {
    const entry = entries.byOutput.get(id) ?? null;
    // go never reads an output that no entry names, and writes it again.
    return entry === null && entries.whole ? [] : [{ path, bytes, sha256, entry, ageMs: now - mtimeMs }];
  });
  return { damaged, whole };
}

/** Since Go 1.24 that of a program is a folder with one file. Source: cmd/go/internal/cache/cache.go, OutputFile. */
async function outputOf({ path, stat }: GocacheFile): Promise<Output | null> {
  const [, id] = /^([0-9a-f]{64})-d$/.exec(basename(path)) ?? [];
  if (id === undefined) return null;
  if (stat.isFile()) return stat.size === 0 ? null : { path, id, bytes: stat.size, mtimeMs: stat.mtimeMs };
  const names = stat.isDirectory() ? ((await orNothing(readdir(path))) ?? []) : [];
  if (names.length !== 1) return null;
  const program = join(path, names[0] ?? '');
  const inner = await orNothing(lstat(program));
  return inner === null || !inner.isFile() || inner.size === 0
    ? null
    : { path: program, id, bytes: inner.size, mtimeMs: inner.mtimeMs };
}

/** Whether its first or its last 4 KiB are zeros: a healthy output may have such an end, so this only suspects. */
async function hasZeroEnd({ path, bytes }: Output): Promise<boolean> {
  const file = await orNothing(open(path));
  if (file === null) return false;
  try {
    const length = Math.min(blockBytes, bytes);
    for (const position of new Set([0, bytes - length])) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
      if (bytesRead === length && buffer.every((byte) => byte === 0)) return true;
    }
    return false;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  } finally {
    await file.close();
  }
}

/** Those of the last two minutes of writing before this machine started, the newest first. */
function beforeBoot(outputs: readonly Output[], now: number): readonly Output[] {
  const boot = now - uptime() * 1000;
  const before = outputs.filter(({ mtimeMs }) => mtimeMs < boot).sort((a, b) => b.mtimeMs - a.mtimeMs);
  const newest = before[0]?.mtimeMs ?? 0;
  return before.filter(({ mtimeMs }) => newest - mtimeMs <= lastWritesMs);
}

async function sha256Of(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  const read = async () => {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  };
  return await orNothing(read());
}
