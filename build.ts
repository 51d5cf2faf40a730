/**
 * Bundles the command line and the action into dist/. `--check` builds elsewhere, and fails if dist/ differs. `--into=FOLDER`
 * leaves dist/ alone.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { lateBundles, loadLate } from './tools/bundle/load-late.ts';
import { shakeToolkit } from './tools/bundle/shake-toolkit.ts';
import { bundleOf, commandBundles, splitCommandLine } from './tools/bundle/split-command-line.ts';
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

/** The script and the style of a page; src/page/page-document.ts inserts them. */
const pageFiles = ['src/page/browser/main.ts', 'src/page/style.css'];

/** The command line's bundles share one copy of these, since `instanceof` fails across two copies of a class. */
const sharedFile = { errors: 'src/errors.ts' };

/** What may be both in cli.cjs and in a bundle that it loads: only functions and constants, no state and no classes. */
const twice =
  /^src\/(?:cli\/(?:fitting-ids|package-version)|doctor\/doctor-child|lab\/runtime\/host\/isolations|process\/interruption)\.ts$|^package\.json$|\/leven\//;

/** The module of a package to bundle, if it is not the one that node loads. */
const bundled: Readonly<Record<string, string>> = {
  // node's finds its parts by a `require` that a bundler cannot see.
  'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
  'vscode-languageserver-protocol': 'vscode-languageserver-protocol/node',
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

const shareErrors: Plugin = {
  name: 'share-errors',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/errors\.ts$/ }, () => ({ path: './errors.cjs', external: true }));
  },
};

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
