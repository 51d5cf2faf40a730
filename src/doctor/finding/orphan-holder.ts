import { lockName } from '../../go/lock-name.ts';
import type { Finder } from '../finding.ts';
import { linksOf, processText, waitText } from '../wait-chain.ts';

/** A process that outlived the gopls or the shell that started it, and still has a lock of Go's. */
export const orphanHolder: Finder = (snapshot) =>
  snapshot.processes.flatMap((process) => {
    const held = process.files.filter(({ lock }) => lock !== null);
    if (!process.orphan || process.state === 'Z' || held.length === 0) return [];
    const link = linksOf(snapshot).get(process.pid);
    const next = link === undefined ? null : waitText(link.wait);
    return [
      {
        id: 'orphan-holder',
        severity: 'error',
        summary: `${processText(process)} holds the lock of ${held.map(({ path }) => lockName(path)).join(', ')}; who started it has gone${next === null ? '' : `, and it waits for ${next}`}`,
        evidence: held.map(
          ({ path, inode, lock }) =>
            `pid ${process.pid} holds ${lock} on ${path}, inode ${inode}; its parent is pid ${process.ppid}`,
        ),
        remedy: `end it by its id: kill ${process.pid}. Starting the editor again does not help, and neither does deleting the file`,
        source: 'golang/go#32421; scenarios gopls-orphan-holder, gopls-stdin',
      },
    ];
  });
