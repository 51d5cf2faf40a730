/** Files into a container and results out of it, each as a tar. */
import { PassThrough } from 'node:stream';
import { extract, pack } from 'tar-stream';
import { EnvironmentError } from '../../../errors.ts';

/** How much of the end of each output is read. */
const readLimit = 65_536;

export async function packFiles(files: ReadonlyMap<string, Uint8Array>): Promise<Buffer> {
  const tar = pack();
  const folders = new Set<string>();
  const addFolder = (path: string) => {
    if (path === '' || folders.has(path)) return;
    addFolder(path.slice(0, path.lastIndexOf('/') + 1).slice(0, -1));
    folders.add(path);
    tar.entry({ name: `${path}/`, type: 'directory', mode: 0o755 });
  };
  for (const [name, data] of files) {
    addFolder(name.slice(0, Math.max(0, name.lastIndexOf('/'))));
    if (!name.endsWith('/')) tar.entry({ name, mode: 0o644 }, Buffer.from(data));
  }
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export async function unpackTexts(tar: Buffer): Promise<ReadonlyMap<string, string>> {
  // An archive cut between two files would parse without an error.
  if (tar.length > 0 && tar.subarray(-1024).some((byte) => byte !== 0)) {
    throw new EnvironmentError("the driver's answer is truncated");
  }
  const texts = new Map<string, string>();
  const input = new PassThrough();
  input.end(tar);
  try {
    for await (const entry of input.pipe(extract())) {
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      if (entry.header.type !== 'file') continue;
      texts.set(entry.header.name.replace(/^\.\//, ''), Buffer.concat(chunks).subarray(-readLimit).toString('utf8'));
    }
  } catch (error) {
    throw new EnvironmentError("the driver's answer is truncated", { cause: error });
  }
  return texts;
}
