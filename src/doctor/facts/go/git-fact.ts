/** Whether git accepts the workspace's repository. */

import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GitFact } from '../../snapshot.ts';
import { ownerOf } from '../disk/owner-of.ts';
import { factOf, runLimited } from '../run-limited.ts';
import type { SnapshotRequest } from '../snapshot-request.ts';

/** `git init` makes .git before the files without which git calls it no repository. */
const againMs = 1000;

export async function gitFact({ folder, env, limitMs }: SnapshotRequest): Promise<GitFact | null> {
  const ask = () =>
    runLimited(['git', 'rev-parse', '--git-dir'], { env: { ...env, LC_ALL: 'C' }, cwd: folder, limitMs });
  for (let root = folder; ; root = dirname(root)) {
    const uid = await ownerOf(join(root, '.git'));
    if (uid !== null) {
      let status = await ask();
      if (status.code === 128) {
        await sleep(againMs);
        status = await ask();
      }
      return { root, uid, status: factOf(status) };
    }
    if (root === dirname(root)) return null;
  }
}
