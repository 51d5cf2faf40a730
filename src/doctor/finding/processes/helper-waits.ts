import { basename } from 'node:path';
import { type Cause, causesOf, consequencesOf, pidsOf } from '../../chain/cause.ts';
import type { HelperRole } from '../../chain/helper-role.ts';
import { treeOf } from '../../chain/moving.ts';
import type { Finder } from '../../finding.ts';
import type { ProcessFact } from '../../process-fact.ts';
import { decide, environment, killTree, restart, type Step } from '../../remedy/remedy.ts';
import type { Snapshot } from '../../snapshot.ts';
import { ageText, commandText, processText } from '../../text/process-text.ts';

/** These have findings of their own. */
const others = new Set<HelperRole>(['git', 'its GOCACHEPROG', 'the packages driver']);

/** The code of go that starts the helper and sets no timeout. */
const sources: Partial<Record<HelperRole, string>> = {
  'version control': 'cmd/go/internal/modfetch/codehost/codehost.go, RunWithArgs',
  'its GOAUTH command': 'cmd/go/internal/auth/userauth.go, runAuthCommand',
  'its -vettool': 'cmd/go/internal/vet/vetflag.go, toolFlags',
};

/** go waits for a helper program that it started and that does nothing. */
export const helperWaits: Finder = (snapshot) =>
  causesOf(snapshot).flatMap((cause) => {
    const { process, wait } = cause.root;
    if (wait.kind !== 'helper' || others.has(wait.helper.role) || cause.orphan !== null) return [];
    const { role, process: helper } = wait.helper;
    const tree = treeOf(helper, snapshot);
    const stalled = cause.state === 'stuck';
    return [
      {
        id: 'helper-waits',
        severity: stalled ? ('error' as const) : ('note' as const),
        summary: `${processText(process)} waits for ${role}, ${commandText(helper)} (pid ${helper.pid}), which has done nothing for up to ${ageText(helper.ageMs)}`,
        evidence: [
          ...tree.map(({ pid, command, name }) => `pid ${pid}: ${command.join(' ') || name}`),
          'none of them used CPU time or read, wrote or received a byte between two looks',
          ...settingsText(role, process),
        ],
        pids: [...pidsOf(cause), ...tree.map(({ pid }) => pid)],
        consequences: consequencesOf(cause),
        remedy: stalled ? remedyOf(role, helper, cause, snapshot) : [],
        source: `${sources[role] ?? 'cmd/go/internal/work/shell.go, runOut'}: no timeout; scenario gopls-auth-hang`,
      },
    ];
  });

/** The setting that made go start it. GOAUTH is shown without arguments. */
function settingsText(role: HelperRole, { settings, env, pid }: ProcessFact): readonly string[] {
  const names: Partial<Record<HelperRole, readonly string[]>> = {
    'its GOAUTH command': ['GOAUTH'],
    'its -toolexec program': ['GOFLAGS'],
    'its -vettool': ['GOFLAGS'],
    'the C compiler': ['CC', 'CXX'],
    'pkg-config': ['PKG_CONFIG'],
  };
  return (names[role] ?? []).flatMap((name) => {
    const value = settings?.[name] || env?.[name];
    return value ? [`${name}=${value} (of pid ${pid})`] : [];
  });
}

function remedyOf(role: HelperRole, helper: ProcessFact, cause: Cause, snapshot: Snapshot): readonly Step[] {
  const { process } = cause.root;
  const end = killTree(
    process,
    snapshot,
    'go waits for it without a timeout, and it would outlive go if only go were killed',
  );
  const gopls = cause.waiters.some((link) => link.process.name === 'gopls');
  return [end, ...mend(role, helper, process), restart(gopls ? 'gopls' : 'the go command')];
}

/** Keeps go from starting the same program again. */
function mend(role: HelperRole, helper: ProcessFact, { settings, env }: ProcessFact): readonly Step[] {
  const program = basename(helper.command[0] ?? helper.name);
  const goflags = settings?.['GOFLAGS'] || env?.['GOFLAGS'] || '';
  switch (role) {
    case 'its GOAUTH command':
      return [environment({ GOAUTH: 'netrc' }, 'the default, until the command answers; it overrides `go env -w`')];
    case 'version control':
      return [
        environment({ GOVCS: '*:git' }, `go then starts no ${program} and says which module wants it; or use GOPROXY`),
      ];
    case 'its -toolexec program':
    case 'its -vettool': {
      const flag = role === 'its -vettool' ? 'vettool' : 'toolexec';
      const without = goflags
        .split(/\s+/)
        .filter((word) => word !== '' && !new RegExp(`^["']?--?${flag}=`).test(word))
        .join(' ');
      return goflags.includes(`-${flag}=`)
        ? [environment({ GOFLAGS: without === '' ? null : without }, `without -${flag} until that program answers`)]
        : [decide(`run go without -${flag} until that program answers`)];
    }
    default:
      return [decide(`run ${program} by hand to see what it waits for: ${helper.command.join(' ')}`)];
  }
}
