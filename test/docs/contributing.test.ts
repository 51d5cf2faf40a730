/** Follows the steps of CONTRIBUTING.md literally. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { provisionGo } from '../../src/go/provision/provision-go.ts';
import { storeDir } from '../../src/go/store/store.ts';
import { resolveGoVersion } from '../../src/go/versions.ts';
import { packageRoot } from '../../src/package-root.ts';
import { cliForAll, placeForAll } from '../e2e/cli/cli-of-file.ts';
import { missingHost } from '../lab/a-run.ts';

const cli = cliForAll();
const place = placeForAll(cli);
let go: string;
beforeAll(async () => {
  go = await resolveGoVersion('stable', { env: process.env, prefer: 'matrix' });
  await provisionGo(go, { env: process.env, from: 'store' });
}, 600_000);

const missing = missingHost ?? (spawnSync('strace', ['--version']).status === 0 ? null : 'strace');
if (process.env['CI'] === 'true' && missing !== null) throw new Error(`these tests need ${missing}`);

describe.skipIf(missing !== null)(`a scenario in five steps (needs: ${missing ?? 'nothing more'})`, () => {
  test('is a no-op after step one, reproduces with the fault of step two, and is as expected after step three', async () => {
    const [noOp = '', imports = '', fault = ''] = codeBlocks(
      await readFile(join(packageRoot(), 'CONTRIBUTING.md'), 'utf8'),
    );
    const faulty = noOp.replace(/^import .*\n/, imports).replace(/^ {2}check:/m, `${fault}$&`);
    expect(faulty).not.toBe(noOp);
    const expecting = faulty.replace("expect: 'not-reproduced'", "expect: 'reproduced'");

    expect(await run(noOp)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/✓ modcache-mine +not reproduced/),
    });
    expect(await run(faulty)).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^✗ modcache-mine .*: reproduced, expected: not reproduced/),
    });
    const { code, stdout } = await run(expecting);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/✓ modcache-mine +reproduced \(1 of 1 trial, [1-9]\d* hits?\)/),
    });
  }, 300_000);

  async function run(text: string) {
    await place.write('scenarios/modcache/modcache-mine.ts', text);
    const env = { UNLATCH_HOME: storeDir(process.env), COLUMNS: '160' };
    return await place.run(['run', 'scenarios/modcache/modcache-mine.ts', '--runtime', 'host', '--go', go], { env });
  }
});

/** The files that a reader creates. */
const ofTheReader = [
  'scenarios/modcache/modcache-mine.ts',
  'scenarios/modcache/mine.ts',
  'src/lab/fault/mkdir-refused.ts',
  'src/doctor/finding/settings/go-work-off.ts',
  'src/cache/kinds/staticcheck.ts',
  'src/cli/where/',
  'src/go/source/folder-source.ts',
];

test('every file and folder that the text names exists, except those that the reader creates', async () => {
  const text = await readFile(join(packageRoot(), 'CONTRIBUTING.md'), 'utf8');
  const named = text.matchAll(/(?<![\w./])(?:src|test|docs|scenarios|sandbox|tools|bench)\/[\w./-]*[\w/]/g);
  const paths = [...new Set(Array.from(named, ([path]) => path))];
  expect(paths.length).toBeGreaterThan(40);
  const absent = paths.filter((path) => !existsSync(join(packageRoot(), path)));
  expect(absent.sort()).toEqual([...ofTheReader].sort());
});

/** The TypeScript blocks, without the indent of their list. */
function codeBlocks(markdown: string): readonly string[] {
  return Array.from(markdown.matchAll(/^( *)```ts\n([\s\S]*?)^ *```$/gm), ([, indent = '', text = '']) =>
    text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}
