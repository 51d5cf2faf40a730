/**
 * golangci-lint's lock, one per TMPDIR: a flock that it tries once a second, for five seconds, or
 * forever with --allow-serial-runners.
 * Source: golangci-lint, pkg/commands/run.go, acquireFileLock.
 */
import { dirname } from 'node:path';
import type { FileFact, ProcessFact } from '../process-fact.ts';
import type { Snapshot } from '../snapshot.ts';
import { isTreeMoving } from './moving.ts';

export interface LintLock {
  readonly file: FileFact;
  /** All processes that hold the lock, including those that inherited it. */
  readonly holders: readonly ProcessFact[];
  /** Processes that only try to get it. */
  readonly waiters: readonly ProcessFact[];
}

/** A deleted lock file (" (deleted)") does not match: the next run creates a new one. */
export function isLintLock(path: string): boolean {
  return path.endsWith('/golangci-lint.lock');
}

/** The held locks. */
export function lintLocks(snapshot: Snapshot): readonly LintLock[] {
  const alive = snapshot.processes.filter(({ state }) => state !== 'Z');
  const held = alive.flatMap(({ files }) => files.filter(({ path, lock }) => isLintLock(path) && lock !== null));
  const locks = new Map(held.map((file) => [`${file.lockDevice} ${file.inode}`, file]));
  return [...locks.values()].map((file) => {
    const isThis = ({ path, inode }: FileFact) => isLintLock(path) && inode === file.inode;
    const has = ({ files }: ProcessFact) => files.some((own) => isThis(own) && own.lock !== null);
    const asks = (process: ProcessFact) =>
      process.files.some(isThis) || (isLinter(process, dirname(file.path)) && !isTreeMoving(process, snapshot));
    return {
      file,
      holders: alive.filter(has),
      waiters: alive.filter((process) => !has(process) && asks(process)),
    };
  });
}

/** Between two tries it closes the file: gofrs/flock, ensureFhState. */
function isLinter({ name, env, command }: ProcessFact, folder: string): boolean {
  const parallel = command.some((word) => /^--allow-parallel-runners(=true)?$/.test(word));
  return name === 'golangci-lint' && !parallel && env !== null && (env['TMPDIR'] || '/tmp') === folder;
}
