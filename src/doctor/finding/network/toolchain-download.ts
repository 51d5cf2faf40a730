import type { Finder } from '../../finding.ts';
import { networkFinding } from '../../judge/network-finding.ts';
import { environment, run } from '../../remedy/remedy.ts';

const source =
  'cmd/go/internal/toolchain/select.go; gopls/internal/cache/view.go, FetchGoEnv; scenario gopls-toolchain-download';

/** The download of another Go has stalled. Even `go env` may start one, and gopls sets no timeout. */
export const toolchainDownload: Finder = (snapshot) => [
  ...networkFinding(snapshot, 'toolchain', {
    id: 'toolchain-download',
    server: 'a download of Go',
    source,
    evidence: (_, { process }) => [
      ...process.files
        .filter(({ path, lock }) => lock !== null && path.includes('/golang.org/toolchain/'))
        .map(({ path }) => `it downloads ${/-(go[^/]+?)\.[a-z0-9]+-[a-z0-9]+\.lock/.exec(path)?.[1] ?? 'another Go'}`),
      `GOTOOLCHAIN=${process.settings?.['GOTOOLCHAIN'] ?? process.env?.['GOTOOLCHAIN'] ?? 'auto'} (of pid ${process.pid})`,
    ],
    mend: () => [
      environment(
        { GOTOOLCHAIN: 'local' },
        'go then uses the installed Go; if go.mod asks for a newer one, a diagnostic in it says so',
      ),
    ],
  }),
  ...slowGoEnv(snapshot),
];

/** Nothing is stuck in a download now, but the next go command starts one. */
const slowGoEnv: Finder = ({ go }) =>
  go.plain === null || !go.plain.timedOut || go.env === null
    ? []
    : [
        {
          id: 'toolchain-download',
          severity: 'note' as const,
          summary: `${go.plain.command} does not answer here within ${go.plain.ms} ms but does with GOTOOLCHAIN=local: it downloads another Go first`,
          evidence: [`with GOTOOLCHAIN=local: ${go.local.ms} ms, ${go.env['GOVERSION'] ?? 'an old Go'}`],
          pids: [],
          consequences: [],
          remedy: [run(['timeout', '600', 'go', 'version'], 'downloads it once, with a timeout')],
          source,
        },
      ];
