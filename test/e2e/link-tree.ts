import { execFileSync } from 'node:child_process';

/** A copy of a Go tree that shares its 15,000 files, where both are on one filesystem. Nobody may write to it, or chown it. */
export function linkTree(from: string, to: string): void {
  try {
    execFileSync('cp', ['-RlT', from, to], { stdio: 'pipe' });
  } catch {
    // Node's own cp takes many times as long.
    execFileSync('cp', ['-RT', from, to]);
  }
}
