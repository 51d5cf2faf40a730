import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import * as v from 'valibot';
import { escapePath } from '../../go/network/module-proxy.ts';
import { runGo } from '../../go/run-go.ts';
import { findModuleFiles } from '../keys/module-files.ts';
import { readableText } from '../keys/readable-text.ts';
import type { CacheRequest } from '../request.ts';

/** Module versions as the module cache spells them: "github.com/!burnt!sushi/toml@v1.2.3". */
export interface NeededModules {
  /** Selected by a build list, so their zips are needed. */
  readonly selected: ReadonlySet<string>;
  /** Named in a go.sum: go may read only these go.mod files to compute build lists. */
  readonly known: ReadonlySet<string>;
  /**
   * Module files whose build list cannot be computed offline: all that their go.sum names counts as
   * selected.
   */
  readonly unlisted: readonly string[];
}

/**
 * What the modules of the repository need, computed offline: `go list -m all` for each go.mod and
 * go.work, else the requirements in go.mod, plus the lines of each go.sum. Go reads no module that
 * is not in go.sum (cmd/go/internal/modfetch/fetch.go, checkMod), and no zip of an unselected
 * version.
 *
 * @param caches see findModuleFiles
 */
export async function findNeededModules(request: CacheRequest, caches: readonly string[]): Promise<NeededModules> {
  const { workspace, env } = request;
  const files = await findModuleFiles(request, caches);
  const selected = new Set<string>();
  const known = new Set<string>();
  const unlisted: string[] = [];
  const zipsBySum = new Map<string, readonly string[]>();
  await Promise.all(
    files.goSums.map(async (path) => {
      const lines = parseGoSum(await readableText(join(workspace, path)));
      for (const { module } of lines) known.add(module);
      zipsBySum.set(
        path,
        lines.filter(({ isGoMod }) => !isGoMod).map(({ module }) => module),
      );
    }),
  );
  // Each go command is a process that is itself parallel.
  const limit = pLimit(4);
  const list = async (path: string, gowork: string) => {
    const folder = dirname(join(workspace, path));
    const modules =
      (await limit(() => buildList({ ...request, env: { ...env, GOWORK: gowork } }, folder))) ??
      (path.endsWith('go.mod') ? await limit(() => requirements(request, folder)) : null);
    if (modules !== null) {
      for (const module of modules) selected.add(module);
      return;
    }
    unlisted.push(path);
    const sum = path.replace(/go\.(mod|work)$/, (name) => (name === 'go.mod' ? 'go.sum' : 'go.work.sum'));
    for (const module of zipsBySum.get(sum) ?? []) selected.add(module);
  };
  await Promise.all([
    ...files.goMods.map((path) => list(path, 'off')),
    ...files.goWorks.map((path) => list(path, join(workspace, path))),
  ]);
  for (const module of selected) known.add(module);
  return { selected, known, unlisted: unlisted.sort() };
}

/** null: it cannot be computed offline. */
async function buildList({ go, env, signal }: CacheRequest, folder: string): Promise<readonly string[] | null> {
  const format = '{{with .Replace}}{{.Path}} {{.Version}}{{else}}{{.Path}} {{.Version}}{{end}}';
  const { code, stdout } = await runGo(go, ['list', '-m', '-f', format, 'all'], {
    // The vendor folder and the user's flags must not affect the build list.
    // GOPROXY=off alone does not keep go from contacting the git server of a GOPRIVATE module.
    env: { ...env, GOPROXY: 'off', GONOPROXY: 'none', GOFLAGS: '-mod=readonly', GOTOOLCHAIN: 'local' },
    cwd: folder,
    signal,
  });
  if (code !== 0) return null;
  return stdout.split('\n').flatMap((line) => {
    const [path = '', version = ''] = line.trim().split(' ');
    // The main module, and one replaced by a folder, have no version.
    return version === '' ? [] : [escaped(path, version)];
  });
}

const goModSchema = v.object({
  Go: v.optional(v.string(), '1.16'),
  Require: v.nullish(v.array(v.object({ Path: v.string(), Version: v.string() })), []),
  Replace: v.nullish(
    v.array(
      v.object({
        Old: v.object({ Path: v.string(), Version: v.optional(v.string()) }),
        New: v.object({ Path: v.string(), Version: v.optional(v.string()) }),
      }),
    ),
    [],
  ),
});

/**
 * The requirements in a go.mod. Since Go 1.17 these are all modules whose packages the main module
 * builds or tests (https://go.dev/ref/mod#graph-pruning). A job that only builds reads no more of
 * the graph, and then the build list cannot be computed offline. null: the go.mod is older.
 */
async function requirements({ go, env, signal }: CacheRequest, folder: string): Promise<readonly string[] | null> {
  const { code, stdout } = await runGo(go, ['mod', 'edit', '-json'], {
    env: { ...env, GOFLAGS: '', GOTOOLCHAIN: 'local' },
    cwd: folder,
    signal,
  });
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), goModSchema), stdout);
  if (code !== 0 || !parsed.success) return null;
  const { Go, Require, Replace } = parsed.output;
  const [major = 0, minor = 0] = Go.split('.').map(Number);
  if (major === 1 && minor < 17) return null;
  return (Require ?? []).flatMap(({ Path, Version }) => {
    const replacements = (Replace ?? []).filter(({ Old }) => Old.Path === Path);
    const replacement =
      replacements.find(({ Old }) => Old.Version === Version) ?? replacements.find(({ Old }) => !Old.Version);
    const { Path: path, Version: version } = replacement?.New ?? { Path, Version };
    return version === undefined ? [] : [escaped(path, version)];
  });
}

/** "M V h1:…" is the sum of the zip, "M V/go.mod h1:…" that of the go.mod. */
function parseGoSum(text: string): readonly { readonly module: string; readonly isGoMod: boolean }[] {
  return text.split('\n').flatMap((line) => {
    const [path = '', version = '', sum] = line.trim().split(/\s+/);
    if (sum === undefined) return [];
    return [{ module: escaped(path, version.replace(/\/go\.mod$/, '')), isGoMod: version.endsWith('/go.mod') }];
  });
}

function escaped(path: string, version: string): string {
  return `${escapePath(path)}@${escapePath(version)}`;
}
