/** Watches for fault hits in the sandbox's server: requestFails logs a line "struck …" for each. */
import { readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';

/**
 * Calls back once, at the next hit. Keeps no process alive.
 * @param folder the logs of the trial's faults, "0", "1", …
 * @throws an Error with code ENOENT if the trial has no such folder.
 */
export function onFaultHit(folder: string, onHit: () => void): void {
  const before = hitsIn(folder);
  const watcher = watch(folder, { persistent: false }, look);
  function look(): void {
    if (hitsIn(folder) === before) return;
    watcher.close();
    onHit();
  }
  // A hit may have come before the watch started.
  look();
}

function hitsIn(folder: string): number {
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line.startsWith('struck ')).length;
}
