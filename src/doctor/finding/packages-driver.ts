import { basename } from 'node:path';
import type { Finder } from '../finding.ts';
import { ageText, isGo, processText } from '../wait-chain.ts';

const patienceMs = 2000;

/** gopls asks a packages driver instead of go, and that does not answer. */
export const packagesDriver: Finder = ({ processes, env, go }) => {
  const source = 'golang.org/x/tools/go/packages/external.go; golang/vscode-go#3212';
  const remedy =
    'set GOPACKAGESDRIVER=off for the editor (go.toolsEnvVars), or see why it is slow: end it by its id and run it by hand';
  const running = processes.flatMap((process) => {
    const parent = processes.find(({ pid }) => pid === process.ppid);
    if (parent?.name !== 'gopls' || isGo(process) || process.ageMs < patienceMs || process.state === 'Z') return [];
    const named = parent.env?.['GOPACKAGESDRIVER'];
    const isDriver = process.command.some(
      (word) => basename(word) === 'gopackagesdriver' || (named !== undefined && named !== '' && word === named),
    );
    // A script that has become another program, such as sleep, goes by that program's name.
    const only =
      named !== undefined &&
      named !== '' &&
      named !== 'off' &&
      !process.command.some((word) => word.includes('telemetry'));
    if (!isDriver && !only) return [];
    return [
      {
        id: 'packages-driver',
        severity: 'error' as const,
        summary: `${processText(parent)} waits for the packages driver (pid ${process.pid}) since ${ageText(process.ageMs)}`,
        evidence: [`pid ${process.pid}: ${process.command.join(' ')}`, `GOPACKAGESDRIVER=${named ?? ''}`],
        remedy,
        source,
      },
    ];
  });
  if (running.length > 0 || go.driver === null || env['GOPACKAGESDRIVER'] === 'off') return running;
  return [
    {
      id: 'packages-driver',
      severity: 'note',
      summary: `a gopackagesdriver is on PATH, and gopls runs it instead of go list`,
      evidence: [go.driver],
      remedy,
      source,
    },
  ];
};
