/** Caches in which root has left files, as their owner sees them. */
import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foreignFiles } from '../../../src/doctor/facts/disk/foreign-files.ts';
import type { Finding } from '../../../src/doctor/finding.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import { stepText } from '../../../src/doctor/remedy/remedy.ts';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';
import { aPlace, type Place } from './a-snapshot.ts';
import { givenTo, lookAsUser, ordinaryUser } from './look-as-user.ts';

const asRoot = process.geteuid?.() === 0;

/** A snapshot with a Go that trims GOCACHE like 1.24. */
function ofGo(snapshot: Snapshot, version: string, trimAgeMs = 2 * 86_400_000): readonly Finding[] {
  const go = { ...snapshot.go, env: { ...snapshot.go.env, GOVERSION: version } };
  const cache = { ...snapshot.cache, trimAgeMs };
  return diagnose({ ...snapshot, processes: [], go, cache }).findings.filter(({ id }) => id === 'owners-differ');
}

async function aCache(place: Place): Promise<void> {
  for (const folder of ['gocache/0a', 'gocache/ff', 'gopath/pkg/mod/cache/download/example.com/dep/@v'])
    await mkdir(join(place.root, folder), { recursive: true });
  await place.write('gocache/trim.txt', '1');
  givenTo(place);
}

const foreignIn = ({ cache }: Snapshot, place: Place) =>
  cache.foreign.map(({ path }) => path.replace(`${place.root}/`, ''));

describe.runIf(asRoot)('owners-differ (needs: root)', () => {
  test('a trim.txt owned by root: an error if go 1.21 to 1.24 would trim, and the remedy helps', async () => {
    await using place = await aPlace();
    await aCache(place);
    await chown(join(place.root, 'gocache/trim.txt'), 0, 0);
    const snapshot = await lookAsUser(place);
    expect(foreignIn(snapshot, place)).toEqual(['gocache/trim.txt']);
    const severities = (version: string, trimAgeMs?: number) =>
      ofGo(snapshot, version, trimAgeMs).map(({ severity }) => severity);
    expect(severities('go1.24.13')).toEqual(['error']);
    expect(severities('go1.21.0')).toEqual(['error']);
    expect(severities('go1.24.13', 23 * 3_600_000)).toEqual(['note']);
    expect(severities('go1.25.0')).toEqual(['note']);
    expect(severities('go1.20.14')).toEqual(['note']);
    const [finding] = ofGo(snapshot, 'go1.24.13');
    const step = finding?.remedy[0];
    if (step?.kind !== 'run') throw new Error('no command is told');
    const [command = '', ...args] = step.argv;
    expect(spawnSync(command, args, { uid: ordinaryUser, gid: ordinaryUser }).status).toBe(0);
    expect(await readdir(join(place.root, 'gocache'))).toEqual(['0a', 'ff']);
  });

  test('folders owned by root in two caches: an error for each, with chown as the remedy', async () => {
    await using place = await aPlace();
    await aCache(place);
    const folders = ['gocache/0a', 'gopath/pkg/mod/cache/download/example.com/dep'];
    for (const path of folders) await chown(join(place.root, path), 0, 0);
    const findings = ofGo(await lookAsUser(place), 'go1.27.0');
    expect(
      findings.map(({ severity, remedy }) => [severity, remedy.map(stepText).join('\n').split('   #')[0]]),
    ).toEqual([
      ['error', `sudo chown -R ${ordinaryUser} ${place.root}/gocache`],
      ['error', `sudo chown -R ${ordinaryUser} ${place.root}/gopath/pkg/mod`],
    ]);
  });

  test('a cache shared by a group is healthy, whoever owns its files', async () => {
    await using place = await aPlace();
    await aCache(place);
    for (const path of ['gocache/trim.txt', 'gocache/0a', 'gocache/ff']) {
      await chown(join(place.root, path), 0, ordinaryUser);
      await chmod(join(place.root, path), path.endsWith('.txt') ? 0o664 : 0o2775);
    }
    expect(foreignIn(await lookAsUser(place), place)).toEqual([]);
  });

  test('root may write files of other users', async () => {
    await using place = await aPlace();
    await aCache(place);
    const paths = {
      folder: place.root,
      gocache: place.env['GOCACHE'] ?? null,
      gomodcache: null,
      gopls: null,
      tmpdir: '',
    };
    expect(await foreignFiles(paths)).toEqual([]);
  });
});

test('a missing file has no owner', async () => {
  await using place = await aPlace();
  await rm(join(place.root, 'gocache'), { recursive: true });
  const paths = {
    folder: place.root,
    gocache: place.env['GOCACHE'] ?? null,
    gomodcache: '/nowhere',
    gopls: null,
    tmpdir: '',
  };
  expect(await foreignFiles(paths)).toEqual([]);
});
