/** The modules that the jobs of a repository may need: the files of each, and their sizes. */
import type { SizedFile } from '../../../src/cache/modules/plan-modules.ts';

export const modulesOfAll = 40;
const bytesOf = (module: number) => 1000 * (1 + ((module * 7919) % 50));
export const zipOf = (module: number): SizedFile => ({
  path: `cache/download/m${module}/@v/v1.zip`,
  bytes: bytesOf(module),
});
export const treeOf = (module: number): readonly SizedFile[] => [
  { path: `m${module}@v1/go.mod`, bytes: 100 },
  { path: `m${module}@v1/m.go`, bytes: 20 * bytesOf(module) },
];
export const textOf = (module: number): SizedFile => ({ path: `cache/download/m${module}/@v/v1.mod`, bytes: 100 });

export const pathsOf = (module: number) => [...treeOf(module), zipOf(module), textOf(module)].map(({ path }) => path);

export function modulesIn(files: ReadonlyMap<string, SizedFile>): readonly number[] {
  return Array.from({ length: modulesOfAll }, (_, module) => module).filter((module) =>
    pathsOf(module).some((path) => files.has(path)),
  );
}
