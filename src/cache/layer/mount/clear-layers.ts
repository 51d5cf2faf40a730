import { existsSync } from 'node:fs';
import { mustSucceed } from './layer-command.ts';
import { unmountBelow } from './mounted-layers.ts';

/** What goes before a command for root, as far as is known without trying. */
export function rootPrefix(): readonly string[] {
  return process.geteuid?.() === 0 ? [] : ['sudo', '-n'];
}

/**
 * Takes away all mounts that belong to an own folder, and then the folder: at the end of a job, or
 * at the start of the next one, where a killed job left them.
 *
 * @returns how many mounts there were.
 * @throws EnvironmentError when one cannot be unmounted. The folder stays then.
 */
export async function clearLayers(folder: string): Promise<number> {
  if (process.platform !== 'linux' || !existsSync(folder)) return 0;
  const prefix = rootPrefix();
  const count = await unmountBelow(folder, prefix);
  // The kernel leaves an unreadable folder of root's own beside the changes.
  const [first = 'rm', ...rest] = [...prefix, 'rm', '-rf', '--one-file-system', folder];
  await mustSucceed([first, ...rest]);
  return count;
}
