/** The users as whom a runner runs its jobs in a test: root, and another where this is root. */
export const isRoot = process.getuid?.() === 0;

export const runnerUsers = [
  ['root', null],
  ['another user', { uid: 1000, wrap: ['setpriv', '--reuid', '1000', '--regid', '1000', '--clear-groups'] }],
] as const;
