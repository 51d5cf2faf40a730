import { lockName } from '../../go/lock-name.ts';
import type { Finder } from '../finding.ts';
import { isGo, processText } from '../wait-chain.ts';

/** The cache is cleaned, or its lock files were deleted, while others use it. */
export const cleanUnderLoad: Finder = ({ processes }) => [
  ...processes.flatMap((process) =>
    process.files
      .filter(({ path, lock }) => lock !== null && path.endsWith('.lock (deleted)'))
      .map(({ path }) =>
        report(`the lock of ${lockName(path)} was deleted while ${processText(process)} holds it`, [
          `pid ${process.pid} holds ${lock(path)}`,
        ]),
      ),
  ),
  ...processes.flatMap((cleaner) => {
    const cleans =
      isGo(cleaner) && cleaner.command[1] === 'clean' && cleaner.command.some((word) => /^--?(mod)?cache$/.test(word));
    const users = processes.filter(
      ({ pid, ppid, name, state }) =>
        pid !== cleaner.pid && ppid !== cleaner.pid && state !== 'Z' && /^(go|gopls|compile|link)$/.test(name),
    );
    return cleans && users.length > 0
      ? [
          report(`${processText(cleaner)} removes the cache while ${users.map(processText).join(', ')} use it`, [
            cleaner.command.join(' '),
          ]),
        ]
      : [];
  }),
];

function lock(path: string): string {
  return path.replace(/ \(deleted\)$/, ', which has no name any more: another may lock a new file of that name');
}

function report(summary: string, evidence: readonly string[]) {
  return {
    id: 'clean-under-load',
    severity: 'error' as const,
    summary,
    evidence,
    remedy:
      'end what uses the cache before it is cleaned, and leave lock files where they are: they hold nothing by themselves',
    source: 'cmd/go/internal/clean/clean.go takes no lock; scenario modcache-lock-deleted',
  };
}
