/**
 * A GOPROXY as files, built from a scenario's modules, so that a trial needs no network.
 * Source: `go help goproxy`; golang.org/x/mod/zip for the shape of the zips.
 */
import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { UserError } from '../../errors.ts';
import { hash1 } from '../../go/network/dirhash.ts';
import { escapePath } from '../../go/network/module-proxy.ts';
import type { TxtarFile } from '../scenario/txtar.ts';

export interface Module {
  readonly path: string;
  readonly version: string;
  readonly files: readonly TxtarFile[];
}

/** A module as a proxy serves it, with its two hashes for go.sum and the checksum database. */
export interface ServedModule {
  readonly path: string;
  readonly version: string;
  /** By file name below the proxy's root. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly zipHash: string;
  readonly modHash: string;
}

const entry = /^proxy\/(.+?)@(v[^/]+)\/(.+)$/;
/** Constant, so that no trial depends on when it ran. The zip format has no time before 1980. */
const mtime = '1980-01-02T00:00:00';

/** Splits a scenario's files into its workspace and the modules below `proxy/MODULE@VERSION/`. */
export function splitModules(files: readonly TxtarFile[]): {
  readonly workspace: readonly TxtarFile[];
  readonly modules: readonly Module[];
} {
  const modules = new Map<string, { path: string; version: string; files: TxtarFile[] }>();
  const workspace: TxtarFile[] = [];
  for (const file of files) {
    const [, path, version, name] = entry.exec(file.name) ?? [];
    if (path === undefined || version === undefined || name === undefined) {
      if (file.name.startsWith('proxy/')) {
        throw new UserError(`${file.name}: name a file below proxy/ proxy/MODULE@VERSION/FILE`);
      }
      workspace.push(file);
      continue;
    }
    const key = `${path}@${version}`;
    const module = modules.get(key) ?? { path, version, files: [] };
    modules.set(key, module);
    module.files.push({ name, data: file.data });
  }
  return { workspace, modules: [...modules.values()] };
}

export function serveModule(module: Module): ServedModule {
  const prefix = `${module.path}@${module.version}/`;
  const goMod = module.files.find((file) => file.name === 'go.mod')?.data ?? `module ${module.path}\n`;
  const contents = Object.fromEntries(module.files.map((file) => [prefix + file.name, strToU8(file.data)]));
  const base = `${escapePath(module.path)}/@v/${escapePath(module.version)}`;
  return {
    path: module.path,
    version: module.version,
    zipHash: hashOf(contents),
    modHash: hashOf({ 'go.mod': strToU8(goMod) }),
    files: new Map([
      [`${base}.info`, strToU8(JSON.stringify({ Version: module.version, Time: '2020-01-01T00:00:00Z' }))],
      [`${base}.mod`, strToU8(goMod)],
      [`${base}.zip`, zipSync(contents, { mtime, level: 0 })],
    ]),
  };
}

/** All files of a proxy for these modules, by name below its root. */
export function proxyFiles(served: readonly ServedModule[]): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const versions = new Map<string, string[]>();
  for (const module of served) {
    for (const [name, data] of module.files) files.set(name, data);
    versions.set(module.path, [...(versions.get(module.path) ?? []), module.version]);
  }
  for (const [path, list] of versions) files.set(`${escapePath(path)}/@v/list`, strToU8(`${list.join('\n')}\n`));
  return files;
}

function hashOf(files: Readonly<Record<string, Uint8Array>>): string {
  return hash1(
    Object.entries(files).map(([name, data]) => ({ name, sha256: createHash('sha256').update(data).digest('hex') })),
  );
}
