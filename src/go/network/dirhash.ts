import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import type { ZipContents } from './zip.ts';

export interface FileSum {
  /** "M@V/PATH", with '/'. */
  readonly name: string;
  /** In hex. */
  readonly sha256: string;
}

/**
 * The h1 hash of a module's files, as in go.sum and the checksum database: SHA-256 over the sorted
 * lines "<sha256 of the file in hex>  <name>\n" (golang.org/x/mod/sumdb/dirhash, Hash1).
 *
 * @returns "h1:" and base64.
 */
export function hash1(files: readonly FileSum[]): string {
  // Go sorts by bytes, not by UTF-16 units.
  const sorted = files.toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const sum = createHash('sha256');
  for (const { name, sha256 } of sorted) sum.update(`${sha256}  ${name}\n`);
  return `h1:${sum.digest('base64')}`;
}

/** @throws EnvironmentError when an entry is damaged. */
export async function hash1OfZip(zip: ZipContents): Promise<string> {
  // A few at a time: inflating on the thread pool takes most of the time.
  const limit = pLimit(8);
  const files = zip.entries.map((file) =>
    limit(async () => ({
      name: file.name,
      sha256: createHash('sha256')
        .update(await zip.read(file))
        .digest('hex'),
    })),
  );
  return hash1(await Promise.all(files));
}
