import { isTreeMoving } from '../../chain/moving.ts';
import type { Finder } from '../../finding.ts';
import { run } from '../../remedy/remedy.ts';
import { ageText, processText } from '../../text/process-text.ts';

/** gopls -remote=auto names its socket after its build id. Since Go 1.25 go compiles buildid first. */
export const daemonColdBuildid: Finder = (snapshot) =>
  snapshot.processes.flatMap((process) => {
    const { processes } = snapshot;
    const parent = processes.find(({ pid }) => pid === process.ppid);
    const asks = process.name === 'go' && process.command[1] === 'tool' && process.command.includes('buildid');
    if (!asks || parent?.name !== 'gopls' || process.ageMs < 1000) return [];
    return [
      {
        id: 'daemon-cold-buildid',
        // While it compiles there is nothing to fix.
        severity: isTreeMoving(process, snapshot) ? ('note' as const) : ('warning' as const),
        summary: `${processText(parent)} does not answer yet: it has waited ${ageText(process.ageMs)} for \`go tool buildid\`, which go compiles first`,
        evidence: [
          `pid ${process.pid}: ${process.command.join(' ')}`,
          `GOCACHE=${process.env?.['GOCACHE'] ?? 'unknown'}`,
        ],
        pids: [parent.pid, process.pid],
        consequences: [],
        remedy: [
          run(
            ['sh', '-c', 'go tool buildid "$(command -v gopls)"'],
            'compiles it once. Or wait: killing gopls starts the compilation over',
            {
              cwd: '/',
            },
          ),
        ],
        source: 'gopls/internal/lsprpc/autostart_posix.go; golang/go#70298',
      },
    ];
  });
