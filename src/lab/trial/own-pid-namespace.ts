/**
 * Shell words before a command that is to run in a PID namespace of its own, as go in another container does. /proc stays that of the
 * sandbox: those of sandbox/commands.sh find the processes there, and a /proc of one's own may not be mounted under bubblewrap
 * (fs/namespace.c, mount_too_revealing).
 */
export const ownPidNamespace = 'unshare --pid --fork --kill-child';
