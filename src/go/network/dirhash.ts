import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import type { ZipContents } from './zip.ts';

/**
 * The h1 hash of a zip, as in go.sum and the checksum database: SHA-256 over the sorted lines
 * "<sha256 of the file in hex>  <name>\n" (golang.org/x/mod/sumdb/dirhash, Hash1).
 *
 * @returns "h1:" and base64.
 * @throws EnvironmentError when an entry is damaged.
 */
export async function hash1OfZip(zip: ZipContents): Promise<string> {
  // A few at a time: inflating on the thread pool takes most of the time.
  const limit = pLimit(8);
  const lines = await Promise.all(
    zip.entries.map((file) =>
      limit(async () => {
        const hash = createHash('sha256').update(await zip.read(file));
        return { name: file.name, line: `${hash.digest('hex')}  ${file.name}\n` };
      }),
    ),
  );
  // Go sorts by bytes, not by UTF-16 units.
  lines.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const sum = createHash('sha256');
  for (const { line } of lines) sum.update(line);
  return `h1:${sum.digest('base64')}`;
}
