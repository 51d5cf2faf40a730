import { lockName } from '../../go/lock-name.ts';
import type { Finder } from '../finding.ts';
import { ageText, childrenOf, commandText, isBusy, processText } from '../wait-chain.ts';

const patienceMs = 2000;

/** go waits for git, and git for ssh or a server: for a module that comes from its repository. */
export const stalledGit: Finder = (snapshot) =>
  snapshot.processes.flatMap((git) => {
    const parent = snapshot.processes.find(({ pid }) => pid === git.ppid);
    if (git.name !== 'git' || (parent?.name !== 'go' && !git.orphan)) return [];
    // git's own helpers: git remote-https, ssh, or what GIT_SSH names.
    const helpers = childrenOf(git, snapshot).flatMap((child) => [child, ...childrenOf(child, snapshot)]);
    const tree = [git, ...helpers];
    const silent = helpers.some(({ connections }) =>
      connections.every(({ silentMs }) => silentMs === null || silentMs >= patienceMs),
    );
    if (
      !/^(fetch|clone|ls-remote|remote)/.test(
        git.command.find((word) => !word.startsWith('-') && !word.includes('git')) ?? '',
      )
    )
      return [];
    if (git.ageMs < patienceMs || helpers.length === 0 || !silent || tree.some(isBusy)) return [];
    const held = parent?.files.filter(({ lock }) => lock !== null) ?? [];
    return [
      {
        id: 'stalled-git',
        severity: 'error' as const,
        summary: `${parent === undefined ? 'an orphan' : processText(parent)} waits for ${commandText(git)} (pid ${git.pid}), which waits for ${commandText(helpers.at(-1) ?? git)} since ${ageText(git.ageMs)}`,
        evidence: [
          ...tree.map(({ pid, command }) => `pid ${pid}: ${command.join(' ')}`),
          ...held.map(({ path }) => `go holds the lock of ${lockName(path)} meanwhile: ${path}`),
        ],
        remedy:
          'give git a limit: GIT_SSH_COMMAND="ssh -o BatchMode=yes -o ConnectTimeout=10", http.lowSpeedLimit and http.lowSpeedTime; what is stuck now is ended by its id, go first: ' +
          `kill ${[parent?.pid, ...tree.map(({ pid }) => pid)].filter((pid) => pid !== undefined).join(' ')}`,
        source: 'cmd/go/internal/modfetch/codehost/git.go; golang/go#32421',
      },
    ];
  });
