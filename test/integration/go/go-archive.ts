import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

/** A tiny Go, packed like go.dev's archives. */
export async function goArchive(version: string, go = '#!/bin/sh\n'): Promise<Uint8Array> {
  const tar = pack();
  tar.entry({ name: 'go/VERSION' }, `go${version}\n`);
  tar.entry({ name: 'go/bin/go', mode: 0o755 }, go);
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar) chunks.push(chunk as Uint8Array);
  return gzipSync(Buffer.concat(chunks));
}
