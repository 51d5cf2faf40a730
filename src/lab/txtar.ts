/**
 * The txtar format: a comment, then files, each after a line `-- NAME --`.
 * Source: golang.org/x/tools/txtar, package documentation.
 */
import { UserError } from '../errors.ts';

export interface TxtarFile {
  readonly name: string;
  readonly data: string;
}

const marker = /^-- (.+) --$/;

/**
 * Reads the files of an archive; the comment before the first marker is dropped.
 * @throws UserError when a name climbs out of its folder or stands twice.
 */
export function parseTxtar(archive: string): readonly TxtarFile[] {
  const files: { name: string; lines: string[] }[] = [];
  for (const line of archive.split('\n')) {
    const name = marker.exec(line)?.[1]?.trim();
    if (name !== undefined) files.push({ name, lines: [] });
    else files.at(-1)?.lines.push(line);
  }
  const seen = new Set<string>();
  return files.map(({ name, lines }) => {
    if (name.startsWith('/') || name.split('/').includes('..')) {
      throw new UserError(`txtar: ${name} climbs out of the archive; use a path below it`);
    }
    if (seen.has(name)) throw new UserError(`txtar: ${name} stands twice in the archive`);
    seen.add(name);
    const text = lines.join('\n');
    return { name, data: text === '' || text.endsWith('\n') ? text : `${text}\n` };
  });
}
