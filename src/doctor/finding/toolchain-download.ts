import type { Finder } from '../finding.ts';
import { processText } from '../wait-chain.ts';

/** A go command that fetches the Go that go.mod asks for, which even `go env` does; gopls sets no limit for that. */
export const toolchainDownload: Finder = ({ processes, go }) => {
  const remedy =
    'set GOTOOLCHAIN=local: a diagnostic in go.mod then says which Go is wanted; or fetch it beforehand, with a limit: timeout 600 go version';
  const source =
    'cmd/go/internal/toolchain/select.go; gopls/internal/cache/view.go, FetchGoEnv; scenario gopls-toolchain-download';
  const fetching = processes.flatMap((process) => {
    const held = process.files.find(({ path, lock }) => lock !== null && path.includes('/golang.org/toolchain/'));
    if (held === undefined || process.state === 'Z') return [];
    const version = /-(go[^/]+?)\.[a-z0-9]+-[a-z0-9]+\.lock/.exec(held.path)?.[1] ?? 'another Go';
    return [
      {
        id: 'toolchain-download',
        severity: 'error' as const,
        summary: `${processText(process)} fetches ${version}, which the go or toolchain line of go.mod asks for`,
        evidence: [`it holds the lock ${held.path}`, `GOTOOLCHAIN=${process.env?.['GOTOOLCHAIN'] ?? 'auto'}`],
        remedy,
        source,
      },
    ];
  });
  if (fetching.length > 0 || go.plain === null || !go.plain.timedOut || go.env === null) return fetching;
  return [
    {
      id: 'toolchain-download',
      severity: 'error',
      summary: `${go.plain.command} does not answer here within ${go.plain.ms} ms, and does with GOTOOLCHAIN=local: it most likely fetches another Go`,
      evidence: [`with GOTOOLCHAIN=local: ${go.local.ms} ms, ${go.env['GOVERSION'] ?? 'an old Go'}`],
      remedy,
      source,
    },
  ];
};
