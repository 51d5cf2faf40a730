/** Whether git accepts the workspace's repository. */
import { dirname, join } from 'node:path';
import type { GitFact } from '../../snapshot.ts';
import { ownerOf } from '../disk/owner-of.ts';
import { factOf, runLimited } from '../run-limited.ts';
import type { SnapshotRequest } from '../snapshot-request.ts';

export async function gitFact({ folder, env, limitMs }: SnapshotRequest): Promise<GitFact | null> {
  for (let root = folder; ; root = dirname(root)) {
    const uid = await ownerOf(join(root, '.git'));
    if (uid !== null) {
      const status = await runLimited(['git', 'rev-parse', '--git-dir'], {
        env: { ...env, LC_ALL: 'C' },
        cwd: folder,
        limitMs,
      });
      return { root, uid, status: factOf(status) };
    }
    if (root === dirname(root)) return null;
  }
}
