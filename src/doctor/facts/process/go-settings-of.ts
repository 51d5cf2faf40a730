/**
 * The effective GOPROXY etc. of a go command: from its environment, else its GOENV file, else go.env of
 * its GOROOT. Reads files and runs nothing: the process may be another user's.
 * Source: cmd/go/internal/cfg/cfg.go, EnvOrAndChanged and initEnvCache.
 */
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errnoOf } from '../../../errors.ts';
import { readLink } from '../../../process/proc/read-proc.ts';
import { redact } from '../../../redact.ts';
import type { Environment } from '../../snapshot.ts';

const names = [
  ...['GOPROXY', 'GONOPROXY', 'GOPRIVATE', 'GOSUMDB', 'GONOSUMDB', 'GOINSECURE', 'GOVCS', 'GOFLAGS'],
  ...['GOTOOLCHAIN', 'GOCACHEPROG', 'GOCACHE', 'GOMODCACHE', 'GOPATH', 'GOTMPDIR', 'GOROOT', 'GOWORK', 'GO111MODULE'],
  ...['CC', 'CXX', 'FC', 'PKG_CONFIG'],
] as const;

const byDefault: Environment = {
  GOPROXY: 'https://proxy.golang.org,direct',
  GOSUMDB: 'sum.golang.org',
  GOTOOLCHAIN: 'auto',
};

/**
 * Leaves out unset settings, except the three with a default. The files may be on a filesystem that
 * does not answer, so the caller sets a limit.
 * @param env its whole environment.
 */
export async function goSettingsOf(pid: number, env: Readonly<Record<string, string>>): Promise<Environment> {
  const own = env['GOENV'] === 'off' ? {} : await readEnvFile(goenvPath(env));
  const exe = readLink(`/proc/${pid}/exe`);
  const goroot = env['GOROOT'] || (exe === null ? null : dirname(dirname(exe)));
  const shipped = goroot === null ? {} : await readEnvFile(join(goroot, 'go.env'));
  const settingOf = (name: string) => env[name] || own[name] || shipped[name] || byDefault[name];
  return Object.fromEntries(
    [...names, 'GOAUTH'].flatMap((name) => {
      const value = settingOf(name);
      if (value === undefined) return [];
      return [[name, name === 'GOAUTH' ? withoutArguments(value) : redact(value)]];
    }),
  );
}

/** Keeps only the program of each GOAUTH command: an argument may be a token. */
function withoutArguments(goauth: string): string {
  return goauth
    .split(';')
    .map((command) => command.trim().split(/\s+/)[0] ?? '')
    .join(';');
}

function goenvPath(env: Readonly<Record<string, string>>): string | null {
  if (env['GOENV']) return env['GOENV'];
  const config = env['XDG_CONFIG_HOME'] || (env['HOME'] ? join(env['HOME'], '.config') : null);
  return config === null ? null : join(config, 'go/env');
}

export async function readEnvFile(path: string | null): Promise<Environment> {
  try {
    // Another user may have put a FIFO there.
    if (path === null || !(await stat(path)).isFile()) return {};
    return parseEnvFile(await readFile(path, 'utf8'));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return {};
  }
}

function parseEnvFile(text: string): Environment {
  return Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const [, name, value] = /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(line.trim()) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
}
