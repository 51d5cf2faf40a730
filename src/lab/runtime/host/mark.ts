/** The environment variable that identifies all processes of a trial. Its value is the trial's root. */
export const marker = 'UNLATCH_TRIAL';

/** The environment entry, "NAME=value". */
export function markOf(root: string): string {
  return `${marker}=${root}`;
}
