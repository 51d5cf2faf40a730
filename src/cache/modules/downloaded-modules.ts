import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';

/** One file of GOMODCACHE/cache/download that belongs to a module version. */
export interface DownloadedFile {
  /** "cache/download/github.com/x/y/@v/v1.0.0.zip" */
  readonly path: string;
  /** "github.com/x/y@v1.0.0", escaped as in the path. */
  readonly module: string;
  readonly kind: 'info' | 'mod' | 'zip' | 'ziphash';
  readonly bytes: number;
  readonly mtimeMs: number;
}

const versionFile = /^(v[^/]*)\.(info|mod|zip|ziphash)$/;
const folder = 'cache/download';

/** Whether a path is one that readDownloadedFiles finds. */
export function isDownloadedFile(path: string): boolean {
  const [, module, name = ''] = /^cache\/download\/(.+)\/@v\/([^/]+)$/.exec(path) ?? [];
  return module !== undefined && !isToolchain(module) && versionFile.test(name) && isCleanPath(path);
}

function isCleanPath(path: string): boolean {
  return !path.split('/').some((part) => part === '' || part === '.' || part === '..') && !/[\\:\0]/.test(path);
}

/** A Go distribution as a module: hundreds of megabytes, which setup installs in another way. */
function isToolchain(module: string): boolean {
  return module === 'golang.org/toolchain' || module.startsWith('golang.org/toolchain/');
}

/**
 * Lists the downloaded files of all modules. Leaves out locks, temporary and empty files, version
 * lists (they age), the checksum database's tiles, and toolchains.
 */
export function readDownloadedFiles(gomodcache: string): readonly DownloadedFile[] {
  const files: DownloadedFile[] = [];
  const visit = (path: string) => {
    for (const entry of entriesOf(join(gomodcache, path))) {
      const below = `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (below !== `${folder}/sumdb` && !isToolchain(below.slice(folder.length + 1))) visit(below);
        continue;
      }
      const [, version, kind] = path.endsWith('/@v') && entry.isFile() ? (versionFile.exec(entry.name) ?? []) : [];
      if (version === undefined || !isKind(kind)) continue;
      const { size, mtimeMs } = lstatSync(join(gomodcache, below));
      const module = `${path.slice(folder.length + 1, -'/@v'.length)}@${version}`;
      if (size > 0) files.push({ path: below, module, kind, bytes: size, mtimeMs });
    }
  };
  visit(folder);
  return files;
}

function isKind(text: string | undefined): text is DownloadedFile['kind'] {
  return text === 'info' || text === 'mod' || text === 'zip' || text === 'ziphash';
}

/** The extracted modules of GOMODCACHE, "github.com/x/y@v1.0.0", without toolchains. */
export function readModuleTrees(gomodcache: string): readonly string[] {
  const trees: string[] = [];
  const visit = (path: string) => {
    for (const entry of entriesOf(join(gomodcache, path))) {
      if (!entry.isDirectory()) continue;
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (below === 'cache' || below.startsWith('golang.org/toolchain@')) continue;
      if (entry.name.includes('@')) trees.push(below);
      else visit(below);
    }
  };
  visit('');
  return trees;
}

function entriesOf(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return [];
    throw error;
  }
}
