/**
 * Reads a cache of actions and outputs into flat arrays: a million entries must fit into some tens
 * of megabytes. All calls are synchronous, which in Node is much cheaper; the event loop has its
 * turn after each of the 256 folders.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync, type Stats } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { errnoToNull } from '../../process/errno-to-null.ts';
import type { PairFormat } from './pair-format.ts';

/** An action or an output. */
export interface PairFile {
  /** "3f" */
  readonly folder: string;
  /** "3f…-d" */
  readonly name: string;
  readonly mtimeMs: number;
  /** On the disk. */
  readonly bytes: number;
}

/** An output with all actions that name it, or actions without one. They go together. */
export interface PairUnit {
  readonly output: PairFile | null;
  readonly actions: readonly PairFile[];
  /** The latest of all its files. */
  readonly lastUseMs: number;
  readonly bytes: number;
}

export interface Pairs {
  readonly path: string;
  /** Bytes of files that belong to other users: they stay. */
  readonly othersBytes: number;
  /** Names that a killed unlatch left, "3f/3f…-d.tmp". */
  readonly leftAside: readonly string[];
  readonly units: () => Iterable<PairUnit>;
}

/** Of st_blocks, on every filesystem. */
const blockBytes = 512;
const idBytes = 32;
const digits = idBytes * 2;
/** Enough of an output's id to find it: two outputs of a cache that share them are not to be expected. */
const keyBytes = 8;

/** @param path the folder that has the 256 folders, with symlinks resolved. Missing: no pairs. */
export async function readPairs(path: string, format: PairFormat, uid: number, signal?: AbortSignal): Promise<Pairs> {
  const files = growing();
  const kinds: string[] = [];
  const leftAside: string[] = [];
  let othersBytes = 0;
  const content = Buffer.alloc(format.actionBytes + 1);
  const output = Buffer.alloc(idBytes);

  // By plain paths: to go by an open folder takes half as long again, and is for the removal.
  const read = (prefix: string) => {
    for (const name of readdirSync(`${path}/${prefix}`)) {
      if (name.length <= digits + 1 || name[digits] !== '-' || !name.startsWith(prefix)) continue;
      const kind = name.slice(digits + 1);
      if (kind.endsWith('.tmp')) {
        if (kind === `${format.output}.tmp`) leftAside.push(`${prefix}/${name}`);
        continue;
      }
      if (kind !== format.output && !format.isAction(kind)) continue;
      const at = files.next();
      if (files.ids.write(name, at * idBytes, idBytes, 'hex') !== idBytes) continue;
      const file = `${path}/${prefix}/${name}`;
      const isOutput = kind === format.output;
      const found = isOutput ? lstat(file) : (contentOf(file, content) ?? lstat(file));
      if (found === null) continue;
      const { stat } = found;
      const bytes = bytesOf(file, stat);
      if (bytes === null) continue;
      if (stat.uid !== uid) {
        othersBytes += bytes;
        continue;
      }
      let number = kinds.indexOf(kind);
      if (number < 0) number = kinds.push(kind) - 1;
      files.kind[at] = number;
      files.mtimeMs[at] = stat.mtimeMs;
      files.blocks[at] = bytes / blockBytes;
      const names = stat.isFile() && found.length === format.actionBytes;
      files.names[at] = !isOutput && names && format.outputOf(content, output) ? 1 : 0;
      output.copy(files.outputs, at * keyBytes, 0, keyBytes);
      files.keep();
    }
  };

  for (let prefix = 0; prefix < 256; prefix++) {
    const hex = prefix.toString(16).padStart(2, '0');
    // A symlink in place of a folder leads nowhere.
    if (errnoToNull(() => lstatSync(`${path}/${hex}`))?.isDirectory() === true) errnoToNull(() => read(hex));
    await turn();
    signal?.throwIfAborted();
  }

  function* units(): Iterable<PairUnit> {
    const { firstAction, nextAction } = link(files, (kind) => kinds[kind] === format.output);
    const fileAt = (at: number): PairFile => {
      const id = files.ids.toString('hex', at * idBytes, (at + 1) * idBytes);
      return {
        folder: id.slice(0, 2),
        name: `${id}-${kinds[files.kind[at] ?? 0]}`,
        mtimeMs: files.mtimeMs[at] ?? 0,
        bytes: (files.blocks[at] ?? 0) * blockBytes,
      };
    };
    for (let at = 0; at < files.count(); at++) {
      const isOutput = kinds[files.kind[at] ?? 0] === format.output;
      // An action with an output comes with it.
      if (!isOutput && nextAction[at] !== alone) continue;
      const actions: PairFile[] = [];
      if (isOutput)
        for (let of = firstAction[at] ?? end; of !== end; of = nextAction[of] ?? end) actions.push(fileAt(of));
      else actions.push(fileAt(at));
      const output = isOutput ? fileAt(at) : null;
      const all = output === null ? actions : [output, ...actions];
      yield {
        output,
        actions,
        lastUseMs: all.reduce((latest, { mtimeMs }) => Math.max(latest, mtimeMs), 0),
        bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
      };
    }
  }

  return { path, othersBytes, leftAside, units };
}

