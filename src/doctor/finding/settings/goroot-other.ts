import { type AskedEnvironment, askedEnvironments, firstOfEach } from '../../facts/go/asked-environment.ts';
import { goVersionOf } from '../../facts/go/go-offline.ts';
import type { Finder } from '../../finding.ts';
import { refusalIn } from '../../judge/go-refusal.ts';
import { environment, restart, run, type Step } from '../../remedy/remedy.ts';

/** GOROOT names another Go than the one on PATH, or nothing: go cannot compile or not even start. */
export const gorootOther: Finder = (snapshot) => {
  const found = askedEnvironments(snapshot).flatMap((asked) => {
    const wrong = wrongIn(asked);
    return wrong === null ? [] : [{ asked, ...wrong }];
  });
  return firstOfEach(found, ({ summary }) => summary).map(({ asked, path, summary, evidence }) => ({
    id: 'goroot-other',
    severity: 'error' as const,
    summary: asked.pids.length === 0 ? summary : `${summary} (${asked.where})`,
    evidence: [...evidence, `GOROOT=${path} (of ${asked.goroot?.file ?? 'the environment'})`],
    pids: asked.pids,
    consequences: [],
    remedy: [mend(asked), restart('gopls', 'or the command; go finds its GOROOT by itself')],
    source: 'cmd/go/main.go; cmd/go/internal/work/gc.go, -goversion; scenario goroot-other',
  }));
};

function wrongIn(
  asked: AskedEnvironment,
): { readonly path: string; readonly summary: string; readonly evidence: readonly string[] } | null {
  const { goroot, local } = asked;
  const refusal = refusalIn(asked);
  if (refusal?.kind === 'goroot') {
    const path = goroot?.path ?? /directory: (.*)/.exec(refusal.words)?.[1] ?? '';
    return { path, summary: `GOROOT names a folder that does not exist: ${path}`, evidence: [refusal.words] };
  }
  const { version, compiler } = goroot ?? {};
  if (goroot === null || version?.code !== 0 || compiler == null || compiler.timedOut || local.timedOut) return null;
  const [runs, compiles] = [goVersionOf(version.output), goVersionOf(compiler.output)];
  const evidence = [version, compiler].map(({ command, output }) => `${command}: ${output}`);
  if (/no such tool/.test(compiler.output))
    return { path: goroot.path, summary: `GOROOT names a folder without a Go compiler: ${goroot.path}`, evidence };
  if (compiler.code !== 0 || runs === null || compiles === null || runs === compiles) return null;
  const summary = `GOROOT belongs to ${compiles}, but the go on PATH is ${runs}: the compiler refuses, "version ${compiles} does not match go tool version ${runs}"`;
  return { path: goroot.path, summary, evidence };
}

/** Not `go env -u GOROOT`: newer Go refuses it, and with a missing GOROOT no go command starts. */
function mend({ goroot }: AskedEnvironment): Step {
  const file = goroot?.file ?? null;
  return file === null
    ? environment({ GOROOT: null }, 'an installed go finds its own')
    : run(['sed', '-i', '/^GOROOT=/d', file], '`go env -w` set it; an installed go finds its own');
}
