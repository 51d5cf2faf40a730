/** Bundles the command line into dist/. `--check` builds beside it and fails when dist/ is not what the sources build. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const entries = { cli: 'src/cli.ts', editor: 'src/lsp/editor.ts', proxy: 'src/lab/serve/proxy.ts' };

/**
 * Packages that get a bundle of their own beside the entries: node reads and parses a bundle from end to end before it
 * runs the first line, and `unlatch list` needs none of these. They are loaded where they are first used.
 */
const apart = ['cli-progress', 'cli-table3', 'dockerode', 'fflate', 'sucrase', 'tar-fs', 'tar-stream', 'yauzl'];

const leaveApart: Plugin = {
  name: 'leave-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^[a-z0-9-]+$/ }, ({ path, kind }) =>
      kind !== 'entry-point' && apart.includes(path) ? { path: `./${path}.cjs`, external: true } : null,
    );
  },
};

async function bundle(outdir: string): Promise<void> {
  await build({
    entryPoints: { ...entries, ...Object.fromEntries(apart.map((name) => [name, name])) },
    plugins: [leaveApart],
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
  const wanted = [...Object.keys(entries), ...apart].map((name) => `${name}.cjs`);
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