const end = -1;
/** An action that names no output that is here. */
const alone = -2;

/** Chains the actions of each output, by way of an open-addressing hash table. */
function link(files: Files, isOutput: (kind: number) => boolean) {
  const count = files.count();
  const firstAction = new Int32Array(count).fill(end);
  const nextAction = new Int32Array(count).fill(alone);
  let slots = 16;
  while (slots < 2 * count) slots *= 2;
  const table = new Int32Array(slots).fill(end);
  /** The slot that has that id, or the free one where it belongs. */
  const slotOf = (ids: Buffer, start: number) => {
    // Ids are digests: their first bytes are as good as a hash.
    let slot = ids.readUInt32LE(start) & (slots - 1);
    for (;;) {
      const other = table[slot] ?? end;
      if (other === end) return slot;
      const its = other * idBytes;
      if (ids.compare(files.ids, its, its + keyBytes, start, start + keyBytes) === 0) return slot;
      slot = (slot + 1) & (slots - 1);
    }
  };
  for (let at = 0; at < count; at++) if (isOutput(files.kind[at] ?? 0)) table[slotOf(files.ids, at * idBytes)] = at;
  for (let at = 0; at < count; at++) {
    if (files.names[at] !== 1) continue;
    const output = table[slotOf(files.outputs, at * keyBytes)] ?? end;
    if (output === end) continue;
    nextAction[at] = firstAction[output] ?? end;
    firstAction[output] = at;
  }
  return { firstAction, nextAction };
}

interface Files {
  ids: Buffer;
  /** Of an action: the first bytes of its output's id. */
  outputs: Buffer;
  kind: Uint8Array;
  /** 1: an action that names an output. */
  names: Uint8Array;
  mtimeMs: Float64Array;
  /** Of 512 bytes. */
  blocks: Uint32Array;
  readonly count: () => number;
  /** The place for the next file; the same again until `keep`. */
  readonly next: () => number;
  readonly keep: () => void;
}

function growing(): Files {
  let count = 0;
  let room = 4096;
  const files: Files = {
    ids: Buffer.alloc(room * idBytes),
    outputs: Buffer.alloc(room * keyBytes),
    kind: new Uint8Array(room),
    names: new Uint8Array(room),
    mtimeMs: new Float64Array(room),
    blocks: new Uint32Array(room),
    count: () => count,
    next: () => {
      if (count === room) grow();
      return count;
    },
    keep: () => {
      count++;
    },
  };
  const grow = () => {
    room *= 2;
    const enlarge = <T extends Uint8Array | Uint32Array | Float64Array>(into: T, from: T): T => {
      into.set(from);
      return into;
    };
    files.ids = enlarge(Buffer.alloc(room * idBytes), files.ids);
    files.outputs = enlarge(Buffer.alloc(room * keyBytes), files.outputs);
    files.kind = enlarge(new Uint8Array(room), files.kind);
    files.names = enlarge(new Uint8Array(room), files.names);
    files.mtimeMs = enlarge(new Float64Array(room), files.mtimeMs);
    files.blocks = enlarge(new Uint32Array(room), files.blocks);
  };
  return files;
}

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;

interface Read {
  readonly stat: Stats;
  /** How many bytes of it were read. */
  readonly length: number;
}

function lstat(path: string): Read | null {
  const stat = errnoToNull(() => lstatSync(path));
  return stat === null ? null : { stat, length: 0 };
}

/** At most `content.length` bytes. null: it is not to be opened, as a symlink. */
function contentOf(path: string, content: Buffer): Read | null {
  return errnoToNull(() => {
    const fd = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      const stat = fstatSync(fd);
      return { stat, length: stat.isFile() ? readSync(fd, content, 0, content.length, 0) : 0 };
    } finally {
      closeSync(fd);
    }
  });
}

/** On the disk. An executable is a folder with one file (cache.go, PutExecutable). null: neither. */
function bytesOf(path: string, stat: Stats): number | null {
  if (stat.isFile()) return stat.blocks * blockBytes;
  if (!stat.isDirectory()) return null;
  const inside = errnoToNull(() => readdirSync(path)) ?? [];
  return inside.reduce((sum, file) => sum + (lstat(`${path}/${file}`)?.stat.blocks ?? 0) * blockBytes, 0);
}
