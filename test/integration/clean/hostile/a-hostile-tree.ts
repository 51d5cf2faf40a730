/** Caches with everything that can confuse a cleaner, deterministic for a seed, and the list of what a clean must remove. */
import { chmodSync, linkSync, lstatSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kinds, moduleNames, otherNames, versionNames } from './hostile-names.ts';

export interface HostileTree {
  readonly root: string;
  readonly gomodcache: string;
  readonly gocache: string;
  readonly temporary: string;
  readonly goplsCache: string;
  /** The target of links, mounts and swaps. */
  readonly outside: string;
  /** What a clean must remove, whatever else exists. */
  readonly residue: readonly string[];
  /** Paths that Node cannot create: one call of mkfifo and one of perl create those of many trees. */
  readonly fifos: readonly string[];
  readonly sockets: readonly string[];
  /** [folder, mount point] */
  readonly mounts: readonly (readonly [string, string])[];
  /** Folders to close (mode 0) after all is created. */
  readonly unreadable: readonly string[];
  /** Paths that get an old mtime after all is created. */
  readonly aged: readonly string[];
  /** A folder that another process may swap for a link to the outside during a clean. */
  readonly swapped: string | null;
}

/** mulberry32. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function hostileTree(root: string, seed: number): HostileTree {
  const random = generator(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const chance = (share: number) => random() < share;

  const tree = {
    root,
    gomodcache: join(root, 'mod'),
    gocache: join(root, 'build'),
    temporary: join(root, 'tmp'),
    goplsCache: join(root, 'gopls'),
    outside: join(root, 'outside'),
  };
  const residue: string[] = [];
  const fifos: string[] = [];
  const sockets: string[] = [];
  const mounts: (readonly [string, string])[] = [];
  const unreadable: string[] = [];
  const aged: string[] = [];
  const download = join(tree.gomodcache, 'cache/download');
  for (const folder of [download, join(tree.gomodcache, 'cache/vcs'), tree.gocache, tree.temporary, tree.goplsCache]) {
    mkdirSync(folder, { recursive: true });
  }
  // The outside has the same names as leftovers inside.
  const outsiders = [
    'v1.0.0.zip123.tmp',
    'v1.0.0.partial',
    'v1.0.0.lock',
    'v1.0.0.zip',
    'shallow.lock',
    'file',
    'b001/main',
    'go-build7/f',
  ];
  for (const name of outsiders) put(join(tree.outside, name), name.endsWith('.zip') ? '' : 'outside', true);

  function put(path: string, content: string, old: boolean): void {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    // Far from any age limit, however long the test takes.
    const seconds = old ? 1_600_000_000 : 4_000_000_000;
    utimesSync(path, seconds, seconds);
  }

  /** Creates an entry of a random kind. @returns whether it is a plain file. */
  function make(path: string, content: string, old: boolean): boolean {
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return false;
    const kind = pick(kinds);
    switch (kind) {
      case 'file':
        put(path, content, old);
        return true;
      case 'hardlink':
        linkSync(join(tree.outside, 'file'), path);
        return false;
      case 'folder':
        put(join(path, pick(['f', 'lock', 'v1.0.0.zip123.tmp'])), 'inside', old);
        return false;
      case 'link':
        symlinkSync(join(tree.outside, pick(['', 'file', 'v1.0.0.zip123.tmp', 'missing'])), path);
        return false;
      case 'loop':
        symlinkSync(pick(['.', '..', path, '../..']), path);
        return false;
      case 'fifo':
        fifos.push(path);
        return false;
      case 'socket':
        sockets.push(path);
        return false;
    }
  }

  for (let count = 1 + below(3); count > 0; count--) {
    const module = pick(moduleNames);
    const versions = join(download, module, '@v');
    if (lstatSync(versions, { throwIfNoEntry: false }) !== undefined) continue;
    mkdirSync(versions, { recursive: true });
    const closed = chance(0.1);
    for (const version of ['v1.0.0', 'v2.0.0-20200101000000-abcdefabcdef', 'v0.0.0+incompatible']) {
      if (chance(0.4)) continue;
      const lock = join(versions, `${version}.lock`);
      const lockKind = pick(['file', 'file', 'file', 'none', 'odd'] as const);
      const usable = lockKind === 'file' || lockKind === 'none' || make(lock, '', true);
      if (lockKind === 'file') put(lock, '', true);
      const extracted = chance(0.5);
      if (extracted) {
        const place = join(tree.gomodcache, `${module}@${version}`);
        for (const name of ['lock', 'v1.0.0.zip123.tmp', 'a.lock', 'testdata/x.partial'])
          put(join(place, name), name, true);
      }
      for (const [suffix, fate] of versionNames) {
        if (chance(0.5)) continue;
        const path = join(versions, `${version}${suffix}`);
        const old = chance(0.7);
        const content = chance(0.5) ? '' : 'content';
        const plain = make(path, content, old);
        const goes =
          fate === 'goes'
            ? !(suffix === '.partial' && extracted)
            : fate === 'rested'
              ? old
              : fate === 'empty' && content === '';
        // Leftovers that need no lock go even without a usable lock.
        if (plain && goes && !closed && (usable || fate === 'rested')) residue.push(path);
      }
    }
    for (const name of otherNames) if (chance(0.3)) make(join(versions, name), '', true);
    if (closed) unreadable.push(chance(0.5) ? versions : dirname(versions));
  }

  for (const hash of ['a', 'b']) {
    const repository = join(tree.gomodcache, 'cache/vcs', hash.repeat(64));
    if (chance(0.4)) continue;
    if (chance(0.2)) {
      symlinkSync(tree.outside, repository);
      continue;
    }
    put(join(repository, 'config'), '[core]', true);
    if (make(join(repository, 'shallow.lock'), '', false)) residue.push(join(repository, 'shallow.lock'));
    make(join(repository, 'x.lock'), '', true);
    const pack = join(repository, 'objects/pack');
    put(join(pack, 'pack-1.pack'), 'pack', true);
    const old = chance(0.5);
    if (make(join(pack, 'tmp_pack_AbCdEf'), 'pack', old) && old) residue.push(join(pack, 'tmp_pack_AbCdEf'));
  }

  put(join(tree.gocache, 'README'), 'This directory holds cached build artifacts from the Go build system.\n', true);
  for (const prefix of ['00', 'ab', 'ff']) {
    const id = `${prefix}${'0'.repeat(62)}`;
    for (const name of [`${id}-a`, `${id}-d`, `${id}-a.stale`, 'lock', 'x.tmp'])
      put(join(tree.gocache, prefix, name), '', true);
    if (chance(0.3) && make(join(tree.gocache, prefix, `${id}-d123.tmp`), 'x', true)) {
      residue.push(join(tree.gocache, prefix, `${id}-d123.tmp`));
    }
  }
  if (chance(0.5)) symlinkSync(tree.outside, join(tree.gocache, '77'));
  if (make(join(tree.gocache, 'trim.txt.tmp55'), '1', true)) residue.push(join(tree.gocache, 'trim.txt.tmp55'));

  const work = join(tree.temporary, `go-build${below(1e9)}`);
  if (chance(0.6)) {
    aged.push(work);
    put(join(work, 'b001/main'), 'main', true);
    symlinkSync(tree.outside, join(work, 'out'));
    symlinkSync('..', join(work, 'b001/up'));
    linkSync(join(tree.outside, 'file'), join(work, 'hard'));
    fifos.push(join(work, 'fifo'));
    if (chance(0.5)) {
      mkdirSync(join(work, 'mnt'));
      mounts.push([tree.outside, join(work, 'mnt')]);
    } else {
      residue.push(work);
    }
  }
  for (const name of ['go-build', 'go-buildx1', 'go-build12.d', 'gopls.log', 'gopls-12.log']) {
    if (chance(0.3)) make(join(tree.temporary, name), '', true);
  }
  if (chance(0.3)) symlinkSync(tree.outside, join(tree.temporary, 'go-build99'));
  if (chance(0.5)) put(join(tree.goplsCache, 'gopls.pid'), `${process.pid}\n`, true);

  if (chance(0.5)) {
    const mounted = join(download, 'mounted/@v');
    mkdirSync(mounted, { recursive: true });
    mounts.push([tree.outside, mounted]);
  }
  if (chance(0.5)) symlinkSync(tree.outside, join(download, 'linked'));
  if (chance(0.5)) symlinkSync('.', join(download, 'loop'));

  let swapped: string | null = null;
  if (chance(0.5)) {
    swapped = join(download, 'swapped');
    for (const name of ['v1.0.0.lock', 'v1.0.0.zip123.tmp', 'v1.0.0.zip.tmp456', 'v1.0.0.zip']) {
      const path = join(swapped, '@v', name);
      put(path, '', true);
      // Hard links to the same files, so that only the path distinguishes them.
      mkdirSync(join(tree.outside, '@v'), { recursive: true });
      linkSync(path, join(tree.outside, '@v', name));
    }
  }
  return { ...tree, residue, fifos, sockets, mounts, unreadable, aged, swapped };
}

export function closeFolders({ unreadable, aged }: HostileTree): void {
  for (const path of aged) utimesSync(path, 1_600_000_000, 1_600_000_000);
  for (const path of unreadable) chmodSync(path, 0);
}
