/**
 * The txtar format: a comment, then files, each after a line `-- NAME --`.
 * Source: golang.org/x/tools/txtar, package documentation.
 */
import { UserError } from '../../errors.ts';

export interface TxtarFile {
  readonly name: string;
  readonly data: string;
}

/** A blank name marks nothing. */
const marker = /^-- (.*\S.*) --\n?$/;

/**
 * Reads the files of an archive; the comment before the first marker is dropped. A last line without its newline gets one.
 * @throws UserError when a name climbs out of its folder or stands twice.
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
      throw new UserError(`txtar: ${name} climbs out of the archive; use a path below it`);
    }
    if (seen.has(name)) throw new UserError(`txtar: ${name} stands twice in the archive`);
    seen.add(name);
    return { name, data: data === '' || data.endsWith('\n') ? data : `${data}\n` };
  });
}
