/**
 * Command prefix for a separate PID namespace, like go in another container. /proc stays the sandbox's: the
 * commands of sandbox/commands.sh need it, and bubblewrap forbids mounting another one
 * (fs/namespace.c, mount_too_revealing).
 */
export const ownPidNamespace = 'unshare --pid --fork --kill-child';
