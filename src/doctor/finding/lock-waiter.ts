import { lockName } from '../../go/lock-name.ts';
import type { Finder } from '../finding.ts';
import { isStuck, linksOf, processText, waitText } from '../wait-chain.ts';

/** A process that waits in flock(2) for a lock of Go's whose holder does not move. */
export const lockWaiter: Finder = (snapshot) =>
  [...linksOf(snapshot).values()].flatMap((link) => {
    const { process, wait } = link;
    if (wait.kind !== 'lock' || !isStuck(link)) return [];
    const holders = wait.holders.map((holder) => processText(holder.process));
    const lock = waitText(wait);
    return [
      {
        id: 'lock-waiter',
        severity: 'error',
        summary: `${processText(process)} waits for ${lock}, held by ${holders.join(' and ') || 'a process that cannot be seen from here'}`,
        evidence: [
          ...(wait.file === null ? [] : [`waits in flock(2) for ${wait.file.path}, inode ${wait.file.inode}`]),
          ...wait.holders.map(({ process: holder, wait: own }) => {
            const next = waitText(own);
            return `pid ${holder.pid}: ${holder.command.join(' ')}${next === null ? '' : `, waits for ${next}`}`;
          }),
        ],
        remedy:
          holders.length > 0
            ? `end the holder by its id: kill ${wait.holders.map((holder) => holder.process.pid).join(' ')}. Do not delete the file: the lock is on the file, not on its name, and a second writer would come in`
            : `the holder is in another container or of another user: look there for who has ${wait.file === null ? 'the lock' : lockName(wait.file.path)} open, and end that one`,
        source: 'cmd/go/internal/modfetch/cache.go, lockVersion; scenarios modcache-lock-held, gopls-module-lock-held',
      },
    ];
  });
