/**
 * A machine of one's own, for what looks at all processes: a shell in a PID namespace, whose /proc shows only what was started
 * there. Its files and its network are those of this machine.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const spaces = ['--pid', '--mount', '--fork', '--mount-proc', '--kill-child'];
const command = process.geteuid?.() === 0 ? spaces : ['--user', '--map-root-user', ...spaces];

/** Why there can be none, or null. In CI there is no such excuse. */
export const missingMachine =
  process.env['CI'] === 'true' || spawnSync('unshare', [...command, 'true']).status === 0
    ? null
    : 'a PID namespace, which this machine does not give';

export interface Machine extends AsyncDisposable {
  /**
   * Runs lines of bash there, and waits for the last one's end; what goes on in the background goes on.
   * @returns the exit status, and what was printed to stdout.
   */
  readonly sh: (lines: string) => Promise<{ readonly code: number; readonly stdout: string }>;
}

/** What is still there at the end is ended with the namespace. */
export function aMachine(cwd: string, env: Readonly<Record<string, string | undefined>>): Machine {
  const child = spawn('unshare', [...command, 'bash'], { cwd, env: { ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'close');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    sh: async (text) => {
      const mark = `end of ${Math.random()}`;
      // A last line without its end would hide the mark.
      child.stdin.write(`${text}\nprintf '\\n%s %s\\n' '${mark}' $?\n`);
      const said: string[] = [];
      for (;;) {
        const { value, done } = await lines.next();
        if (done === true) throw new Error(`the machine ended during: ${text}`);
        if (value.startsWith(mark)) return { code: Number(value.slice(mark.length)), stdout: said.join('\n') };
        said.push(value);
      }
    },
    [Symbol.asyncDispose]: async () => {
      child.stdin.end();
      child.kill('SIGKILL');
      await gone;
    },
  };
}
