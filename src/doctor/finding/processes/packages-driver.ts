import { causesOf, consequencesOf, pidsOf } from '../../chain/cause.ts';
import { treeOf } from '../../chain/moving.ts';
import type { Finder } from '../../finding.ts';
import { environment, restart, signal } from '../../remedy/remedy.ts';
import { whereToSet } from '../../text/editor-text.ts';
import { ageText, processText } from '../../text/process-text.ts';

const source = 'golang.org/x/tools/go/packages/external.go; golang/vscode-go#3212; scenario gopls-packages-driver';

/** gopls runs a packages driver instead of go, and the driver does nothing. */
export const packagesDriver: Finder = (snapshot) => {
  const { env, go } = snapshot;
  const running = causesOf(snapshot).flatMap((cause) => {
    const { process, wait } = cause.root;
    if (wait.kind !== 'helper' || wait.helper.role !== 'the packages driver') return [];
    const driver = wait.helper.process;
    const stalled = cause.state === 'stuck';
    return [
      {
        id: 'packages-driver',
        severity: stalled ? ('error' as const) : ('note' as const),
        summary: `${processText(process)} waits for the packages driver (pid ${driver.pid}), which has done nothing for up to ${ageText(driver.ageMs)}`,
        evidence: [
          `pid ${driver.pid}: ${driver.command.join(' ')}`,
          `GOPACKAGESDRIVER=${process.env?.['GOPACKAGESDRIVER'] ?? ''} (of pid ${process.pid})`,
        ],
        pids: [...pidsOf(cause), driver.pid],
        consequences: consequencesOf(cause),
        remedy: stalled
          ? [
              environment({ GOPACKAGESDRIVER: 'off' }, `for the editor: ${whereToSet(snapshot)}`),
              signal('KILL', treeOf(driver, snapshot), 'without the setting gopls restarts it at once'),
              restart('gopls'),
            ]
          : [],
        source,
      },
    ];
  });
  if (running.length > 0 || go.driver === null || env['GOPACKAGESDRIVER'] === 'off') return running;
  return [
    {
      id: 'packages-driver',
      severity: 'note' as const,
      summary: `a gopackagesdriver is on PATH, and gopls runs it instead of go list`,
      evidence: [go.driver],
      pids: [],
      consequences: [],
      remedy: [],
      source,
    },
  ];
};
