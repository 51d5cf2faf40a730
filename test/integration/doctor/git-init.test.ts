import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { gitFact } from '../../../src/doctor/facts/go/git-fact.ts';
import { aPlace } from './a-snapshot.ts';

test('git init is given the time to finish, and a .git that stays empty is refused', async () => {
  await using place = await aPlace();
  const folder = join(place.root, 'work');
  // What git init makes first.
  await mkdir(join(folder, '.git'));
  const ask = () => gitFact({ folder, env: place.env, limitMs: 20_000, deep: false });
  expect((await ask())?.status.code).toBe(128);

  const asked = ask();
  await sleep(300);
  spawnSync('git', ['init', '-q', '.'], { cwd: folder });
  expect((await asked)?.status.code).toBe(0);
});
