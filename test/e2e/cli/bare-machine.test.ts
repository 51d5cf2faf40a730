/**
 * The first command of README on a fresh machine, without what these tests install: bubblewrap, strace, an engine. Runs as
 * this user, and if this is root, also as an ordinary user.
 */
import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostPlatform, platformKey } from '../../../src/go/platform.ts';
import type { Report } from '../../../src/lab/cell-report.ts';
import { aRealGo } from '../../integration/lab/a-real-go.ts';
import { realToolchains } from '../../lab/a-gopls-run.ts';
import { missingHost } from '../../lab/a-run.ts';
import { linkTree } from '../tools/link-tree.ts';
import { aCli, aPathWithout, type Cli } from './a-cli.ts';

const installed = ['bwrap', 'strace', 'bindfs', 'docker', 'dockerd', 'fusermount', 'fusermount3', 'lsof'];
/** The smallest Debian image lacks this too. Then neither unshare nor bubblewrap has a loopback device. */
const smallest = ['git', 'ps', 'pgrep', 'ss', 'ip'];
const isRoot = process.getuid?.() === 0;
/** Scenarios that depend on permissions, that wait, and that need strace, a mount, git. */
const ids = [
  'modcache-restored-twice',
  'modcache-lock-held',
  'modcache-lock-left',
  'flock-not-exclusive',
  'vcs-stamping',
];

describe.skipIf(missingHost !== null)(`a bare machine (needs: ${missingHost ?? 'nothing more'})`, () => {
  let cli: Cli;
  beforeAll(async () => {
    cli = await aCli();
  });
  afterAll(() => cli?.[Symbol.asyncDispose]());

  test.each([
    ['this user', [], installed, null],
    ['this user, where next to nothing is installed', [], [...installed, ...smallest], 'git: git is not installed'],
    ['an ordinary user', ['setpriv', '--reuid=12345', '--regid=12345', '--clear-groups'], installed, null],
  ] as const)(
    'judges what it can as %s, names what is missing, and exits 0',
    async (who, wrap, lacking, git) => {
      if (wrap.length > 0 && !isRoot) return;
      await using place = await cli.place();
      const go = (await aRealGo()).go;
      // This user has a separate home.
      const copy = join(place.store, 'go', `${go.version}-${platformKey(hostPlatform())}`);
      await mkdir(dirname(copy), { recursive: true });
      linkTree(dirname(go.goroot), copy);
      const tmp = await mkdirFor(join(place.path, 'own-tmp'), wrap.length > 0);
      const env = {
        ...realToolchains(),
        HOME: tmp,
        UNLATCH_HOME: place.store,
        TMPDIR: tmp,
        PATH: await aPathWithout(join(place.path, 'bin'), ...lacking),
        DOCKER_HOST: `unix://${place.path}/no-engine`,
      };
      const { code, stdout, stderr } = await place.run(['run', '--go', go.version, '--json', '-', ...ids], {
        env,
        wrap,
      });
      expect({ who, code, stderr }).toMatchObject({ code: 0 });
      const { cells } = JSON.parse(stdout) as Report;
      const skipped = Object.fromEntries(cells.map((cell) => [cell.scenario, cell.skipped]));
      expect(skipped).toMatchObject({
        'modcache-lock-held': null,
        'modcache-lock-left': 'ptrace: strace is not installed',
        'vcs-stamping': git,
        'flock-not-exclusive': expect.stringMatching(/^fuse: /),
      });
      // As root, the marker is not enough for it.
      expect([null, 'user: without a user namespace trials run as uid 0 here']).toContain(
        skipped['modcache-restored-twice'],
      );
    },
    600_000,
  );
});

async function mkdirFor(folder: string, others: boolean): Promise<string> {
  await mkdir(folder);
  if (others) await chmod(folder, 0o1777);
  return folder;
}
