import { exitStatus } from '../../errors.ts';
import { groupBy } from '../../group-by.ts';

export function megabytes(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0)} MB`;
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** "3 days", "5 hours", "2 minutes". */
export function ageWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const [count, unit] =
    minutes < 120
      ? [minutes, 'minute']
      : minutes < 2880
        ? [Math.floor(minutes / 60), 'hour']
        : [Math.floor(minutes / 1440), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** One line on stderr for all faults, since most have one cause. @returns the exit status. */
export function tellFaults(
  what: string,
  caches: readonly { readonly kind: string; readonly why: string; readonly isFault: boolean }[],
  isStrict: boolean,
): number {
  const kindsByWhy = groupBy(
    caches.filter(({ isFault }) => isFault),
    ({ why }) => why,
  );
  if (kindsByWhy.size === 0) return exitStatus.expected;
  const words = [...kindsByWhy].map(([why, ones]) => `${ones.map(({ kind }) => kind).join(', ')}: ${why}`);
  process.stderr.write(`unlatch: ${what}: ${words.join('; ')}\n`);
  return isStrict ? exitStatus.inconclusive : exitStatus.expected;
}
