import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { errnoOf, messageOf, UserError } from '../errors.ts';

/**
 * The Go version that a file asks for, as `parseGoRequest` takes it.
 *
 * go.mod and go.work: the `toolchain` line, else the `go` line (https://go.dev/ref/mod#go-mod-file-toolchain).
 * .tool-versions: the first version of `golang` or `go`, as asdf and mise name it. Anything else (.go-version): its
 * only line.
 *
 * @throws UserError that names the file: it cannot be read, or names no version.
 */
export async function readGoVersionFile(path: string): Promise<string> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    const why = errnoOf(error) === 'ENOENT' ? 'there is no such file' : messageOf(error);
    throw new UserError(`${path}: ${why}`, { cause: error });
  }
  const wanted = goVersionIn(basename(path), text);
  if (wanted !== null) return wanted;
  throw new UserError(`${path} names no Go version: ${lackOf(basename(path))}`);
}

function lackOf(name: string): string {
  if (name === '.tool-versions') return 'there is no line "golang 1.26.4"';
  return isModFile(name) ? 'there is no line "go 1.26.4"' : 'its one line is to be a version, as 1.26.4';
}

function isModFile(name: string): boolean {
  return name.endsWith('.mod') || name.endsWith('.work');
}

/** What the text of a file with that name asks for, or null. */
export function goVersionIn(name: string, text: string): string | null {
  if (isModFile(name)) {
    // "toolchain default" asks for nothing, and what follows a "-" is the name of somebody's own build.
    const toolchain = /^[ \t]*toolchain[ \t]+go(1\.[0-9a-z.]+)/m.exec(text)?.[1];
    return toolchain ?? /^[ \t]*go[ \t]+(1\.[0-9a-z.]+)/m.exec(text)?.[1] ?? null;
  }
  if (name === '.tool-versions') return /^[ \t]*(?:golang|go)[ \t]+([^\s#]+)/m.exec(text)?.[1] ?? null;
  const lines = text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
  return lines.length === 1 ? (lines[0] ?? null) : null;
}
