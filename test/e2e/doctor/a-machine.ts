/**
 * A separate machine, for tests of what looks at all processes: a shell in a PID namespace, whose /proc shows only what
 * was started there. It shares the files and the network of this machine.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const spaces = ['--pid', '--mount', '--fork', '--mount-proc', '--kill-child'];
const command = process.geteuid?.() === 0 ? spaces : ['--user', '--map-root-user', ...spaces];

/** Why it is not possible here; null: it is. In CI it is always null. */
export const missingMachine =
  process.env['CI'] === 'true' || spawnSync('unshare', [...command, 'true']).status === 0
    ? null
    : 'a PID namespace, which this machine does not grant';

export interface Machine extends AsyncDisposable {
  /**
   * Runs bash lines there and waits for the last one; background processes continue.
   * @returns the exit status and the output to stdout.
   */
  readonly sh: (lines: string) => Promise<{ readonly code: number; readonly stdout: string }>;
}

/** The end of the namespace ends all processes in it. */
export function aMachine(cwd: string, env: Readonly<Record<string, string | undefined>>): Machine {
  const child = spawn('unshare', [...command, 'bash'], { cwd, env: { ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'close');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    sh: async (text) => {
      const mark = `end of ${Math.random()}`;
      // The newline is for output whose last line has none; it would hide the mark.
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
