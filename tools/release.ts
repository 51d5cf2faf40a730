/**
 * `npm run release -- FOLDER`: the files of a release. The npm package, the single executable, the bill of materials of both, and their
 * checksums. Publishes nothing: .github/workflows/release.yml does, after this.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSea } from './sea.ts';

const root = join(import.meta.dirname, '..');

/** @param folder made if it is not there; must be empty. */
export async function makeRelease(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);
  const npm = (...args: readonly string[]) =>
    execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 });
  npm('pack', '--silent', '--pack-destination', folder);
  await buildSea(join(folder, `unlatch-${process.platform}-${process.arch}`));
  // The bundles hold what npm calls development dependencies.
  writeFileSync(join(folder, 'unlatch.cdx.json'), npm('sbom', '--sbom-format', 'cyclonedx'));
  const sums = readdirSync(folder)
    .sort()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}  ${name}\n`,
    );
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
}

if (import.meta.main) {
  const [, , folder] = process.argv;
  if (folder === undefined) throw new Error('say into which folder: npm run release -- FOLDER');
  await makeRelease(resolve(folder));
}
