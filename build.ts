/**
 * Bundles the command line and the action into dist/. `--check` builds elsewhere, and fails if dist/ differs. `--into=FOLDER`
 * leaves dist/ alone.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { claims } from './src/cli/list/claims.ts';
import { manPage } from './tools/man-page.ts';

const cli = 'src/cli.ts';
const entries = {
  main: 'src/action/main.ts',
  post: 'src/action/post.ts',
  'store-worker': 'src/cache/store/store-worker.ts',
};

/** Programs for the sandbox, each in one self-contained file. */
const programs = { doctor: 'src/doctor/program.ts', editor: 'src/lsp/editor.ts', proxy: 'src/lab/serve/proxy.ts' };

/**
 * Packages with a separate bundle, loaded at first use: node reads and parses a whole bundle before it runs the first
 * line, and `unlatch list` needs none of these.
 */
const apart = [
  'cli-progress',
  'cli-table3',
  'dockerode',
  'fflate',
  'jsonc-parser',
  'sucrase',
  'tar-fs',
  'tar-stream',
  'toml-eslint-parser',
  'vscode-languageserver-protocol',
  'yaml',
  'yauzl',
];

/**
 * What the command line `import()`s goes into these bundles, which load when a command runs: `unlatch list`, `--help` and
 * mistakes end before that. The doctor's is separate, since a user waits for it.
 */
const commandBundles = ['commands', 'diagnosis'] as const;
const bundleOf = (file: string): (typeof commandBundles)[number] =>
  file.startsWith('src/cli/doctor/') ? 'diagnosis' : 'commands';

/** The script and the style of a page; src/page/page-document.ts inserts them. */
const pageFiles = ['src/page/browser/main.ts', 'src/page/style.css'];

/** Files that are `import()`ed but stay in cli.cjs. */
const atStart = ['src/cli/list/execute.ts', 'src/cli/list/claims.ts'];

/** The command line's bundles share one copy of these, since `instanceof` fails across two copies of a class. */
const sharedFile = { errors: 'src/errors.ts' };

/** What may be both in cli.cjs and in a bundle that it loads: only functions and constants, no state and no classes. */
const twice =
  /^src\/(?:cli\/(?:fitting-ids|package-version)|doctor\/doctor-child|lab\/runtime\/host\/isolations)\.ts$|^package\.json$|\/leven\//;

/** The module of a package to bundle, if it is not the one that node loads. */
const bundled: Readonly<Record<string, string>> = {
  // node's finds its parts by a `require` that a bundler cannot see.
  'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
  'vscode-languageserver-protocol': 'vscode-languageserver-protocol/node',
};

/**
 * These two are two thirds of the toolkit, and most requests to the cache service need neither: one is for a proxy, the
 * other for an archive that exists. Each has a separate bundle, loaded at the first `new` of one of these classes. If the
 * toolkit imports another name, esbuild fails.
 */
const classesApart: Readonly<Record<string, { readonly bundle: string; readonly classes: readonly string[] }>> = {
  undici: { bundle: 'undici', classes: ['ProxyAgent'] },
  '@azure/storage-blob': { bundle: 'storage-blob', classes: ['BlobClient', 'BlockBlobClient'] },
};

/** Parts that are slow to load, `import()`ed only on request. */
const partsApart = {
  telemetry: 'src/trace/telemetry.ts',
  wrap: 'src/terminal/wrap.ts',
  's3-pool': 'src/cache/store/pool/s3-pool.ts',
};

const leaveApart: Plugin = {
  name: 'leave-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/(?:telemetry|terminal\/wrap|s3-pool)\.ts$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path, '.ts')}.cjs`, external: true } : null,
    );
    onResolve({ filter: /^[a-z0-9-]+(\/node)?$/ }, ({ path, kind }) => {
      const [name = ''] = path.split('/');
      return kind !== 'entry-point' && apart.includes(name) ? { path: `./${name}.cjs`, external: true } : null;
    });
  },
};

