/**
 * Bundles the command line and the action into dist/. `--check` builds beside it and fails when dist/ is not what the
 * sources build.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

const entries = {
  main: 'src/action/main.ts',
  post: 'src/action/post.ts',
  cli: 'src/cli.ts',
  'store-worker': 'src/cache/store/store-worker.ts',
};

/** What goes into a sandbox, each a file that stands alone. */
const programs = { doctor: 'src/doctor/program.ts', editor: 'src/lsp/editor.ts', proxy: 'src/lab/serve/proxy.ts' };

/**
 * Packages that get a bundle of their own beside the entries: node reads and parses a bundle from end to end before it
 * runs the first line, and `unlatch list` needs none of these. They are loaded where they are first used.
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

/** Which of a package's modules is the one to bundle, where it is not the first that node would load. */
const bundled: Readonly<Record<string, string>> = {
  // The one that node would load finds its own parts by a `require` that no bundler sees.
  'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
  'vscode-languageserver-protocol': 'vscode-languageserver-protocol/node',
};

/**
 * Of the toolkit's own packages these two are two thirds, and most questions to the cache service never come to them: one is for
 * a proxy, the other for an archive that is there. They get a bundle of their own, which is loaded at the first `new` of
 * one of these classes. Where the toolkit begins to import another name, esbuild fails.
 */
const classesApart: Readonly<Record<string, { readonly bundle: string; readonly classes: readonly string[] }>> = {
  undici: { bundle: 'undici', classes: ['ProxyAgent'] },
  '@azure/storage-blob': { bundle: 'storage-blob', classes: ['BlobClient', 'BlockBlobClient'] },
};

/** A part of the command line that is dear to load, likewise: src/trace/telemetry.ts is `import`ed where it is wanted. */
const partsApart = { telemetry: 'src/trace/telemetry.ts' };

const leaveApart: Plugin = {
  name: 'leave-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/telemetry\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './telemetry.cjs', external: true } : null,
    );
    onResolve({ filter: /^[a-z0-9-]+(\/node)?$/ }, ({ path, kind }) => {
      const [name = ''] = path.split('/');
      return kind !== 'entry-point' && apart.includes(name) ? { path: `./${name}.cjs`, external: true } : null;
    });
  },
};

/**
 * @actions/core comes with a client for identity tokens, and that with a whole HTTP client: half a megabyte that is never
 * run. The package does not say that its modules have no side effects, so esbuild must be told.
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
  await build({
    ...options,
    entryPoints: {
      ...entries,
      ...partsApart,
      ...lateBundles,
      ...Object.fromEntries(apart.map((name) => [name, bundled[name] ?? name])),
    },
    plugins: [leaveApart, loadLate, shakeToolkit],
  });
}

if (process.argv.includes('--check')) {
  const fresh = await mkdtemp(join(tmpdir(), 'dist-'));
  try {
    await bundle(fresh);
    const names = new Set([...(await readdir(fresh)), ...(await readdir('dist'))]);
    for (const name of names) {
      const [built, committed] = await Promise.all([fresh, 'dist'].map((folder) => contentOf(join(folder, name))));
      if (built !== committed) {
        process.stderr.write(`dist/${name} is not what the sources build: run \`npm run build\` and commit it\n`);
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
    .concat(apart)
    .map((name) => `${name}.cjs`);
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
