import { lockName } from '../../../go/lock-name.ts';
import { causesOf, consequencesOf, pidsOf } from '../../chain/cause.ts';
import { treeOf } from '../../chain/moving.ts';
import type { Finder } from '../../finding.ts';
import { orphansWith, signal } from '../../remedy/remedy.ts';
import { processText, waitText } from '../../text/process-text.ts';

/** A process that outlived the gopls or shell that started it holds a lock of Go and is idle. */
export const orphanHolder: Finder = (snapshot) =>
  causesOf(snapshot).flatMap((cause) => {
    const { orphan, root, state, waiters } = cause;
    if (orphan === null) return [];
    // A slow orphan without waiters is a command that someone left running.
    if (state === 'slow' && waiters.length === 0) return [];
    const held = orphan.files.filter(({ lock }) => lock !== null);
    const next = waitText(root.wait);
    const others = orphansWith(orphan, snapshot);
    const all = [orphan, ...others];
    return [
      {
        id: 'orphan-holder',
        severity: state === 'stuck' ? ('error' as const) : ('note' as const),
        summary: `${processText(orphan)} holds the lock of ${held.map(({ path }) => lockName(path)).join(', ')}; its parent is gone${next === null ? '' : `, and it waits for ${next}`}`,
        evidence: [
          ...held.map(
            ({ path, inode, lock }) =>
              `pid ${orphan.pid} holds ${lock} on ${path}, inode ${inode}; its parent is pid ${orphan.ppid}`,
          ),
          ...(root.process.pid === orphan.pid ? [] : [`it waits for ${processText(root.process)}`]),
          ...others.map((other) => `${processText(other)} is an orphan too and would get the lock next`),
        ],
        pids: [orphan.pid, ...pidsOf(cause).filter((pid) => pid !== orphan.pid)],
        consequences: consequencesOf(cause),
        remedy:
          state === 'stuck'
            ? [
                signal(
                  'KILL',
                  all.flatMap((process) => treeOf(process, snapshot)),
                  'its waiters then continue. Restarting the editor does not help, and neither does deleting the file',
                ),
              ]
            : [],
        source: 'golang/go#32421; scenarios gopls-orphan-holder, gopls-stdin',
      },
    ];
  });
