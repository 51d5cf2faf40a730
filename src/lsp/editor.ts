/**
 * The program `editor` of a sandbox: one session with gopls, whose report it prints as JSON.
 * Exit status: 0 when the session got to its end, 1 when it was stuck, 2 for a mistake on the command line.
 */
import { parseArgs } from 'node:util';
import { messageOf } from '../errors.ts';
import { type Phase, phases } from './phase.ts';
import { openSession } from './session.ts';

const usage = `usage: editor [--folder DIR] [--phase-ms N] [--until PHASE] [--settings JSON] (--socket PATH | SERVER ARG …)
PHASE: ${phases.join(', ')}`;

async function main(): Promise<number> {
  const options = {
    folder: { type: 'string', default: process.cwd() },
    'phase-ms': { type: 'string', default: '30000' },
    until: { type: 'string', default: 'exit' },
    settings: { type: 'string', default: '{}' },
    socket: { type: 'string' },
  } as const;
  const given = process.argv.slice(2);
  // What follows the server's name is the server's, options too.
  const { tokens } = parseArgs({ args: given, options, strict: false, tokens: true });
  const server = tokens.find(({ kind }) => kind === 'positional')?.index ?? given.length;
  const { values } = parseArgs({ args: given.slice(0, server), options });
  const [command, ...args] = given.slice(server);
  const until = phases.find((phase): phase is Phase => phase === values.until);
  const phaseMs = Number(values['phase-ms']);
  if (until === undefined || !(phaseMs > 0)) throw new TypeError('a phase that does not exist, or no time for it');
  if ((command === undefined) === (values.socket === undefined)) throw new TypeError('either a server or a socket');
  const interrupted = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => interrupted.abort());
  const report = await openSession({
    folder: values.folder,
    server: values.socket === undefined ? { command: command ?? '', args } : { socket: values.socket },
    env: process.env,
    settings: JSON.parse(values.settings) as Record<string, unknown>,
    phaseMs,
    until,
    signal: interrupted.signal,
  });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return report.stuck === null ? 0 : 1;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`editor: ${messageOf(error)}\n${usage}\n`);
    process.exitCode = 2;
  },
);
