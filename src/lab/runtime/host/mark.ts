/** The variable of the environment by which all processes of a trial are found: its root. */
export const marker = 'UNLATCH_TRIAL';

/** As it stands in an environment. */
export function markOf(root: string): string {
  return `${marker}=${root}`;
}
