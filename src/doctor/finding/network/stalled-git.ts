import { lockName } from '../../../go/lock-name.ts';
import { causesOf, consequencesOf, pidsOf } from '../../chain/cause.ts';
import { gitAsksNobody } from '../../chain/git-asks-nobody.ts';
import { treeOf } from '../../chain/moving.ts';
import type { Finder } from '../../finding.ts';
import { environment, killTree, restart } from '../../remedy/remedy.ts';
import { ageText, commandText, processText } from '../../text/process-text.ts';

/** go fetches a module from its repository and waits for git, which waits for ssh, a server or a password. */
export const stalledGit: Finder = (snapshot) =>
  causesOf(snapshot).flatMap((cause) => {
    const { process, wait } = cause.root;
    if (wait.kind !== 'helper' || wait.helper.role !== 'git' || cause.orphan !== null) return [];
    const git = wait.helper.process;
    const tree = treeOf(git, snapshot);
    const last = tree.at(-1) ?? git;
    const stalled = cause.state === 'stuck';
    const held = process.files.filter(({ lock }) => lock !== null);
    return [
      {
        id: 'stalled-git',
        severity: stalled ? ('error' as const) : ('note' as const),
        summary: `${processText(process)} waits for ${commandText(git)} (pid ${git.pid})${last === git ? '' : `, which waits for ${commandText(last)} (pid ${last.pid})`}; nothing has moved for up to ${ageText(git.ageMs)}`,
        evidence: [
          ...tree.map(({ pid, command }) => `pid ${pid}: ${command.join(' ')}`),
          'none of them used CPU time or read, wrote or received a byte between two looks',
          ...held.map(({ path }) => `meanwhile go holds the lock of ${lockName(path)}: ${path}`),
        ],
        pids: [...pidsOf(cause), ...tree.map(({ pid }) => pid)],
        consequences: consequencesOf(cause),
        remedy: stalled
          ? [
              killTree(process, snapshot, 'go, git and the children of git, which would otherwise outlive it'),
              environment(gitAsksNobody(tree, git.env), 'git then prompts nobody and fails if the server is silent'),
              restart('the go command', 'or gopls'),
            ]
          : [],
        source: 'cmd/go/internal/modfetch/codehost/git.go; golang/go#32421; scenario gopls-stalled-git',
      },
    ];
  });
