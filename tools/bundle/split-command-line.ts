import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Plugin } from 'esbuild';
import { claims } from '../../src/cli/list/claims.ts';

/**
 * What the command line `import()`s goes into these bundles, which load when a command runs: `unlatch list`, `--help` and
 * mistakes end before that. The doctor's is separate, since a user waits for it.
 */
export const commandBundles = ['commands', 'diagnosis'] as const;
export const bundleOf = (file: string): (typeof commandBundles)[number] =>
  file.startsWith('src/cli/doctor/') ? 'diagnosis' : 'commands';

/** Files that are `import()`ed but stay in cli.cjs. */
const atStart = ['src/cli/list/execute.ts', 'src/cli/list/claims.ts'];

/** Moves what cli.cjs does not need into other bundles, and adds it to `late`: paths in this repository, with `/`. */
export function splitCommandLine(late: Set<string>): Plugin {
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
  if (!commander.includes(loaded))
    throw new Error('tools/bundle/split-command-line.ts: commander no longer loads node:child_process as it did');
  return commander.replace(loaded, '').replaceAll('childProcess.', "require('node:child_process').");
}

const root = join(import.meta.dirname, '../..');

function fileOf(path: string): string {
  return relative(root, path).replaceAll('\\', '/');
}
