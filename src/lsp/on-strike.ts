/** Watches for fault hits in the sandbox's server: requestFails logs a line "struck …" for each. */
import { readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';

/**
 * Calls back once, at the next hit. Keeps no process alive.
 * @param folder the logs of the trial's faults, "0", "1", …
 * @throws an Error with code ENOENT if the trial has no such folder.
 */
export function onStrike(folder: string, struck: () => void): void {
  const before = strikesIn(folder);
  const watcher = watch(folder, { persistent: false }, look);
  function look(): void {
    if (strikesIn(folder) === before) return;
    watcher.close();
    struck();
  }
  // A hit may have come before the watch started.
  look();
}

function strikesIn(folder: string): number {
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line.startsWith('struck ')).length;
}
