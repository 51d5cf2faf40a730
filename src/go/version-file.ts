import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { errnoOf, messageOf, UserError } from '../errors.ts';

/** A file that may request a version, but does not. */
export class AsksForNoGo extends UserError {}

/**
 * The Go version that a file requests, as `parseGoRequest` takes it.
 *
 * go.mod and go.work: the `toolchain` line (unless `toolchainLine` is false), else the `go` line
 * (https://go.dev/ref/mod#go-mod-file-toolchain). .tool-versions: the first version of `golang` or
 * `go`, as in asdf and mise. Other files (.go-version): the only line.
 *
 * @throws AsksForNoGo, or another UserError, that names the file: it is unreadable, or has no
 * version.
 */
export async function readGoVersionFile(path: string, options: ReadOptions = {}): Promise<string> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    const why = errnoOf(error) === 'ENOENT' ? 'no such file' : messageOf(error);
    throw new UserError(`${path}: ${why}`, { cause: error });
  }
  const name = basename(path);
  const wanted = goVersionIn(name, text, options);
  if (wanted !== null) return wanted;
  const message = `${path} has no Go version: ${lackOf(name)}`;
  const isList = isModFile(name) || name === '.tool-versions';
  throw isList || linesOf(text).length === 0 ? new AsksForNoGo(message) : new UserError(message);
}

interface ReadOptions {
  /** Whether a toolchain line counts. Default: true. */
  readonly toolchainLine?: boolean;
}

function lackOf(name: string): string {
  if (name === '.tool-versions') return 'it needs a line such as "golang 1.26.4"';
  return isModFile(name) ? 'it needs a line such as "go 1.26.4"' : 'its only line must be a version such as 1.26.4';
}

function isModFile(name: string): boolean {
  return name.endsWith('.mod') || name.endsWith('.work');
}

/** The version that the text of a file with that name requests, or null. */
export function goVersionIn(name: string, text: string, { toolchainLine = true }: ReadOptions = {}): string | null {
  if (isModFile(name)) {
    // "toolchain default" requests nothing, and a suffix after "-" names a custom build.
    const toolchain = /^[ \t]*toolchain[ \t]+go(1\.[0-9a-z.]+)/m.exec(text)?.[1];
    return (toolchainLine ? toolchain : undefined) ?? /^[ \t]*go[ \t]+(1\.[0-9a-z.]+)/m.exec(text)?.[1] ?? null;
  }
  if (name === '.tool-versions') return /^[ \t]*(?:golang|go)[ \t]+([^\s#]+)/m.exec(text)?.[1] ?? null;
  const lines = linesOf(text);
  return lines.length === 1 ? (lines[0] ?? null) : null;
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}
