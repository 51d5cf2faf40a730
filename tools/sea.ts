/**
 * `npm run build:sea [-- FILE]`: one executable file for this Linux, of the node of node_modules and of what npm packs.
 * https://nodejs.org/api/single-executable-applications.html
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { inject } from 'postject';

const root = join(import.meta.dirname, '..');

/** Of which node looks whether it is there: lib/internal/main/embedding.js */
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/** @param out its path. Needs strip (binutils), which makes node smaller by a seventh. */
export async function buildSea(out: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'sea-'));
  try {
    const packed = execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    const [{ files }] = JSON.parse(packed.slice(packed.indexOf('['))) as [{ files: readonly { path: string }[] }];
    const names = files.map(({ path }) => path).filter((path) => !/\.(?:md|1)$/.test(path));
    const list = join(scratch, 'files.json');
    // What a run reads as a file.
    const unpacked = names.filter(
      (name) => !name.startsWith('dist/') || /\/(?:(?:doctor|editor|proxy)\.cjs|page\.(?:js|css))$/.test(name),
    );
    writeFileSync(list, JSON.stringify(unpacked));
    const main = join(scratch, 'main.cjs');
    await build({
      entryPoints: [join(import.meta.dirname, 'sea-main.ts')],
      outfile: main,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
    });
    const config = join(scratch, 'sea.json');
    const blob = join(scratch, 'blob');
    const assets = { ...Object.fromEntries(names.map((name) => [name, join(root, name)])), 'files.json': list };
    writeFileSync(config, JSON.stringify({ main, output: blob, disableExperimentalSEAWarning: true, assets }));
    execFileSync(process.execPath, ['--experimental-sea-config', config], { stdio: 'pipe' });
    const program = join(scratch, 'unlatch');
    copyFileSync(process.execPath, program);
    chmodSync(program, 0o755);
    execFileSync('strip', [program], { stdio: 'pipe' });
    await inject(program, 'NODE_SEA_BLOB', readFileSync(blob), { sentinelFuse: fuse });
    mkdirSync(dirname(out), { recursive: true });
    copyFileSync(program, out);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

if (import.meta.main) {
  const out = resolve(process.argv[2] ?? join(root, 'build', `unlatch-${process.platform}-${process.arch}`));
  await buildSea(out);
  process.stdout.write(`${out}: ${(statSync(out).size / 1e6).toFixed(0)} MB\n`);
}
