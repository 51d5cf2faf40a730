/** `unlatch doctor` with a filesystem that does not answer: of FUSE, with its server stopped. */

import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnosis } from '../../../src/doctor/judge/diagnose.ts';
import { hostRuntime } from '../../../src/lab/runtime/host/host.ts';
import { cliForAll } from '../cli/cli-of-file.ts';
import { aMachine, missingMachine } from './a-machine.ts';

const cli = cliForAll();

const missingFuse = await missingHere('fuse');

async function missingHere(capability: 'fuse'): Promise<string | null> {
  await using runtime = await hostRuntime({ env: process.env, keep: false, tell: () => {} });
  return await runtime.missing(capability);
}

describe.skipIf(missingMachine !== null || missingFuse !== null)(
  `with a filesystem that does not answer (needs: ${missingMachine ?? missingFuse ?? 'nothing more'})`,
  () => {
    test('the doctor names the folders on it and no others, and writes its snapshot', async () => {
      await using place = await cli.place();
      await mkdir(join(place.path, 'home'));
      await mkdir(join(place.path, 'disk/pkg/mod/cache/download'), { recursive: true });
      await place.write('work/go.mod', 'module example.com/m\n');
      const home = join(place.path, 'home');
      await using machine = aMachine(place.path, {
        PATH: process.env['PATH'],
        HOME: home,
        TMPDIR: place.tmp,
        GOPATH: home,
        GOTOOLCHAIN: 'local',
        doctor: `${process.execPath} ${cli.script} doctor`,
      });
      await machine.sh(
        'bindfs -f --no-allow-other disk home & bindfs=$!; until mountpoint -q home; do :; done; kill -STOP $bindfs',
      );
      const { code, stdout } = await machine.sh('$doctor work --timeout 1 --json --snapshot facts.json');
      await machine.sh('kill -CONT $bindfs');
      const { findings } = JSON.parse(stdout) as Diagnosis;
      const hung = findings.filter(({ id }) => id === 'filesystem-hung').map(({ summary }) => summary);
      expect(hung).toEqual([
        `HOME does not answer: ${home}`,
        `GOCACHE does not answer: ${home}/.cache/go-build`,
        `GOMODCACHE does not answer: ${home}/pkg/mod`,
        `GOMODCACHE/cache/download does not answer: ${home}/pkg/mod/cache/download`,
        `GOPATH/pkg/sumdb does not answer: ${home}/pkg/sumdb`,
        `the cache of gopls does not answer: ${home}/.cache/gopls`,
      ]);
      expect(code).toBe(1);
      expect(JSON.parse(await readFile(join(place.path, 'facts.json'), 'utf8'))).toMatchObject({ schema: 2 });
    });

    test('a folder of a cache that does not answer is reported as unseen', async () => {
      await using place = await cli.place();
      const lost = join(place.path, 'home/.cache/gopls/0123');
      await mkdir(lost, { recursive: true });
      await mkdir(join(place.path, 'disk'));
      await place.write('work/go.mod', 'module example.com/m\n');
      await using machine = aMachine(place.path, {
        PATH: process.env['PATH'],
        HOME: join(place.path, 'home'),
        TMPDIR: place.tmp,
        GOTOOLCHAIN: 'local',
        doctor: `${process.execPath} ${cli.script} doctor`,
      });
      await machine.sh(
        `bindfs -f --no-allow-other disk ${lost} & bindfs=$!; until mountpoint -q ${lost}; do :; done; kill -STOP $bindfs`,
      );
      const { stdout } = await machine.sh('$doctor work --timeout 1 --json');
      await machine.sh('kill -CONT $bindfs');
      expect((JSON.parse(stdout) as Diagnosis & { unseen: unknown }).unseen).toEqual([
        'the contents of the caches: a folder in them does not answer',
      ]);
    });
  },
);
