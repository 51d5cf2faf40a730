/** The environment of a machine on which the doctor looks at real go and gopls processes. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { matrixVersions } from '../../../src/cli/matrix-versions.ts';
import { provisionGo } from '../../../src/go/provision/provision-go.ts';
import { provisionGopls } from '../../../src/go/provision/provision-gopls.ts';
import type { Cli, Place } from '../cli/a-cli.ts';

/** The newest gopls of docker/versions.json and its Go: the paths of both commands. */
export async function newestTools(): Promise<{ readonly go: string; readonly gopls: string }> {
  const newest = matrixVersions().gopls.at(-1);
  if (newest === undefined) throw new Error('docker/versions.json pins no gopls for this machine');
  const { goroot } = await provisionGo(newest.go, { env: process.env });
  const { path } = await provisionGopls(newest.gopls, { env: process.env });
  return { go: join(goroot, 'bin/go'), gopls: path };
}

/**
 * Makes the place a HOME with an empty module cache.
 *
 * @param commands paths of commands; their folders come first in PATH.
 * @returns the environment, without a module proxy; `$doctor` starts `unlatch doctor`.
 */
export async function aGoHome(
  cli: Cli,
  place: Place,
  commands: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> {
  // With telemetry off, gopls starts no process for it.
  await place.write('.config/go/telemetry/mode', 'off');
  const gopath = join(place.path, 'gopath');
  await mkdir(join(gopath, 'pkg/mod'), { recursive: true });
  return {
    PATH: [...commands.map((path) => dirname(path)), '/usr/sbin:/usr/bin:/sbin:/bin'].join(':'),
    HOME: place.path,
    TMPDIR: place.tmp,
    GOPATH: gopath,
    GOPROXY: 'off',
    GOSUMDB: 'off',
    GOTOOLCHAIN: 'local',
    doctor: `${process.execPath} ${cli.script} doctor`,
    ...more,
  };
}
