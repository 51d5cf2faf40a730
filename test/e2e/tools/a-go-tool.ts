/** Go programs that the tests run, each in one version, built once into the store. */
import { access, copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { messageOf } from '../../../src/errors.ts';
import { readGoSettings } from '../../../src/go/go-settings.ts';
import { exeName, hostPlatform, platformKey } from '../../../src/go/platform.ts';
import { provisionGo } from '../../../src/go/provision/provision-go.ts';
import { runGo, whyFailed } from '../../../src/go/run-go.ts';
import { install, storeDir } from '../../../src/go/store/store.ts';
import { matrixGoVersions } from '../../../src/go/versions.ts';

/** nektos/act, which runs workflows with the runner's protocol and its own cache server. */
export function anAct(): Promise<string> {
  return aGoTool('act', 'github.com/nektos/act', '0.2.89');
}

export function anActionlint(): Promise<string> {
  return aGoTool('actionlint', 'github.com/rhysd/actionlint/cmd/actionlint', '1.7.12');
}

/** Delve. */
export function aDelve(): Promise<string> {
  return aGoTool('dlv', 'github.com/go-delve/delve/cmd/dlv', '1.27.0');
}

/** A server of S3 over a folder, with users, bucket policies and conditional writes. */
export function aVersitygw(): Promise<string> {
  return aGoTool('versitygw', 'github.com/versity/versitygw/cmd/versitygw', '1.8.0');
}

/** The runner of Go's script tests. */
export function aTestscript(): Promise<string> {
  return aGoTool('testscript', 'github.com/rogpeppe/go-internal/cmd/testscript', '1.14.1');
}

/**
 * The result of `bring`. If it fails, as without a network, this throws in CI. Elsewhere it prints the reason and returns
 * null, so that the tests that need it are skipped.
 */
export async function broughtOrNull<T>(bring: () => Promise<T>): Promise<T | null> {
  try {
    return await bring();
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    console.warn(`some tests are skipped: ${messageOf(error)}`);
    return null;
  }
}

/** The path of the binary. The first call needs a module proxy and some minutes. */
async function aGoTool(tool: string, path: string, version: string): Promise<string> {
  const platform = hostPlatform();
  const name = exeName(tool, platform);
  return await install({
    store: storeDir(process.env),
    place: `${tool}/${version}-${platformKey(platform)}`,
    what: `${tool} ${version}`,
    check: async (dir) => ((await exists(join(dir, name))) ? join(dir, name) : null),
    build: async (made, scratch) => {
      const env = { GOBIN: join(scratch, 'bin'), GOPATH: join(scratch, 'gopath'), GOFLAGS: '-trimpath -modcacherw' };
      await newestGo(['install', '-v', `${path}@v${version}`], scratch, env);
      await copyFile(join(scratch, 'bin', name), join(made, name));
    },
  });
}

/**
 * Builds the Go program in a folder of the tests. The build cache is that of the tools, so the standard library is there.
 * @returns the path of the binary, in `into`.
 */
export async function aGoProgram(folder: string, into: string): Promise<string> {
  const binary = join(into, exeName(basename(folder), hostPlatform()));
  await newestGo(['build', '-v', '-buildvcs=false', '-o', binary, '.'], folder, {
    GOFLAGS: '-trimpath -modcacherw -mod=readonly',
  });
  return binary;
}

/** Runs the newest Go of the matrix, with the caches of the store. Throws if it fails. */
async function newestGo(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<void> {
  const platform = hostPlatform();
  const store = storeDir(process.env);
  const settings = await readGoSettings(process.env, platform);
  const newest = matrixGoVersions({}).at(-1);
  if (newest === undefined) throw new Error('docker/versions.json pins no Go for this machine');
  const go = await provisionGo(newest, { env: process.env, from: 'store' });
  const result = await runGo(join(go.goroot, 'bin', exeName('go', platform)), args, {
    cwd,
    env: {
      ...process.env,
      ...(settings.goproxy === null ? {} : { GOPROXY: settings.goproxy }),
      ...(settings.gosumdb === null ? {} : { GOSUMDB: settings.gosumdb }),
      GOMODCACHE: join(store, 'build', 'modcache'),
      GOCACHE: join(store, 'build', 'gocache'),
      GOTOOLCHAIN: 'local',
      CGO_ENABLED: '0',
      ...env,
    },
  });
  if (result.code !== 0) throw new Error(`go ${args.join(' ')} failed: ${whyFailed(result, 20)}`);
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