/**
 * @actions/core includes a client for identity tokens, and with it an HTTP client: half a megabyte that never runs. The
 * package does not declare its modules free of side effects, so this does.
 */
const shakeToolkit: Plugin = {
  name: 'shake-toolkit',
  setup: ({ onResolve, resolve }) => {
    onResolve({ filter: /^@actions\/(core|http-client)|\/oidc-utils/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === 'shaken') return null;
      const { kind, importer, namespace, resolveDir } = from;
      const found = await resolve(path, { kind, importer, namespace, resolveDir, pluginData: 'shaken' });
      return { ...found, sideEffects: false };
    });
  },
};

const loadLate: Plugin = {
  name: 'load-late',
  setup: ({ onResolve, onLoad }) => {
    const namespace = 'load-late';
    onResolve({ filter: /^(undici|@azure\/storage-blob)$/ }, ({ path, importer }) =>
      /[\\/]@actions[\\/]/.test(importer) ? { path, namespace } : null,
    );
    onResolve({ filter: /\.cjs$/, namespace }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace }, ({ path }) => {
      const { bundle = '', classes = [] } = classesApart[path] ?? {};
      const stand = `const late = (name) => new Proxy(function () {}, {
  construct: (_, args) => new (require("./${bundle}.cjs")[name])(...args),
  get: (_, key) => require("./${bundle}.cjs")[name][key],
});\n`;
      return { contents: stand + classes.map((name) => `export const ${name} = late("${name}");\n`).join('') };
    });
  },
};

/** Moves what cli.cjs does not need into other bundles, and adds it to `late`: paths in this repository, with `/`. */
function splitCommandLine(late: Set<string>): Plugin {
  const namespace = 'late-command';
  return {
    name: 'split-command-line',
    setup: ({ onResolve, onLoad, resolve }) => {
      onResolve({ filter: /^\.\.?\// }, async ({ path, kind, pluginData, ...from }) => {
        if (kind !== 'dynamic-import' || pluginData === 'late' || from.namespace === namespace) return null;
        const { importer, resolveDir } = from;
        const found = await resolve(path, {
          kind,
          importer,
          namespace: from.namespace,
          resolveDir,
          pluginData: 'late',
        });
        const file = fileOf(found.path);
        if (found.errors.length > 0 || found.external || atStart.includes(file)) return found;
        late.add(file);
        return { path: file, namespace };
      });
      onResolve({ filter: /\.cjs$/, namespace }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: `module.exports = require("./${bundleOf(path)}.cjs")[${JSON.stringify(path)}];`,
      }));
      onLoad({ filter: /[\\/]list[\\/]claims\.ts$/ }, () => ({
        contents: `export const claims = ${JSON.stringify(claims, null, 1)};`,
      }));
      onLoad({ filter: /[\\/]commander[\\/]lib[\\/]command\.js$/ }, async ({ path }) => ({
        contents: withoutChildProcess(await readFile(path, 'utf8')),
      }));
    },
  };
}

/** commander loads child_process at its start, for commands that are separate programs. Ours are not, and loading it costs 4 ms. */
function withoutChildProcess(commander: string): string {
  const loaded = "const childProcess = require('node:child_process');\n";
  if (!commander.includes(loaded)) throw new Error('build.ts: commander no longer loads node:child_process as it did');
  return commander.replace(loaded, '').replaceAll('childProcess.', "require('node:child_process').");
}

const shareErrors: Plugin = {
  name: 'share-errors',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/errors\.ts$/ }, () => ({ path: './errors.cjs', external: true }));
  },
};

function fileOf(path: string): string {
  return relative(import.meta.dirname, path).replaceAll('\\', '/');
}

interface Outputs extends BuildOptions {
  readonly outdir: string;
  readonly outExtension: Record<string, string>;
}

