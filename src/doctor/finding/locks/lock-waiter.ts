import { lockName } from '../../../go/lock-name.ts';
import { causesOf, consequencesOf, pidsOf } from '../../chain/cause.ts';
import { isLintLock } from '../../chain/lint-lock.ts';
import type { Finder } from '../../finding.ts';
import { decide, signal } from '../../remedy/remedy.ts';
import { processText, waitText } from '../../text/process-text.ts';

const source = 'cmd/go/internal/modfetch/cache.go, lockVersion; scenarios modcache-lock-held, gopls-module-lock-held';

/** A lock of Go whose holder is idle or invisible. If the holder itself waits, that is the cause. */
export const lockWaiter: Finder = (snapshot) =>
  causesOf(snapshot).flatMap((cause) => {
    const { root, waiters, orphan, state } = cause;
    if (orphan !== null || state !== 'stuck') return [];
    // golangci-lint's has a finding of its own.
    if ([root, ...waiters].some(({ wait }) => wait.kind === 'lock' && isLintLock(wait.file?.path ?? ''))) return [];
    if (root.wait.kind === 'lock') {
      const { file } = root.wait;
      const lock = waitText(root.wait);
      return [
        {
          id: 'lock-waiter',
          severity: 'error' as const,
          summary: `${processText(root.process)} waits for ${lock}, held by a process that cannot be seen from here`,
          evidence: file === null ? ['waits in flock(2)'] : [`waits in flock(2) for ${file.path}, inode ${file.inode}`],
          pids: pidsOf(cause),
          consequences: consequencesOf(cause),
          remedy: [
            decide(
              `the holder runs in another container or as another user: look there for the process that has ${file === null ? 'the lock' : lockName(file.path)} open, and end it`,
            ),
          ],
          source,
        },
      ];
    }
    const [first] = waiters;
    if (root.wait.kind !== 'nothing' || first?.wait.kind !== 'lock') return [];
    const { file } = first.wait;
    const held = root.process.files.filter(({ lock }) => lock !== null);
    return [
      {
        id: 'lock-waiter',
        severity: 'error' as const,
        summary: `${processText(first.process)} waits for ${waitText(first.wait)}, held by ${processText(root.process)}, which does nothing`,
        evidence: [
          ...(file === null ? [] : [`waits in flock(2) for ${file.path}, inode ${file.inode}`]),
          `pid ${root.process.pid}: ${root.process.command.join(' ')}`,
          ...held.map(({ path, lock, inode }) => `pid ${root.process.pid} holds ${lock} on ${path}, inode ${inode}`),
          'the holder used no CPU time and read and wrote nothing between two looks',
        ],
        pids: pidsOf(cause),
        consequences: consequencesOf(cause),
        remedy: [
          signal(
            'TERM',
            [root.process],
            'the lock is released with its holder. Do not delete the file: flock locks the inode, not the name, and a second writer would get in',
          ),
        ],
        source,
      },
    ];
  });
