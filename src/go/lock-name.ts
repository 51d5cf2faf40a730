/** What Go's lock files are called, and what each is about. Sources: cmd/go/internal/modfetch/cache.go, lockVersion; codehost/git.go. */
import { basename } from 'node:path';

/** "v1.0.0" of ".../@v/v1.0.0.lock" and its module: "rsc.io/quote@v1.5.2"; else null. */
export function moduleOfLock(path: string): string | null {
  const [, module, version] = /\/cache\/download\/(.+)\/@v\/(.+)\.lock(?: \(deleted\))?$/.exec(path) ?? [];
  if (module === undefined || version === undefined) return null;
  return upperCase(`${module}@${version}`);
}

/** Source: golang.org/x/mod/module, EscapePath. */
function upperCase(escaped: string): string {
  return escaped.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** What a lock is about, in words: "rsc.io/quote@v1.5.2", "rsc.io/quote: list", "the repository 3f2a…", "go.mod". */
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
