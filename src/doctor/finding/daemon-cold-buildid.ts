import type { Finder } from '../finding.ts';
import { ageText, processText } from '../wait-chain.ts';

/** gopls -remote=auto names its socket after its build id, and since Go 1.25 the program that reads it is compiled first. */
export const daemonColdBuildid: Finder = ({ processes }) =>
  processes.flatMap((process) => {
    const parent = processes.find(({ pid }) => pid === process.ppid);
    const asks = process.name === 'go' && process.command[1] === 'tool' && process.command.includes('buildid');
    if (!asks || parent?.name !== 'gopls' || process.ageMs < 1000) return [];
    return [
      {
        id: 'daemon-cold-buildid',
        severity: 'warning' as const,
        summary: `${processText(parent)} does not answer yet: it waits for \`go tool buildid\` since ${ageText(process.ageMs)}, which is compiled first`,
        evidence: [
          `pid ${process.pid}: ${process.command.join(' ')}`,
          `GOCACHE=${process.env?.['GOCACHE'] ?? 'unknown'}`,
        ],
        remedy:
          'wait for it once, or warm it up outside of any module: cd / && go tool buildid "$(command -v gopls)"; ending gopls meanwhile starts it anew',
        source: 'gopls/internal/lsprpc/autostart_posix.go; golang/go#70298',
      },
    ];
  });
