import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Module, proxyFiles, serveModule } from '../../src/lab/trial/go-proxy.ts';

/** Writes a GOPROXY of files. @returns its URL. */
export function writeProxy(folder: string, modules: readonly Module[]): string {
  for (const [name, data] of proxyFiles(modules.map(serveModule))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), data);
  }
  return pathToFileURL(folder).href;
}
