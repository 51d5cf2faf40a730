/** What a folder holds, to compare it with what it holds later. */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Every entry below a folder, with the properties that must not change. A folder's times change with its content. */
export function snapshot(folder: string, into = new Map<string, string>()): Map<string, string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const stat = lstatSync(path);
    const common = `${stat.mode} ${stat.uid} ${stat.ino}`;
    if (stat.isDirectory()) {
      into.set(path, `folder ${common}`);
      snapshot(path, into);
    } else {
      const content = stat.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : '';
      const target = stat.isSymbolicLink() ? readlinkSync(path) : '';
      into.set(path, `entry ${common} ${stat.size} ${stat.mtimeMs} ${content} ${target}`);
    }
  }
  return into;
}
