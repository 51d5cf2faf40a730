/**
 * The txtar format: a comment, then files, each after a line `-- NAME --`.
 * Source: golang.org/x/tools/txtar, package documentation.
 */
import { UserError } from '../../errors.ts';

export interface TxtarFile {
  readonly name: string;
  readonly data: string;
}

/** A line with a blank name is no marker. */
const marker = /^-- (.*\S.*) --\n?$/;

/**
 * Reads the files of an archive and drops the comment. Adds a missing newline at the end of a file.
 * @throws UserError if a name leaves the archive's folder or occurs twice.
 */
export function parseTxtar(archive: string): readonly TxtarFile[] {
  const files: { name: string; data: string }[] = [];
  for (const line of archive.split(/(?<=\n)/)) {
    const name = marker.exec(line)?.[1]?.trim();
    const open = files.at(-1);
    if (name !== undefined) files.push({ name, data: '' });
    else if (open !== undefined) open.data += line;
  }
  const seen = new Set<string>();
  return files.map(({ name, data }) => {
    if (name.startsWith('/') || name.split('/').includes('..')) {
      throw new UserError(`txtar: ${name} leaves the archive; use a path below it`);
    }
    if (seen.has(name)) throw new UserError(`txtar: ${name} occurs twice in the archive`);
    seen.add(name);
    return { name, data: data === '' || data.endsWith('\n') ? data : `${data}\n` };
  });
}
