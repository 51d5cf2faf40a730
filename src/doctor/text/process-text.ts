/** Processes, ages and waits as text. */
import { lockName } from '../../go/lock-name.ts';
import type { Wait } from '../chain/wait-chain.ts';
import { shortCommand } from '../facts/process/short-command.ts';
import type { ProcessFact } from '../process-fact.ts';

/** "`go list` (pid 411, 12 min)", "gopls (pid 3, 2 h, Neovim, /home/ada/m)" */
export function processText(process: ProcessFact): string {
  const orphan = process.orphan ? 'an orphaned ' : '';
  return `${orphan}${commandText(process)} (${factsText(process)})`;
}

export function factsText({ pid, ageMs, container, editor, workspace, name }: ProcessFact): string {
  return [
    `pid ${pid}`,
    ageText(ageMs),
    ...(container === null ? [] : [`container ${container}`]),
    ...(editor === null ? [] : [editor.name]),
    ...(name === 'gopls' && workspace !== null ? [workspace] : []),
  ].join(', ');
}

/** gopls is printed plain, `go list` as a command. */
export function commandText(process: ProcessFact): string {
  const short = shortCommand(process);
  return short === 'gopls' ? short : `\`${short}\``;
}

/** "40 s", "12 min", "3 h" */
export function ageText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

/** "1 temporary file", "2 temporary files" */
export function countText(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** What it waits for: "the lock of rsc.io/quote@v1.5.2", "127.0.0.1:8080, which has been silent for 12 min". */
export function waitText(wait: Wait): string | null {
  switch (wait.kind) {
    case 'lock':
      return wait.file === null ? 'a lock' : `the lock of ${lockName(wait.file.path)}`;
    case 'network': {
      const { connection, silentMs } = wait.network;
      const since = silentMs === null ? '' : ` for ${ageText(silentMs)}`;
      if (connection.state === 'SYN_SENT') return `${connection.remote}, which has not accepted the connection${since}`;
      return `${connection.remote}, which has been silent${since}`;
    }
    case 'helper':
      return `${wait.helper.role} (pid ${wait.helper.process.pid})`;
    case 'stopped':
      return 'SIGCONT: it is stopped';
    case 'filesystem':
      return `a filesystem that does not answer (${wait.wchan})`;
    default:
      return null;
  }
}
