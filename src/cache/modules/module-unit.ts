import { join } from 'node:path';

/** Matches "github.com/x/y@v1.0.0/z.go"; the group is the extracted module. */
const inTree = /^((?!cache\/|golang\.org\/toolchain@)[^@\\:\0]+@v[^/\\:\0]*)\/[^\0]+$/;

/**
 * The extracted module that a file of the module cache belongs to, "github.com/x/y@v1.0.0"; null: to none. It is saved
 * and restored as a whole: go takes any folder of that name for the complete module.
 */
export function moduleTreeOf(path: string): string | null {
  return inTree.exec(path)?.[1] ?? null;
}

/** The folder that a file of the module cache is only useful with, or the file itself. */
export function moduleUnit(path: string): string {
  return moduleTreeOf(path) ?? path;
}

/** Where the files of a download are, without their ends. @param module "github.com/x/y@v1.0.0", escaped as in the path */
export function downloadOf(gomodcache: string, module: string): string {
  const at = module.lastIndexOf('@');
  return join(gomodcache, 'cache/download', module.slice(0, at), '@v', module.slice(at + 1));
}

/** "cache/download/x/y/@v/v1.0.0.zip" → "x/y@v1.0.0"; null: it is no zip. */
export function moduleOfZip(path: string): string | null {
  const [, module, version] = /^cache\/download\/(.+)\/@v\/(.+)\.zip$/.exec(path) ?? [];
  return module === undefined ? null : `${module}@${version}`;
}
