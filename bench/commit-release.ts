import { mustRun } from './cache/must-run.ts';

/** Makes a repository of a folder. A release is the same commit whenever it is made: go stamps it into what it builds. */
export function commitRelease(folder: string, version: string): void {
  const date = '2026-01-01T00:00:00Z';
  const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const git = (...args: readonly string[]) =>
    mustRun('git', ['-c', 'user.name=b', '-c', 'user.email=b@example.com', ...args], folder, dates);
  git('init', '-q', '-b', 'main', '.');
  git('add', '-A', '-f');
  git('commit', '-q', '-m', version);
}
