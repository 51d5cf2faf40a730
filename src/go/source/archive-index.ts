import * as v from 'valibot';
import { EnvironmentError } from '../../errors.ts';
import { goDevArch, type Platform } from '../platform.ts';

/** One archive in an index. */
export interface IndexedArchive {
  /** "1.22.12" */
  readonly version: string;
  readonly filename: string;
  /** In hex; null: not in the index. */
  readonly sha256: string | null;
  readonly sizeBytes: number | null;
}

/** A file in go.dev's index. Mirrors may omit everything but the name. */
const fileSchema = v.object({
  filename: v.string(),
  os: v.fallback(v.optional(v.string(), ''), ''),
  arch: v.fallback(v.optional(v.string(), ''), ''),
  kind: v.fallback(v.optional(v.string(), 'archive'), 'archive'),
  sha256: v.fallback(v.optional(v.string(), ''), ''),
  size: v.fallback(v.nullish(v.number(), null), null),
});
const versionSchema = v.object({
  /** "go1.22.12" */
  version: v.string(),
  files: v.array(v.unknown()),
});

/**
 * The archives for a platform (.zip for Windows, else .tar.gz) in an index like
 * go.dev/dl/?mode=json. Skips malformed entries.
 *
 * @param from origin of the index, for messages
 * @throws EnvironmentError when it is not such an index at all.
 */
export function archivesIn(text: string, platform: Platform, from: string): readonly IndexedArchive[] {
  const index = v.safeParse(v.pipe(v.string(), v.parseJson(), v.array(v.unknown())), text);
  if (!index.success) throw new EnvironmentError(`${from}: the index of Go versions has an unknown format`);
  const archives: IndexedArchive[] = [];
  for (const entry of index.output) {
    const parsed = v.safeParse(versionSchema, entry);
    if (!parsed.success) continue;
    const version = parsed.output.version.replace(/^go/, '');
    for (const one of parsed.output.files) {
      const file = v.safeParse(fileSchema, one);
      if (!file.success || !isFor(platform, file.output)) continue;
      const { filename, sha256, size } = file.output;
      archives.push({
        version,
        filename,
        sha256: /^[0-9a-f]{64}$/i.test(sha256) ? sha256.toLowerCase() : null,
        sizeBytes: size,
      });
    }
  }
  return archives;
}

/** "go1.22.12.linux-armv6l.tar.gz" */
export function archiveName(version: string, platform: Platform): string {
  return `go${version}.${platform.os}-${goDevArch(platform)}${ending(platform)}`;
}

function ending(platform: Platform): string {
  return platform.os === 'windows' ? '.zip' : '.tar.gz';
}

function isFor(platform: Platform, file: v.InferOutput<typeof fileSchema>): boolean {
  const { filename, os, arch, kind } = file;
  // The name becomes part of a URL, so it must not be a path.
  if (kind !== 'archive' || /[\\/]/.test(filename) || !filename.endsWith(ending(platform))) return false;
  if (os !== '' && arch !== '') return os === platform.os && arch === goDevArch(platform);
  return filename.endsWith(`.${platform.os}-${goDevArch(platform)}${ending(platform)}`);
}
