import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { install, storeDir, sweepStaging } from '../../../../src/go/store/store.ts';
import { scratchDir } from '../../../unit/go/tiny-go.ts';

describe('the store is', () => {
  test('$UNLATCH_HOME, else below $XDG_CACHE_HOME, else below ~/.cache', () => {
    expect(storeDir({ UNLATCH_HOME: '/u', XDG_CACHE_HOME: '/x', HOME: '/h' })).toBe('/u');
    expect(storeDir({ UNLATCH_HOME: '', XDG_CACHE_HOME: '/x', HOME: '/h' })).toBe('/x/unlatch');
    expect(storeDir({ XDG_CACHE_HOME: 'relative', HOME: '/h' })).toBe('/h/.cache/unlatch');
  });
  test('asked for by name when nothing tells where it is, or when it is relative', () => {
    expect(() => storeDir({})).toThrow(/set UNLATCH_HOME/);
    expect(() => storeDir({ UNLATCH_HOME: 'here' })).toThrow(/absolute/);
  });
});

function thing(store: string, build: (dir: string, scratch: string) => Promise<void>) {
  const check = async (dir: string) => await readFile(join(dir, 'it'), 'utf8').catch(() => null);
  return { store, place: 'things/one', what: 'thing one', check, build };
}

test('what another run is still making is not swept', async () => {
  await using dir = await scratchDir();
  const made = install(
    thing(dir.path, async (staging, scratch) => {
      expect(await sweepStaging(dir.path)).toEqual([]);
      await access(scratch);
      await writeFile(join(staging, 'it'), 'whole');
    }),
  );
  expect(await made).toBe('whole');
});

test.skipIf(process.platform !== 'linux')(
  'what a dead process left is swept, even while nobody has waited for that process (needs: Linux)',
  async () => {
    await using dir = await scratchDir();
    // The shell becomes a sleep that never reaps its child. The child ends only then, and stays a zombie.
    const child = "/bin/sh -c 'until grep -q sleep /proc/$PPID/comm; do :; done'";
    const parent = spawn('/bin/sh', ['-c', `${child} & echo $!; exec sleep 60`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [line] = await once(createInterface({ input: parent.stdout }), 'line');
      const zombie = Number(line);
      const state = () => readFile(`/proc/${zombie}/stat`, 'utf8');
      await expect.poll(state, { interval: 5 }).toMatch(/\) Z /);
      let mine = '';
      await install(
        thing(dir.path, async (staging, scratch) => {
          await writeFile(join(staging, 'it'), 'whole');
          mine = basename(dirname(scratch));
        }),
      );
      const left = mine.replace(`-${process.pid}-`, `-${zombie}-`);
      await mkdir(join(dir.path, 'tmp', left));
      expect(await sweepStaging(dir.path)).toEqual([left]);
    } finally {
      parent.kill('SIGKILL');
    }
  },
);

test('the one who comes second takes what is there and discards its own', async () => {
  await using dir = await scratchDir();
  const result = await install(
    thing(dir.path, async (staging) => {
      await writeFile(join(staging, 'it'), 'second');
      await install(thing(dir.path, (other) => writeFile(join(other, 'it'), 'first')));
    }),
  );
  expect(result).toBe('first');
  expect(await readdir(join(dir.path, 'tmp'))).toEqual([]);
});

test('a failure of the build comes out as it was thrown, and leaves nothing', async () => {
  await using dir = await scratchDir();
  const failure = new Error('no');
  await expect(install(thing(dir.path, () => Promise.reject(failure)))).rejects.toBe(failure);
  expect(await readdir(dir.path, { recursive: true })).toEqual(['tmp']);
});
