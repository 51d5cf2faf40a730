import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Env } from '../../go/context.ts';
import { firstOnPath } from '../../go/first-on-path.ts';
import { askGo, findGoOnPath, type GoOnPath } from '../../go/go-on-path.ts';
import { findGoplsOnPath, type GoplsBuild } from '../../go/gopls-on-path.ts';
import { exeName, hostPlatform, type Platform } from '../../go/platform.ts';

/** How --go and --gopls name the binary on PATH. */
export const local = 'local';

/** How --go names the gotip on PATH, Go's development branch. */
export const tip = 'tip';

/** The binaries on PATH that the command line names. null: it does not. */
export interface LocalTools {
  readonly go: { readonly version: string; readonly goroot: string; readonly tip: boolean } | null;
  readonly gopls: (GoplsBuild & { readonly path: string }) | null;
}

/**
 * Finds what `--go local`, `--go tip` and `--gopls local` name.
 *
 * @throws UserError if it is missing, or no release: a cell must say which version it judged.
 */
export async function findLocalTools(
  options: { readonly go?: string; readonly gopls?: string },
  signal: AbortSignal,
): Promise<LocalTools> {
  const named = (list: string | undefined, word = local) =>
    list?.split(',').some((text) => text.trim() === word) === true;
  const platform = hostPlatform();
  if (named(options.go, tip)) {
    if (named(options.go) || named(options.gopls))
      throw new UserError(`--go ${tip} and ${local} exclude each other; run one after the other`);
    return { go: await findTip(platform, signal), gopls: null };
  }
  if (!named(options.go) && !named(options.gopls)) return { go: null, gopls: null };
  const go = await findGoOnPath(process.env, platform, signal);
  if (go === null) throw new UserError('local means the go on PATH, and there is none that works; name a version');
  return {
    go: named(options.go) ? releaseOf(go, platform.arch) : null,
    gopls: named(options.gopls) ? await localGopls(join(go.goroot, 'bin', exeName('go', platform)), signal) : null,
  };
}

async function findTip(platform: Platform, signal: AbortSignal): Promise<NonNullable<LocalTools['go']>> {
  const make = 'go install golang.org/dl/gotip@latest && gotip download';
  const path = await firstOnPath(exeName('gotip', platform), withGoBin(process.env));
  if (path === null) throw new UserError(`--go ${tip}: there is no gotip on PATH, in GOBIN or in GOPATH/bin; ${make}`);
  const found = await askGo(path, process.env, signal);
  if (found === null) throw new UserError(`--go ${tip}: ${path} does not work; gotip download`);
  if (found.devel === null) throw new UserError(`--go ${tip}: ${path} is no development build of Go; ${make}`);
  return { version: found.devel, goroot: found.goroot, tip: true };
}

function releaseOf({ path, version, goroot, arch }: GoOnPath, wanted: string) {
  if (version === null) throw new UserError(`--go local: ${path} is no release of Go; name a version`);
  if ((arch ?? wanted) !== wanted) throw new UserError(`--go local: ${path} is for ${arch}; name a version`);
  return { version, goroot, tip: false };
}

async function localGopls(go: string, signal: AbortSignal): Promise<LocalTools['gopls']> {
  const found = await findGoplsOnPath(go, withGoBin(process.env), hostPlatform(), signal);
  if (found === null) {
    throw new UserError('--gopls local: there is no gopls on PATH, in GOBIN or in GOPATH/bin; name a version');
  }
  const { path, build } = found;
  if ('refused' in build) throw new UserError(`--gopls local: ${path}: ${build.refused}; name a version`);
  return { path, ...build };
}

/** `go install` puts gopls into GOBIN, else GOPATH/bin. Editors look there too, so PATH may lack it. */
function withGoBin(env: Env): Env {
  const gopaths = (env.GOPATH || join(env.HOME || homedir(), 'go')).split(delimiter);
  const bins = [env.GOBIN || '', ...gopaths.map((path) => join(path, 'bin'))].filter((path) => path !== '');
  return { ...env, PATH: [env.PATH ?? '', ...bins].join(delimiter) };
}
