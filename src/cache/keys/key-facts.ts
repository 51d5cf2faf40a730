import * as v from 'valibot';
import { EnvironmentError } from '../../errors.ts';
import { runGo } from '../../go/run-go.ts';
import type { CacheRequest } from '../request.ts';

/** What `go env` reports in this job. */
export interface KeyFacts {
  readonly gocache: string;
  readonly gomodcache: string;
  /** "go1.26.8" */
  readonly version: string;
  /**
   * Settings that change GOCACHE entries without a source change, by name; GOOS and GOARCH are the
   * target's.
   */
  readonly settings: Readonly<Record<string, string>>;
  /** The same for golangci-lint and gopls, which identify files by path regardless of -trimpath. */
  readonly toolSettings: Readonly<Record<string, string>>;
}

const asked = [
  ...['GOOS', 'GOARCH', 'GOFLAGS', 'GOEXPERIMENT', 'GOFIPS140', 'CGO_ENABLED', 'CC', 'CXX'],
  ...['GO386', 'GOAMD64', 'GOARM', 'GOARM64', 'GOMIPS', 'GOMIPS64', 'GOPPC64', 'GORISCV64', 'GOWASM'],
];

const settingsSchema = v.record(v.string(), v.string());

/** @throws EnvironmentError when go does not answer; the reason of the signal. */
export async function readKeyFacts({ go, env, workspace, signal }: CacheRequest): Promise<KeyFacts> {
  // By name: without names, go runs the C compiler several times (envcmd/env.go,
  // ExtraEnvVarsCostly).
  const result = await runGo(go, ['env', '-json', 'GOCACHE', 'GOMODCACHE', 'GOROOT', 'GOVERSION', ...asked], {
    env,
    cwd: workspace,
    signal,
  });
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), settingsSchema), result.stdout);
  if (result.code !== 0 || !parsed.success) {
    throw new EnvironmentError(`go env -json failed: ${result.stderr.trim() || result.error?.message || 'no JSON'}`);
  }
  const {
    GOCACHE: gocache = '',
    GOMODCACHE: gomodcache = '',
    GOROOT: goroot = '',
    GOVERSION: version = '',
    ...rest
  } = parsed.output;
  const flags = Object.entries(env).filter(([name]) => /^CGO_\w*FLAGS/.test(name));
  // go hashes source paths unless it trims them (cmd/go/internal/work/exec.go, buildActionID). With
  // -trimpath, machines with different checkout folders can share.
  const trims = /(?:^|\s)-trimpath(?:=true)?(?:\s|$)/.test(rest['GOFLAGS'] ?? '');
  const flagged = { ...rest, ...Object.fromEntries(flags) };
  return {
    gocache,
    gomodcache,
    version,
    settings: given({ ...flagged, ...(trims ? {} : { GOMODCACHE: gomodcache, workspace }) }),
    // Not the workspace: most of their entries are about the standard library and modules.
    toolSettings: given({ ...flagged, GOMODCACHE: gomodcache, GOROOT: goroot }),
  };
}

function given(settings: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(settings).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
