import { strFromU8 } from 'fflate';

/**
 * Files as a txtar archive. What the format cannot hold (no newline at the end, a line like a marker, no text) has base64
 * lines and a name that ends with `.base64`.
 * Source: golang.org/x/tools/txtar, package documentation.
 * @param files their contents by name; a name with `/` at its end is a folder, which the archive leaves out.
 */
export function archiveOf(comment: string, files: ReadonlyMap<string, Uint8Array>): string {
  const parts = [...files]
    .filter(([name]) => !name.endsWith('/'))
    .map(([name, data]) => {
      const text = strFromU8(data);
      if (isPlain(text, data)) return `-- ${name} --\n${text}`;
      return `-- ${name}.base64 --\n${Buffer.from(data)
        .toString('base64')
        .replace(/.{1,76}/g, '$&\n')}`;
    });
  return `${comment}${parts.join('')}`;
}

function isPlain(text: string, data: Uint8Array): boolean {
  if (text === '') return true;
  return text.endsWith('\n') && !/^-- .* --$/m.test(text) && Buffer.from(text).equals(data);
}
