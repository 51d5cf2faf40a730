/**
 * Readable names for Go's lock files. Sources: cmd/go/internal/modfetch/cache.go, lockVersion;
 * codehost/git.go.
 */
import { basename } from 'node:path';

/**
 * The module version of a path like ".../@v/v1.5.2.lock": "rsc.io/quote@v1.5.2"; null for other
 * paths.
 */
export function moduleOfLock(path: string): string | null {
  const [, module, version] = /\/cache\/download\/(.+)\/@v\/(.+)\.lock(?: \(deleted\))?$/.exec(path) ?? [];
  if (module === undefined || version === undefined) return null;
  return upperCase(`${module}@${version}`);
}

/** Source: golang.org/x/mod/module, EscapePath. */
function upperCase(escaped: string): string {
  return escaped.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * What a file of a cache is called at any path to that cache: "cache/download/rsc.io/quote/@v/v1.5.2.lock". Elsewhere
 * its own name. Inode numbers alone do not tell files apart: the layers of an overlay have the same ones.
 */
export function nameInCache(path: string): string {
  const plain = path.replace(/ \(deleted\)$/, '');
  return /\/(cache\/(?:download|vcs)\/.+)$/.exec(plain)?.[1] ?? basename(plain);
}

/**
 * What a lock guards, as text: "rsc.io/quote@v1.5.2", "rsc.io/quote: list", "the repository 3f2a…",
 * "go.mod".
 */
export function lockName(path: string): string {
  const module = moduleOfLock(path);
  if (module !== null) return module;
  const [, of, what] = /\/cache\/download\/(.+)\/@v\/([^/]+)$/.exec(path) ?? [];
  if (of !== undefined) return `${upperCase(of)}: ${what}`;
  const record = /\/(?:cache\/download|pkg)\/sumdb\/(.+)$/.exec(path)?.[1];
  if (record !== undefined) return `the checksum database: ${record}`;
  const repository = /\/cache\/vcs\/([0-9a-f]{8})[0-9a-f]*\.lock/.exec(path)?.[1];
  return repository === undefined
    ? basename(path.replace(/ \(deleted\)$/, ''))
    : `the repository cache/vcs/${repository}…`;
}
