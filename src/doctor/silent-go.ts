/** A go command that waits for the network, and what it most likely asks for. */
import type { ConnectionFact, ProcessFact, Snapshot } from './snapshot.ts';
import { isGo, linksOf } from './wait-chain.ts';

export interface SilentGo {
  readonly process: ProcessFact;
  readonly connection: ConnectionFact;
  readonly asks: 'toolchain' | 'proxy' | 'sumdb';
}

export function silentGos(snapshot: Snapshot): readonly SilentGo[] {
  return [...linksOf(snapshot).values()].flatMap(({ process, wait }) =>
    isGo(process) && wait.kind === 'network'
      ? [{ process, connection: wait.connection, asks: askedBy(process, snapshot) }]
      : [],
  );
}

/**
 * While a zip comes, its lock is held and its temporary file open; the file is closed before the checksum database is asked
 * about it. Without a lock go asks for versions and go.mod files, or the database for hashes that go.sum lacks.
 * Source: cmd/go/internal/modfetch/fetch.go, downloadZip; modload/init.go, mustHaveSums.
 */
function askedBy(process: ProcessFact, { cache, env }: Snapshot): SilentGo['asks'] {
  if (process.files.some(({ path }) => path.includes('/golang.org/toolchain/'))) return 'toolchain';
  const own = process.env ?? env;
  if (own['GOSUMDB'] === 'off' || /\boff\b/.test(own['GOFLAGS'] ?? '')) return 'proxy';
  const locked = process.files.some(({ path, lock }) => lock !== null && path.includes('/@v/'));
  const zipComes = process.files.some(({ path }) => /\.zip[^/]*$/.test(path) && path.includes('tmp'));
  if (locked) return zipComes ? 'proxy' : 'sumdb';
  return cache.withoutSum.length > 0 ? 'sumdb' : 'proxy';
}
