/** `unlatch clean` beside real downloads, and killed at its system calls: nothing is lost. */

import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type CleanRequest, cleanCaches } from '../../../../src/clean/clean.ts';
import { cachesForEach, modules, noGo } from './caches-for-each.ts';

/** UNLATCH_ROUNDS=100 and UNLATCH_KILLS=200 run all of it. */
const rounds = Number(process.env['UNLATCH_ROUNDS'] ?? 5);
const kills = Number(process.env['UNLATCH_KILLS'] ?? 10);

const noStrace = noGo || (spawnSync('strace', ['-V']).error !== undefined && process.env['CI'] !== 'true');

const { place, modcache, env, runGo, clean, versions, litter, expectWhole } = cachesForEach();

const request = (): CleanRequest => ({
  gocache: env().GOCACHE,
  gomodcache: modcache(),
  temporary: [],
  goplsCache: null,
  home: null,
  dryRun: false,
  waitMs: 0,
  end: [],
  env: env(),
});

test.skipIf(noGo)(
  `8 go mod download and 4 cleans at once, ${rounds} rounds: each download ends well and nothing is lost`,
  async () => {
    for (let round = 0; round < rounds; round++) {
      rmSync(modcache(), { recursive: true, force: true });
      litter();
      let downloading = true;
      const downloads = Promise.all(Array.from({ length: 8 }, () => runGo('mod', 'download'))).finally(() => {
        downloading = false;
      });
      const cleans = Promise.all(Array.from({ length: 4 }, () => clean('--wait', '60')));
      // A process takes longer to start than a download takes, so two more cleaners run in a loop.
      const rings = Promise.all(
        [0, 1].map(async () => {
          // A clean that finds nothing lets nothing else of this process run.
          for (; downloading; await turn()) await cleanCaches({ ...request(), waitMs: 0 });
        }),
      );
      expect(await downloads).toEqual(Array.from({ length: 8 }, () => ({ code: 0, said: '' })));
      for (const { code, stderr } of await cleans) expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      await rings;
      await expectWhole();
    }
  },
  60_000 + rounds * 30_000,
);

test.skipIf(noStrace)(
  `killed at each of ${kills} system calls, it leaves the cache whole and no lock behind`,
  async () => {
    await expectWhole();
    const lock = join(versions('a'), 'v1.0.0.lock');
    const { ino } = statSync(lock);
    litter();
    const log = join(place.path, 'calls');
    const strace = (...options: readonly string[]) => ['strace', '-f', '-qq', '-o', log, ...options];
    const named = ['clean', '--gocache', env().GOCACHE, '--gomodcache', modcache()];
    expect(await place.run(named, { env: env(), wrap: strace() })).toMatchObject({ code: 0 });
    const calls = callsOf(readFileSync(log, 'utf8'), modcache());
    let struck = 0;
    for (let kill = 0; kill < kills; kill++) {
      litter();
      // Spread over the whole run; the position depends only on the number.
      const call = calls[Math.floor(((kill * 0.618_033_988_75) % 1) * calls.length)];
      if (call === undefined) throw new Error('no calls');
      const fault = ['-e', `inject=${call.name}:signal=KILL:when=${call.nth}`];
      const { by } = await place.run(named, { env: env(), wrap: strace(...fault) });
      if (by === 'SIGKILL') struck += 1;
      expect(statSync(lock).ino).toBe(ino);
      await expectWhole();
      for (const name of modules)
        expect(spawnSync('flock', ['-n', join(versions(name), 'v1.0.0.lock'), 'true']).status).toBe(0);
    }
    // Threads share the work differently each time, so a few calls may be too rare.
    expect(struck).toBeGreaterThan(kills / 2);
    expect(await clean()).toMatchObject({ code: 0 });
    await expectWhole();
  },
  60_000 + kills * 20_000,
);

/** Every call from the first one that names the cache, with its number among the calls of that name in its thread. */
function callsOf(log: string, cache: string): readonly { readonly name: string; readonly nth: number }[] {
  const seen = new Map<string, number>();
  let begun = false;
  const calls: { name: string; nth: number }[] = [];
  for (const line of log.split('\n')) {
    const [, thread, name] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    if (thread === undefined || name === undefined || name === 'execve' || name.startsWith('exit')) continue;
    const nth = (seen.get(`${thread} ${name}`) ?? 0) + 1;
    seen.set(`${thread} ${name}`, nth);
    // The command line names the cache too, but that is in execve.
    begun ||= line.includes(cache);
    if (begun) calls.push({ name, nth });
  }
  return calls;
}
