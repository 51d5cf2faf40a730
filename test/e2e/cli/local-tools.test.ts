/** `--go local` and `--gopls local`: the binaries on PATH, without a download and without a build. */
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { matrixVersions } from '../../../src/cli/matrix-versions.ts';
import { provisionGo } from '../../../src/go/provision/provision-go.ts';
import { provisionGopls } from '../../../src/go/provision/provision-gopls.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { aPlace, type Place } from './a-cli.ts';

/** Its symptom is what the two programs say about themselves. */
const mine = `import { defineScenario, failsWith } from 'unlatch';

export default defineScenario({
  claim: 'This gopls and this go run here.',
  source: 'a test',
  cells: [{ gopls: '>=0.1', expect: 'reproduced' }],
  files: '',
  workers: [{ name: 'both', run: 'go version >&2; gopls version >&2; exit 1' }],
  check: failsWith(/go version go1[^]*golang.org.x.tools.gopls v/),
});
`;

/** The bundles: trials with gopls need the editor beside the command line. */
const cli = join(packageRoot(), 'dist/cli.cjs');
const usual = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

describe.runIf(process.platform === 'linux')('local', () => {
  let goroot: string;
  let gopls: string;
  const { go = '', gopls: version = '' } = matrixVersions().gopls.at(-1) ?? {};

  beforeAll(async () => {
    goroot = (await provisionGo(go, { env: process.env, from: 'store' })).goroot;
    gopls = (await provisionGopls(version, { env: process.env })).path;
  }, 600_000);

  /** A folder for PATH, with a gopls that lies elsewhere, as in a version manager. */
  async function withGopls(place: Place, make: (file: string) => Promise<void>): Promise<Record<string, string>> {
    const bin = join(place.path, 'bin');
    await mkdir(bin);
    await make(join(bin, 'gopls'));
    return { PATH: `${bin}:${goroot}/bin:${usual}` };
  }

  test('runs the go and the gopls on PATH without a network, and each report says so', async () => {
    await using place = await aPlace(cli);
    const env = await withGopls(place, (file) => symlink(gopls, file));
    await place.write('mine.ts', mine);
    const ended = await place.run(
      ['run', './mine.ts', '--go', 'local', '--gopls', 'local', '--trials', '1'].concat([
        '--json',
        'run.json',
        '--markdown',
        'run.md',
        '--html',
        'run.html',
        '--out',
        'histories',
      ]),
      { env },
    );
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.stderr).toContain(`go ${go} in ${goroot}; gopls ${version}, built with Go `);
    const read = (name: string) => readFile(join(place.path, name), 'utf8');
    const [cell] = JSON.parse(await read('run.json')).cells;
    expect(cell).toMatchObject({
      ...{ go, gopls: version, runtime: 'host', verdict: 'reproduced' },
      local: { go: true, gopls: { builtWith: expect.stringMatching(/^1\.\d+/) } },
    });
    expect(await read('run.md')).toContain(`${go} (${version}), local`);
    expect(await read('run.html')).toContain('are this machine’s own, unverified');
    // Nothing was downloaded or built: the store has the go of the test and a copy of the gopls.
    expect((await readdir(place.store)).filter((name) => name !== 'tmp').sort()).toEqual(['go', 'local']);
    expect(await readdir(join(place.path, 'histories/mine'))).toEqual([`${go}-gopls${version}-host-local`]);
    const again = await place.run(['check', 'histories', './mine.ts', '--json', '-'], { env });
    expect(JSON.parse(again.stdout).cells[0].local).toEqual(cell.local);
  });

  test('is a mistake if nothing of that name is on PATH, or it is no release', async () => {
    await using bare = await aPlace(cli);
    const none = await bare.run(['run', '--gopls', 'local'], { env: { PATH: `${goroot}/bin:${usual}` } });
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('there is no gopls on PATH') });
    const installed = join(bare.path, 'go/bin/gopls');
    await bare.write('go/bin/gopls', '#!/bin/sh\n');
    await chmod(installed, 0o755);
    const odd = await bare.run(['run', '--gopls', 'local'], { env: { PATH: `${goroot}/bin:${usual}` } });
    expect(odd).toMatchObject({ code: 2, stderr: expect.stringContaining(`${installed}: it is no Go program`) });
    await using place = await aPlace(cli);
    const env = await withGopls(place, (file) => writeFile(file, '#!/bin/sh\nexec gopls "$@"\n', { mode: 0o755 }));
    const wrapper = await place.run(['run', '--gopls', 'local'], { env });
    expect(wrapper).toMatchObject({ code: 2, stderr: expect.stringContaining('it is no Go program') });
  });

  test('--go tip is a mistake without a gotip, with one that is a release, and together with local', async () => {
    await using place = await aPlace(cli);
    const none = await place.run(['run', '--go', 'tip'], { env: { PATH: usual } });
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('there is no gotip on PATH') });
    const both = await place.run(['run', '--go', 'tip,local'], { env: { PATH: usual } });
    expect(both).toMatchObject({ code: 2, stderr: expect.stringContaining('exclude each other') });
    const bin = join(place.path, 'bin');
    await mkdir(bin);
    await symlink(join(goroot, 'bin/go'), join(bin, 'gotip'));
    const release = await place.run(['run', '--go', 'tip'], { env: { PATH: `${bin}:${usual}` } });
    expect(release).toMatchObject({ code: 2, stderr: expect.stringContaining('is no development build of Go') });
  });
});
