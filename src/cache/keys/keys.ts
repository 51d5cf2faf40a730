import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PerKind } from '../kind.ts';
import type { ImageFormat } from '../layer/image-format.ts';
import type { LayerKind } from '../layer/layer-manifest.ts';
import { type NeedId, noFamily } from '../modules/module-needs.ts';
import type { CacheRequest } from '../request.ts';
import type { CacheKey, KeyPart } from './cache-key.ts';
import { findDependencyFiles } from './dependency-files.ts';
import type { KeyFacts } from './key-facts.ts';
import { type LintFacts, readLintFacts } from './lint-facts.ts';
import { findModuleFiles, type ModuleFiles } from './module-files.ts';
import { readableText } from './readable-text.ts';
import { runGit } from './run-git.ts';

/** Version of the archive layout and of the keys. Different versions share nothing. */
const schema = 3;

/** The filesystem of the layers of a cache; null: it is an archive. */
export type LayerFormats = Readonly<Record<LayerKind, ImageFormat | null>>;

/** An archive of one form is of no use to a job of another. The names are older than the input's values. */
const kindOfModules = { zips: 'modules', extracted: 'trees', trees: 'trees-alone', off: 'modules' } as const;

const noLayers: LayerFormats = { modules: null, build: null };

/**
 * Computes the keys of all archives. An archive is saved under its key plus a digest of its
 * content, so a job that makes more can save more although nothing in the key has changed.
 *
 * @param formats which of them are layers
 */
export async function computeKeys(
  request: CacheRequest,
  facts: KeyFacts,
  formats: LayerFormats = noLayers,
): Promise<PerKind<CacheKey>> {
  const { workspace, env, workflow, job, matrix, keySuffix, dependencyPaths } = request;
  const caches = [facts.gocache, facts.gomodcache];
  const [files, named, tree, lint] = await Promise.all([
    findModuleFiles(request, caches),
    findDependencyFiles(workspace, dependencyPaths, caches),
    runGit(['rev-parse', 'HEAD^{tree}'], workspace, env, request.signal),
    request.lint === 'off' ? null : readLintFacts(request, caches),
  ]);
  const moduleFiles = [...files.goMods, ...files.goSums, ...files.goWorks];
  const besides = named.filter((path) => !moduleFiles.includes(path));
  const dependencies = await hashDependencies(workspace, moduleFiles, besides);
  const need = await needIdOf(workspace, files, dependencies);
  const deps: KeyPart = {
    name: 'deps',
    value: dependencies,
    from: `go.mod, go.sum and go.work of ${counted(files.goMods.length, 'module')}${dependencyPaths.length === 0 ? '' : `, and ${counted(besides.length, 'other file')} of cache-dependency-path`}`,
  };
  const suffix: readonly KeyPart[] =
    keySuffix === '' ? [] : [{ name: 'suffix', value: plain(keySuffix), from: 'the cache-key-suffix input' }];
  const modules = [
    formats.modules === null ? kindPart(kindOfModules[request.modules]) : layerPart('modules', formats.modules),
    // Always present: else the prefix would also match all archives with a suffix.
    suffix[0] ?? { name: 'suffix', value: '', from: 'no cache-key-suffix input' },
  ];
  /** The parts of an archive that each system, Go and job has for itself. */
  const own = (
    kind: string,
    settings: Readonly<Record<string, string>>,
    besides: readonly KeyPart[] = [],
  ): readonly KeyPart[] => [
    kind === 'build' && formats.build !== null ? layerPart(kind, formats.build) : kindPart(kind),
    ...suffix,
    { name: 'system', value: `${process.platform}-${process.arch}`, from: 'the runner' },
    { name: 'go', value: plain(facts.version), from: 'go env GOVERSION' },
    settingsPart(settings),
    ...besides,
    {
      name: 'job',
      value: [
        ...(workflow === '' ? [] : [digest(workflow, 6)]),
        plain(job),
        ...(matrix === '' ? [] : [digest(matrix, 6)]),
      ].join('.'),
      from: `${workflow === '' ? 'the job' : `the job, of the workflow ${workflow}`}${matrix === '' ? '' : `, and its matrix ${matrix}`}`,
    },
    deps,
    {
      name: 'tree',
      value: tree === null ? 'none' : tree.trim().slice(0, 12),
      from: tree === null ? 'no git repository' : 'git rev-parse HEAD^{tree}',
    },
  ];
  // A build cache of another Go has no entries that this one would look up.
  const rungs = ['settings', 'job', 'deps', 'tree'];
  return {
    // All jobs of a repository share the newest archive, which holds what each of them needs.
    modules:
      formats.modules === null
        ? { ...keyOf(modules, ['suffix']), parts: [...modules, deps], need }
        : keyOf([...modules, deps], ['suffix', 'deps']),
    build: keyOf(own('build', facts.settings), rungs),
    // Nor does the cache of another golangci-lint. One of other settings may: not all are in its
    // salt.
    lint: keyOf(own('lint', facts.toolSettings, lint === null ? [] : lintParts(lint)), ['linter', ...rungs.slice(1)]),
    // No gopls version: gopls keeps each executable's entries in a folder of its own.
    gopls: keyOf(own('gopls', facts.toolSettings), rungs),
  };
}

