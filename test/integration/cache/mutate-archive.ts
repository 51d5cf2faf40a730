/** Faults of an archive: each mutation changes the bytes of a good one. */
import { spawnSync } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { extract, type Header, pack } from 'tar-stream';

export interface TarFile {
  readonly header: Header;
  readonly content: Buffer;
}

export const mutations = [
  'cut',
  'flip a bit of the packed bytes',
  'flip a bit of the unpacked bytes',
  'cut the tar and pack it again',
  'flip a bit of a file and pack it again',
  'swap the contents of two files',
  'leave out a file',
  'add a file',
  'a file twice, with other content',
  'a path that climbs out',
  'an absolute path',
  'a link in place of a file',
  'a folder in place of a file',
  'another folder',
  'nothing',
  'no tar at all',
] as const;
export type Mutation = (typeof mutations)[number];

/**
 * @param which a number from 0 to 1 that selects the file.
 * @param where a number from 0 to 1 that selects the byte.
 * @param outside an absolute path that must stay untouched.
 */
export async function mutate(
  archive: Buffer,
  mutation: Mutation,
  which: number,
  where: number,
  outside: string,
): Promise<Buffer> {
  const index = (length: number) => Math.floor(where * length);
  const flipped = (bytes: Buffer) => {
    const copy = Buffer.from(bytes);
    const place = index(copy.length);
    copy[place] = (copy[place] ?? 0) ^ (1 << Math.floor((where * 1e4) % 8));
    return copy;
  };
  if (mutation === 'cut') return archive.subarray(0, index(archive.length));
  if (mutation === 'flip a bit of the packed bytes') return flipped(archive);
  if (mutation === 'nothing') return Buffer.alloc(0);
  if (mutation === 'no tar at all') return zstd([], Buffer.from('<html>502 Bad Gateway</html>'));
  const tar = zstd(['-d'], archive);
  if (mutation === 'flip a bit of the unpacked bytes') return zstd([], flipped(tar));
  if (mutation === 'cut the tar and pack it again') return zstd([], tar.subarray(0, index(tar.length)));
  const entries = await readTar(tar);
  const files = entries.filter(({ header, content }) => header.type === 'file' && content.length > 0);
  const victim = files[Math.floor(which * files.length)] as TarFile;
  const other = files[(files.indexOf(victim) + 1) % files.length] as TarFile;
  const replace = (...by: readonly TarFile[]) => entries.flatMap((entry) => (entry === victim ? by : [entry]));
  const named = (name: string): TarFile => ({ ...victim, header: { ...victim.header, name } });
  const mutated = (): readonly TarFile[] => {
    switch (mutation) {
      case 'flip a bit of a file and pack it again':
        return replace({ ...victim, content: flipped(victim.content) });
      case 'swap the contents of two files':
        return entries.map((entry) => {
          if (entry === victim) return { ...entry, content: other.content };
          return entry === other ? { ...entry, content: victim.content } : entry;
        });
      case 'leave out a file':
        return replace();
      case 'add a file':
        return replace(victim, named(`${victim.header.name}2`));
      case 'a file twice, with other content':
        return [...entries, { ...victim, content: Buffer.concat([victim.content, Buffer.from('x')]) }];
      case 'a path that climbs out':
        return replace(named(`${victim.header.name.split('/')[0]}/../../../${outside.split('/').at(-1)}`));
      case 'an absolute path':
        return replace(named(outside));
      case 'a link in place of a file':
        return replace({
          header: { ...victim.header, type: 'symlink', linkname: outside, size: 0 },
          content: Buffer.alloc(0),
        });
      case 'a folder in place of a file':
        return replace({ header: { ...victim.header, type: 'directory', size: 0 }, content: Buffer.alloc(0) });
      case 'another folder':
        return entries.map((entry) => ({ ...entry, header: { ...entry.header, name: `x${entry.header.name}` } }));
    }
  };
  return zstd([], await writeTar(mutated()));
}

function zstd(args: readonly string[], input: Buffer): Buffer {
  const { stdout, status } = spawnSync('zstd', [...args, '-c', '-q'], { input, maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error('zstd failed');
  return stdout;
}

async function readTar(tar: Buffer): Promise<readonly TarFile[]> {
  const entries: TarFile[] = [];
  const stream = extract();
  stream.end(tar);
  for await (const entry of stream) {
    const { pax: _, ...header } = entry.header;
    entries.push({ header, content: await buffer(entry) });
  }
  return entries;
}

async function writeTar(entries: readonly TarFile[]): Promise<Buffer> {
  const stream = pack();
  for (const { header, content } of entries) stream.entry({ ...header, size: content.length }, content);
  stream.finalize();
  return await buffer(stream);
}
