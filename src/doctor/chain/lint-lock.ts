/**
 * golangci-lint's lock, one for all that have the same TMPDIR: a flock that it asks for once a second, for five seconds, or for ever with
 * --allow-serial-runners. Source: golangci-lint, pkg/commands/run.go, acquireFileLock.
 */
import { dirname } from 'node:path';
import type { FileFact, ProcessFact } from '../process-fact.ts';
import type { Snapshot } from '../snapshot.ts';
import { isTreeMoving } from './moving.ts';

export interface LintLock {
  readonly file: FileFact;
  /** All that have the lock: who inherited it has it too. */
  readonly holders: readonly ProcessFact[];
  /** They ask for it, and do nothing else. */
  readonly waiters: readonly ProcessFact[];
}

/** A file whose name is gone keeps nobody out: who comes next makes a new one. */
export function isLintLock(path: string): boolean {
  return path.endsWith('/golangci-lint.lock');
}

/** Those that are held. */
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

/** Between two tries it has the file closed: gofrs/flock, ensureFhState. */
function isLinter({ name, env, command }: ProcessFact, folder: string): boolean {
  const parallel = command.some((word) => /^--allow-parallel-runners(=true)?$/.test(word));
  return name === 'golangci-lint' && !parallel && env !== null && (env['TMPDIR'] || '/tmp') === folder;
}
