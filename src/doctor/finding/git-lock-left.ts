import { basename, dirname } from 'node:path';
import type { Finder } from '../finding.ts';
import { run } from '../remedy/remedy.ts';
import { ageText } from '../text/process-text.ts';

/** A lock file of git's own that a crash left in go's clone: this one does block, since it is a file and not a flock. */
export const gitLockLeft: Finder = ({ cache, processes }) =>
  cache.left.flatMap(({ kind, path, of, ageMs, busy }) => {
    // Another container has the clone elsewhere, but under the same name.
    const clone = basename(dirname(path));
    const used = busy || processes.some(({ name, cwd }) => name.startsWith('git') && basename(cwd ?? '') === clone);
    if (kind !== 'git lock' || used) return [];
    return [
      {
        id: 'git-lock-left',
        severity: 'error' as const,
        summary: `git left its lock in go's clone of ${of} ${ageText(ageMs)} ago, and no git works there`,
        evidence: [path],
        pids: [],
        consequences: [],
        remedy: [run(['rm', '-f', path], 'or unlatch clean, which takes go’s own lock of the clone first')],
        source: 'dependabot/dependabot-core#15015; cmd/go/internal/modfetch/codehost/git.go',
      },
    ];
  });