function kindPart(name: string): KeyPart {
  return { name: 'kind', value: `unlatch-${name}-${schema}`, from: 'the archive' };
}

/** A mounted file belongs to the user of the job that saved it. */
function layerPart(name: string, format: ImageFormat): KeyPart {
  const uid = process.getuid?.() ?? 0;
  return {
    name: 'kind',
    value: `unlatch-${name}-${schema}.${format}.${uid}`,
    from: `layers of ${format}, of user ${uid}`,
  };
}

function settingsPart(settings: Readonly<Record<string, string>>): KeyPart {
  const sorted = Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name: 'settings',
    value: digest(JSON.stringify(sorted), 8),
    from: sorted.map(([name, value]) => `${name}=${value}`).join(' '),
  };
}

function lintParts({ version, files, digest: ofFiles }: LintFacts): readonly KeyPart[] {
  return [
    version === null
      ? { name: 'linter', value: 'any', from: 'no golangci-lint on PATH when the step began' }
      : { name: 'linter', value: plain(version), from: 'golangci-lint --version' },
    {
      name: 'config',
      value: ofFiles.slice(0, 8),
      from: files.length === 0 ? 'no golangci-lint configuration' : files.join(' '),
    },
  ];
}

/** @param rungs names of the parts after which a prefix may end. */
function keyOf(parts: readonly KeyPart[], rungs: readonly string[]): CacheKey {
  const upTo = (index: number) =>
    parts
      .slice(0, index + 1)
      .map(({ value }) => `${value}-`)
      .join('');
  const prefixes = parts.flatMap(({ name }, index) => (rungs.includes(name) ? [upTo(index)] : [])).reverse();
  return { key: upTo(parts.length - 1), prefixes, parts, need: null };
}

/**
 * Whether the matched key has the whole key as a prefix. Not for modules. act and the cache service
 * differ in upper and lower case.
 */
export function isExactHit(key: CacheKey, matchedKey: string): boolean {
  return matchedKey.toLowerCase().startsWith(key.key.toLowerCase());
}

/**
 * The key under which to save an archive of these files.
 *
 * @param besides other content that must change the key
 */
export function keyToSave(
  key: CacheKey,
  entries: readonly { readonly path: string; readonly crc32: string }[],
  besides = '',
): string {
  const lines = entries.map(({ path, crc32 }) => `${path} ${crc32}\n`).sort();
  return `${key.key}${digest(lines.join('') + besides, contentLength)}`;
}

/** Of the digest of the content, in hex. */
const contentLength = 8;

/** The CacheKey.key that `keyToSave` was given. */
export function slotOf(savedKey: string): string {
  return savedKey.slice(0, -contentLength);
}

/** The id of a job's needs, from the current module files of the workspace. */
export async function findNeedId(request: CacheRequest, caches: readonly string[]): Promise<NeedId> {
  return await needIdOf(request.workspace, await findModuleFiles(request, caches), null);
}

/** @param key null: use the hash of the module files alone */
async function needIdOf(workspace: string, files: ModuleFiles, key: string | null): Promise<NeedId> {
  const paths = [...files.goMods, ...files.goSums, ...files.goWorks];
  const deps = await hashDependencies(workspace, paths, []);
  const modules = [...files.goMods, ...files.goWorks];
  return { family: modules.length === 0 ? noFamily : digest(modules.join('\n'), 8), deps, key: key ?? deps };
}

/**
 * Hashes go's own files without what does not affect the needs: comments, order, line ends, the
 * module's own name.
 */
async function hashDependencies(
  workspace: string,
  paths: readonly string[],
  besides: readonly string[],
): Promise<string> {
  const contents = await Promise.all(
    paths.map(async (path) => {
      const lines = (await readableText(join(workspace, path)))
        .split(/\r?\n/)
        .map((line) => line.replace(/\/\/.*/, '').trim());
      return `${path}\n${lines
        .filter((line) => line !== '' && !line.startsWith('module '))
        .sort()
        .join('\n')}\n`;
    }),
  );
  for (const path of besides) contents.push(`${path}\n${await readableText(join(workspace, path))}`);
  return digest(contents.join('\n'), 12);
}

function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

/** A key may have no commas and at most 512 characters (toolkit cache.ts, checkKey). */
function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9._]+/g, '_').slice(0, 60);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
