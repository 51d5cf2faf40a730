import { lockName } from '../../../go/lock-name.ts';
import { isGo } from '../../chain/wait-chain.ts';
import type { Finder, Finding } from '../../finding.ts';
import type { ProcessFact } from '../../process-fact.ts';
import { decide, type Step, signal } from '../../remedy/remedy.ts';
import { processText } from '../../text/process-text.ts';

/** Someone cleans the cache or deleted its lock files while other processes use it. */
export const cleanUnderLoad: Finder = ({ processes }) => [
  ...processes.flatMap((process) =>
    process.files
      .filter(({ path, lock }) => lock !== null && isGoLock(path))
      .map(({ path }) =>
        report(
          `the lock of ${lockName(path)} was deleted while ${processText(process)} holds it`,
          [`pid ${process.pid} holds ${lock(path)}`],
          [process],
          [
            decide(
              'Let it finish before another go works on the same module. Leave lock files alone: a file by itself locks nothing',
            ),
          ],
        ),
      ),
  ),
  ...processes.flatMap((cleaner) => {
    const cleans =
      isGo(cleaner) && cleaner.command[1] === 'clean' && cleaner.command.some((word) => /^--?(mod)?cache$/.test(word));
    const users = processes.filter((other) => usesSameCache(other, cleaner));
    return cleans && users.length > 0
      ? [
          report(
            `${processText(cleaner)} deletes the cache while ${users.map(processText).join(', ')} use it`,
            [cleaner.command.join(' ')],
            [cleaner, ...users],
            [signal('TERM', [cleaner], 'end the users of the cache first, then clean')],
          ),
        ]
      : [];
  }),
];

/** golangci-lint is exempt: it removes its own lock when it ends, and a waiter then has that file. */
function isGoLock(path: string): boolean {
  return /\/cache\/.*\.lock \(deleted\)$/.test(path);
}

function lock(path: string): string {
  return path.replace(/ \(deleted\)$/, ', which is deleted: another process may lock a new file of that name');
}

/** gopls itself needs no build cache. Different settings for the cache mean different caches. */
function usesSameCache(other: ProcessFact, cleaner: ProcessFact): boolean {
  const modules = cleaner.command.some((word) => /^--?modcache$/.test(word));
  const names = modules ? /^(go|gopls|compile|link)$/ : /^(go|compile|link)$/;
  if (other.pid === cleaner.pid || other.ppid === cleaner.pid || other.state === 'Z' || !names.test(other.name))
    return false;
  const name = modules ? 'GOMODCACHE' : 'GOCACHE';
  // Containers of one image have the same paths but different files.
  const [own, its] = [cleaner, other].map(
    ({ env, uid, container }) => `${container} ${uid} ${env?.[name] ?? ''} ${env?.['HOME'] ?? ''}`,
  );
  return own === its;
}

function report(
  summary: string,
  evidence: readonly string[],
  about: readonly ProcessFact[],
  remedy: readonly Step[],
): Finding {
  return {
    id: 'clean-under-load',
    severity: 'error',
    summary,
    evidence,
    pids: about.map(({ pid }) => pid),
    consequences: [],
    remedy,
    source: 'cmd/go/internal/clean/clean.go takes no lock; scenario modcache-lock-deleted',
  };
}
