import { basename, dirname } from 'node:path';
import type { Finder } from '../../finding.ts';
import { run } from '../../remedy/remedy.ts';
import { ageText } from '../../text/process-text.ts';

/** A crash left git's lock file in go's clone. It does block: git locks by file, not by flock. */
export const gitLockLeft: Finder = ({ cache, processes }) =>
  cache.left.flatMap(({ kind, path, of, ageMs, busy }) => {
    // Another container has the clone at another path but under the same name.
    const clone = basename(dirname(path));
    const used = busy || processes.some(({ name, cwd }) => name.startsWith('git') && basename(cwd ?? '') === clone);
    if (kind !== 'git lock' || used) return [];
    return [
      {
        id: 'git-lock-left',
        severity: 'error' as const,
        summary: `git left its lock in go's clone of ${of} ${ageText(ageMs)} ago, and no git runs there`,
        evidence: [path],
        pids: [],
        consequences: [],
        remedy: [run(['rm', '-f', path], 'or unlatch clean, which takes go’s own lock on the clone first')],
        source: 'dependabot/dependabot-core#15015; cmd/go/internal/modfetch/codehost/git.go',
      },
    ];
  });
