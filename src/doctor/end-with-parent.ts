import { endOwnGroups } from '../process/own-groups.ts';

/** In a child of `inChild`: if the parent is killed, there is nobody to report to, and nothing is to be left. */
export function endWithParent(): void {
  const end = async () => {
    await endOwnGroups();
    process.kill(process.pid, 'SIGKILL');
  };
  if (process.connected) process.once('disconnect', end);
  else void end();
}
