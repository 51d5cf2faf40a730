/** A place to run the real go and gopls, where they read, write and load nothing of the user's. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CommandContext, CommandLimits } from '../../process/run-command.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

export interface Isolated extends CommandContext, AsyncDisposable {}

/**
 * A fresh folder with a module of one file without imports, and an environment that points into it.
 * @param go the Go that comes first on PATH; null: there is none.
 */
export async function isolated(go: string | null, limits: CommandLimits): Promise<Isolated> {
  const top = await temporaryFolder('unlatch-config-');
  try {
    return await furnished(top, go, limits);
  } catch (error) {
    await rm(top, { recursive: true, force: true, maxRetries: 3 });
    throw error;
  }
}

async function furnished(top: string, go: string | null, limits: CommandLimits): Promise<Isolated> {
  const folder = join(top, 'module');
  await mkdir(folder);
  await writeFile(join(folder, 'go.mod'), 'module unlatch\n');
  await writeFile(join(folder, 'unlatch.go'), 'package unlatch\n');
  const own = (name: string) => join(top, name);
  // Telemetry of go and gopls would write from a process of its own. Source:
  // golang.org/x/telemetry, mode file, in os.UserConfigDir.
  for (const config of ['config', 'home/Library/Application Support']) {
    await mkdir(own(`${config}/go/telemetry`), { recursive: true });
    await writeFile(own(`${config}/go/telemetry/mode`), 'off');
  }
  return {
    folder,
    ...limits,
    env: {
      // The probes run no shell and no compiler.
      PATH: go === null ? own('bin') : dirname(go),
      HOME: own('home'),
      TMPDIR: top,
      XDG_CACHE_HOME: own('cache'),
      XDG_CONFIG_HOME: own('config'),
      XDG_RUNTIME_DIR: top,
      GOPATH: own('gopath'),
      GOCACHE: own('gocache'),
      GOENV: 'off',
      GOFLAGS: '',
      GOWORK: 'off',
      GOPROXY: 'off',
      GOSUMDB: 'off',
      GOTOOLCHAIN: 'local',
      GOPACKAGESDRIVER: 'off',
      CGO_ENABLED: '0',
    },
    [Symbol.asyncDispose]: () => rm(top, { recursive: true, force: true, maxRetries: 3 }),
  };
}
