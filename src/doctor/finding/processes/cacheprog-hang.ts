import { causesOf, consequencesOf, pidsOf } from '../../chain/cause.ts';
import type { Finder } from '../../finding.ts';
import { environment, killTree, restart } from '../../remedy/remedy.ts';
import { ageText, processText } from '../../text/process-text.ts';

/** go waits for its GOCACHEPROG. It says so only on stderr, which the editor does not show. */
export const cacheprogHang: Finder = (snapshot) =>
  causesOf(snapshot).flatMap((cause) => {
    const { process, wait } = cause.root;
    if (wait.kind !== 'helper' || wait.helper.role !== 'its GOCACHEPROG') return [];
    const helper = wait.helper.process;
    const stalled = cause.state === 'stuck';
    return [
      {
        id: 'cacheprog-hang',
        severity: stalled ? ('error' as const) : ('note' as const),
        summary: `${processText(process)} waits for its GOCACHEPROG (pid ${helper.pid}), which has done nothing for up to ${ageText(helper.ageMs)}`,
        evidence: [
          `GOCACHEPROG=${process.settings?.['GOCACHEPROG'] ?? process.env?.['GOCACHEPROG'] ?? ''} (of pid ${process.pid})`,
          `pid ${helper.pid}: ${helper.command.join(' ')}`,
        ],
        pids: [...pidsOf(cause), helper.pid],
        consequences: consequencesOf(cause),
        remedy: stalled
          ? [
              environment({ GOCACHEPROG: null }, 'also run go env -u GOCACHEPROG if `go env -w` set it'),
              killTree(process, snapshot, 'go waits for the helper without a timeout'),
              restart('the go command', 'or gopls'),
            ]
          : [],
        source: 'cmd/go/internal/cache/prog.go: no timeout; scenario gopls-cacheprog-hang',
      },
    ];
  });