/** Bundles cli.cjs and what it loads. */
async function bundleCommandLine({ outdir, outExtension, ...options }: Outputs): Promise<void> {
  const outputs = { outdir, outExtension };
  await build({ ...options, ...outputs, entryPoints: sharedFile });
  const late = new Set<string>();
  const plugins = [leaveApart, shareErrors];
  const thin = await build({
    ...options,
    ...outputs,
    entryPoints: { cli },
    metafile: true,
    plugins: [...plugins, splitCommandLine(late)],
  });
  for (const name of commandBundles) {
    const files = [...late].filter((file) => bundleOf(file) === name).sort();
    const getters = files.map((file) => `get ${JSON.stringify(file)}() { return require("./${file}"); },\n`);
    const { metafile } = await build({
      ...options,
      stdin: { contents: `module.exports = {\n${getters.join('')}};\n`, resolveDir: import.meta.dirname },
      outfile: join(outdir, `${name}.cjs`),
      metafile: true,
      plugins,
    });
    const doubled = Object.keys(metafile.inputs).filter((file) => file in thin.metafile.inputs && !twice.test(file));
    if (doubled.length > 0) throw new Error(`build.ts: both cli.cjs and ${name}.cjs contain ${doubled.join(', ')}`);
  }
}

/** Small, since each page has a copy; and for browsers that can inflate (2023). */
async function bundlePage(outdir: string): Promise<void> {
  await build({
    // page.js and page.css
    entryPoints: pageFiles.map((file) => ({ in: file, out: 'page' })),
    outdir,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'],
    legalComments: 'inline',
    logLevel: 'warning',
  });
}

const lateBundles = Object.fromEntries(Object.entries(classesApart).map(([name, { bundle }]) => [bundle, name]));

async function bundle(outdir: string): Promise<void> {
  const options = {
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['*.node', 'cpu-features'],
    define: { 'import.meta.url': '__url' },
    banner: { js: 'const __url=require("node:url").pathToFileURL(__filename).href;' },
    legalComments: 'inline',
    logLevel: 'warning',
  } satisfies BuildOptions;
  await build({ ...options, entryPoints: programs });
  await bundlePage(outdir);
  await bundleCommandLine(options);
  await build({ ...options, entryPoints: { 's3-pool': partsApart['s3-pool'] }, plugins: [leaveApart, shareErrors] });
  await build({
    ...options,
    entryPoints: {
      ...entries,
      telemetry: partsApart.telemetry,
      wrap: partsApart.wrap,
      ...lateBundles,
      ...Object.fromEntries(apart.map((name) => [name, bundled[name] ?? name])),
    },
    plugins: [leaveApart, loadLate, shakeToolkit],
  });
  await writeFile(join(outdir, 'unlatch.1'), manPage());
}

const [, into] = /^--into=(.+)$/.exec(process.argv[2] ?? '') ?? [];
if (into !== undefined) {
  await bundle(into);
} else if (process.argv.includes('--check')) {
  const fresh = await mkdtemp(join(tmpdir(), 'dist-'));
  try {
    await bundle(fresh);
    const names = new Set([...(await readdir(fresh)), ...(await readdir('dist'))]);
    for (const name of names) {
      const [built, committed] = await Promise.all([fresh, 'dist'].map((folder) => contentOf(join(folder, name))));
      if (built !== committed) {
        process.stderr.write(`dist/${name} differs from what the sources build: run \`npm run build\` and commit it\n`);
        process.exitCode = 1;
      }
    }
  } finally {
    await rm(fresh, { recursive: true });
  }
} else {
  await bundle('dist');
  const wanted = [entries, programs, partsApart, lateBundles]
    .flatMap(Object.keys)
    .concat('cli', commandBundles, Object.keys(sharedFile), apart)
    .map((name) => `${name}.cjs`)
    .concat('unlatch.1', 'page.js', 'page.css');
  for (const name of await readdir('dist')) if (!wanted.includes(name)) await rm(join('dist', name));
}

async function contentOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
