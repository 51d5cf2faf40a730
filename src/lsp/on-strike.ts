/**
 * When a server of the sandbox treats a request badly: the fault requestFails writes a line "struck …" to its log for each one.
 */
import { readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';

/**
 * Calls back once, at the first strike from now on; keeps no process alive.
 * @param folder the logs of the trial's faults, "0", "1", …
 * @throws an Error with code ENOENT when the trial has no such folder.
 */
export function onStrike(folder: string, struck: () => void): void {
  const before = strikesIn(folder);
  const watcher = watch(folder, { persistent: false }, look);
  function look(): void {
    if (strikesIn(folder) === before) return;
    watcher.close();
    struck();
  }
  // One that came before the watch was laid.
  look();
}

function strikesIn(folder: string): number {
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line.startsWith('struck ')).length;
}
