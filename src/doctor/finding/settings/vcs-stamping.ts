import { coerce, gte, lt } from 'semver';
import type { Finder } from '../../finding.ts';
import { decide, environment, run } from '../../remedy/remedy.ts';

/** git refuses the repository, so go build and go list, which stamp the binary, fail. */
export const vcsStamping: Finder = ({ git, go, host }) => {
  const off = (go.env?.['GOFLAGS'] ?? '').includes('-buildvcs=false');
  if (git === null || off || git.status.code !== 128) return [];
  // go env prints GOVERSION since Go 1.16; Go stamps since 1.18 and ignores a .git file since 1.20.
  const version = coerce(go.env?.['GOVERSION']);
  const file = /not a git repository: /.test(git.status.output);
  if (version === null || lt(version, '1.18.0') || (file && gte(version, '1.20.0'))) return [];
  const owner = /dubious ownership/.test(git.status.output);
  return [
    {
      id: 'vcs-stamping',
      severity: 'warning',
      summary:
        'git refuses the repository of the workspace: go build and go list fail with "error obtaining VCS status: exit status 128"',
      evidence: [
        git.status.output,
        ...(owner ? [`.git of ${git.root} belongs to user ${git.uid}; this is user ${host.uid}`] : []),
      ],
      pids: [],
      consequences: [],
      remedy: owner
        ? [run(['git', 'config', '--global', '--add', 'safe.directory', git.root], 'or set GOFLAGS=-buildvcs=false')]
        : [
            environment(
              { GOFLAGS: [go.env?.['GOFLAGS'] ?? '', '-buildvcs=false'].join(' ').trim() },
              'until .git is repaired',
            ),
            decide(`Repair .git of ${git.root}`),
          ],
      source: 'golang/go#64275; gopls passes -buildvcs=false since v0.22; scenario vcs-stamping',
    },
  ];
};
