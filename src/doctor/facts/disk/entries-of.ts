/** The entries of GOCACHE that name an output with the length it has: go then takes the output for whole. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gocacheFolders } from './gocache-files.ts';
import { orNothing } from './or-nothing.ts';

const atOnce = 64;

/**
 * @param outputs `id` is the hash in its name.
 * @returns the path of an entry by the id of its output; `whole` is false if the time was up before all were read.
 */
export async function entriesOf(
  gocache: string,
  outputs: readonly { readonly id: string; readonly bytes: number }[],
  limitMs: number,
): Promise<{ readonly byOutput: ReadonlyMap<string, string>; readonly whole: boolean }> {
  const until = performance.now() + limitMs;
  const byOutput = new Map<string, string>();
  const lengths = new Map(outputs.map(({ id, bytes }) => [id, bytes]));
  for (const folder of gocacheFolders) {
    const own = join(gocache, folder);
    const names = ((await orNothing(readdir(own))) ?? []).filter((name) => name.endsWith('-a'));
    for (let at = 0; at < names.length; at += atOnce) {
      if (byOutput.size === lengths.size) return { byOutput, whole: true };
      if (performance.now() > until) return { byOutput, whole: false };
      await Promise.all(
        names.slice(at, at + atOnce).map(async (name) => {
          const path = join(own, name);
          const named = parseEntry(name, (await orNothing(readFile(path, 'latin1'))) ?? '');
          if (named !== null && lengths.get(named.id) === named.bytes) byOutput.set(named.id, path);
        }),
      );
    }
  }
  return { byOutput, whole: true };
}

/** "v1 ACTION OUTPUT LENGTH TIME". Source: cmd/go/internal/cache/cache.go, get. */
function parseEntry(name: string, text: string): { readonly id: string; readonly bytes: number } | null {
  const [, action, id, bytes] = /^v1 ([0-9a-f]{64}) ([0-9a-f]{64}) ([ \d]{20}) [ \d]{20}\n$/.exec(text) ?? [];
  return id === undefined || `${action}-a` !== name ? null : { id, bytes: Number(bytes) };
}
