/**
 * golangci-lint's lock, one for all that have the same TMPDIR: a flock that it asks for once a second, for five seconds, or for ever with
 * --allow-serial-runners. Source: golangci-lint, pkg/commands/run.go, acquireFileLock.
 */
import type { FileFact, ProcessFact, Snapshot } from './snapshot.ts';

export interface LintLock {
  readonly file: FileFact;
  /** All that have the lock: who inherited it has it too. */
  readonly holders: readonly ProcessFact[];
  /** They have the file open, and no lock on it. */
  readonly waiters: readonly ProcessFact[];
}

/** A file whose name is gone keeps nobody out: who comes next makes a new one. */
export function isLintLock(path: string): boolean {
  return path.endsWith('/golangci-lint.lock');
}

/** Those that are held. */
export function lintLocks({ processes }: Pick<Snapshot, 'processes'>): readonly LintLock[] {
  const alive = processes.filter(({ state }) => state !== 'Z');
  const held = alive.flatMap(({ files }) => files.filter(({ path, lock }) => isLintLock(path) && lock !== null));
  const locks = new Map(held.map((file) => [`${file.lockDevice} ${file.inode}`, file]));
  return [...locks.values()].map((file) => {
    const users = alive.filter(({ files }) =>
      files.some(({ path, inode }) => isLintLock(path) && inode === file.inode),
    );
    const has = (process: ProcessFact) =>
      process.files.some(({ inode, lock, path }) => isLintLock(path) && inode === file.inode && lock !== null);
    return { file, holders: users.filter(has), waiters: users.filter((process) => !has(process)) };
  });
}
