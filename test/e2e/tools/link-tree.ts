import { execFileSync } from 'node:child_process';

/** A copy of a tree of thousands of files. On one filesystem it shares them: what is written in place, or chowned, is so in both. */
export function linkTree(from: string, to: string): void {
  try {
    execFileSync('cp', ['-RlT', from, to], { stdio: 'pipe' });
  } catch {
    // Node's own cp takes many times as long.
    execFileSync('cp', ['-RT', from, to]);
  }
}
